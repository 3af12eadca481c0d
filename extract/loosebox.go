package extract

import (
	"strconv"
	"strings"

	"gangmu/document"
)

// looseBox reads a box that lost its frame, as where a page was copied as text:
// a line 专栏2：… and the lines of a box behind it. It returns the box and how many
// blocks it takes; none when no box begins here.
func looseBox(blocks []document.Block) (lines []document.Text, n int) {
	if !isBoxHead(blocks[0]) {
		return nil, 0
	}
	lines = []document.Text{blocks[0].Text}
	_, title := boxTitle(blocks[0].Text.S)
	last := 0 // number of the last livelihood item
	holds := func(s string) bool {
		if isLivelihood(title) {
			return goesOnWithItem(s, &last)
		}
		_, _, ok := stageOf(s)
		return ok
	}
	pending := 0 // headings that belong to the box only if one of its lines follows
	for _, b := range blocks[1:] {
		s := strings.TrimSpace(b.Text.S)
		switch {
		case b.Kind != document.Paragraph && b.Kind != document.Heading:
			return done(lines, pending)
		case holds(s):
			pending = 0
		case isCategory(s) && !isBoxHead(b):
			pending++
		default:
			return done(lines, pending)
		}
		lines = append(lines, b.Text)
	}
	return done(lines, pending)
}

// goesOnWithItem reports the next livelihood item: its number is the next, or it
// has its result in brackets at its end.
func goesOnWithItem(s string, last *int) bool {
	body := skipNumbering(s, whole(s))
	if body.start == 0 || numberLevel(s) > 0 {
		return false
	}
	no, err := strconv.Atoi(strings.Trim(squeeze(s[:body.start]), "、.．()（）"))
	_, outcome := outcomeOf(s, body)
	if err != nil || no != *last+1 && outcome.start == outcome.end {
		return false
	}
	*last = no
	return true
}

// done leaves the last pending lines out of a box; a title alone is no box.
func done(lines []document.Text, pending int) ([]document.Text, int) {
	n := len(lines) - pending
	if n < 2 {
		return nil, 0
	}
	return lines[:n], n
}

// isBoxHead is a paragraph such as 专栏2：2031年重点项目.
func isBoxHead(b document.Block) bool {
	if b.Kind != document.Paragraph && b.Kind != document.Heading {
		return false
	}
	s := strings.TrimSpace(b.Text.S)
	no, title := boxTitle(s)
	return no != "" && title != "" && runeLen(s) <= maxHeading && !strings.Contains(s, "。")
}
