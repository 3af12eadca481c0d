package monitor

import (
	"cmp"
	"slices"

	"gangmu/quantity"
	"gangmu/target"
)

// Kind is how a measure is watched during the year.
type Kind string

const (
	Accumulating Kind = "accumulating" // counted from zero since January: jobs, investment, good-air days
	Growth       Kind = "growth"       // a rate of change of the year so far, in percent
	Share        Kind = "share"        // a part of a whole, a ratio, an index
	Stock        Kind = "stock"        // a level at the end of a period
	Ceiling      Kind = "ceiling"      // a level, share or rate to stay under
	Graded       Kind = "grade"        // a class: Ⅲ类
)

// Kinds are all of them, in the order of the settings.
var Kinds = []Kind{Accumulating, Growth, Share, Stock, Ceiling, Graded}

// Value is one fact: what was reached in a period. Of several values for one
// period the one with the highest Seq counts.
type Value struct {
	ID     string // of the fact, for whoever follows a figure to its source
	Seq    int64  // of the event that made it count
	Period Period
	Actual target.Actual // in the unit of the series unless it prints another
}

// Milestone is what shall be reached by the end of a period, in the unit of the
// series; since January where the measure accumulates.
type Milestone struct {
	Period Period
	Value  quantity.Number
}

// Series is one measure of one unit in one plan year, with all that is known.
type Series struct {
	Year     int
	Kind     Kind
	Schedule Schedule
	Binding  bool // 约束性
	Target   target.Target
	// Context has name, unit and better side, see plan.ContextFor; its Base is
	// last year's value, taken from Values where it is nil, and its References
	// the other series of a benchmark.
	Context    target.Context
	Values     []Value // of the year and of earlier ones, in any order
	Levels     []Value // of Growth: last year's levels since January, where known: they weigh the months
	Milestones []Milestone
	// Flow says that a value counts for its period alone; accumulating values
	// are otherwise counted since January.
	Flow bool
}

// current lists the year's values by period, one for each.
func (s *Series) current() []*Value { return valuesOf(s.Values, s.Year) }

// valuesOf is one year's values in the order of their periods, the latest
// version of each.
func valuesOf(all []Value, year int) []*Value {
	var out []*Value
	sorted := true
	for i := range all {
		if v := &all[i]; v.Period.Year == year {
			sorted = sorted && (len(out) == 0 || out[len(out)-1].Period.Compare(v.Period) < 0)
			out = append(out, v)
		}
	}
	if sorted {
		return out
	}
	slices.SortFunc(out, func(a, b *Value) int {
		return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(b.Seq, a.Seq), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Actual.Text, b.Actual.Text))
	})
	return slices.CompactFunc(out, func(a, b *Value) bool { return a.Period == b.Period })
}

// lastYear is last year's value, from the context or else its final value.
func (s *Series) lastYear() (quantity.Quantity, bool) {
	if s.Context.Base != nil {
		return *s.Context.Base, true
	}
	for _, v := range valuesOf(s.Values, s.Year-1) {
		if v.Period.Final() && v.Actual.HasValue && !v.Actual.Change {
			return v.Actual.Quantity, true
		}
	}
	return quantity.Quantity{}, false
}

// context is the Context with last year's value.
func (s *Series) context() target.Context {
	c := s.Context
	if q, ok := s.lastYear(); ok && c.Base == nil && !s.Flow {
		c.Base = &q
	}
	return c
}
