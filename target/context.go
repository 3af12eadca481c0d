package target

import "gangmu/quantity"

// Context is what surrounds a target or an actual: its row and column, and the
// figures of other years and series. The zero Context knows nothing.
type Context struct {
	Name   string // the indicator, for the sentences
	Unit   string // of the name or column, when the cell prints none
	Sense  Sense  // the better side, for targets that do not say; Min when empty
	Either bool   // neither side is better: a bare number must be hit
	Fall   bool   // the name says a fall (…下降, …减排量): numbers count the fall
	Growth bool   // the value is itself a rate of change

	Base       *quantity.Quantity           // last year's value of the same series
	References map[string]quantity.Quantity // other series and years by name: 全国平均水平, 2020年
}

// sense is the better side, Min when nothing is known.
func (c Context) sense() Sense {
	if c.Sense == "" {
		return Min
	}
	return c.Sense
}
