package xlsx

import (
	"slices"
	"sort"

	"gangmu/document"
)

// grid maps the rows and columns of a sheet to those of a table, which has no
// empty ones.
type grid struct {
	rows    []row
	columns []int // of the sheet, by column of the table
}

func gridOf(rows []row) grid {
	g := grid{rows: rows}
	for _, r := range rows {
		for _, c := range r.cells {
			g.columns = append(g.columns, c.column)
		}
	}
	slices.Sort(g.columns)
	g.columns = slices.Compact(g.columns)
	return g
}

func (g grid) width() int { return len(g.columns) }

// place gives c the place of a cell of row i of the table.
func (g grid) place(c *document.Cell, i int, from cell) {
	c.Col = sort.SearchInts(g.columns, from.column)
	right := sort.SearchInts(g.columns, from.toColumn+1)
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
