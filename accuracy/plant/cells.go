package plant

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode/utf8"
)

// beside are the cells and statements whose names are not one but in one another
// and that print one value: 制造业投资增长14% and 其中：制造业投资增速（%） 14.
func (r *Report) beside() []meeting {
	met := map[Range]bool{}
	for _, m := range append(actualMeetings(r), targetMeetings(r)...) {
		met[m.text.Range] = true
	}
	var out []meeting
	for _, row := range r.Rows {
		c := row.Actual
		if row.Part == Outlook {
			c = row.Target
		}
		n := c.Number
		if n.Text == "" || !n.weighty() && !row.growth() {
			continue
		}
		for _, s := range r.Statements {
			if met[s.Range] || s.Part != row.Part || s.Line.Box || !s.Single || n.base() != s.base() || n.value() != s.value() ||
				c.negative() != (s.Verb == "下降") || row.growth() != s.Growth || !within(subject(row.Name), subject(s.Name)) {
				continue
			}
			out = append(out, meeting{row, c, s})
		}
	}
	return out
}

// within reports two names of which the shorter, of four characters at least,
// stands in the other in order.
func within(a, b string) bool {
	if utf8.RuneCountInString(a) > utf8.RuneCountInString(b) {
		a, b = b, a
	}
	return utf8.RuneCountInString(a) >= 4 && inOrder(a, b)
}

func tableNears(r *Report, rng *rand.Rand) []Plant { return disturb(rng, r.beside()) }

// tableUnits slips the unit of a row against the text.
func tableUnits(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, m := range append(actualMeetings(r), targetMeetings(r)...) {
		to := rescaled(rng, m.row.Unit)
		head := r.Text[max(0, m.cell.Start-200):m.cell.Start]
		at := strings.LastIndex(head, m.row.Unit)
		if to == "" || at < 0 || !strings.Contains(head[:at], m.row.Name) {
			continue
		}
		at += max(0, m.cell.Start-200)
		out = append(out, Plant{At: Range{at, at + len(m.row.Unit)}, With: to, Against: []Range{m.text.Clause, m.cell.Range}, Why: m.row.Name + ": the row's unit"})
	}
	return out
}

var boundRE = regexp.MustCompile(`^(以上|以内|以下)`)

// comparators turn the bound of a target in the text against the table's: 8000人以上
// to 8000人以内.
func comparators(r *Report, _ *rand.Rand) []Plant {
	turned := map[string]string{"以上": "以内", "以内": "以上", "以下": "以上"}
	var out []Plant
	for _, m := range targetMeetings(r) {
		if b := boundRE.FindString(r.Text[m.text.End:]); b != "" && m.text.Line.End >= m.text.End+len(b) {
			out = append(out, Plant{At: Range{m.text.End, m.text.End + len(b)}, With: turned[b], Against: []Range{m.cell.Range}, Why: m.row.Name + ": the other bound"})
		}
	}
	return out
}
