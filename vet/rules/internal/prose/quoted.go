package prose

import (
	"strings"
	"unicode"
)

// Quoted are the texts between “ and ” in r.
func Quoted(s string, r Range) []Range {
	var out []Range
	for i := r.Start; ; {
		a := strings.Index(s[i:r.End], "“")
		if a < 0 {
			return out
		}
		a += i + len("“")
		b := strings.Index(s[a:r.End], "”")
		if b < 0 {
			return out
		}
		out = append(out, Range{Start: a, End: a + b})
		i = a + b
	}
}

// Letters are the letters, digits and plus signs of s in one width and case, so
// that “２＋４”产业 and "2+4"产业 are one term.
func Letters(s string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' {
			return r
		}
		return -1
	}, s))
}
