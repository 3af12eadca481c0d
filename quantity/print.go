package quantity

import "strings"

// String prints the quantity so that Parse reads it back as the same:
// ≥75.81万亩, 6-6.5%, 1.92:1, 8000余人, 近40, 5%左右.
func (q Quantity) String() string {
	var b strings.Builder
	switch {
	case q.Op == Less && q.Near:
		b.WriteString("近")
	case q.Op == AtLeast, q.Op == AtMost, q.Op == More && !q.Near, q.Op == Less:
		b.WriteString(map[Comparator]string{AtLeast: "≥", AtMost: "≤", More: "＞", Less: "＜"}[q.Op])
	}
	b.WriteString(q.body())
	if q.Op == About {
		b.WriteString("左右")
	}
	return b.String()
}

// body prints the number and the unit.
func (q Quantity) body() string {
	switch q.Form {
	case Ratio:
		return joinNumbers(q.Parts, ":")
	case Fraction:
		return joinNumbers(q.Parts, "/")
	case Range:
		return figures(q.Value) + q.Unit.Text + "至" + figures(q.High) + q.Unit.Text
	}
	if q.Op == More && q.Near {
		return q.withRest()
	}
	return figures(q.Value) + q.Unit.Text
}

// withRest puts 余 where it is usually written: 8000余人, 1000余万元, but
// 1.5万余人 and 2.5吨余.
func (q Quantity) withRest() string {
	n, unit := figures(q.Value), q.Unit.unscaled()
	scale := strings.TrimSuffix(q.Unit.Text, unit)
	switch {
	case q.Value.Places() <= 0 && (len(n) > 1 || scale == ""):
		return n + "余" + scale + unit
	case scale != "":
		return n + scale + "余" + unit
	}
	return n + unit + "余"
}

// longest is the longest number printed ungrouped: more digits in one run are
// read as a telephone number or not at all.
const longest = 10

// figures prints n, in groups of three when it is long.
func figures(n Number) string {
	s := n.String()
	whole := strings.TrimLeft(s, "-")
	if whole, _, _ = strings.Cut(whole, "."); len(whole) <= longest {
		return s
	}
	at := strings.Index(s, whole) + len(whole)
	for at -= 3; at > len(s)-len(strings.TrimLeft(s, "-")); at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

func joinNumbers(parts []Number, sep string) string {
	s := make([]string, len(parts))
	for i, p := range parts {
		s[i] = figures(p)
	}
	return strings.Join(s, sep)
}
