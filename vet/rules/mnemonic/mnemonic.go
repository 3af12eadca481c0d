// Package mnemonic finds slogans that stand for a number of things and are
// explained as more or fewer: “九治”, explained as eight.
package mnemonic

import (
	"strings"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/tally"
)

// Rule reads what the glossary says under its heads, and wherever the digits of
// a slogan are explained one by one.
var Rule = &vet.Rule{
	ID: "mnemonic", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "数字口号与解释的项数不符", En: "A slogan's number differs from what it stands for"},
		What: vet.Words{
			Zh: "“八张报表”“2+4”“1361”“九治”“三品一标”之类的提法，名词解释列出的项数与其中的数字相同。",
			En: "The glossary lists as many things as the number in the slogan says, digit by digit.",
		},
		Why: vet.Words{
			Zh: "项数不符，说明解释漏列了内容，或者提法已经改了而解释没有改。",
			En: "Something is missing in the explanation, or the slogan has changed since.",
		},
		Silent: vet.Words{
			Zh: "解释里没有逐项列出的；名称里有“和”“及”的，两种数法都算对；用“等”收尾而没有列全的。",
			En: "Explanations that list nothing; names that hold 和 or 及 may count as one or two; open lists.",
		},
		Wrong: frame("“四治”工作：即治水、治气、治土。\n2+3产业集群：“2”即机电、家居；“3”即储能、食品。"),
		Right: frame("“四治”工作：即治水、治气、治土、治废。\n2+3产业集群：“2”即机电、家居；“3”即储能、食品、材料。"),
	},
	Run: run,
}

// frame is a report with a glossary.
func frame(glossary string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n推进“四治”工作，壮大2+3产业集群。\n二、2031年主要任务\n抓项目。\n名词解释\n" + glossary + "\n"
}

func run(p *vet.Pass) error {
	for _, l := range p.Lines {
		s := l.Text.S
		if l.Part != extract.Glossary && !strings.Contains(s, "”") {
			continue
		}
		for i, sentence := range prose.Sentences(s, prose.Whole(s)) {
			counts := digits(s, sentence)
			if l.Part == extract.Glossary {
				counts = append(counts, tally.In(s, sentence)...)
				counts = append(counts, names(s, sentence, i == 0)...)
			}
			for _, c := range counts {
				tally.Check(p, l.Text, c)
			}
		}
	}
	return nil
}
