package monitor

import (
	"gangmu/quantity"
	"gangmu/target"
)

// Exact is an actual as one number in a unit; false for a range, a bound, words,
// or a unit that does not convert.
func Exact(a target.Actual, unit string) (quantity.Number, bool) { return exactIn(a, unit) }
