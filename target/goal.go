package target

import "gangmu/quantity"

// Goal is the one number that decides whether a target is met: the bound, the
// worse end of a range, the base of a double, what a change makes of last year's
// value, what a benchmark's other series reached. It counts in the unit that
// Test compares in. Where there is none, zh and en say why and ok is false.
func Goal(t Target, c Context) (n quantity.Number, zh, en string, ok bool) {
	no := func(r reason) (quantity.Number, string, string, bool) { return quantity.Number{}, r.zh, r.en, false }
	switch t.Kind {
	case Bound, About, Double:
		return t.Value, "", "", true
	case Range:
		if t.Sense == Max {
			return t.High, "", "", true
		}
		return t.Low, "", "", true
	case Change:
		return goalOfChange(t, c, no)
	case Benchmark:
		n, ok := c.reference(t.Reference)
		if !ok {
			return no(reason{"缺少“" + t.Reference + "”的数", "the value of “" + t.Reference + "” is not known"})
		}
		if t.HasDelta && t.Sense == Max {
			return n.Sub(t.Delta), "", "", true
		}
		return n.Add(t.Delta), "", "", true
	}
	return no(untestable(t))
}

func goalOfChange(t Target, c Context, no func(reason) (quantity.Number, string, string, bool)) (quantity.Number, string, string, bool) {
	if t.stillGrowth(c) {
		return quantity.Number{}, "", "", true
	}
	base, ok := c.base(t)
	if !ok {
		return no(noBase(t))
	}
	n, ok := t.from(base, c)
	if !ok {
		return no(ambiguousPercent())
	}
	return n, "", "", true
}

// stillGrowth reports a growth that shall stand still, which means to grow by
// nought: the value, not its rate, is what does not change.
func (t Target) stillGrowth(c Context) bool {
	return t.HasDelta && t.Delta.Sign() == 0 && c.Growth && t.Reference == "" && !containsAny(t.Text, "增速", "增幅")
}

func ambiguousPercent() reason {
	return reason{"“提高N%”没有写明是比例还是百分点", "“N%” may mean a ratio or points"}
}
