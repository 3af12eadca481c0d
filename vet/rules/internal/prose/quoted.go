package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if isHan(s[i]) && i+len("字") <= len(s) {
			out = append(out, s[i:i+len("字")]...)
			i += len("字")
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' {
			out = utf8.AppendRune(out, unicode.ToUpper(r))
		}
		i += size
	}
	return string(out)
}
