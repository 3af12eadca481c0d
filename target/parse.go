package target

import (
	"strings"

	"gangmu/quantity"
)

// Parse reads a target as printed in a cell or a clause. It never fails: what
// is no number, class, comparison or known phrase is Words.
func Parse(text string, c Context) Target {
	t := parse(tidy(text), c)
	t.Text = text
	return t
}

// tidy takes blanks and a closing mark off, and keeps “8、力争9” from looking
// like the number of a list.
func tidy(text string) string {
	return listMark.Replace(strings.TrimRight(strings.TrimSpace(text), "。；;，,"))
}

var listMark = strings.NewReplacer("、力争", "，力争", "、争", "，争", "、奋斗", "，奋斗", "、冲刺", "，冲刺", "、挑战", "，挑战")

func parse(s string, c Context) Target {
	switch {
	case isBlank(s):
		return Target{Kind: Open}
	case isDeferred(s):
		return Target{Kind: Deferred}
	}
	list := amounts(s)
	if !hasShare(list) {
		if t, ok := parseGrade(s); ok {
			return t
		}
	}
	for _, form := range []func(string, []amount, Context) (Target, bool){parseFactor, parseChange, parseBenchmark, parseNumbers} {
		if t, ok := form(s, list, c); ok {
			return t
		}
	}
	switch {
	case containsAny(s, "正增长", "由负转正", "增速转正"):
		return Target{Kind: Bound, Op: quantity.More, Unit: "%", Sense: Min}
	case strings.Contains(s, "零增长"):
		return Target{Kind: Bound, Unit: "%", Sense: c.sense()}
	case isDelegated(s):
		return Target{Kind: Delegated}
	}
	return Target{Kind: Words}
}

// FromQuantity is the target to reach a promised quantity: 9万套, 不少于100公里.
func FromQuantity(q quantity.Quantity) Target {
	a := amount{Quantity: q}
	if !a.readable() {
		return Target{Kind: Words, Text: q.String()}
	}
	t := a.target(Context{})
	t.Text = q.String()
	return t
}

func hasShare(list []amount) bool {
	for _, a := range list {
		if a.Unit.Dim == quantity.Share {
			return true
		}
	}
	return false
}

// parseNumbers reads targets that stand on numbers alone.
func parseNumbers(s string, list []amount, c Context) (Target, bool) {
	for i := range list {
		if !c.Fall {
			list[i] = list[i].signed()
		}
	}
	if t, ok := parsePair(list, c); ok {
		return t, true
	}
	a, ok := choose(list, c.Unit)
	if !ok {
		return Target{}, false
	}
	return a.target(c), true
}

// target is the target that stands on one amount.
func (a amount) target(c Context) Target {
	t := Target{Value: a.Value, Unit: a.unit(), Op: a.Op}
	switch {
	case a.Form == quantity.Range:
		t.Kind, t.Low, t.High, t.Value = Range, a.Value, a.High, quantity.Number{}
		t.Approx, t.Op = a.Op == quantity.About, quantity.Equal
		t.Sense = a.bareSense(c)
	case a.Op == quantity.About, a.Near && a.Op == quantity.Less:
		t.Kind, t.Op, t.Sense = About, quantity.About, a.bareSense(c)
	default:
		t.Kind, t.Sense = Bound, a.sense(c)
	}
	return t
}

// parsePair reads two numbers that make one target: 5.5%、力争6%;
// 不低于3%、不高于5%.
func parsePair(list []amount, c Context) (Target, bool) {
	for i := 1; i < len(list); i++ {
		a, b := list[i-1], list[i]
		if a.Form != quantity.Single || b.Form != quantity.Single {
			continue
		}
		if a.Unit.Text != b.Unit.Text && !(a.Unit.Dim == quantity.Share && b.Unit.Dim == quantity.Share) {
			continue
		}
		switch {
		case b.stretch && !a.Value.Equal(b.Value):
			t := Target{Kind: Double, Op: a.Op, Value: a.Value, Stretch: b.Value, Unit: a.unit(), Sense: Min}
			if b.Value.Cmp(a.Value) < 0 {
				t.Sense = Max
			}
			return t, true
		case a.Op == quantity.AtLeast && b.Op == quantity.AtMost && a.Value.Cmp(b.Value) < 0:
			return Target{Kind: Range, Low: a.Value, High: b.Value, Unit: a.unit(), Sense: a.bareSense(c)}, true
		}
	}
	return Target{}, false
}

// sense is the side on which the number is met: its comparator's, else the
// side that the words or the context give to a bare number.
func (a amount) sense(c Context) Sense {
	switch a.Op {
	case quantity.AtLeast, quantity.More:
		return Min
	case quantity.AtMost, quantity.Less:
		return Max
	}
	return a.bareSense(c)
}

func (a amount) bareSense(c Context) Sense {
	switch {
	case a.ceiling && a.direction >= 0:
		return Max
	case a.direction < 0 && !c.Fall && c.Sense == "":
		return Max // a fall is meant to be at least so big
	}
	return c.sense()
}
