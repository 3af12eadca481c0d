package residue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/vet/rules/internal/prose"
)

// usual is how often two characters stand together in a report to be a word of it.
const usual = 3

// cutInTwo reports that the ith line, which has no end, goes on in the next: it
// stops behind a comma, or in the middle of a word. Conversions of files cut
// paragraphs so at the end of a page.
func cutInTwo(lines []extract.Line, i int) bool {
	if i+1 >= len(lines) || lines[i].Part != lines[i+1].Part || lines[i].Box != lines[i+1].Box || !runsOn(lines[i+1]) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(lines[i].Text.S, unicode.IsSpace))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(lines[i+1].Text.S, unicode.IsSpace))
	if strings.ContainsRune("，、的", last) {
		return true
	}
	if !unicode.Is(unicode.Han, last) || !unicode.Is(unicode.Han, first) {
		return false
	}
	n, word := 0, string([]rune{last, first})
	for _, l := range lines {
		n += strings.Count(l.Text.S, word)
	}
	return n >= usual
}

// runsOn reports running text without a number of its own.
func runsOn(l extract.Line) bool {
	s := strings.TrimLeftFunc(l.Text.S, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(s)
	_, numeral := prose.Ordinal(s)
	return l.Level == 0 && numeral == 0 && (unicode.Is(unicode.Han, first) || first == '“') && !strings.HasPrefix(s, "第")
}
