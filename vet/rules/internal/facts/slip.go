package facts

import (
	"strings"

	"gangmu/quantity"
)

// Slip reports two numbers of which one looks like the other mistyped: as many
// digits with one of them another or two changed places, the same digits with
// the point or the unit elsewhere. Two different things seldom come so close, so
// it speaks for one fact where the words alone leave a doubt.
func Slip(a, b quantity.Quantity) bool {
	x, y := digits(a), digits(b)
	if strings.Trim(x, "0") == strings.Trim(y, "0") && a.Unit.Text != b.Unit.Text {
		return true // 550万人, 550人
	}
	const telling = 3 // so many digits are no accident
	if len(strings.Trim(x, "0")) < telling || len(strings.Trim(y, "0")) < telling-1 {
		return false
	}
	if strings.Trim(x, "0") == strings.Trim(y, "0") {
		return true
	}
	if len(x) != len(y) || a.Value.Places() != b.Value.Places() || a.Unit.Text != b.Unit.Text {
		return false
	}
	var differ []int
	for i := range len(x) {
		if x[i] != y[i] {
			differ = append(differ, i)
		}
	}
	switch len(differ) {
	case 1:
		return true
	case 2:
		i, j := differ[0], differ[1]
		return j == i+1 && x[i] == y[j] && x[j] == y[i]
	}
	return false
}

func digits(q quantity.Quantity) string {
	return strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(q.Value.String()), "0")
}
