// Package livelihoodoutcome finds livelihood items whose outcome does not answer
// the promise: less than promised, in another unit, or left out.
package livelihoodoutcome

import (
	"fmt"
	"strings"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/items"
)

// Rule tests every promised amount against its outcome.
var Rule = &vet.Rule{
	ID: "livelihood-outcome", Since: "0.3", Requires: vet.Livelihood,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "民生实事的结果与承诺对不上", En: "A livelihood item whose outcome does not answer its promise"},
		What: vet.Words{
			Zh: "民生实事的结果不少于承诺的数量；一件事承诺了几个数量的，逐个写出结果，用承诺的计量单位。",
			En: "The outcome of an item is at least the promised amount; each of several promised amounts has an outcome, in the unit of its promise.",
		},
		Why: vet.Words{
			Zh: "民生实事由代表票决、逐项交账，承诺1200个、结果1100个，不能写全面完成。",
			En: "Deputies vote on these items and are owed an account of each.",
		},
		Silent: vet.Words{
			Zh: "结果分几类列出、加起来达到承诺的；写明没有完成或者正在推进的；整件事都没有写结果数量的；补助标准（2万元/部）。",
			En: "Outcomes by group that together reach the promise; items said to be unfinished; items without any number as outcome; rates of subsidy.",
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
	results := items.Results(p.Reading)
	for _, it := range p.Plan.Livelihood {
		if it.Year != p.Plan.ExecutedYear || items.Unfinished(it.Status) {
			continue
		}
		answered := false
		for _, m := range it.Measures {
			answered = answered || m.HasPromise && len(m.Facts) > 0
			outcome(p, it, m, results)
		}
		for _, m := range it.Measures {
			if m.HasPromise && len(m.Facts) == 0 && m.Promise.Unit.Dim != quantity.None && !strings.Contains(m.Unit, "/") {
				unanswered(p, it, m, results.Of(it), answered)
			}
		}
	}
	return nil
}

// outcome tests what came of one promise.
func outcome(p *vet.Pass, it plan.Item, m plan.Measure, results items.ResultIndex) {
	if !m.HasPromise || len(m.Facts) == 0 {
		return
	}
	sum, ok := total(m)
	if !ok {
		return
	}
	floor := m.Promise.Base()
	var marks []vet.Mark
	var values []vet.Value
	for _, f := range m.Facts {
		marks = append(marks, results.Mark(it, f, vet.Subject))
		values = append(values, vet.Value{Text: f.Quantity.String()})
	}
	marks = append(marks, items.Mark(it, vet.Evidence))
	if sum.NoHigh || floor.NoLow || sum.High.Cmp(floor.Low) > 0 || sum.High.Cmp(floor.Low) == 0 && !sum.HighOpen {
		p.Agree(marks...)
		return
	}
	said := it.Status
	if said == "" {
		said = "完成"
	}
	f := vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("第%s件：承诺%s%s，结果为%s，少于承诺，却写“%s”。", it.No, m.Subject, m.Promise.String(), list(m), said),
			En: fmt.Sprintf("item %s: %s promised, %s delivered, yet it is called done (%s).", it.No, m.Promise.String(), list(m), said),
		},
		Marks:  marks,
		Values: append(values, vet.Value{Text: m.Promise.String()}),
	}
	if it.Status == "" {
		f.Severity = vet.Warning
		f.Message = vet.Words{
			Zh: fmt.Sprintf("第%s件：承诺%s%s，结果为%s，少于承诺。", it.No, m.Subject, m.Promise.String(), list(m)),
			En: fmt.Sprintf("item %s: %s promised, %s delivered.", it.No, m.Promise.String(), list(m)),
		}
	}
	p.Report(f)
}

// total adds the outcomes of a promise; false when their units do not convert.
// A plain number is itself, as against a target.
func total(m plan.Measure) (quantity.Interval, bool) {
	var sum quantity.Interval
	for _, f := range m.Facts {
		q := f.Quantity
		if !f.HasValue || !answers(q.Unit, m.Promise.Unit) {
			return sum, false
		}
		sum = sum.Add(exact(q))
	}
	return sum, true
}

// exact is an amount as a target sees it: a plain number is itself.
func exact(q quantity.Quantity) quantity.Interval {
	if q.Form == quantity.Single && q.Op == quantity.Equal {
		return quantity.Point(q.Value).Mul(quantity.Point(q.Unit.Scale))
	}
	return q.Base()
}

// answers reports units that convert, or count the same thing once and each
// time: 场 and 场次.
func answers(a, b quantity.Unit) bool {
	return a.Dim == b.Dim && (strings.HasPrefix(a.Base, b.Base) || strings.HasPrefix(b.Base, a.Base))
}

func list(m plan.Measure) string {
	var out []string
	for _, f := range m.Facts {
		out = append(out, f.Quantity.String())
	}
	return strings.Join(out, "、")
}
