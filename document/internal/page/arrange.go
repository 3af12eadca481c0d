package page

import (
	"cmp"
	"slices"
)

// arrange puts the lines and tables of a page into reading order: from top to
// bottom, where the page has two columns the left one before the right one.
func (s *sheet) arrange() {
	var items []element
	for _, l := range s.rows {
		items = append(items, element{line: l})
	}
	for _, g := range s.grids {
		items = append(items, element{grid: g})
	}
	slices.SortStableFunc(items, func(a, b element) int { return cmp.Compare(a.box().midY(), b.box().midY()) })
	x, ok := gutter(s.rows, s.width)
	if !ok {
		s.elements = items
		return
	}
	for i := 0; i < len(items); {
		j := i
		for j < len(items) && !crosses(items[j], x) {
			j++
		}
		if j-i >= fewest {
			s.elements = append(s.elements, split(items[i:j], x, s.number)...)
		} else {
			s.elements = append(s.elements, items[i:j]...)
		}
		if j < len(items) {
			s.elements = append(s.elements, items[j])
			j++
		}
		i = j
	}
}

// fewest lines beside each other make two columns.
const fewest = 5

// gutter finds where a page is parted into two columns: a place in its middle
// that several lines on both sides leave free, each filling its side as running
// text does and the cells of a table do not.
func gutter(rows []line, width float64) (x float64, ok bool) {
	const step = 2.0
	from, bins := width*0.3, int(width*0.4/step)
	if bins <= 0 || bins > 1<<14 {
		return 0, false
	}
	left, right := make([]int, bins), make([]int, bins)
	for i := range rows {
		rows[i].free(from, step, left, right)
	}
	best, first, last := 0, 0, 0
	for k := range bins {
		n := min(left[k], right[k])
		if n > best {
			best, first = n, k
		}
		if n == best {
			last = k
		}
	}
	if best < fewest {
		return 0, false
	}
	x = from + step*float64(first+last)/2
	l, r := sides(rows, x)
	return x, full(l) && full(r)
}

// free counts, for places that begin at from, those that the line leaves free
// with writing on their left and on their right.
func (l *line) free(from, step float64, left, right []int) {
	next := 0
	for k := range left {
		at := from + step*float64(k)
		for next < len(l.glyphs) && l.glyphs[next].X1 <= at {
			next++
		}
		switch {
		case next == len(l.glyphs):
			left[k]++
		case l.glyphs[next].X0 < at:
		case next == 0:
			right[k]++
		case l.glyphs[next].X0-l.glyphs[next-1].X1 > 0.9*l.size:
			left[k]++
			right[k]++
		}
	}
}

// sides are the lines of writing left and right of x in rows that leave it
// free.
func sides(rows []line, x float64) (left, right []line) {
	for i := range rows {
		var l, r []Glyph
		crossed := false
		for _, g := range rows[i].glyphs {
			switch {
			case g.X1 <= x:
				l = append(l, g)
			case g.X0 >= x:
				r = append(r, g)
			default:
				crossed = true
			}
		}
		if crossed || len(l) > 0 && len(r) > 0 && r[0].X0-l[len(l)-1].X1 < 0.9*rows[i].size {
			continue
		}
		if len(l) > 0 {
			left = append(left, newLine(l, rows[i].page))
		}
		if len(r) > 0 {
			right = append(right, newLine(r, rows[i].page))
		}
	}
	return left, right
}

// full reports whether most lines run over most of the width that they have.
func full(lines []line) bool {
	if len(lines) == 0 {
		return false
	}
	whole := lines[0].Box
	for _, l := range lines {
		whole = whole.around(l.Box)
	}
	n := 0
	for i := range lines {
		if lines[i].width() > 0.75*whole.width() && len(lines[i].segments(1.5)) == 1 {
			n++
		}
	}
	return n*10 >= len(lines)*6
}

func crosses(e element, x float64) bool {
	if e.grid != nil {
		return e.grid.X0 < x && e.grid.X1 > x
	}
	for _, g := range e.line.glyphs {
		if g.X0 < x && g.X1 > x {
			return true
		}
	}
	return false
}

// split orders what stands left of x before what stands right of it.
func split(items []element, x float64, page int) []element {
	var glyphs [2][]Glyph
	var grids [2][]*grid
	for _, e := range items {
		if e.grid != nil {
			grids[side(e.grid.Box, x)] = append(grids[side(e.grid.Box, x)], e.grid)
			continue
		}
		for _, g := range e.line.glyphs {
			glyphs[side(g.Box, x)] = append(glyphs[side(g.Box, x)], g)
		}
	}
	var out []element
	for k := range 2 {
		start := len(out)
		for _, l := range linesOf(glyphs[k], page) {
			out = append(out, element{line: l, column: k + 1})
		}
		for _, g := range grids[k] {
			out = append(out, element{grid: g, column: k + 1})
		}
		slices.SortStableFunc(out[start:], func(a, b element) int { return cmp.Compare(a.box().midY(), b.box().midY()) })
	}
	return out
}

func side(b Box, x float64) int {
	if b.midX() < x {
		return 0
	}
	return 1
}
