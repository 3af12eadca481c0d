package plant

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// repeated misprints one of two statements of a fact.
func repeated(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, p := range r.pairs() {
		if bad, ok := misprintUntil(rng, p.a.Number, func(b Number) bool { return disagree(b, p.b.Number) }); ok {
			out = append(out, Plant{At: p.a.Digits, With: bad.Text, Against: []Range{p.b.Clause}, Why: p.a.Name + " stands twice with one value"})
		}
	}
	return out
}

// opposites of verbs of growth.
var opposites = map[string]string{"增长": "下降", "下降": "增长"}

// signs turns growth into fall on one of two statements, or against a table.
func signs(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	turn := func(s Statement, against Range) {
		if to, ok := opposites[s.Verb]; ok && s.value() != 0 {
			at := s.Start - len(s.Verb)
			if r.Text[at:s.Start] == s.Verb {
				out = append(out, Plant{At: Range{at, s.Start}, With: to, Against: []Range{against}, Why: s.Name + ": the sign is turned"})
			}
		}
	}
	for _, p := range r.pairs() {
		turn(p.a, p.b.Clause)
	}
	for _, m := range append(actualMeetings(r), targetMeetings(r)...) {
		turn(m.text, m.cell.Range)
	}
	return out
}

// rescaled are the units that are taken for one another; "" if none is.
func rescaled(rng *rand.Rand, unit string) string {
	switch {
	case strings.HasPrefix(unit, "万亿"):
		return strings.TrimPrefix(unit, "万")
	case strings.HasPrefix(unit, "亿"):
		return "万" + strings.TrimPrefix(unit, "亿")
	case strings.HasPrefix(unit, "万") && rng.IntN(2) == 0:
		return strings.TrimPrefix(unit, "万")
	case strings.HasSuffix(unit, "万元"):
		return "亿元"
	case strings.HasPrefix(unit, "万"):
		return strings.TrimPrefix(unit, "万")
	case unit == "元" || unit == "人" || unit == "吨" || unit == "亩":
		return "万" + unit
	}
	return ""
}

// units slips the scale of a unit on one of two statements.
func units(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	slip := func(s Statement, against Range) {
		to := rescaled(rng, s.Unit)
		if to == "" {
			return
		}
		out = append(out, Plant{At: Range{s.Digits.End, s.End}, With: to, Against: []Range{against},
			Why: fmt.Sprintf("%s: %s is slipped", s.Name, s.Unit)})
	}
	for _, p := range r.pairs() {
		slip(p.a, p.b.Clause)
	}
	for _, m := range append(actualMeetings(r), targetMeetings(r)...) {
		slip(m.text, m.cell.Range)
	}
	return out
}
