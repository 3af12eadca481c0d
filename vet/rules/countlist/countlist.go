// Package countlist finds numbers of things that differ from the list of these
// things beside them: four names called 5条断头路.
package countlist

import (
	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/tally"
)

// Rule counts the entries of lists. What the glossary lists under its heads is
// counted by mnemonic.
var Rule = &vet.Rule{
	ID: "count-list", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "写明的个数与列出的不符", En: "A number that differs from its list"},
		What: vet.Words{
			Zh: "“甲、乙、丙3条”“5项（甲、乙……）”“三大工程：甲、乙、丙”“以上9项”“四个方面：一是……”一类写法，个数与列出的项数相同（用“等”收尾的，列出的不多于个数）。",
			En: "The number beside a list of names or of points is their number; a list closed by 等 has no more names than its number.",
		},
		Why: vet.Words{
			Zh: "增删了名单而没有改个数，或者漏列、多列。",
			En: "A name was added or dropped and the number was not changed, or the reverse.",
		},
		Silent: vet.Words{
			Zh: "用“等”收尾而没有列全的；名称里有“和”“及”的，两种数法都算对；按类别列举而分别计数的（幼儿园、小学3所）；与个数相差很远的名单。",
			En: "Open lists; names that hold 和 or 及 may count as one or two; kinds of things that are counted together; lists far from their number.",
		},
		Wrong: "一、主要任务\n打通枫林路、学府路、澄江路、望云路5条断头路。\n",
		Right: "一、主要任务\n打通枫林路、学府路、澄江路、望云路4条断头路。\n",
	},
	Run: run,
}

func run(p *vet.Pass) error {
	for i, l := range p.Lines {
		if l.Part == extract.Glossary {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			for _, c := range tally.In(l.Text.S, s) {
				tally.Check(p, l.Text, c)
			}
			above(p, l.Text, s)
		}
		points(p, i)
	}
	totals(p)
	chapters(p)
	return nil
}
