package odt

import (
	"fmt"
	"slices"

	"gangmu/document"
)

// tableReader is a table being read.
type tableReader struct {
	*container
	id     string
	rows   []document.Row
	cols   int
	header bool // within the rows that are repeated on every page
}

func (c *container) table() error {
	c.tables++
	t := &tableReader{container: c, id: fmt.Sprint("t", c.tables)}
	if err := c.x.Children(t.child); err != nil {
		return err
	}
	t.clip()
	if err := c.budget.Cell(max(0, len(t.rows)*t.cols-t.places())); err != nil {
		return err
	}
	done := &document.Table{ID: t.id, Rows: t.rows, Columns: t.cols}
	c.blocks = append(c.blocks, done.Blocks()...)
	return nil
}

func (t *tableReader) child(e element) error {
	switch e.Local {
	case "table-header-rows":
		t.header = true
		err := t.x.Children(t.child)
		t.header = false
		return err
	case "table-rows", "table-row-group":
		return t.x.Children(t.child)
	case "table-row":
		return t.row(e)
	}
	return nil
}

// row reads a row and repeats it as often as it says.
func (t *tableReader) row(e element) error {
	times := max(1, number(e, "number-rows-repeated", 1))
	hidden := e.Attr("visibility") == "collapse" || e.Attr("visibility") == "filter"
	w := &rowReader{tableReader: t}
	if err := t.x.Children(w.child); err != nil {
		return err
	}
	if hidden || len(w.cells) == 0 && !w.covered {
		return nil
	}
	if blank(w.cells) {
		times = min(times, mostBlankRows)
	}
	if err := t.budget.Cell((times - 1) * max(w.width, 1)); err != nil {
		return err
	}
	for range times {
		t.rows = append(t.rows, document.Row{Cells: slices.Clone(w.cells), Header: t.header})
	}
	t.cols = max(t.cols, w.width)
	return nil
}

// How many blank rows and cells are kept of those that are repeated: some
// programs fill a sheet to its edge with them.
const (
	mostBlankRows  = 16
	mostBlankCells = 64
)

func blank(cells []document.Cell) bool {
	for _, c := range cells {
		if len(c.Blocks) > 0 {
			return false
		}
	}
	return true
}

// rowReader is a row being read.
type rowReader struct {
	*tableReader
	cells   []document.Cell
	col     int // of the next cell
	width   int // up to the last cell
	covered bool
}

func (w *rowReader) child(e element) error {
	times := max(1, number(e, "number-columns-repeated", 1))
	switch e.Local {
	case "covered-table-cell":
		w.covered = true
		return w.skip(times)
	case "table-cell":
		return w.readCell(e, times)
	}
	return nil
}

// skip passes over places that belong to cells above or on the left.
func (w *rowReader) skip(n int) error {
	if err := w.budget.Cell(min(n, mostBlankCells)); err != nil {
		return err
	}
	w.col += min(n, mostBlankCells)
	return nil
}

func (w *rowReader) readCell(e element, times int) error {
	colSpan, rowSpan := max(1, number(e, "number-columns-spanned", 1)), max(1, number(e, "number-rows-spanned", 1))
	if err := w.budget.Cell(colSpan); err != nil {
		return err
	}
	c := container{reader: w.reader, cell: fmt.Sprintf("%s.r%d.c%d", w.id, len(w.rows)+1, w.col+1)}
	if err := w.x.Children(c.child); err != nil {
		return err
	}
	cell := document.Cell{ColSpan: colSpan, RowSpan: rowSpan, Text: document.Join(c.blocks), Blocks: c.blocks}
	if cell.Text.S == "" && c.first > 0 {
		cell.Text.Lines = []document.LineMark{{Line: c.first, Column: 1, Block: c.cell}}
	}
	if len(c.blocks) == 0 {
		times = min(times, mostBlankCells)
	}
	if err := w.budget.Cell(times - 1); err != nil {
		return err
	}
	for range times {
		cell.Col = w.col
		w.cells = append(w.cells, cell)
		w.col++ // the places that it covers are said to be covered
		w.width = max(w.width, cell.Col+colSpan)
	}
	return nil
}

// clip ends cells at the end of the table.
func (t *tableReader) clip() {
	for i, row := range t.rows {
		for j := range row.Cells {
			row.Cells[j].RowSpan = min(row.Cells[j].RowSpan, len(t.rows)-i)
		}
	}
}

// places is how many places of the grid the cells take.
func (t *tableReader) places() (n int) {
	for _, row := range t.rows {
		for _, c := range row.Cells {
			n += c.ColSpan * c.RowSpan
		}
	}
	return n
}
