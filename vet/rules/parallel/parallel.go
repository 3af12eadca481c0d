// Package parallel finds lists of subjects and lists of values that do not go
// together: three subjects and two values under one 分别.
package parallel

import (
	"fmt"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/apart"
	"gangmu/vet/rules/internal/prose"
)

// Rule counts both lists.
var Rule = &vet.Rule{
	ID: "parallel", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "“分别”前后的项数不等", En: "Subjects and values do not pair up"},
		What: vet.Words{
			Zh: "“甲、乙、丙分别增长x、y、z”，主体和数值一样多。",
			En: "Where several subjects are given a value each, there are as many values as subjects.",
		},
		Why: vet.Words{
			Zh: "少一个数，读者就不知道各个数属于谁。",
			En: "With one value missing nobody can tell which belongs to whom.",
		},
		Silent: vet.Words{
			Zh: "主体没有逐个列出的（城乡居民收入分别增长）；名称里有“和”“与”的，两种数法都算对；由……到……的写法。",
			En: "Subjects that are not listed one by one; names that hold 和 or 与; values from … to ….",
		},
		Wrong: "一、2030年计划执行情况\n存款、贷款、保费收入分别增长8.1%、9.2%。\n",
		Right: "一、2030年计划执行情况\n存款、贷款、保费收入分别增长8.1%、9.2%、3.4%。\n",
	},
	Run: run,
}

func run(p *vet.Pass) error {
	for _, l := range p.Lines {
		if l.Part == extract.Glossary {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			for _, st := range apart.In(l.Text.S, s) {
				if n := len(st.Values); st.Low > 1 && (n < st.Low || n > st.High) && n*2 != st.Low && n != st.Low*2 {
					report(p, l, st)
				}
			}
		}
	}
	return nil
}

func report(p *vet.Pass, l extract.Line, st apart.Statement) {
	subjects := fmt.Sprint(st.Low)
	if st.High > st.Low {
		subjects += "—" + fmt.Sprint(st.High)
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("“分别”前面列了%s个主体，后面有%d个数，对不上。", subjects, len(st.Values)),
			En: fmt.Sprintf("%s subjects are given %d values.", subjects, len(st.Values)),
		},
		Marks: []vet.Mark{
			vet.At(l.Text, st.Values[0].Start, st.Values[len(st.Values)-1].End, vet.Subject),
			vet.At(l.Text, st.Subjects.Start, st.Subjects.End, vet.Evidence),
		},
	})
}
