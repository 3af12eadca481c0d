package layout

import (
	"strings"
	"unicode/utf8"
)

// Marks that must not begin a line, and marks that must not end one.
const (
	closers = "，。、；：！？）》〉】』」”’％%…—,.;:!?)]}"
	openers = "（《〈【『「“‘([{"
)

// Wrap breaks s into lines of at most width columns. Chinese breaks between any
// two characters, Latin words and numbers stay whole where they fit, closing
// marks stay with what they close. There is always at least one line.
func Wrap(s string, width int) []string {
	width = max(width, 2)
	if Width(s) <= width {
		return []string{s}
	}
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		lines = append(lines, strings.TrimRight(line.String(), " "))
		line.Reset()
		used = 0
	}
	for s != "" {
		var unit string
		unit, s = nextUnit(s)
		w := Width(unit)
		if used > 0 && used+w > width {
			flush()
		}
		if used == 0 && unit == " " {
			continue
		}
		for w > width {
			var head string
			head, unit = cut(unit, width)
			lines = append(lines, head)
			w = Width(unit)
		}
		line.WriteString(unit)
		used += w
	}
	if used > 0 || len(lines) == 0 {
		flush()
	}
	return lines
}

// nextUnit splits off the shortest beginning of s that a line may end with.
func nextUnit(s string) (unit, rest string) {
	end := 0
	latin := false
	for i, r := range s {
		switch {
		case i == 0:
		case strings.ContainsRune(closers, r):
		case strings.ContainsRune(openers, lastRune(s[:end])):
		case latin && isLatin(r):
		default:
			return s[:end], s[end:]
		}
		end = i + len(string(r))
		latin = isLatin(r)
	}
	return s, ""
}

func isLatin(r rune) bool { return r > ' ' && r < 0x2000 }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// cut splits s after at most width columns, but never before its first character.
func cut(s string, width int) (head, rest string) {
	used := 0
	for i, r := range s {
		used += runeWidth(r)
		if used > width && i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}
