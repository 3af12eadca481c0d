package prose

import (
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
		d := digit(c)
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

// digit is the value of a Chinese digit, 0 of anything else.
func digit(c rune) int {
	switch c {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return 0
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
