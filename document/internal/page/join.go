package page

import (
	"slices"

	"gangmu/document"
)

// joinGrids puts pieces of a table together that goes on over pages.
func joinGrids(elements []element) []element {
	var out []element
	for _, e := range elements {
		if n := len(out); n > 0 && e.grid != nil && out[n-1].grid != nil && e.grid.startsPage && out[n-1].grid.joins(e.grid) {
			out[n-1].grid.append(e.grid)
			continue
		}
		out = append(out, e)
	}
	return out
}

// joins reports whether o, the first on its page, has columns where g, the last
// on the page before, has them.
func (g *grid) joins(o *grid) bool {
	if g.ruled != o.ruled {
		return false
	}
	if len(o.xs) == 2 && len(g.xs) > 2 && !o.remark() {
		return false
	}
	if len(g.xs) >= len(o.xs) {
		return within(o.xs, g.xs)
	}
	return within(g.xs, o.xs) && len(g.xs) > 2
}

// within reports whether few begins and ends where all does, and has each of
// its values among them.
func within(few, all []float64) bool {
	const tolerance = 5.0
	if abs(few[0]-all[0]) > tolerance || abs(few[len(few)-1]-all[len(all)-1]) > tolerance {
		return false
	}
	for _, x := range few {
		if abs(all[nearest(all, x)]-x) > tolerance {
			return false
		}
	}
	return true
}

// remark reports a frame that can be the last row of a table, merged over its
// columns: one that has no head of its own.
func (g *grid) remark() bool {
	if len(g.rows) != 1 {
		return false
	}
	_, head := document.HeadingLevel(plain(&g.rows[0].cells[0].lines[0]))
	return !head
}

func nearest(values []float64, x float64) int {
	best := 0
	for i, v := range values {
		if abs(v-x) < abs(values[best]-x) {
			best = i
		}
	}
	return best
}

// append adds the rows of o, without a head that is printed again.
func (g *grid) append(o *grid) {
	if len(g.xs) < len(o.xs) {
		g.remap(o.xs)
	} else {
		o.remap(g.xs)
	}
	rows := o.rows
	if head := g.repeated(o); head > 0 {
		rows = rows[head:]
		g.head = max(g.head, head)
	}
	if len(rows) > 0 && len(g.rows) > 0 {
		g.spanOn(&rows[0])
		if g.splits(rows[0]) {
			g.goOn(rows[0])
			rows = rows[1:]
		}
	}
	g.rows = append(g.rows, rows...)
	g.Box = o.Box // where it goes on
}

// remap counts columns by the edges xs.
func (g *grid) remap(xs []float64) {
	for _, row := range g.rows {
		for _, c := range row.cells {
			end := nearest(xs, g.xs[c.col+c.colSpan])
			c.col = nearest(xs, g.xs[c.col])
			c.colSpan = max(1, end-c.col)
		}
	}
	g.xs = xs
}

// repeated is how many rows at the beginning of o are those that g begins with.
func (g *grid) repeated(o *grid) int {
	const most = 3
	n := 0
	for n < min(most, len(g.rows), len(o.rows)-1) && g.rows[n].same(o.rows[n]) {
		n++
	}
	return n
}

func (r gridRow) same(o gridRow) bool {
	written := false
	equal := slices.EqualFunc(r.cells, o.cells, func(a, b *cell) bool {
		written = written || len(a.lines) > 0
		return a.col == b.col && a.plain() == b.plain()
	})
	return equal && written
}

func (c *cell) plain() (s string) {
	for i := range c.lines {
		s += plain(&c.lines[i])
	}
	return s
}

// spanOn lets cells go on that are merged over rows on both pages: the piece on
// the second page is blank.
func (g *grid) spanOn(first *gridRow) {
	first.cells = slices.DeleteFunc(first.cells, func(c *cell) bool {
		if c.rowSpan < 2 || len(c.lines) > 0 {
			return false
		}
		above := g.last(c.col)
		if above == nil || above.colSpan != c.colSpan || len(above.lines) == 0 {
			return false
		}
		above.rowSpan += c.rowSpan
		return true
	})
}

// last is the cell above the end of column col.
func (g *grid) last(col int) *cell {
	for i := len(g.rows) - 1; i >= 0; i-- {
		for _, c := range g.rows[i].cells {
			if c.col <= col && col < c.col+c.colSpan {
				if i+c.rowSpan >= len(g.rows) {
					return c
				}
				return nil
			}
		}
	}
	return nil
}

// splits reports whether a row at the beginning of a page is the rest of the
// last one of the page before: some cells are finished, and the others, which
// have more lines than these, go on behind a full one.
func (g *grid) splits(row gridRow) bool {
	if len(g.xs) == 2 {
		return true // a frame; whether its text goes on shows in its lines
	}
	const fewest = 2 // lines that programs leave on a page
	finished, least, most := 0, 0, 0
	for _, c := range row.cells {
		above := g.last(c.col)
		if above == nil || above.col != c.col || above.colSpan != c.colSpan || c.rowSpan > 1 {
			return false
		}
		lines := len(above.lines)
		switch {
		case len(c.lines) == 0 && lines > 0:
			finished++
			most = max(most, lines)
		case len(c.lines) > 0 && lines == 0:
			return false
		case len(c.lines) > 0:
			if last := above.placed()[lines-1]; !last.fullBefore(c.placed()[0]) {
				return false
			}
			if least == 0 || lines < least {
				least = lines
			}
		}
	}
	return finished > 0 && least >= max(fewest, most)
}

func (g *grid) goOn(row gridRow) {
	for _, c := range row.cells {
		if above := g.last(c.col); above != nil {
			above.lines = append(above.lines, c.lines...)
		}
	}
}

// placed are the lines of the cell with its frame.
func (c *cell) placed() []placed {
	if len(c.lines) == 0 {
		return nil
	}
	f := frame{left: c.X1, right: c.X1, centred: true}
	pad, start := c.width(), c.lines[0].X0
	level := true // all lines begin at one place
	for _, l := range c.lines {
		f.left = min(f.left, l.X0)
		pad = min(pad, l.X0-c.X0, c.X1-l.X1)
		f.centred = f.centred && abs(l.midX()-c.midX()) < 0.4*l.size
		level = level && abs(l.X0-start) < 0.2*l.size
	}
	if size := c.lines[0].size; f.left-c.X0 > 2.2*size {
		f.left -= 2 * size // each line is the first of a paragraph
	}
	pad = max(0, min(pad, 8))
	f.right = c.X1 - pad
	if f.centred = f.centred && !level; f.centred {
		f.left = c.X0 + pad
	}
	out := make([]placed, len(c.lines))
	for i, l := range c.lines {
		out[i] = placed{line: l, frame: f}
	}
	return out
}
