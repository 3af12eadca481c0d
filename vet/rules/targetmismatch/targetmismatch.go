// Package targetmismatch finds one target that a report states with different
// numbers.
package targetmismatch

import (
	"fmt"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// Rule compares the numbers of the targets that text and tables set for one
// indicator and year. Targets are exact: nothing is rounded.
var Rule = &vet.Rule{
	ID: "target-mismatch", Severity: vet.Error, Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "同一指标的目标前后不一致", En: "One target, different numbers"},
		What: vet.Words{
			Zh: "同一指标、同一年度的目标，在总体考虑、主要任务、附件文字和指标表中应当是同一个数。",
			En: "The target of one indicator for one year is the same number in the aims, the tasks, the annex and the tables.",
		},
		Why: vet.Words{
			Zh: "大会批准的是一个目标；年底按哪个数考核必须只有一个答案。",
			En: "The congress adopts one target; there must be one answer to what is assessed.",
		},
		Silent: vet.Words{
			Zh: "单位不同而数值相等的（8000人与0.8万人）；增量与总量（新增25家与达到249家）；其他年份的目标。只是“以上、左右”不同的，由 comparator-mismatch 提示。",
			En: "Equal numbers in other units, an increment against a stock, targets of other years. Where only the comparator differs, see comparator-mismatch.",
		},
		Wrong: examplePrefix + "全区社会消费品零售总额增长7%。\n",
		Right: examplePrefix + "全区社会消费品零售总额增长6%。\n",
	},
	Run: run,
}

const examplePrefix = "2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
	"二、2031年国民经济和社会发展计划总体考虑\n社会消费品零售总额增长6%。\n三、2031年主要任务\n"

func run(p *vet.Pass) error {
	targets := func(c extract.Claim) bool {
		return c.Kind == extract.TargetClaim && c.Measure != extract.Points
	}
	all := facts.Of(p.Claims, targets)
	for _, f := range all {
		if !f.OneTable() {
			continue
		}
		p.Agree(f.Agreed(same)...)
		for _, c := range f.Conflicts(same) {
			report(p, c)
		}
	}
	for _, c := range facts.Doubts(p.Claims, all, targets, same) {
		report(p, c)
	}
	return nil
}

// same reports equal numbers, whatever bounds them.
func same(a, b extract.Claim) bool { return quantity.Exact(bare(a.Value), bare(b.Value)) }

func bare(q quantity.Quantity) quantity.Quantity {
	q.Op, q.Near = quantity.Equal, false
	return q
}

func report(p *vet.Pass, c facts.Conflict) {
	odd, rest := c.Odd[0], c.Rest[0]
	name, where := c.Name(), facts.Places(c.Rest)
	severity := vet.Severity("")
	if !odd.Known() {
		severity = vet.Warning // the name alone links them
	}
	p.Report(vet.Finding{
		Severity: severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("%s的目标：此处为%s，%s为%s，目标应当一致。", name.Zh, facts.Value(odd), where.Zh, facts.Value(rest)),
			En: fmt.Sprintf("target of %s: %s here, %s in %s; a target has one number.", name.En, facts.Value(odd), facts.Value(rest), where.En),
		},
		Marks:  c.Marks(),
		Values: []vet.Value{facts.Printed(odd), facts.Printed(rest)},
	})
}
