// Package prose cuts the running text of a report into sentences, clauses and
// the entries of its lists, with byte offsets.
//
// It reads punctuation only and decides nothing about what is said. What stands
// in brackets, quotation marks or title marks is never cut.
package prose

import (
	"strings"
	"unicode/utf8"
)

// Range is s[Start:End] of some text.
type Range struct{ Start, End int }

// Of is the text of r in s.
func (r Range) Of(s string) string { return s[r.Start:r.End] }

// Whole is all of s.
func Whole(s string) Range { return Range{0, len(s)} }

// Sentences are the parts of r between full stops and semicolons.
func Sentences(s string, r Range) []Range { return Split(s, r, "。；！？\n") }

// Clauses are the parts of r between any stops but 、.
func Clauses(s string, r Range) []Range { return Split(s, r, "。；！？，：\n") }

// Entries are the parts of r between 、.
func Entries(s string, r Range) []Range { return Split(s, r, "、") }

// Split cuts r at every rune of stops that stands outside brackets and quotation
// marks. Parts without text are left out; the others have no blanks at their ends.
func Split(s string, r Range, stops string) []Range {
	out := make([]Range, 0, 4)
	var open nesting
	start := r.Start
	add := func(end int) {
		if t := trim(s, Range{start, end}); t.Start < t.End {
			out = append(out, t)
		}
	}
	for i := r.Start; i < r.End; {
		if isHan(s[i]) {
			i += len("字")
			continue
		}
		if isLatin(s[i]) {
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:r.End])
		open.step(c)
		if open.depth == 0 && among(stops, c) {
			add(i)
			start = i + size
		}
		i += size
	}
	add(r.End)
	return out
}

// isHan reports the first byte of a Chinese character, which is three long and
// never punctuation: nine of ten in a report.
func isHan(first byte) bool { return 0xE4 <= first && first <= 0xE9 }

// isLatin reports a letter or digit of one byte.
func isLatin(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// among is strings.ContainsRune for a handful of characters.
func among(few string, c rune) bool {
	for _, f := range few {
		if f == c {
			return true
		}
	}
	return false
}

// nesting counts brackets and quotation marks that are open.
type nesting struct{ depth int }

func (n *nesting) step(c rune) {
	switch c {
	case '（', '(', '“', '《', '〈', '【', '「':
		n.depth++
	case '）', ')', '”', '》', '〉', '】', '」':
		n.depth = max(n.depth-1, 0)
	case '\n':
		n.depth = 0
	}
}

func trim(s string, r Range) Range {
	for {
		switch t := r.Of(s); {
		case t == "":
			return r
		case isBlank(t[0]):
			r.Start++
		case strings.HasPrefix(t, "\u3000"):
			r.Start += len("\u3000")
		case isBlank(t[len(t)-1]):
			r.End--
		case strings.HasSuffix(t, "\u3000"):
			r.End -= len("\u3000")
		default:
			return r
		}
	}
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

// Bracket is the first pair of round brackets in r: the text inside them.
func Bracket(s string, r Range) (inside Range, ok bool) {
	depth := 0
	for i, c := range s[r.Start:r.End] {
		switch c {
		case '（', '(':
			if depth++; depth == 1 {
				inside.Start = r.Start + i + utf8.RuneLen(c)
			}
		case '）', ')':
			if depth--; depth == 0 {
				inside.End = r.Start + i
				return inside, true
			}
			depth = max(depth, 0)
		}
	}
	return Range{}, false
}

// WithoutBrackets is s without what stands in round brackets.
func WithoutBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, c := range s {
		switch c {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}

// Short is s for a message: at most n characters.
func Short(s string, n int) string {
	s = strings.Join(strings.Fields(s), "")
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
