package plant

import (
	"math/rand/v2"
	"strings"
)

// slip misprints a number in the other ways of the keyboard: a digit is lost or
// struck twice, the point is moved, or lost.
func slip(rng *rand.Rand, digits string) string {
	whole, frac, point := strings.Cut(digits, ".")
	k := rng.IntN(len(whole))
	switch rng.IntN(4) {
	case 0:
		if len(whole) > 1 {
			whole = whole[:k] + whole[k+1:]
		} else {
			whole += whole
		}
	case 1:
		whole = whole[:k+1] + whole[k:]
	case 2:
		if point {
			return shifted(digits, 1-2*rng.IntN(2))
		}
		whole += "0"
	default:
		return strings.TrimLeft(whole+frac, "0")
	}
	if whole[0] == '0' && len(whole) > 1 {
		whole = whole[1:]
	}
	if point {
		return whole + "." + frac
	}
	return whole
}

// slips are such misprints of one of two statements, or against a table.
func slips(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	add := func(n, other Number, against Range, why string) {
		for range tries {
			if b := n.with(slip(rng, n.Text)); b.Text != "" && disagree(b, other) {
				out = append(out, Plant{At: n.Digits, With: b.Text, Against: []Range{against}, Why: why})
				return
			}
		}
	}
	for _, p := range r.pairs() {
		add(p.a.Number, p.b.Number, p.b.Clause, p.a.Name+" stands twice with one value")
	}
	for _, m := range append(actualMeetings(r), targetMeetings(r)...) {
		if rng.IntN(2) == 0 {
			add(m.cell.Number, m.text.Number, m.text.Clause, m.row.Name+": table and text no longer agree")
		} else {
			add(m.text.Number, m.cell.Number, m.cell.Range, m.row.Name+": table and text no longer agree")
		}
	}
	return out
}
