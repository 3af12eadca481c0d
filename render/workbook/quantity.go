package workbook

import (
	"strings"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// comparators are the signs of the column 比较; a bare number has none.
var comparators = []struct {
	sign string
	op   quantity.Comparator
	near bool
}{
	{"", quantity.Equal, false},
	{"≥", quantity.AtLeast, false},
	{"≤", quantity.AtMost, false},
	{"＞", quantity.More, false},
	{"＜", quantity.Less, false},
	{"约", quantity.About, false},
	{"余", quantity.More, true},
	{"近", quantity.Less, true},
}

func comparator(op quantity.Comparator, near bool) string {
	for _, c := range comparators {
		if c.op == op && c.near == near {
			return c.sign
		}
	}
	return ""
}

// figures are a quantity's numbers without its unit: 100, 6-6.5, 1.92:1, 1/3.
func figures(q quantity.Quantity) string {
	join := func(sep string, numbers ...quantity.Number) string {
		var out []string
		for _, n := range numbers {
			out = append(out, n.String())
		}
		return strings.Join(out, sep)
	}
	switch q.Form {
	case quantity.Range:
		return join("-", q.Value, q.High)
	case quantity.Ratio:
		return join(":", q.Parts...)
	case quantity.Fraction:
		return join("/", q.Parts...)
	}
	return q.Value.String()
}

// quantityOf reads what comparator and figures print.
func quantityOf(sign, figures, unit string) (q quantity.Quantity, ok bool) {
	if n, err := quantity.ParseNumber(figures); err == nil {
		q.Value = n
		q.Unit, _ = quantity.ParseUnit(unit)
	} else if q, err = quantity.Parse(figures + unit); err != nil {
		return q, false
	}
	for _, c := range comparators {
		if c.sign == sign {
			q.Op, q.Near = c.op, c.near
		}
	}
	return q, true
}

// targetValue is the number that a target turns on, if it is one.
func targetValue(t target.Target) (sign, value string) {
	switch t.Kind {
	case target.Bound, target.About, target.Double:
		return comparator(t.Op, false), t.Value.String()
	}
	return "", ""
}

// factValue is the number of a result, if it is one.
func factValue(f plan.Fact) (sign, value string) {
	if !f.HasValue || f.Quantity.Form != quantity.Single {
		return "", ""
	}
	return comparator(f.Quantity.Op, f.Quantity.Near), f.Quantity.Value.String()
}
