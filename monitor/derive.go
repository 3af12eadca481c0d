package monitor

import (
	"gangmu/quantity"
	"gangmu/target"
)

// Derived is a figure computed from printed ones. Interval is all that their
// printed digits admit; Value is the usual answer, rounded. Base is the value
// that it was computed on: a growth is worth nothing without it.
type Derived struct {
	Value    quantity.Number
	Interval quantity.Interval
	Base     Value
}

// GrowthOf is the growth in percent from a base to a level, with the given
// decimals. There is none on a base of nought or less, between different units,
// or from a value that is no single number.
func GrowthOf(level target.Actual, base Value, places int) (Derived, bool) {
	now, then, ok := pair(level, base)
	if !ok {
		return Derived{}, false
	}
	ratio, ok := now.Interval().Quo(then.Interval())
	if !ok {
		return Derived{}, false
	}
	q, _ := now.Value.Quo(then.Value)
	one, hundred := quantity.Point(quantity.Int(1)), quantity.Point(quantity.Int(100))
	return Derived{
		Value:    q.Sub(quantity.Int(1)).Shift(2).Round(places),
		Interval: ratio.Sub(one).Mul(hundred),
		Base:     base,
	}, true
}

// LevelOf is the level that a growth in percent makes of a base, in the base's
// unit and with its decimals.
func LevelOf(growth quantity.Number, base Value) (Derived, bool) {
	q := base.Actual.Quantity
	if _, _, ok := pair(base.Actual, base); !ok {
		return Derived{}, false
	}
	one := quantity.Int(1)
	rate := quantity.Quantity{Value: growth}.Interval().Mul(quantity.Point(one.Shift(-2))).Add(quantity.Point(one))
	return Derived{
		Value:    q.Value.Mul(one.Add(growth.Shift(-2))).Round(q.Value.Places()),
		Interval: q.Interval().Mul(rate),
		Base:     base,
	}, true
}

// pair brings level and base into one unit.
func pair(level target.Actual, base Value) (now, then quantity.Quantity, ok bool) {
	now, then = level.Quantity, base.Actual.Quantity
	if _, ok = exactIn(level, now.Unit.Text); !ok {
		return now, then, false
	}
	if _, ok = exactIn(base.Actual, then.Unit.Text); !ok || then.Value.Sign() <= 0 {
		return now, then, false
	}
	if now.Unit.Text != then.Unit.Text && now.Unit.Text != "" && then.Unit.Text != "" {
		in, err := now.In(then.Unit)
		return in, then, err == nil
	}
	return now, then, true
}
