package crossyear

import (
	"fmt"
	"strconv"
	"strings"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/span"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// figure is what two reports may both state.
type figure struct {
	key, period, base string
	measure           extract.ClaimMeasure
	kind              extract.ClaimKind
}

func figureOf(c extract.Claim) figure {
	return figure{c.Key, c.Period, fmt.Sprint(c.Value.Unit.Dim, c.Value.Unit.Base, c.Value.Form == quantity.Ratio), c.Measure, c.Kind}
}

// figures compares the targets of the year that last year's report planned, and
// the results of the years that it looks back on.
func figures(p *vet.Pass) {
	old := map[figure][]extract.Claim{}
	for _, c := range p.Earlier.Claims {
		if c.Sure && c.Known() {
			old[figureOf(c)] = append(old[figureOf(c)], c)
		}
	}
	now := map[figure][]extract.Claim{}
	var order []figure
	add := func(c extract.Claim) {
		f := figureOf(c)
		if !c.Known() || len(old[f]) == 0 {
			return
		}
		if now[f] == nil {
			order = append(order, f)
		}
		now[f] = append(now[f], c)
	}
	for _, c := range p.Claims {
		if c.Sure && dated(p, c) {
			add(c)
		}
	}
	for _, c := range bases(p) {
		add(c)
	}
	notes := remarks(p)
	adjusted := targetsAdjusted(p)
	for _, f := range order {
		if f.kind == extract.TargetClaim && adjusted {
			continue
		}
		compare(p, now[f], old[f], notes)
	}
}

// dated reports a target of the year that is looked back on, and a result whose
// year is printed: 去年 may be the year before or the one looked back on.
func dated(p *vet.Pass, c extract.Claim) bool {
	if c.Kind == extract.TargetClaim {
		return c.Year == p.Plan.ExecutedYear
	}
	return c.Table || c.Year == p.Plan.ExecutedYear || strings.Contains(lineOf(p, c), strconv.Itoa(c.Year)+"年")
}

// compare reports claims of this report that none of last year's agrees with.
func compare(p *vet.Pass, now, old []extract.Claim, notes map[span.Span]string) {
	var odd []extract.Claim
	for _, c := range now {
		switch {
		case agrees(c, old):
			p.Agree(facts.Mark(c, vet.Subject))
		case !explained(notes[c.Span]) && !explained(lineOf(p, c)):
			odd = append(odd, c)
		}
	}
	if len(odd) == 0 || len(odd) < len(now) || !(facts.Conflict{Odd: odd, Rest: old}).Sound() {
		return // where this report disagrees with itself, another rule says so
	}
	f := vet.Finding{Severity: vet.Warning, Message: words(odd[0], old[0])}
	if odd[0].Kind == extract.TargetClaim {
		f.Severity = vet.Error
	}
	for i, c := range odd {
		m := facts.Mark(c, vet.Evidence)
		if i == 0 {
			m.Role = vet.Subject
		}
		f.Marks = append(f.Marks, m)
	}
	for _, c := range old {
		m := facts.Mark(c, vet.Evidence)
		m.File = p.Earlier.File
		f.Marks = append(f.Marks, m)
	}
	f.Values = []vet.Value{value(odd[0]), value(old[0])}
	p.Report(f)
}

func words(now, old extract.Claim) vet.Words {
	zh, en := "实绩", "result"
	if now.Kind == extract.TargetClaim {
		zh, en = "目标", "target"
	}
	return vet.Words{
		Zh: fmt.Sprintf("%s的%s：本报告写%s，上一年的报告写%s，没有说明调整或口径变化。", facts.Name(now).Zh, zh, facts.Value(now), facts.Value(old)),
		En: fmt.Sprintf("%s, %s: %s here, %s in last year's report, without a note on the change.", facts.Name(now).En, en, facts.Value(now), facts.Value(old)),
	}
}

// agrees reports that one of last year's claims says the same: targets to the
// digit, whatever their comparator, results as printed.
func agrees(c extract.Claim, old []extract.Claim) bool {
	for _, o := range old {
		if c.Kind == extract.TargetClaim {
			a, b := c.Value, o.Value
			a.Op, a.Near, b.Op, b.Near = quantity.Equal, false, quantity.Equal, false
			if quantity.Exact(a, b) {
				return true
			}
			continue
		}
		if r := quantity.Compare(c.Value, o.Value).Relation; r == quantity.Agree || r == quantity.Compatible {
			return true
		}
	}
	return false
}

func value(c extract.Claim) vet.Value {
	v := vet.Value{Text: c.Value.String()}
	if c.Kind == extract.ActualClaim && c.Value.Value.Places() > 0 {
		v.Interval = c.Value.Interval().String()
	}
	return v
}

// remarks are the notes of the rows by their places.
func remarks(p *vet.Pass) map[span.Span]string {
	out := map[span.Span]string{}
	for _, it := range p.Plan.Indicators {
		out[it.Span] = it.Note
		for _, f := range it.Measure().Facts {
			out[f.Span] = it.Note
		}
	}
	return out
}

// lineOf is the paragraph that a claim of prose stands in.
func lineOf(p *vet.Pass, c extract.Claim) string {
	if c.Table {
		return ""
	}
	for i := range p.Lines {
		if s := p.Lines[i].Text.Whole(); s.Block == c.Span.Block && s.Line <= c.Span.Line && c.Span.Line <= s.EndLine {
			return p.Lines[i].Text.S
		}
	}
	return ""
}

// targetsAdjusted reports a report that says that the plan was adjusted during
// the year.
func targetsAdjusted(p *vet.Pass) bool {
	for i := range p.Lines {
		s := p.Lines[i].Text.S
		for _, w := range []string{"计划调整", "调整计划", "调整方案", "目标调整", "调整后的目标", "调整年度目标", "调整了年度"} {
			if strings.Contains(s, w) {
				return true
			}
		}
	}
	return false
}
