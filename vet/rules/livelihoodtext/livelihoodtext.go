// Package livelihoodtext finds works of a livelihood item of which the running
// text gives another number than the list of items.
package livelihoodtext

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
	"gangmu/vet/rules/internal/items"
)

// Rule sets the amounts of the text against promise and outcome of the items of
// the same year.
var Rule = &vet.Rule{
	ID: "livelihood-text", Since: "0.3", Requires: vet.Livelihood,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "正文与民生实事清单数字不一", En: "The text and the list of livelihood items differ"},
		What: vet.Words{
			Zh: "正文与民生实事清单说的同一件事（建成农村公路、改造老旧小区），数量相同；清单只写承诺、没有写结果的，正文不少于承诺。",
			En: "Of one work the text gives the amount that the list of livelihood items gives as its outcome, or else as its promise.",
		},
		Why: vet.Words{
			Zh: "同一份报告里同一件事两个数，代表不知道信哪一个。",
			En: "With two numbers of one work nobody knows which to believe.",
		},
		Silent: vet.Words{
			Zh: "换了单位、四舍五入后相同的；一方限定了范围（农村、城区）而数字与范围不矛盾的；清单里几件都像、其中有一件相同的。",
			En: "Another unit, a rounding; one side limited to a part of the place and not at odds with the other; several items alike, one of which agrees.",
		},
		Wrong: frame("建成农村公路60.6公里。"),
		Right: frame("建成农村公路50.6公里。"),
	},
	Run: run,
}

func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）城乡建设\n" + sentence + "\n\n" +
		"\t专栏1：2030年2件区级民生实事完成情况\n\n\t1.建成农村公路50公里。（全面完成，建成50.6公里）\n2.建设口袋公园5个。（全面完成）\n\n\n二、2031年主要任务\n扩大投资。\n"
}

// entry is a measure of an item.
type entry struct {
	item    plan.Item
	measure plan.Measure
	thing   items.Thing
}

// value is what came of the measure, or what was promised where that is not said.
func (e entry) value() (q quantity.Quantity, outcome bool) {
	for _, f := range e.measure.Facts {
		if f.HasValue {
			return f.Quantity, true
		}
	}
	return e.measure.Promise, false
}

func (e entry) mark(p *vet.Pass) vet.Mark {
	if len(e.measure.Facts) > 0 {
		return items.Results(p.Reading).Mark(e.item, e.measure.Facts[0], vet.Evidence)
	}
	return items.Mark(e.item, vet.Evidence)
}

func run(p *vet.Pass) error {
	byYear := map[int][]entry{}
	for _, it := range p.Plan.Livelihood {
		for _, m := range it.Measures {
			if !m.HasPromise || len(m.Facts) > 1 {
				continue // several outcomes are parts of one
			}
			byYear[it.Year] = append(byYear[it.Year], entry{it, m, items.ThingOf(m.Subject)})
		}
	}
	for _, c := range p.Claims {
		list := byYear[c.Year]
		if c.Table || len(list) == 0 || (c.Kind == extract.ActualClaim) != (c.Year == p.Plan.ExecutedYear) || c.Part != extract.Execution && c.Part != extract.Tasks {
			continue
		}
		if c.Measure == extract.Level || c.Measure == extract.Count {
			compare(p, c, list)
		}
	}
	return nil
}

// named reports that the name of what is counted stands right before the number,
// and not behind it: 3家医院、4家诊所.
func named(p *vet.Pass, c extract.Claim) bool {
	for i := range p.Lines {
		at := p.Lines[i].Text.Whole()
		if at.Block != c.Span.Block || c.Span.Line < at.Line || c.Span.Line > at.EndLine {
			continue
		}
		for _, link := range []string{"", "达", "达到", "共", "”", "为"} {
			if strings.Contains(p.Lines[i].Text.S, c.Indicator+link+c.Text) {
				return true
			}
		}
	}
	return false
}

// compare sets a claim against the entries that speak of the same thing.
func compare(p *vet.Pass, c extract.Claim, list []entry) {
	thing := items.ThingOf(c.Indicator)
	best, like, n := entry{}, items.Unlike, 0
	for _, e := range list {
		if items.Holds(e.item, c.Span) {
			return // the sentence is an item itself
		}
		l := thing.Like(e.thing)
		if l == items.Unlike || !comparable(c.Value, e, l) {
			continue
		}
		if agrees(c.Value, e) {
			p.Agree(facts.Mark(c, vet.Subject), e.mark(p))
			return
		}
		switch {
		case l > like:
			best, like, n = e, l, 1
		case l == like:
			n++
		}
	}
	if n == 1 && !explained(c.Value, thing, best) && named(p, c) {
		report(p, c, best, like)
	}
}

// comparable reports amounts in one unit. Things that are akin may be counted by
// another measure word: 9.6万户, 9.2万套.
func comparable(q quantity.Quantity, e entry, l items.Likeness) bool {
	v, _ := e.value()
	if l == items.Akin {
		counts := func(u quantity.Unit) bool { return u.Dim == quantity.Count || u.Dim == quantity.People }
		return q.Unit.Same(v.Unit) || counts(q.Unit) && counts(v.Unit)
	}
	return q.Unit.Same(v.Unit)
}

func agrees(q quantity.Quantity, e entry) bool {
	v, _ := e.value()
	if r := quantity.Compare(q, v).Relation; r == quantity.Agree || r == quantity.Compatible {
		return true
	}
	return false
}

// explained reports that the wider of the two things has the greater number.
func explained(q quantity.Quantity, t items.Thing, e entry) bool {
	v, _ := e.value()
	less := q.Base().Low.Cmp(v.Base().Low) < 0
	switch {
	case t.Scope == e.thing.Scope:
		return false
	case t.Scope == "":
		return !less
	case e.thing.Scope == "":
		return less
	}
	return true
}

func report(p *vet.Pass, c extract.Claim, e entry, like items.Likeness) {
	v, outcome := e.value()
	said := vet.Words{Zh: "承诺", En: "promises"}
	if outcome {
		said = vet.Words{Zh: "结果为", En: "has the outcome"}
	}
	f := vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：正文为%s，民生实事第%s件%s%s。", c.Indicator, c.Value.String(), e.item.No, said.Zh, v.String()),
			En: fmt.Sprintf("%s: %s in the text, item %s %s %s.", c.Indicator, c.Value.String(), e.item.No, said.En, v.String()),
		},
		Marks:  []vet.Mark{facts.Mark(c, vet.Subject), e.mark(p)},
		Values: []vet.Value{admits(c.Value), admits(v)},
	}
	less := c.Value.Unit.Same(v.Unit) && c.Value.Base().Low.Cmp(v.Base().Low) < 0
	switch {
	case like == items.TheSame && (less || outcome):
		f.Severity = vet.Error // a year's whole is not less than a part of it
	case !outcome && c.Value.Base().Low.Cmp(v.Base().Low.Mul(quantity.Int(2))) >= 0:
		f.Severity = vet.Info // the item may be a part of what the text counts
	}
	p.Report(f)
}

// admits is an amount with what its printed digits admit; a count is exact.
func admits(q quantity.Quantity) vet.Value {
	v := vet.Value{Text: q.String()}
	if q.Value.Places() > 0 || !q.Unit.Scale.Equal(quantity.Int(1)) {
		v.Interval = q.Interval().String()
	}
	return v
}
