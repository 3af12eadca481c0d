package xlsx

import (
	"sort"

	"gangmu/document"
)

// grid maps the rows and columns of a sheet to those of a table, which has no
// empty ones.
type grid struct {
	rows  []row
	index []int // by column of the sheet, how many columns of the table come before
	width int
}

func gridOf(rows []row) grid {
	last := 0
	for _, r := range rows {
		last = max(last, r.cells[len(r.cells)-1].column)
	}
	g := grid{rows: rows, index: make([]int, last+2)}
	for _, r := range rows {
		for _, c := range r.cells {
			g.index[c.column] = 1
		}
	}
	for i, used := range g.index {
		g.index[i] = g.width
		g.width += used
	}
	return g
}

// cell is the place of c, which stands in row i of the table.
func (g grid) cell(i int, c cell) document.Cell {
	col := g.index[c.column]
	right := g.index[min(c.toColumn+1, len(g.index)-1)]
	below := i + sort.Search(len(g.rows)-i, func(j int) bool { return g.rows[i+j].number > c.toRow })
	return document.Cell{Col: col, ColSpan: max(right-col, 1), RowSpan: max(below-i, 1)}
}
