package quantity

import (
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// Interval is a set of values between two ends. The zero Interval is [0,0].
type Interval struct {
	Low, High         Number
	LowOpen, HighOpen bool // the end itself is not in it
	NoLow, NoHigh     bool // it has no end on that side
	// Approx says that the ends are not sharp: the statement (5%左右, 约300)
	// leaves its width open, and the interval is only the usual reading of it.
	Approx bool
}

// Point is the interval of one value.
func Point(n Number) Interval { return Interval{Low: n, High: n} }

// Whole is the interval of all values.
func Whole() Interval { return Interval{NoLow: true, NoHigh: true} }

// Interval is the set of values that the printed statement admits, counted in
// the printed unit.
//
//	2.45       [2.445, 2.455): what is rounded half up to it
//	8以上       [8, ∞)          bounds are exact half-lines
//	超8         (8, ∞)
//	8000余      (8000, 9000)    up to one more of the last digit that is not 0
//	近40        (30, 40)        down by as much
//	5%左右      (4, 6), Approx  one of the last digit on either side
//	6%-6.5%    [6, 6.5]
//	1.92:1     [1.915, 1.925)  the first part over the last
func (q Quantity) Interval() Interval {
	switch q.Form {
	case Range:
		i := Interval{Low: q.Value, High: q.High}
		i.Approx = q.Op == About
		return i
	case Ratio:
		return q.ratioInterval()
	case Fraction:
		return Point(q.Value)
	}
	step := q.Value.lastDigit()
	switch q.Op {
	case AtLeast:
		return Interval{Low: q.Value, NoHigh: true}
	case AtMost:
		return Interval{High: q.Value, NoLow: true}
	case More:
		return Interval{Low: q.Value, High: q.Value.Add(step), LowOpen: true, HighOpen: true, NoHigh: !q.Near}
	case Less:
		return Interval{Low: q.Value.Sub(step), High: q.Value, LowOpen: true, HighOpen: true, NoLow: !q.Near}
	case About:
		return Interval{Low: q.Value.Sub(step), High: q.Value.Add(step), LowOpen: true, HighOpen: true, Approx: true}
	}
	return q.Value.printed()
}

// printed is what rounds half up, away from zero at the half, to n.
func (n Number) printed() Interval {
	half := MustNumber("0.5").Shift(-n.Places())
	i := Interval{Low: n.Sub(half), High: n.Add(half)}
	i.LowOpen, i.HighOpen = n.Sign() <= 0, n.Sign() >= 0
	return i
}

// lastDigit is one unit of the last printed digit that is not 0; zeros behind
// the point count as printed on purpose.
func (n Number) lastDigit() Number {
	if n.Places() > 0 || n.Sign() == 0 {
		return Int(1).Shift(-n.Places())
	}
	digits := strings.TrimLeft(n.String(), "-")
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	return Int(1).Shift(zeros)
}

// ratioInterval is the first part over the last: whole parts that stand for
// one (the 1 of 1.92:1) are exact.
func (q Quantity) ratioInterval() Interval {
	if len(q.Parts) < 2 {
		return Point(q.Value)
	}
	first, last := q.Parts[0].printed(), q.Parts[len(q.Parts)-1]
	if last.Equal(Int(1)) {
		return first
	}
	if i, ok := first.Quo(last.printed()); ok {
		return i
	}
	return Whole()
}

// Base is Interval in the unit that the quantity's unit counts in the end.
func (q Quantity) Base() Interval { return q.Interval().Mul(Point(q.Unit.scale())) }

// In is what an interval of base amounts, such as Base, is in the unit.
func (u Unit) In(base Interval) Interval {
	i, _ := base.Quo(Point(u.scale())) // a scale is never zero
	i.Low, i.High = i.Low.Plain(), i.High.Plain()
	return i
}

// Contains reports whether n is in i.
func (i Interval) Contains(n Number) bool {
	if !i.NoLow {
		if c := n.Cmp(i.Low); c < 0 || c == 0 && i.LowOpen {
			return false
		}
	}
	if !i.NoHigh {
		if c := n.Cmp(i.High); c > 0 || c == 0 && i.HighOpen {
			return false
		}
	}
	return true
}

// Overlaps reports whether some value is in both.
func (i Interval) Overlaps(j Interval) bool { return i.reaches(j) && j.reaches(i) }

// reaches reports whether i does not end below the beginning of j.
func (i Interval) reaches(j Interval) bool {
	if i.NoHigh || j.NoLow {
		return true
	}
	c := i.High.Cmp(j.Low)
	return c > 0 || c == 0 && !i.HighOpen && !j.LowOpen
}

// Neg is the interval of -x.
func (i Interval) Neg() Interval {
	return Interval{i.High.Neg(), i.Low.Neg(), i.HighOpen, i.LowOpen, i.NoHigh, i.NoLow, i.Approx}
}

// Add is the interval of all x+y.
func (i Interval) Add(j Interval) Interval {
	return Interval{
		Low: down.add(i.Low, j.Low), High: up.add(i.High, j.High),
		LowOpen: i.LowOpen || j.LowOpen, HighOpen: i.HighOpen || j.HighOpen,
		NoLow: i.NoLow || j.NoLow, NoHigh: i.NoHigh || j.NoHigh,
		Approx: i.Approx || j.Approx,
	}.tidy()
}

// Sub is the interval of all x-y.
func (i Interval) Sub(j Interval) Interval { return i.Add(j.Neg()) }

// Mul is the interval of all x*y.
func (i Interval) Mul(j Interval) Interval { return i.combine(j, (*end).mul) }

// Quo is the interval of all x/y; ok is false when y can be zero.
func (i Interval) Quo(j Interval) (q Interval, ok bool) {
	if j.Contains(Int(0)) || j.touchesZero() {
		return Interval{}, false
	}
	return i.combine(j, (*end).quo), true
}

func (i Interval) touchesZero() bool {
	return !i.NoLow && i.Low.Sign() == 0 || !i.NoHigh && i.High.Sign() == 0
}

// tidy clears the numbers and marks of ends that are not there.
func (i Interval) tidy() Interval {
	if i.NoLow {
		i.Low, i.LowOpen = Number{}, false
	}
	if i.NoHigh {
		i.High, i.HighOpen = Number{}, false
	}
	return i
}

// String prints the interval: [2.445, 2.455), (8, ∞).
func (i Interval) String() string {
	low, high, l, h := i.Low.String(), i.High.String(), "[", "]"
	if i.LowOpen || i.NoLow {
		l = "("
	}
	if i.HighOpen || i.NoHigh {
		h = ")"
	}
	if i.NoLow {
		low = "-∞"
	}
	if i.NoHigh {
		high = "∞"
	}
	s := l + low + ", " + high + h
	if i.Approx {
		s = "约" + s
	}
	return s
}

// rounding is arithmetic that never leaves true values outside an interval
// when digits run out.
type rounding struct{ c *apd.Context }

var (
	down = rounding{directed(apd.RoundFloor)}
	up   = rounding{directed(apd.RoundCeiling)}
)

func directed(r apd.Rounder) *apd.Context {
	c := apd.BaseContext.WithPrecision(60)
	c.Rounding = r
	return c
}

func (r rounding) add(a, b Number) (n Number) {
	_, _ = r.c.Add(&n.d, &a.d, &b.d)
	return n
}

func (r rounding) mul(a, b Number) (n Number) {
	_, _ = r.c.Mul(&n.d, &a.d, &b.d)
	return n
}

func (r rounding) quo(a, b Number) (n Number) {
	_, _ = r.c.Quo(&n.d, &a.d, &b.d)
	return n
}

// end is one end of an interval: a number or, when inf is not 0, ±∞.
type end struct {
	n    Number
	inf  int
	open bool
}

func (i Interval) ends() [2]end {
	low, high := end{n: i.Low, open: i.LowOpen}, end{n: i.High, open: i.HighOpen}
	if i.NoLow {
		low = end{inf: -1, open: true}
	}
	if i.NoHigh {
		high = end{inf: 1, open: true}
	}
	return [2]end{low, high}
}

func (e *end) sign() int {
	if e.inf != 0 {
		return e.inf
	}
	return e.n.Sign()
}

// mul is e*f. Zero times anything is zero, and it is reached if the zero is.
func (e *end) mul(f *end, r rounding) end {
	switch {
	case e.sign() == 0 || f.sign() == 0:
		reached := e.sign() == 0 && !e.open || f.sign() == 0 && !f.open
		return end{open: !reached}
	case e.inf != 0 || f.inf != 0:
		return end{inf: e.sign() * f.sign(), open: true}
	}
	return end{n: r.mul(e.n, f.n), open: e.open || f.open}
}

// quo is e/f; f is not zero.
func (e *end) quo(f *end, r rounding) end {
	switch {
	case e.inf != 0 && f.inf != 0:
		return end{open: true} // its inner values are covered by the other ends
	case e.inf != 0:
		return end{inf: e.inf * f.sign(), open: true}
	case f.inf != 0:
		return end{open: e.sign() != 0 || e.open}
	}
	return end{n: r.quo(e.n, f.n), open: e.open || f.open}
}

// combine is the hull of op over all pairs of ends.
func (i Interval) combine(j Interval, op func(*end, *end, rounding) end) Interval {
	var low, high end
	first := true
	for _, a := range i.ends() {
		for _, b := range j.ends() {
			l, h := op(&a, &b, down), op(&a, &b, up)
			if first || l.below(low, -1) {
				low = l
			}
			if first || h.below(high, 1) {
				high = h
			}
			first = false
		}
	}
	return Interval{low.n, high.n, low.open, high.open, low.inf != 0, high.inf != 0, i.Approx || j.Approx}.tidy()
}

// below reports whether e lies further out than f in the direction dir (-1
// down, 1 up); at one place the closed end does.
func (e end) below(f end, dir int) bool {
	c := e.inf - f.inf
	if e.inf == 0 && f.inf == 0 {
		c = e.n.Cmp(f.n)
	}
	if c == 0 {
		return !e.open && f.open
	}
	return c*dir > 0
}
