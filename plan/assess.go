package plan

import (
	"strings"

	"gangmu/quantity"
	"gangmu/target"
)

// Assessment is the scorecard of a plan: the verdict on every row of the
// executed year and the counts over its top rows.
type Assessment struct {
	Year   int
	Counts Counts
	Rows   []Assessed
}

// Counts are numbers of verdicts. Stated says how many of Exceeded, Met and
// Missed rest on the report's word alone.
type Counts struct {
	Exceeded, Met, Missed, Undetermined int
	Stated                              int
}

// Add counts one verdict more.
func (c *Counts) Add(r target.Result) {
	switch r.Verdict {
	case target.Exceeded:
		c.Exceeded++
	case target.Met:
		c.Met++
	case target.Missed:
		c.Missed++
	default:
		c.Undetermined++
	}
	if r.Basis == target.Stated {
		c.Stated++
	}
}

// Assessed is one row with its verdict.
type Assessed struct {
	Item   Item
	Result target.Result
}

// Assess tests the executed year's indicators against their targets, from the
// plan's own numbers alone. A result that the report states without any target,
// as work reports do, is no row of the scorecard.
func (p *Plan) Assess() Assessment {
	a := Assessment{Year: p.ExecutedYear}
	for _, it := range p.Year(p.ExecutedYear) {
		if !it.Measure().HasTarget {
			continue
		}
		r := p.assessMeasure(it, it.Measure())
		a.Rows = append(a.Rows, Assessed{it, r})
		if it.Top() {
			a.Counts.Add(r)
		}
	}
	return a
}

// AssessItem tests every measure of any item - an indicator, a livelihood
// item, a project - in the order of its measures.
func (p *Plan) AssessItem(it Item) []target.Result {
	results := make([]target.Result, len(it.Measures))
	for i, m := range it.Measures {
		results[i] = p.assessMeasure(it, m)
	}
	return results
}

// assessMeasure tests what a measure reached. Of several facts those count
// that are in the unit of the target; when they do not agree, nobody can tell.
func (p *Plan) assessMeasure(it Item, m Measure) target.Result {
	goal, c := it.goal(m), p.context(it, m)
	if goal.Kind == target.Bound && goal.Op == quantity.Equal && p.cutUnder(it) {
		goal.Sense = c.Sense // the name alone did not tell that it counts a cut
	}
	if len(m.Facts) == 0 {
		return target.Test(goal, target.Actual{Text: it.Status, Quality: saidOnly(it.Status)}, c)
	}
	if f := m.Facts[0]; f.partOfYear() != "" {
		return f.test(goal, c) // what is expected of the rest decides nothing
	}
	var first *target.Result
	for _, f := range m.Facts {
		r := f.test(goal, c)
		switch {
		case first == nil, first.Verdict == target.Undetermined:
			first = &r
		case r.Verdict == target.Undetermined:
		case reached(*first) != reached(r):
			return target.Undecided(goal, f.Actual, c, "几个结果说法不一", "several results disagree")
		}
	}
	return *first
}

func reached(r target.Result) bool {
	return r.Verdict == target.Exceeded || r.Verdict == target.Met
}

func saidOnly(status string) target.Quality {
	if status == "" {
		return target.Missing
	}
	return target.Qualitative
}

// goal is the target of a measure; a promised quantity is its floor, a named
// work without a number is words. An indicator without a target has none.
func (it Item) goal(m Measure) target.Target {
	switch {
	case m.HasTarget:
		return m.Target
	case m.HasPromise:
		return target.FromQuantity(m.Promise)
	case it.Text != "" && m.Subject != "":
		return target.Target{Kind: target.Words, Text: m.Subject}
	}
	return target.Target{Kind: target.Open}
}

// test tests one fact; a part of a year gives no verdict on the year.
func (f Fact) test(goal target.Target, c target.Context) target.Result {
	if part := f.partOfYear(); part != "" {
		return target.Undecided(goal, f.Actual, c, "只是"+part+"的数，不作全年判定", "the value covers only "+f.Period)
	}
	a := f.Actual
	if a.HasValue && a.Quantity.Unit.Text == "" && a.Quantity.Form != quantity.Ratio && f.Unit != "" {
		a.Quantity.Unit, _ = quantity.ParseUnit(f.Unit)
	}
	return target.Test(goal, a, c)
}

// partOfYear names the part of the year that a fact covers: 2025-H1 is
// 2025年上半年, 2025-01..09 is 2025年1—9月; empty for a whole year or no period.
func (f Fact) partOfYear() string {
	year, part, ok := strings.Cut(f.Period, "-")
	if !ok {
		return ""
	}
	switch part {
	case "H1":
		return year + "年上半年"
	case "Q1":
		return year + "年一季度"
	case "01..12", "H1..H2":
		return ""
	}
	if from, to, ok := strings.Cut(part, ".."); ok {
		return year + "年" + strings.TrimLeft(from, "0") + "—" + strings.TrimLeft(to, "0") + "月"
	}
	return f.Period
}
