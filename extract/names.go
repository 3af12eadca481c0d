package extract

import (
	"strings"

	"gangmu/quantity"
)

// nameMarks are the signs that reports put on names to set them apart.
const nameMarks = "*＊★▲△☆●◆"

// printedName is a name cell taken apart.
type printedName struct {
	name, unit, no string
	marks          string
	binding        bool // the name says 约束性
	ofWhich        bool
}

// rowName reads 其中：化学需氧量（万吨）* : number, mark, unit and 其中 are no part
// of the name.
func rowName(s string) (n printedName) {
	s = strings.Join(strings.Fields(s), "")
	p := whole(s)
	if q := skipNumbering(s, p); q.start > 0 {
		n.no = strings.TrimRight(squeeze(s[:q.start]), "、.．")
		p = q
	} else if no, rest := dottedNumber(s); no != "" {
		n.no, p.start = no, len(s)-len(rest)
	}
	s = p.of(s)
	if rest, ok := cutAny(s, "其中：", "其中:", "其中，", "＃", "#", "其中"); ok {
		s, n.ofWhich = strings.TrimLeft(rest, "：:，"), true
	}
	for range 3 { // （%）* and *（%）（约束性）
		t := strings.Trim(s, nameMarks)
		if t != s {
			n.marks += strings.Trim(s, strings.Trim(s, nameMarks))
		}
		s = t
		if rest, in, ok := cutBracket(s); ok && strings.Trim(in, nameMarks) == "" {
			s, n.marks = rest, n.marks+in
		}
		for _, nature := range []string{"约束性", "预期性", "约束性指标", "预期性指标"} {
			for _, b := range [][2]string{{"（", "）"}, {"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}} {
				if t, ok := strings.CutSuffix(s, b[0]+nature+b[1]); ok {
					s, n.binding = t, n.binding || strings.HasPrefix(nature, "约束")
				}
			}
		}
		if n.unit == "" {
			s, n.unit = cutUnit(s)
		}
	}
	n.name = s
	return n
}

// dottedNumber takes 1.1 or 3.2.1 off the front of a name.
func dottedNumber(s string) (no, rest string) {
	rest = strings.TrimLeft(s, "0123456789.")
	no = strings.TrimRight(s[:len(s)-len(rest)], ".")
	if rest == "" || !strings.Contains(no, ".") || !isHan(rest[0]) {
		return "", s
	}
	return no, rest
}

// cutUnit takes a unit in brackets off the end of a name.
func cutUnit(s string) (rest, unit string) {
	rest, inside, ok := cutBracket(s)
	if !ok || !knownUnit(inside) {
		return s, ""
	}
	return rest, squeeze(inside)
}

// cutBracket takes the brackets off the end of a name.
func cutBracket(s string) (rest, inside string, ok bool) {
	rest, ok = strings.CutSuffix(s, "）")
	if !ok {
		rest, ok = strings.CutSuffix(s, ")")
	}
	i := strings.LastIndexAny(rest, "（(")
	if !ok || i <= 0 {
		return s, "", false
	}
	return rest[:i], strings.TrimLeft(rest[i:], "（("), true
}

func knownUnit(s string) bool {
	_, ok := quantity.ParseUnit(s)
	return ok
}

// ladder finds the row that a row belongs to, by how the rows are numbered: the
// first way of numbering counts top rows, each further one counts the parts of
// the rows numbered so far.
type ladder struct {
	styles []string
	nos    []string
}

// place returns the No of the row that a row numbered no belongs to, empty for
// a top row.
func (l *ladder) place(no string) (of string) {
	if parent := dottedParent(no); parent != "" {
		return parent
	}
	style := numberStyle(no)
	for i, s := range l.styles {
		if s == style {
			l.styles, l.nos = l.styles[:i+1], l.nos[:i+1]
			l.nos[i] = no
			return l.above()
		}
	}
	if len(l.styles) == maxDepth {
		return l.above()
	}
	l.styles, l.nos = append(l.styles, style), append(l.nos, no)
	return l.above()
}

// maxDepth is how many ways of numbering may stand inside each other.
const maxDepth = 4

func (l *ladder) above() string {
	if n := len(l.nos); n > 1 {
		return l.nos[n-2]
	}
	return ""
}

// last is the row that was numbered last.
func (l *ladder) top() string {
	if len(l.nos) == 0 {
		return ""
	}
	return l.nos[0]
}

// dottedParent is the number before the last dot or dash: 3 of 3.1 and 3-1.
func dottedParent(no string) string {
	i := strings.LastIndexAny(no, ".-")
	if i <= 0 || i == len(no)-1 || strings.Trim(no, "0123456789.-") != "" {
		return ""
	}
	return no[:i]
}

// numberStyle is how a number is written, without the number itself: 1 and 12
// are one style, （1） another, ① and 一 others.
func numberStyle(no string) string {
	var b strings.Builder
	var last rune
	for _, r := range strings.TrimRight(no, "、.") {
		switch {
		case r >= '0' && r <= '9':
			r = '1'
		case strings.ContainsRune(chineseDigits, r):
			r = '一'
		case r >= '①' && r <= '⑳':
			r = '①'
		case r == '(':
			r = '（'
		case r == ')':
			r = '）'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
