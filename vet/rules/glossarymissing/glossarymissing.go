// Package glossarymissing finds coined terms that a report uses and its glossary
// does not explain: “1361”, “七个一”, the “铜心办”平台.
//
// It speaks only of reports with a glossary, once, and leaves out what every
// reader knows (known.txt) and what its own sentence explains.
package glossarymissing

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Rule looks up every coined term of the report in its glossary.
var Rule = &vet.Rule{
	ID: "glossary-missing", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "新提法没有名词解释", En: "Coined terms without an explanation"},
		What: vet.Words{
			Zh: "报告附有名词解释的，正文里带引号的数字口号（“七个一”“1361”“2+4”）和自创的平台、工程名称都有词条；全文只提示一次，列出各词第一次出现的地方。",
			En: "Where a report has a glossary, it explains the quoted slogans of numbers and the names of programmes that the report uses; one hint lists them all at their first places.",
		},
		Why: vet.Words{
			Zh: "代表不一定知道这些提法指什么，名词解释漏了就要临时查问。",
			En: "Members of the congress cannot know what such a term stands for.",
		},
		Silent: vet.Words{
			Zh: "没有名词解释的报告；通行的提法（“一带一路”“放管服”“双碳”等，见词表）；所在的句子已经说明内容的；荣誉称号。",
			En: "Reports without a glossary; terms that every reader knows (a list); terms that their sentence explains; awards.",
		},
		Wrong: frame("推进“五个转变”，做强“2+4”产业集群。"),
		Right: frame("推进“放管服”改革，落实“四治”（治水、治气、治土、治废），做强“2+4”产业集群。"),
	},
	Run: run,
}

// frame is a report with a glossary that explains 2+4.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n" + sentence +
		"\n名词解释\n“2+4”产业集群：两个主导产业和四个特色产业组成的产业集群。\n"
}

func run(p *vet.Pass) error {
	if len(p.Plan.Glossary) == 0 {
		return nil
	}
	var glossary strings.Builder // a text of the glossary explains whatever it mentions
	for _, l := range p.Lines {
		if l.Part == extract.Glossary {
			glossary.WriteString(prose.Letters(l.Text.S) + "\n")
		}
	}
	said := map[string]bool{}
	var missing []vet.Mark
	for _, l := range p.Lines {
		if l.Part == extract.Glossary || l.Part == extract.Front {
			continue
		}
		for _, q := range prose.Quoted(l.Text.S, prose.Whole(l.Text.S)) {
			letters := prose.Letters(q.Of(l.Text.S))
			if said[letters] || !coined(l.Text.S, q) || strings.Contains(glossary.String(), letters) {
				continue
			}
			said[letters] = true // an explanation at the first place serves the later ones
			if !explained(l.Text.S, q) {
				missing = append(missing, vet.At(l.Text, q.Start, q.End, vet.Subject))
			}
		}
	}
	if len(missing) > 0 {
		report(p, missing)
	}
	return nil
}

// most is how many terms one hint lists.
const most = 20

func report(p *vet.Pass, missing []vet.Mark) {
	all := len(missing)
	missing = missing[:min(all, most)]
	var names []string
	for _, m := range missing {
		names = append(names, "“"+m.Text+"”")
	}
	list, etc := strings.Join(names, ""), ""
	if all > most {
		etc = "等"
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("名词解释没有收入%s%s，共%d个，是否需要解释？", list, etc, all),
			En: fmt.Sprintf("%d coined terms are not in the glossary: %s.", all, list),
		},
		Marks: missing,
	})
}
