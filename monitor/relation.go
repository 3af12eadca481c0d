package monitor

import (
	"fmt"
	"strings"

	"gangmu/quantity"
)

// Relation is a declared order between indicators of one unit and period:
// A <= B, A + B = C. Left and Right are ids whose values are added up.
type Relation struct {
	Left, Right []string
	Op          quantity.Comparator // AtMost or Equal
}

// maxTerms bounds one relation.
const maxTerms = 50

// ParseRelation reads "3 <= 2", "4 + 5 = 3"; >= is turned round. Ids have no
// blanks and none of + < > =.
func ParseRelation(s string) (Relation, error) {
	for _, op := range []struct {
		sign string
		op   quantity.Comparator
		turn bool
	}{{"<=", quantity.AtMost, false}, {"≤", quantity.AtMost, false}, {">=", quantity.AtMost, true}, {"≥", quantity.AtMost, true}, {"=", quantity.Equal, false}} {
		left, right, ok := strings.Cut(s, op.sign)
		if !ok {
			continue
		}
		r := Relation{Left: terms(left), Right: terms(right), Op: op.op}
		if op.turn {
			r.Left, r.Right = r.Right, r.Left
		}
		if r.Left == nil || r.Right == nil {
			break
		}
		return r, nil
	}
	return Relation{}, fmt.Errorf("not a relation of indicators: %.60q; write 3 <= 2 or 4 + 5 = 3", s)
}

func terms(s string) []string {
	var ids []string
	for _, id := range strings.Split(s, "+") {
		id = strings.TrimSpace(id)
		if id == "" || strings.ContainsAny(id, "<>=≤≥ ") || len(ids) == maxTerms {
			return nil
		}
		ids = append(ids, id)
	}
	return ids
}

// String prints the relation as ParseRelation reads it.
func (r Relation) String() string {
	return strings.Join(r.Left, " + ") + " " + r.Op.String() + " " + strings.Join(r.Right, " + ")
}

// Named is a quantity with the name that sentences call it by.
type Named struct {
	Name     string
	Quantity quantity.Quantity
}

// Check tells whether values can stand in the relation, whatever they were before
// rounding: their printed digits are taken as the intervals that they are. What
// holds, or cannot be told since a value is missing or counts something else,
// gives no sentence.
func (r Relation) Check(values map[string]Named) (zh, en string, holds bool) {
	left, leftText, ok1 := sumOf(r.Left, values, values[r.Left[0]].Quantity.Unit)
	right, rightText, ok2 := sumOf(r.Right, values, values[r.Left[0]].Quantity.Unit)
	if !ok1 || !ok2 {
		return "", "", true
	}
	above := !left.NoLow && !right.NoHigh && left.Low.Cmp(right.High) >= 0 && !left.Overlaps(right)
	switch {
	case r.Op == quantity.AtMost && above:
		return leftText + "大于" + rightText + "，应不大于它", leftText + " is above " + rightText + ", which it must not be", false
	case r.Op == quantity.Equal && !left.Overlaps(right):
		return leftText + "与" + rightText + "不相等，应相等", leftText + " differs from " + rightText + ", which it must equal", false
	}
	return "", "", true
}

// sumOf adds what the values of ids admit, counted in a unit.
func sumOf(ids []string, values map[string]Named, unit quantity.Unit) (quantity.Interval, string, bool) {
	sum, text := quantity.Interval{}, make([]string, len(ids))
	for i, id := range ids {
		v, ok := values[id]
		if !ok {
			return sum, "", false
		}
		q := v.Quantity
		if q.Unit.Text != unit.Text && q.Unit.Text != "" && unit.Text != "" {
			var err error
			if q, err = q.In(unit); err != nil {
				return sum, "", false
			}
		}
		sum, text[i] = sum.Add(q.Interval()), v.Name+v.Quantity.String()
	}
	return sum, strings.Join(text, "+"), true
}
