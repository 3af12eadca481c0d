package numbering

import (
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/internal/words"
	"gangmu/vet/rules/internal/prose"
)

// numbersOf are the numbers of a line: the one at its beginning, then those
// that begin its sentences.
func numbersOf(l extract.Line) []number {
	var out []number
	s := l.Text.S
	start := len(s) - len(strings.TrimLeft(s, " \u3000"))
	if n, ok := leading(l.Text, start); ok {
		out = append(out, n)
		start = n.end
	}
	for _, r := range starts(s, start) {
		if n, ok := inline(l.Text, r); ok {
			out = append(out, n)
		} else if n, ok := goesOn(out, l.Text, r); ok {
			out = append(out, n)
		}
	}
	return out
}

// goesOn reads the 18. of a line that begins with 17.
func goesOn(before []number, t document.Text, start int) (number, bool) {
	if len(before) == 0 || before[0].kind != arabic || !afterStop(t.S[:start]) {
		return number{}, false
	}
	n, ok := leading(t, start)
	n.unsure = true
	return n, ok && n.kind == arabic && n.n > before[0].n
}

// openings stand before a sentence or clause.
var openings = words.New("。", "；", "：", "！", "，", "“")

// starts are the offsets from from on where a sentence or clause may begin.
func starts(s string, from int) []int {
	out := []int{from}
	for {
		at, w := openings.Next(s, from)
		if at < 0 {
			return out
		}
		from = at + len(openings.Word(w))
		out = append(out, from)
	}
}

// leading reads 一、 （一） or 1. at the beginning of a line.
func leading(t document.Text, start int) (number, bool) {
	s := t.S[start:]
	if n, size := prose.Ordinal(s); size > 0 && strings.HasPrefix(s[size:], "、") {
		return number{kind: chapter, n: n, text: t, start: start, end: start + size + len("、")}, n > 0
	}
	for _, b := range []struct{ open, close string }{{"（", "）"}, {"(", ")"}} {
		if rest, ok := strings.CutPrefix(s, b.open); ok {
			n, size := prose.Ordinal(rest)
			return number{kind: bracketed, n: n, text: t, start: start, end: start + len(b.open) + size + len(b.close)},
				n > 0 && strings.HasPrefix(rest[size:], b.close)
		}
	}
	n, size := 0, 0
	for size < len(s) && size < 3 && '0' <= s[size] && s[size] <= '9' {
		n = n*10 + int(s[size]-'0')
		size++
	}
	for _, stop := range []string{".", "．", "、", "：", " ", ""} {
		rest, ok := strings.CutPrefix(s[size:], stop)
		if ok = ok && n > 0 && rest != "" && (stop != "" || strings.HasPrefix(rest, "“")); ok { // 24“…”: its dot is lost
			unsure := '0' <= rest[0] && rest[0] <= '9' || stop == "：" || stop == " " || stop == ""
			return number{kind: arabic, n: n, text: t, start: start, end: start + size + len(stop), unsure: unsure}, true
		}
	}
	return number{}, false
}

// inline reads 一是, 第一，, （1） and ① where a clause begins.
func inline(t document.Text, start int) (number, bool) {
	s := t.S[start:]
	if n, size := digitIn(s); n > 0 {
		k := paren
		if size == len("①") {
			k = circled
		}
		return number{kind: k, n: n, text: t, start: start, end: start + size}, true
	}
	if n, size := prose.Ordinal(s); n > 0 && strings.HasPrefix(s[size:], "是") {
		return number{kind: item, n: n, text: t, start: start, end: start + size + len("是")}, true
	}
	if rest, ok := strings.CutPrefix(s, "第"); ok && afterStop(t.S[:start]) {
		n, size := prose.Ordinal(rest)
		return number{kind: firstly, n: n, text: t, start: start, end: start + len("第") + size + len("，")},
			n > 0 && strings.HasPrefix(rest[size:], "，")
	}
	return number{}, false
}

// digitIn reads （1） or ①.
func digitIn(s string) (n, size int) {
	if r, w := utf8.DecodeRuneInString(s); '①' <= r && r <= '⑳' {
		return int(r-'①') + 1, w
	}
	for _, b := range []struct{ open, close string }{{"（", "）"}, {"(", ")"}} {
		rest, ok := strings.CutPrefix(s, b.open)
		for size = 0; ok && size < len(rest) && size < 2 && '0' <= rest[size] && rest[size] <= '9'; size++ {
			n = n*10 + int(rest[size]-'0')
		}
		if n > 0 && strings.HasPrefix(rest[size:], b.close) {
			return n, len(b.open) + size + len(b.close)
		}
		n = 0
	}
	return 0, 0
}

// afterStop reports the beginning of a sentence; behind a comma 第一， may be the
// end of a phrase (增速位居全市，第一，…).
func afterStop(before string) bool {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \u3000"))
	return before == "" || strings.ContainsRune("。；：！", c)
}
