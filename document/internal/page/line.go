package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of writing, from left to right.
type line struct {
	Box
	page   int // 0-based
	size   float64
	glyphs []Glyph
	loose  [2]float64 // space between most characters: Chinese, others
}

// linesOf puts glyphs into lines from top to bottom. It orders glyphs.
func linesOf(glyphs []Glyph, page int) []line {
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(a.midY(), b.midY()) })
	var out []line
	start, mid, size := 0, 0.0, 0.0
	for i, g := range glyphs {
		if i > start && g.midY()-mid > max(size, g.Size)/2 {
			out = append(out, newLine(glyphs[start:i:i], page))
			start, size = i, 0
		}
		if g.Size > size {
			mid, size = g.midY(), g.Size
		}
	}
	if start < len(glyphs) {
		out = append(out, newLine(glyphs[start:], page))
	}
	return slices.DeleteFunc(out, func(l line) bool { return len(l.glyphs) == 0 })
}

// newLine orders the glyphs of a line. One that is drawn again almost at the
// same place, to look bold, counts once; blanks at the ends do not.
func newLine(glyphs []Glyph, page int) line {
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(a.X0, b.X0) })
	kept := glyphs[:0]
	for _, g := range glyphs {
		if !redrawn(kept, g) {
			kept = append(kept, g)
		}
	}
	for len(kept) > 0 && blank(kept[0]) {
		kept = kept[1:]
	}
	for len(kept) > 0 && blank(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	l := line{page: page, glyphs: kept}
	if len(kept) == 0 {
		return l
	}
	l.Box = kept[0].Box
	for _, g := range kept {
		l.Box = l.around(g.Box)
	}
	l.size = usualSize(kept)
	l.track()
	return l
}

func redrawn(before []Glyph, g Glyph) bool {
	const near, far = 0.3, 3
	for i := len(before) - 1; i >= max(0, len(before)-far); i-- {
		b := before[i]
		if b.Box == g.Box && g.Source == b.Source+1 {
			return false // one drawing stands for both
		}
		if b.Text == g.Text && g.X0-b.X0 < near*min(g.Size, max(g.width(), 1)) && abs(g.Y0-b.Y0) < near*g.Size {
			return true
		}
	}
	return false
}

func blank(g Glyph) bool { return strings.TrimSpace(g.Text) == "" }

// usualSize is the size of most glyphs.
func usualSize(glyphs []Glyph) float64 {
	best, most := glyphs[0].Size, 0
	for i := 0; i < len(glyphs); {
		n := 1
		for i+n < len(glyphs) && glyphs[i+n].Size == glyphs[i].Size {
			n++
		}
		if n > most {
			best, most = glyphs[i].Size, n
		}
		i += n
	}
	return best
}

// segments splits the line where nothing is drawn over a width of more than
// gap times its size.
func (l *line) segments(gap float64) []line {
	var out []line
	start := 0
	end := 0.0 // of the last glyph that is not blank
	for i, g := range l.glyphs {
		if blank(g) {
			continue
		}
		if i > start && g.X0-end > gap*l.size {
			out = append(out, newLine(l.glyphs[start:i:i], l.page))
			start = i
		}
		end = g.X1
	}
	if start == 0 {
		return []line{*l}
	}
	return append(out, newLine(l.glyphs[start:], l.page))
}

// spaced reports whether readers see a space before glyph i although none is
// drawn.
func (l *line) spaced(i int) bool {
	if i == 0 || blank(l.glyphs[i]) || blank(l.glyphs[i-1]) {
		return false
	}
	a, b := l.glyphs[i-1], l.glyphs[i]
	gap := b.X0 - a.X1
	size := min(a.Size, b.Size)
	switch {
	case western(a) && western(b):
		return gap > 0.18*size+l.loose[1]
	case western(a) || western(b):
		return gap > 0.65*size+l.loose[0] // beside figures programs leave some space
	}
	return gap > 0.45*size+l.loose[0]
}

// track finds how loosely the line is set, for Chinese and for other writing:
// where most characters stand apart, the gaps are no spaces.
func (l *line) track() {
	var gaps [2][]float64
	for i := 1; i < len(l.glyphs); i++ {
		a, b := l.glyphs[i-1], l.glyphs[i]
		if blank(a) || blank(b) || western(a) != western(b) {
			continue
		}
		k := 0
		if western(a) {
			k = 1
		}
		gaps[k] = append(gaps[k], b.X0-a.X1)
	}
	for k, few := range [2]int{1, 3} {
		if n := len(gaps[k]); n >= few {
			slices.Sort(gaps[k])
			l.loose[k] = max(0, gaps[k][n/2])
		}
	}
}

func western(g Glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.Text)
	return r < 0x2000 && !unicode.IsSpace(r)
}

func abs(v float64) float64 { return max(v, -v) }
