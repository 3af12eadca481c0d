package xlsx

import (
	"sort"

	"gangmu/document"
)

// grid maps the rows and columns of a sheet to those of a table, which has no
// empty ones.
type grid struct {
	rows    []row
	columns []int // of the sheet, by column of the table
	index   []int // by column of the sheet, how many columns of the table come before
}

func gridOf(rows []row) grid {
	last := 0
	for _, r := range rows {
		last = max(last, r.cells[len(r.cells)-1].column)
	}
	used := make([]bool, last+1)
	for _, r := range rows {
		for _, c := range r.cells {
			used[c.column] = true
		}
	}
	g := grid{rows: rows, index: make([]int, last+2)}
	for column, u := range used {
		g.index[column] = len(g.columns)
		if u {
			g.columns = append(g.columns, column)
		}
	}
	g.index[last+1] = len(g.columns)
	return g
}

func (g grid) width() int { return len(g.columns) }

// place gives c the place of a cell of row i of the table.
func (g grid) place(c *document.Cell, i int, from cell) {
	c.Col = g.index[from.column]
	right := g.index[min(from.toColumn+1, len(g.index)-1)]
	below := i + sort.Search(len(g.rows)-i, func(j int) bool { return g.rows[i+j].number > from.toRow })
	c.ColSpan, c.RowSpan = max(right-c.Col, 1), max(below-i, 1)
}

// take marks the places that c, a cell of row i, holds.
func (g grid) take(taken []bool, i int, c document.Cell) {
	for r := i; r < i+c.RowSpan; r++ {
		for col := c.Col; col < c.Col+c.ColSpan; col++ {
			taken[r*g.width()+col] = true
		}
	}
}
