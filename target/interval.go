package target

import "gangmu/quantity"

// interval is what an actual admits. Targets and plain actuals are exact: a
// printed 6 is 6 and nothing else.
type interval struct {
	lo, hi         quantity.Number
	hasLo, hasHi   bool
	loOpen, hiOpen bool
	about          bool // 左右: no width is stated
}

func point(n quantity.Number) interval { return interval{lo: n, hi: n, hasLo: true, hasHi: true} }

func (i interval) isPoint() bool {
	return i.hasLo && i.hasHi && !i.loOpen && !i.hiOpen && i.lo.Equal(i.hi)
}

// admits is the interval of a quantity whose numbers v and high are already in
// the unit of the target.
func admits(q quantity.Quantity, v, high quantity.Number) interval {
	i := point(v)
	if q.Form == quantity.Range {
		i.hi = high
		i.about = q.Op == quantity.About
		return i
	}
	switch q.Op {
	case quantity.AtLeast:
		i.hasHi = false
	case quantity.More:
		i.hasHi, i.loOpen = false, true
	case quantity.AtMost:
		i.hasLo = false
	case quantity.Less:
		i.hasLo, i.hiOpen = false, true
	case quantity.About:
		i.about = true
	}
	return i
}

// mirror turns the number line round, so that more is better on either side.
func (i interval) mirror() interval {
	return interval{lo: i.hi.Neg(), hi: i.lo.Neg(), hasLo: i.hasHi, hasHi: i.hasLo, loOpen: i.hiOpen, hiOpen: i.loOpen, about: i.about}
}

// against tests the interval against a floor v (above it when strict).
func (i interval) against(v quantity.Number, strict bool) Verdict {
	if i.about {
		return Undetermined
	}
	if i.hasLo {
		switch i.lo.Cmp(v) {
		case 1:
			return Exceeded
		case 0:
			if i.loOpen && !strict {
				return Exceeded
			}
			if i.loOpen || !strict {
				return Met
			}
		}
	}
	if i.hasHi {
		switch i.hi.Cmp(v) {
		case -1:
			return Missed
		case 0:
			if i.hiOpen || strict {
				return Missed
			}
		}
	}
	return Undetermined
}
