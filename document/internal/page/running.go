package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gangmu/document"
)

// zone is how much of a page's height, at its top and bottom, headers and
// footers may take.
const zone = 0.14

// dropRunning removes headers, footers and page numbers: what stands at the
// same height on several pages, apart from a number that goes up with them.
func dropRunning(sheets []*sheet) {
	count := map[place]int{}
	for _, s := range sheets {
		for _, i := range s.outer() {
			for _, p := range placesOf(&s.rows[i]) {
				count[p]++
			}
		}
	}
	for _, s := range sheets {
		var drop []int
		for _, i := range s.outer() {
			times := 0
			for _, p := range placesOf(&s.rows[i]) {
				times = max(times, count[p])
			}
			if running(&s.rows[i], times, len(sheets)) {
				drop = append(drop, i)
			}
		}
		kept := s.rows[:0]
		for i := range s.rows {
			if !slices.Contains(drop, i) {
				kept = append(kept, s.rows[i])
			}
		}
		s.rows = kept
	}
}

// place is a line that may be repeated: what it says, and where.
type place struct {
	text   string
	ahead  int // of its number, before that of the page
	height int // in points, divided by four
}

// placesOf are the places that a line counts for: heights that overlap, so that
// lines almost at one height meet in one of them.
func placesOf(l *line) [2]place {
	p := place{text: plain(l), height: int(l.midY() / 4)}
	if _, heading := document.HeadingLevel(p.text); heading {
		return [2]place{p, p.lower()} // 附件1, 附件2, each at the head of its page
	}
	if digits := strings.TrimFunc(p.text, func(r rune) bool { return r < '0' || r > '9' }); digits != "" {
		if n, err := strconv.Atoi(digits); err == nil {
			p.text, p.ahead = masked(l), n-l.page
		}
	}
	return [2]place{p, p.lower()}
}

func (p place) lower() place {
	p.height++
	return p
}

// running reports whether a line at the edge of a page is a header, a footer or
// a page number, given on how many pages it stands.
func running(l *line, times, pages int) bool {
	const often = 3
	text := plain(l)
	if document.PageNumber(text) {
		return true
	}
	if strings.Trim(masked(l), "#—-－–─―~·•./／|第页共Pageof ") == "" {
		n, err := strconv.Atoi(strings.Trim(text, " "))
		return times >= 2 || err == nil && n == l.page+1
	}
	_, heading := document.HeadingLevel(text)
	return times >= often || times == pages && pages == 2 && !heading
}

// outer are the lines in the zones at the edges that no table parts from the
// edge, at most three of each.
func (s *sheet) outer() (out []int) {
	const most = 3
	top, bottom := s.height*zone, s.height*(1-zone)
	first, last := s.height, 0.0
	for _, g := range s.grids {
		first, last = min(first, g.Y0), max(last, g.Y1)
	}
	for i := 0; i < min(most, len(s.rows)); i++ {
		if s.rows[i].Y1 < top && s.rows[i].Y1 < first+near {
			out = append(out, i)
		}
	}
	for i := len(s.rows) - 1; i >= max(0, len(s.rows)-most); i-- {
		if s.rows[i].Y0 > bottom && s.rows[i].Y0 > last-near && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// plain is the writing of a line.
func plain(l *line) string {
	var b strings.Builder
	for i, g := range l.glyphs {
		if l.spaced(i) {
			b.WriteByte(' ')
		}
		b.WriteString(g.Text)
	}
	return b.String()
}

// masked is the writing of a line with # for its numbers and without spaces.
func masked(l *line) string {
	var b strings.Builder
	for _, g := range l.glyphs {
		for _, r := range g.Text {
			switch {
			case unicode.IsDigit(r):
				if !strings.HasSuffix(b.String(), "#") {
					b.WriteByte('#')
				}
			case !unicode.IsSpace(r):
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
