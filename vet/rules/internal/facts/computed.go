package facts

import "gangmu/quantity"

// Computed prints the middle of a computed interval with one digit more than the
// statement has, in the statement's unit, and the sign that fits: ＝ or ≈.
func Computed(i quantity.Interval, like quantity.Quantity) (sign, value string) {
	mid, ok := i.Low.Add(i.High).Quo(quantity.Int(2))
	if !ok {
		return "＝", i.String()
	}
	if like.Unit.Dim != quantity.Share && like.Unit.Dim != quantity.Points && !like.Unit.IsZero() {
		if q, ok := mid.Quo(like.Unit.Scale); ok {
			mid = q
		}
	}
	rounded := mid.Round(max(like.Value.Places(), 0) + 1)
	sign = "≈"
	if rounded.Equal(mid) {
		sign = "＝"
	}
	return sign, rounded.Plain().String() + like.Unit.Text
}
