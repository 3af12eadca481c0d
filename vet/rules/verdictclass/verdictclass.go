// Package verdictclass finds beaten targets that a report lists as merely met
// while it lists others as exceeded.
package verdictclass

import (
	"fmt"
	"strings"

	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/verdicts"
)

// Rule asks that equals be treated equally: all beaten targets stand in the list
// of those exceeded, or there is no such list.
var Rule = &vet.Rule{
	ID: "verdict-class", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "超额完成的指标没有归入超额完成", En: "Beaten targets not listed as exceeded"},
		What: vet.Words{
			Zh: "报告既列出“超额完成”的指标，又列出“完成”的指标时，实绩高于目标的应当都归入前者。",
			En: "When a report lists indicators as exceeded and others as met, all beaten targets belong to the former.",
		},
		Why: vet.Words{
			Zh: "同样的结果归入不同的类，分类标准就说不清。",
			En: "Equal results in different classes leave the standard unclear.",
		},
		Silent: vet.Words{
			Zh: "控制类指标（失业率、物价等）低于上限一般只说完成；全篇不分超额与完成的。",
			En: "Ceilings, which are usually just called met; reports that do not tell the two classes apart.",
		},
		Wrong: frame("高新技术企业，以上1项指标均超额完成年度目标任务。粮食产量、城镇新增就业等2项指标均实现年度目标任务。"),
		Right: frame("高新技术企业、粮食产量，以上2项指标均超额完成年度目标任务。城镇新增就业等1项指标均实现年度目标任务。"),
	},
	Run: run,
}

func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"附件1\n2030年计划主要指标完成情况\n" + sentence +
		"\n表1：2030年国民经济和社会发展计划指标完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n" +
		"\t1\n\t粮食产量（万吨）\n\t18\n\t19\n\n\t2\n\t高新技术企业（家）\n\t160\n\t176\n\n\t3\n\t城镇新增就业（人）\n\t800\n\t800\n\n"
}

func run(p *vet.Pass) error {
	said := verdicts.Lists(p)
	computed := verdicts.Assessed(p.Reading)
	exceeded := false
	var names []string
	var marks []vet.Mark
	for _, s := range said {
		exceeded = exceeded || s.Class == verdicts.Exceeded
		a, ok := computed[verdicts.Place(s.Row.Item)]
		if !ok || s.Class != verdicts.Met || a.Result.Verdict != target.Exceeded || ceiling(a.Item.Measure().Target) {
			continue
		}
		names = append(names, a.Item.Name)
		marks = append(marks, s.Mark, vet.Mark{Span: a.Item.Span, Text: a.Item.Name, Role: vet.Evidence})
	}
	if !exceeded || len(names) == 0 {
		return nil
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s的实绩高于目标，应归入“超额完成”，文中只列为完成。", strings.Join(names, "、")),
			En: fmt.Sprintf("%s: the result beats the target, as in the list of those exceeded, but is only listed as met.", strings.Join(names, ", ")),
		},
		Marks: marks,
	})
	return nil
}

// ceiling reports a target that is met below its number.
func ceiling(t target.Target) bool { return t.Sense == target.Max }
