package prose

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

var digits = []rune("〇一二三四五六七八九")

// Ordinal reads the Chinese numeral from 1 to 99 at the beginning of s and says
// how many bytes it takes; 0 when there is none.
func Ordinal(s string) (n, size int) {
	tens := -1
	for size < len(s) {
		c, w := utf8.DecodeRuneInString(s[size:])
		d := slices.Index(digits, c)
		switch {
		case c == '十' && tens < 0:
			tens, n = max(n, 1), 0
		case d > 0 && n == 0:
			n = d
		default:
			return max(tens, 0)*10 + n, size
		}
		size += w
	}
	return max(tens, 0)*10 + n, size
}

// Chinese prints n, from 1 to 99, as a Chinese numeral.
func Chinese(n int) string {
	digit := func(d int) string { return string(digits[d]) }
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digit(n)
	}
	s := "十"
	if n >= 20 {
		s = digit(n/10) + s
	}
	if n%10 > 0 {
		s += digit(n % 10)
	}
	return s
}
