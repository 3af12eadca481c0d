// Package msword holds what the old and the new file format of Word have in
// common: how lists are numbered, how cells are merged, the names of styles and
// the signs of the symbol fonts.
package msword

import (
	"strings"

	"gangmu/document/internal/numeral"
)

const (
	Levels       = 9    // of a list
	LongestLabel = 1024 // bytes of a number's layout; Word allows 255 characters
)

// Level is how one level of a list is numbered.
type Level struct {
	Start   int
	Format  string // as docx names it (ST_NumberFormat): decimal, chineseCounting
	Text    string // %1 stands for the number of level 1
	Legal   bool   // all numbers in it are decimal
	Suffix  string // tab, space or nothing
	Restart int    // 0 never, n after level n, -1 after any higher one
}

// Layout is how a list is numbered; several lists may share it, and then they
// count on together.
type Layout [Levels]Level

// List is a list, and where it departs from its layout.
type List struct {
	Layout  *Layout
	Changed map[int]Level // levels that it lays out differently
	Starts  map[int]int   // levels that it begins anew, and with what
}

func (l *List) level(i int) Level {
	if changed, ok := l.Changed[i]; ok {
		return changed
	}
	return l.Layout[i]
}

// print is the number of a paragraph on this level. A picture or a sign of a
// symbol font becomes a plain bullet.
func (l Level) print(number func(level int) string) string {
	switch l.Format {
	case "none":
		l.Text = onlyFixed(l.Text)
	case "bullet":
		l.Text = bullet(l.Text)
	}
	return l.label(number)
}

// label is the printed number, with the space that keeps it apart from a text
// that begins with a number itself.
func (l Level) label(number func(level int) string) string {
	var b strings.Builder
	for s := l.Text; s != ""; {
		before, after, found := strings.Cut(s, "%")
		b.WriteString(before)
		if !found {
			break
		}
		if after != "" && after[0] >= '1' && after[0] <= '9' {
			b.WriteString(number(int(after[0] - '1')))
			after = after[1:]
		} else {
			b.WriteByte('%')
		}
		s = after
	}
	s := b.String()
	if s == "" || l.Suffix == "nothing" || numeral.EndsInMark(s) {
		return s
	}
	return s + " "
}

// bullet is how a bullet is shown.
func bullet(s string) string {
	for _, r := range s {
		if r >= 0xE000 && r <= 0xF8FF {
			return "•"
		}
	}
	return s
}

// onlyFixed is a label without its numbers.
func onlyFixed(s string) string {
	return Level{Text: s, Suffix: "nothing"}.label(func(int) string { return "" })
}
