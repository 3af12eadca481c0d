package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/document"
)

// squeeze folds full-width ASCII to half-width and drops white space, so that
// "指　标 名 称" and "２０２４年" compare as "指标名称" and "2024年". Chinese
// punctuation stays as it is.
func squeeze(s string) string {
	if !needsSqueeze(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		b.WriteRune(fold(r))
	}
	return b.String()
}

func needsSqueeze(s string) bool {
	for _, r := range s {
		if fold(r) != r || unicode.IsSpace(r) {
			return true
		}
	}
	return false
}

// fold maps full-width letters, digits and signs to ASCII, but leaves the
// punctuation that Chinese text uses full-width.
func fold(r rune) rune {
	if r < 0xFF01 || r > 0xFF5E {
		return r
	}
	switch r {
	case '，', '：', '；', '（', '）', '！', '？':
		return r
	}
	return r - 0xFEE0
}

func runeLen(s string) int { return utf8.RuneCountInString(s) }

// splitLines cuts a text at its line breaks.
func splitLines(t document.Text) []document.Text {
	if !strings.Contains(t.S, "\n") {
		return []document.Text{t}
	}
	var out []document.Text
	for start := 0; start <= len(t.S); {
		end := strings.IndexByte(t.S[start:], '\n')
		if end < 0 {
			end = len(t.S)
		} else {
			end += start
		}
		out = append(out, t.Slice(start, end))
		start = end + 1
	}
	return out
}

// piece is a stretch of a string.
type piece struct{ start, end int }

func (p piece) of(s string) string { return s[p.start:p.end] }

// trim moves the borders of p past white space and the given characters.
func (p piece) trim(s, cutset string) piece {
	t := strings.TrimLeft(s[p.start:p.end], cutset+" \t\n　")
	p.start = p.end - len(t)
	p.end = p.start + len(strings.TrimRight(t, cutset+" \t\n　"))
	return p
}

// nesting tracks brackets and quotation marks, inside which a separator
// separates nothing.
type nesting int

func (n *nesting) step(r rune) {
	switch r {
	case '（', '(', '“', '《', '【', '〔', '「', '[':
		*n++
	case '）', ')', '”', '》', '】', '〕', '」', ']':
		if *n > 0 {
			*n--
		}
	}
}

// split cuts s[p] at the separators that stand outside brackets and quotation
// marks. Where brackets do not close, they are taken for no brackets.
func split(s string, p piece, seps string) []piece {
	out, depth := cut(s, p, seps, true)
	if depth != 0 {
		out, _ = cut(s, p, seps, false)
	}
	return out
}

func cut(s string, p piece, seps string, nested bool) ([]piece, nesting) {
	var out []piece
	var n nesting
	start := p.start
	for i := p.start; i < p.end; {
		if isHan(s[i]) {
			i += 3
			continue
		}
		if isLatin(s[i]) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if nested {
			n.step(r)
		}
		if n == 0 && among(seps, r) {
			out = append(out, piece{start, i})
			start = i + size
		}
		i += size
	}
	return append(out, piece{start, p.end}), n
}

// isHan reports the first byte of a character from U+4000 to U+9FFF, which takes
// three bytes and is no sign: most of a Chinese text is passed over so.
func isHan(b byte) bool { return b >= 0xE4 && b <= 0xE9 }

// isLatin reports a letter or digit of one byte.
func isLatin(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// among is strings.ContainsRune for a handful of characters.
func among(few string, r rune) bool {
	for _, f := range few {
		if f == r {
			return true
		}
	}
	return false
}

func whole(s string) piece { return piece{0, len(s)} }

func lastRune(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// cutWords takes the words off the start of s as long as one stands there.
func cutWords(s string, words ...string) string {
	for again := true; again; {
		again = false
		for _, w := range words {
			if t, ok := strings.CutPrefix(s, w); ok {
				s, again = t, true
			}
		}
	}
	return s
}

// trimSuffixes takes the words off the end of s as long as one stands there and
// something is left.
func trimSuffixes(s string, words ...string) string {
	for again := true; again; {
		again = false
		for _, w := range words {
			if t, ok := strings.CutSuffix(s, w); ok && t != "" {
				s, again = t, true
			}
		}
	}
	return s
}
