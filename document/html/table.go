package html

import (
	"fmt"
	"slices"

	"golang.org/x/net/html/atom"

	"gangmu/document"
)

// rows gathers the rows of a table, each with its cells, and what stands in the
// table but in no cell. A cell outside of a row is a row of its own.
type rows struct {
	cells  [][]int32
	header []bool // of a row, in a <thead>
	stray  []int32
}

func (t *tree) rows(table int32) *rows {
	r := &rows{}
	r.gather(t, table, false)
	return r
}

func (r *rows) gather(t *tree, at int32, header bool) {
	for i := t.nodes[at].first; i != 0; i = t.nodes[i].next {
		n := &t.nodes[i]
		switch {
		case n.gone:
		case n.tag == atom.Tr:
			r.row(t, i, header)
		case n.tag == atom.Td || n.tag == atom.Th:
			r.cells, r.header = append(r.cells, []int32{i}), append(r.header, header)
		case inTable(n.tag) && n.tag != atom.Table:
			r.gather(t, i, n.tag == atom.Thead)
		case n.tag != atom.Table && n.tag != 0 && t.hasRows(i):
			r.gather(t, i, header) // <form> and the like between rows
		case t.weight[i].text > 0:
			r.stray = append(r.stray, i)
		case n.tag == 0:
			r.stray = append(r.stray, i)
		}
	}
}

func (r *rows) row(t *tree, at int32, header bool) {
	var cells []int32
	for i := t.nodes[at].first; i != 0; i = t.nodes[i].next {
		n := &t.nodes[i]
		switch {
		case n.gone:
		case n.tag == atom.Td || n.tag == atom.Th:
			cells = append(cells, i)
		default:
			r.stray = append(r.stray, i)
		}
	}
	r.cells, r.header = append(r.cells, cells), append(r.header, header)
}

// hasRows reports whether rows of the table around stand in an element.
func (t *tree) hasRows(at int32) bool {
	for i := t.nodes[at].first; i != 0; i = t.nodes[i].next {
		if n := &t.nodes[i]; n.tag == atom.Tr || n.tag != atom.Table && inTable(n.tag) {
			return true
		}
	}
	return false
}

// isData reports whether a table says something by its rows and columns, rather
// than to lay out the page: it does not if a cell holds half of the page's text
// or several paragraphs of running text, or if it holds other tables, unless it
// has two rows of plain cells. One column is no layout, but a box.
func (t *tree) isData(table int32) bool {
	n := &t.nodes[table]
	if role := t.attr(n).role; role == "presentation" || role == "none" {
		return false
	}
	plain, single, framed := 0, true, false
	for _, cells := range t.rows(table).cells {
		full, frames := 0, false
		for _, i := range cells {
			w := t.weight[i]
			if w.solid >= 3 && w.prose*2 >= t.weight[0].prose {
				return false
			}
			if w.text > 0 {
				full++
			}
			frames = frames || w.solid >= 3 || t.holdsTable(i)
		}
		framed = framed || frames
		single = single && full <= 1
		if full >= 2 && !frames {
			plain++
		}
	}
	return single && !framed || single && !t.holdsTable(table) || plain >= 2 || plain == 1 && !framed
}

func (t *tree) holdsTable(at int32) bool {
	for i, end := at+1, t.end(at); i < end; i++ {
		if n := &t.nodes[i]; n.tag == atom.Table && t.weight[i].text > 0 {
			return true
		}
	}
	return false
}

// figures reports whether a table is one of figures.
func (t *tree) figures(table int32) bool {
	if !t.isData(table) {
		return false
	}
	wide, figures := 0, 0
	for _, cells := range t.rows(table).cells {
		if len(cells) >= 2 {
			wide++
		}
		for _, i := range cells {
			if s := t.excerpt(i, 40); len(s) > 0 && (s[0] >= '0' && s[0] <= '9' || s[len(s)-1] >= '0' && s[len(s)-1] <= '9' || s[len(s)-1] == '%') {
				figures++
			}
		}
	}
	return wide >= 3 && figures >= 3
}

// table reads a table, or what it lays out.
func (c *container) table(at int32) error {
	r := c.rows(at)
	for _, i := range r.stray {
		if err := c.element(i); err != nil {
			return err
		}
	}
	if err := c.flush(); err != nil {
		return err
	}
	if c.isData(at) {
		return c.grid(r)
	}
	for _, cells := range r.cells {
		for _, i := range cells {
			if err := c.block(i); err != nil {
				return err
			}
		}
	}
	return nil
}

// grid is a table being read.
type grid struct {
	*container
	id   string
	rows []document.Row
	free []int // by column, the first row that no cell from above covers
}

func (c *container) grid(r *rows) error {
	c.tables++
	g := &grid{container: c, id: fmt.Sprint("t", c.tables)}
	for i, cells := range r.cells {
		if len(cells) == 0 && !g.covered() {
			continue
		}
		row := document.Row{Header: r.header[i] || c.heads(cells)}
		for _, cell := range cells {
			if err := g.cell(&row, cell); err != nil {
				return err
			}
		}
		g.rows = append(g.rows, row)
	}
	columns := g.clip()
	if err := c.budget.Cell(len(g.rows) * columns); err != nil {
		return err
	}
	done := &document.Table{ID: g.id, Rows: g.rows, Columns: columns}
	blocks := done.Blocks()
	if blocks == nil {
		c.tables--
	}
	c.blocks = append(c.blocks, blocks...)
	return nil
}

// covered reports whether a cell from above reaches into the next row.
func (g *grid) covered() bool {
	return slices.ContainsFunc(g.free, func(row int) bool { return row > len(g.rows) })
}

// heads reports whether a row has none but head cells.
func (t *tree) heads(cells []int32) bool {
	for _, i := range cells {
		if t.nodes[i].tag != atom.Th {
			return false
		}
	}
	return len(cells) > 0
}

// Most rows and columns that a cell may span, as in browsers.
const (
	mostRowSpan = 65534
	mostColSpan = 1000
)

func (g *grid) cell(row *document.Row, at int32) error {
	col := 0
	if n := len(row.Cells); n > 0 {
		col = row.Cells[n-1].Col + row.Cells[n-1].ColSpan
	}
	for col < len(g.free) && g.free[col] > len(g.rows) {
		col++
	}
	a := g.attr(&g.nodes[at])
	cell := document.Cell{Col: col, ColSpan: count(a.colSpan, mostColSpan), RowSpan: count(a.rowSpan, mostRowSpan)}
	if err := g.budget.Cell(cell.ColSpan); err != nil {
		return err
	}
	for len(g.free) < col+cell.ColSpan {
		g.free = append(g.free, 0)
	}
	for i := col; i < col+cell.ColSpan; i++ {
		g.free[i] = len(g.rows) + cell.RowSpan
	}
	c := &container{reader: g.reader, cell: fmt.Sprintf("%s.r%d.c%d", g.id, len(g.rows)+1, col+1)}
	if err := c.block(at); err != nil {
		return err
	}
	cell.Blocks, cell.Text = c.blocks, document.Join(c.blocks)
	if cell.Text.S == "" {
		if c.first == 0 {
			g.ordinal++
			c.first = g.ordinal
		}
		cell.Text.Lines = []document.LineMark{{Line: c.first, Column: 1, Block: c.cell}}
	}
	row.Cells = append(row.Cells, cell)
	return nil
}

// clip ends cells at the last row, and the last cell of each row at the last
// column that any other cell begins or ends in; it is how many columns there
// are. Pages let titles span more columns than the table has.
func (g *grid) clip() (columns int) {
	for _, row := range g.rows {
		for i, cell := range row.Cells {
			columns = max(columns, cell.Col+1)
			if i+1 < len(row.Cells) {
				columns = max(columns, cell.Col+cell.ColSpan)
			}
		}
	}
	for r, row := range g.rows {
		for i := range row.Cells {
			cell := &row.Cells[i]
			cell.RowSpan = min(cell.RowSpan, len(g.rows)-r)
			cell.ColSpan = min(cell.ColSpan, columns-cell.Col)
		}
	}
	return columns
}
