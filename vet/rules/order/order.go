// Package order finds TODO.
package order

import "gangmu/vet"

// Rule TODO.
var Rule = &vet.Rule{
	ID: "order", Since: "0.3",
	Doc: vet.Doc{
		Title:  vet.Words{Zh: "TODO", En: "TODO"},
		What:   vet.Words{Zh: "TODO", En: "TODO"},
		Why:    vet.Words{Zh: "TODO", En: "TODO"},
		Silent: vet.Words{Zh: "TODO", En: "TODO"},
		Wrong:  frame("TODO"),
		Right:  frame("TODO"),
	},
	Run: run,
}

// frame is a report around a sentence.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）总体情况\n" + sentence + "\n"
}

func run(p *vet.Pass) error {
	return nil
}
