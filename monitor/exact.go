package monitor

import (
	"gangmu/quantity"
	"gangmu/target"
)

// Exact is an actual as one number in a unit; false for a range, a bound, words,
// or a unit that does not convert.
func Exact(a target.Actual, unit string) (quantity.Number, bool) { return exactIn(a, unit) }

// PaceOf is what an accumulating measure should have reached by the end of a
// period: the goal's share of months, with one place more than the goal prints.
func PaceOf(goal quantity.Number, p Period) quantity.Number {
	return over(goal.Mul(quantity.Int(int64(p.Last))), 12).Round(goal.Places() + 1)
}
