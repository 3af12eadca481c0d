package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// takeNotes takes the footnotes off a page: lines in smaller writing below a
// short line at the foot of the page, and the raised marks that point to them.
func (s *sheet) takeNotes(body float64) {
	const (
		short = 0.45 // of the width
		foot  = 0.4  // of the height
	)
	for _, r := range s.rules {
		if r.at < foot*s.height || r.to-r.from > short*s.width || r.from > 0.3*s.width {
			continue
		}
		if at := s.below(r.at, body); at >= 0 {
			s.notes = append(s.notes, s.rows[at:]...)
			s.rows = s.rows[:at]
			for i := range s.rows {
				s.rows[i].dropMarks()
			}
			return
		}
	}
}

// below is the index of the first line below y, -1 if what stands there is no
// footnote.
func (s *sheet) below(y, body float64) int {
	for _, g := range s.grids {
		if g.Y1 > y+near {
			return -1
		}
	}
	at := -1
	for i, l := range s.rows {
		switch {
		case l.midY() < y:
		case l.size > 0.95*body:
			return -1
		case at < 0:
			if mark, _ := noteMark(plain(&l)); mark == "" {
				return -1
			}
			at = i
		}
	}
	return at
}

// dropMarks removes small raised figures.
func (l *line) dropMarks() {
	kept := make([]Glyph, 0, len(l.glyphs))
	for _, g := range l.glyphs {
		raised := g.Size < 0.75*l.size && g.midY() < l.midY()
		if raised && strings.Trim(g.Text, marks) == "" {
			continue
		}
		kept = append(kept, g)
	}
	if len(kept) > 0 && len(kept) < len(l.glyphs) {
		*l = newLine(kept, l.page)
	}
}

// marks are what points to a footnote.
const marks = "0123456789*①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳[]〔〕"

// noteMark parts a footnote from its mark, which is "" if there is none.
func noteMark(s string) (mark, text string) {
	text = strings.TrimLeft(s, marks)
	mark = s[:len(s)-len(text)]
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	if next, _ := utf8.DecodeRuneInString(text); strings.ContainsRune(".%年月日", next) || text == "" {
		return "", s
	}
	return mark, text
}
