// Package livelihoodoutcome finds livelihood items that are called done although
// the outcome printed beside them falls short of the promise.
package livelihoodoutcome

import (
	"fmt"
	"strings"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/items"
)

// Rule tests every promised amount against its outcome.
var Rule = &vet.Rule{
	ID: "livelihood-outcome", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "民生实事的结果少于承诺", En: "A livelihood item that delivers less than promised"},
		What: vet.Words{
			Zh: "民生实事写明完成的，结果的数量不少于承诺的数量（同一单位）。",
			En: "An item called done has an outcome, in the unit of its promise, of at least the promised amount.",
		},
		Why: vet.Words{
			Zh: "民生实事由代表票决、逐项交账，承诺1200个、结果1100个，不能写全面完成。",
			En: "Deputies vote on these items and are owed an account of each.",
		},
		Silent: vet.Words{
			Zh: "结果分几类列出、加起来达到承诺的；写明没有完成或者正在推进的；没有写结果数量的。",
			En: "Outcomes by group that together reach the promise; items that are said to be unfinished; items without a number.",
		},
		Wrong: frame("1.新增停车泊位1200个。（全面完成，新增停车泊位1100个）"),
		Right: frame("1.新增停车泊位1200个。（全面完成，新增停车泊位1210个）"),
	},
	Run: run,
}

func frame(item string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n\n" +
		"\t专栏1：2030年2件区级民生实事完成情况\n\n\t" + item + "\n2.建设口袋公园5个。（全面完成）\n\n\n二、2031年主要任务\n扩大投资。\n"
}

func run(p *vet.Pass) error {
	for _, it := range p.Plan.Livelihood {
		if !strings.Contains(it.Status, "完成") || strings.Contains(it.Status, "未") || strings.Contains(it.Status, "基本") {
			continue
		}
		for i, r := range p.Plan.AssessItem(it) {
			m := it.Measures[i]
			if r.Verdict == target.Missed && m.HasPromise && !together(m) {
				report(p, it, m)
			}
		}
	}
	return nil
}

// together reports outcomes of several groups whose sum can reach the promise.
func together(m plan.Measure) bool {
	if len(m.Facts) < 2 {
		return false
	}
	added := quantity.Interval{}
	for _, f := range m.Facts {
		q := f.Quantity
		if !f.HasValue || !q.Unit.Same(m.Promise.Unit) {
			return true
		}
		added = added.Add(q.Base())
	}
	promise := m.Promise.Base()
	return added.NoHigh || promise.NoLow || added.High.Cmp(promise.Low) >= 0
}

func report(p *vet.Pass, it plan.Item, m plan.Measure) {
	f := m.Facts[0]
	subject := vet.Mark{Span: f.Span, Text: f.Text, Role: vet.Subject}
	evidence := []vet.Mark{items.Mark(it, vet.Evidence)}
	if f.Span.IsZero() {
		subject, evidence = items.Mark(it, vet.Subject), nil
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("第%s件：承诺%s%s，结果为%s，少于承诺，却写“%s”。", it.No, m.Subject, m.Promise.String(), f.Quantity.String(), it.Status),
			En: fmt.Sprintf("item %s: %s promised, %s delivered, yet it is called done (%s).", it.No, m.Promise.String(), f.Quantity.String(), it.Status),
		},
		Marks: append([]vet.Mark{subject}, evidence...),
	})
}
