package plant

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

var (
	yearRE      = regexp.MustCompile(`20\d\d年`)
	dateRE      = regexp.MustCompile(`^\d`)
	titleLikeRE = regexp.MustCompile(`^(专栏\s*\d*|附件\s*\d*|表\s*\d*)?[：:]?\s*([一二三四五六七八九十]+、|\d[.．])?\s*20\d\d年`)
)

// years slips the year of a heading - of a chapter, box, table, annex - whose
// year the headings around it have as well.
func years(r *Report, rng *rand.Rand) []Plant {
	type heading struct {
		at   Range
		year string
		part Part
	}
	var all []heading
	count := map[string]int{}
	for _, l := range r.Lines {
		head := plain(l.Text)
		if l.Part == Glossary || l.Cell || len(head) > 150 || strings.ContainsAny(head, "。；") || !titleLikeRE.MatchString(head) {
			continue
		}
		for _, m := range yearRE.FindAllStringIndex(l.Text, -1) {
			if dateRE.MatchString(l.Text[m[1]:]) {
				continue
			}
			y := l.Text[m[0] : m[0]+4]
			all = append(all, heading{l.part(m[0], m[0]+4), y, l.Part})
			count[y]++
		}
	}
	var out []Plant
	for i, h := range all {
		if count[h.year] < 2 {
			continue
		}
		y, _ := strconv.Atoi(h.year) // yearRE admits digits only
		var others []Range
		for j, o := range all {
			if j != i && o.year == h.year {
				others = append(others, o.at)
			}
		}
		step := 1 - 2*rng.IntN(2)
		out = append(out, Plant{At: h.at, With: strconv.Itoa(y + step), Against: others, Why: "the other headings have " + h.year})
	}
	return out
}
