// Package layout sets text for people in a fixed number of columns, where a
// Chinese character takes two and a Latin letter one.
//
// It decides widths, line breaks and the alignment of table cells. Characters
// whose width depends on the terminal (East Asian ambiguous: “ ” Ⅲ ≥ —) always
// count as one column, so that the same text gives the same bytes everywhere.
package layout

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// columns measures with ambiguous characters narrow, whatever the locale says.
var columns = &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// Width is the number of columns that s takes.
func Width(s string) int {
	w := 0
	for _, r := range s {
		w += runeWidth(r)
	}
	return w
}

func runeWidth(r rune) int {
	if r < 0x7f {
		return 1
	}
	return columns.RuneWidth(r)
}

// Clean makes s one line that is safe on a terminal: line breaks, tabs and runs
// of blanks become one blank, control characters (an escape sequence in a hostile
// file) and direction overrides disappear.
func Clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar:
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Pad fills s with blanks to width columns, on the left when right is set.
func Pad(s string, width int, right bool) string {
	n := width - Width(s)
	if n <= 0 {
		return s
	}
	if right {
		return strings.Repeat(" ", n) + s
	}
	return s + strings.Repeat(" ", n)
}
