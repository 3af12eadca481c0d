package page

import (
	"cmp"
	"slices"
)

// grid is a table or a frame, in one piece on one page. A merged cell stands
// once, at its first row and column.
type grid struct {
	Box
	xs    []float64 // edges of the columns
	rows  []gridRow
	ruled bool
	head  int // rows that are printed again on later pages

	startsPage bool
}

type gridRow struct {
	y0, y1 float64
	cells  []*cell
}

// cell is a cell with its writing.
type cell struct {
	Box
	col, colSpan, rowSpan int
	glyphs                []Glyph
	lines                 []line
}

// grids builds the tables and frames that the lines of a page draw, from top to
// bottom. most bounds the places of all of them.
func (r rulings) grids(most int) []*grid {
	var out []*grid
	for _, group := range r.groups() {
		xs, ys := group.edges()
		if len(xs) < 2 || len(ys) < 2 || (len(xs)-1)*(len(ys)-1) > most {
			continue
		}
		most -= (len(xs) - 1) * (len(ys) - 1)
		out = append(out, group.grid(xs, ys))
	}
	slices.SortStableFunc(out, func(a, b *grid) int { return cmp.Compare(a.Y0, b.Y0) })
	return out
}

// edges are where columns and rows begin and end. Tables are often open at
// their sides.
func (r rulings) edges() (xs, ys []float64) {
	if len(r.level) < 2 && len(r.upright) < 2 {
		return nil, nil
	}
	x0, x1 := r.level[0].from, r.level[0].to
	for _, l := range r.level {
		ys = append(ys, l.at)
		x0, x1 = min(x0, l.from), max(x1, l.to)
	}
	y0, y1 := r.upright[0].from, r.upright[0].to
	for _, u := range r.upright {
		xs = append(xs, u.at)
		y0, y1 = min(y0, u.from), max(y1, u.to)
	}
	return distinct(append(xs, x0, x1)), distinct(append(ys, y0, y1))
}

// distinct orders values and drops those that are almost the one before.
func distinct(values []float64) []float64 {
	slices.Sort(values)
	out := values[:0]
	for _, v := range values {
		if len(out) == 0 || v-out[len(out)-1] > near+1 {
			out = append(out, v)
		}
	}
	return out
}

// grid makes one cell of all places that no line parts.
func (r rulings) grid(xs, ys []float64) *grid {
	cols, rows := len(xs)-1, len(ys)-1
	right := parted(r.upright, xs[1:cols], ys, rows) // [col*rows+row]: a line on the right
	below := parted(r.level, ys[1:rows], xs, cols)   // [row*cols+col]: a line below
	taken := make([]bool, rows*cols)
	g := &grid{Box: Box{xs[0], ys[0], xs[cols], ys[rows]}, xs: xs, ruled: true}
	for i := range rows {
		row := gridRow{y0: ys[i], y1: ys[i+1]}
		for j := range cols {
			if taken[i*cols+j] {
				continue
			}
			w, h := 1, 1
			for j+w < cols && !taken[i*cols+j+w] && !right[(j+w-1)*rows+i] {
				w++
			}
			for i+h < rows && open(below, taken, right, i+h, j, w, rows, cols) {
				h++
			}
			for k := range h {
				for l := range w {
					taken[(i+k)*cols+j+l] = true
				}
			}
			row.cells = append(row.cells, &cell{Box: Box{xs[j], ys[i], xs[j+w], ys[i+h]}, col: j, colSpan: w, rowSpan: h})
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// open reports whether the places j to j+w of row i belong to the cell above
// them.
func open(below, taken, right []bool, i, j, w, rows, cols int) bool {
	for k := j; k < j+w; k++ {
		if taken[i*cols+k] || below[(i-1)*cols+k] || k+1 < j+w && right[k*rows+i] {
			return false
		}
	}
	return true
}

// parted tells for each of the inner edges, and each piece of it between two
// marks, whether a line is drawn along most of it.
func parted(rules []rule, edges, marks []float64, pieces int) []bool {
	out := make([]bool, len(edges)*pieces)
	for e, at := range edges {
		for _, r := range rules {
			if abs(r.at-at) > near+1 {
				continue
			}
			for p := range pieces {
				inner := min(r.to, marks[p+1]) - max(r.from, marks[p])
				if inner > (marks[p+1]-marks[p])*0.6 {
					out[e*pieces+p] = true
				}
			}
		}
	}
	return out
}

// take puts the glyphs that stand in the grid into its cells and returns the
// others.
func (g *grid) take(glyphs []Glyph) (others []Glyph) {
	cells := make([][]*cell, len(g.rows))
	for i := range cells {
		cells[i] = make([]*cell, len(g.xs)-1)
	}
	for i, row := range g.rows {
		for _, c := range row.cells {
			for k := range c.rowSpan {
				for l := range c.colSpan {
					cells[i+k][c.col+l] = c
				}
			}
		}
	}
	for _, glyph := range glyphs {
		if !g.holds(glyph.Box) {
			others = append(others, glyph)
			continue
		}
		i, _ := slices.BinarySearchFunc(g.rows, glyph.midY(), func(r gridRow, y float64) int { return cmp.Compare(r.y1, y) })
		j, _ := slices.BinarySearch(g.xs[1:], glyph.midX())
		c := cells[min(i, len(g.rows)-1)][min(j, len(g.xs)-2)]
		c.glyphs = append(c.glyphs, glyph)
	}
	return others
}

// settle makes lines of the glyphs in the cells.
func (g *grid) settle(page int) {
	for _, row := range g.rows {
		for _, c := range row.cells {
			c.lines = linesOf(c.glyphs, page)
			c.glyphs = nil
		}
	}
}

// blank reports a grid without writing, such as the frame of a picture.
func (g *grid) blank() bool {
	for _, row := range g.rows {
		for _, c := range row.cells {
			if len(c.lines) > 0 {
				return false
			}
		}
	}
	return true
}
