package arithmetic

import (
	"fmt"
	"slices"
	"strings"

	"gangmu/quantity"
)

// percent is an interval of shares counted in percent.
func percent(i quantity.Interval) quantity.Interval {
	return i.Mul(quantity.Point(quantity.Int(100)))
}

// counted is the interval of a quantity in its base unit. Things and people that
// are counted one by one are just as many.
func counted(q quantity.Quantity) quantity.Interval {
	one := q.Unit.Dim == quantity.Count || q.Unit.Dim == quantity.People
	if one && q.Value.Places() == 0 && q.Unit.Scale.Equal(quantity.Int(1)) {
		return quantity.Point(q.Value)
	}
	return q.Base()
}

// forgiving is the interval of a printed percentage, wide enough for one that was
// cut off.
func forgiving(q quantity.Quantity) quantity.Interval {
	i := q.Interval()
	ulp := quantity.Int(1).Shift(-q.Value.Places())
	i.High, i.HighOpen = q.Value.Add(ulp), true
	return i
}

func difference(a, b quantity.Quantity, falls bool) string {
	if falls {
		a, b = b, a
	}
	return fmt.Sprintf("%s-%s", b, a)
}

func is(s string, words []string) bool { return slices.Contains(words, s) }

func endsIn(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// cutYear takes off the end when a value was had, and for whom: 2030年的, 年初的,
// 每人每月.
func cutYear(s string) string {
	s = strings.TrimSuffix(s, "的")
	for _, w := range []string{"每月", "每年", "月", "每人", "人均", "户均"} {
		s = strings.TrimSuffix(s, w)
	}
	for _, w := range []string{"年初", "上年", "去年", "原来", "上年末", "年底", "目前", "今年"} {
		if rest, ok := strings.CutSuffix(s, w); ok {
			return rest
		}
	}
	rest := strings.TrimSuffix(strings.TrimSuffix(s, "底"), "末")
	if rest, ok := strings.CutSuffix(rest, "年"); ok {
		if t := strings.TrimRight(rest, "0123456789"); len(rest)-len(t) == len("2030") {
			return t
		}
	}
	return s
}
