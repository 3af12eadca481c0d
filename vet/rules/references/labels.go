package references

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

type text = document.Text

// label is one number of a kind, in a title or in a reference.
type label struct {
	n          int
	printed    string // 2, 二
	text       text
	start, end int // of the kind's word and the number
}

// labels are the titles of one kind.
type labels struct {
	kind   string
	titles map[int]label
	order  []label
}

// longest is how many characters a title may have.
const longest = 60

// title takes a paragraph that is a title of the kind.
func (l *labels) title(t text) {
	lead := len(t.S) - len(strings.TrimLeft(t.S, "*# 　【（|"))
	if !strings.HasPrefix(t.S[lead:], l.kind) || utf8.RuneCountInString(t.S) > longest || strings.Contains(t.S, "。") {
		return
	}
	if x, ok := l.at(t, lead); ok {
		if _, twice := l.titles[x.n]; !twice {
			l.titles[x.n] = x
		}
		l.order = append(l.order, x)
	}
}

// at reads the kind's word and a number at a place.
func (l *labels) at(t text, start int) (label, bool) {
	rest := t.S[start+len(l.kind):]
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if n := digits - len("2030"); (n == 1 || n == 2) && strings.HasPrefix(rest[digits:], "年") {
		digits = n // 表172030年…: the colon is lost
	}
	x := label{text: t, start: start}
	if digits > 0 && digits <= 2 {
		x.n, _ = strconv.Atoi(rest[:digits])
		x.printed = rest[:digits]
		// 表1.5, 图3D, 附件10月: no number of a title
		if next, _ := utf8.DecodeRuneInString(rest[digits:]); rest[digits:] != "" && strings.ContainsRune(".．-%月年日项个号", next) && !strings.HasPrefix(rest[digits:], "-") {
			return label{}, false
		}
	} else if n, size := prose.Ordinal(rest); n > 0 && digits == 0 {
		x.n, x.printed = n, rest[:size]
	}
	x.end = start + len(l.kind) + len(x.printed)
	return x, x.n > 0
}

// pointers stand before a reference to a table or figure; without one, 表 and 图
// are parts of words.
var pointers = []string{"见", "参见", "如", "（", "(", "、", "和", "及"}

// references are those of the kind in a paragraph that is no title of it.
func (l *labels) references(t text) []label {
	var out []label
	for from := 0; ; {
		i := strings.Index(t.S[from:], l.kind)
		if i < 0 {
			return out
		}
		i += from
		from = i + len(l.kind)
		x, ok := l.at(t, i)
		if !ok || l.isTitle(x) || strings.HasSuffix(t.S[:i], "》") || strings.HasSuffix(t.S[:i], "附") {
			continue
		}
		if word := len(l.kind) == len("表"); word && !endsIn(t.S[:i], pointers) {
			continue
		}
		if _, chinese := strconv.Atoi(x.printed); chinese != nil && !endsIn(t.S[:i], pointers[:4]) {
			continue // 专栏一批, 附件一并: a numeral that belongs to the next word
		}
		out = append(out, x)
	}
}

func (l *labels) isTitle(x label) bool {
	for _, t := range l.order {
		if t.start == x.start && t.text.Whole() == x.text.Whole() {
			return true
		}
	}
	return false
}

// names lists the titles there are: 附件1、附件2.
func (l *labels) names() string {
	var out []string
	for _, t := range l.order {
		name := l.kind + t.printed
		if len(out) == 0 || out[len(out)-1] != name {
			out = append(out, name)
		}
	}
	if len(out) > 4 {
		return out[0] + "—" + out[len(out)-1]
	}
	return strings.Join(out, "、")
}

// last is the last title, as evidence of what there is.
func (l *labels) last() vet.Mark {
	x := l.order[len(l.order)-1]
	return vet.At(x.text, x.start, x.end, vet.Evidence)
}

func endsIn(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
