package msword

import (
	"fmt"

	"gangmu/document"
)

// Table puts the cells of a table together, row by row, and joins merged ones.
type Table struct {
	ID     string
	Budget *document.Budget

	rows []document.Row
	cols int
	// open holds, by column, the merged cell that a row may go on with.
	open map[int]openCell
}

// openCell is the place of a cell that is merged downwards.
type openCell struct{ row, cell, last int }

// Merge is what a cell says about merging.
type Merge struct {
	Span    int  // columns that it takes
	Restart bool // begins a cell that goes on below
	Down    bool // goes on from above
	Right   bool // goes on from the left
}

// Row is a row that is being put together.
type Row struct {
	Col    int // of the next cell
	Header bool

	table *Table
	index int
	cells []document.Cell
}

// Row begins a row, which counts only when it is added.
func (t *Table) Row() *Row { return &Row{table: t, index: len(t.rows)} }

// CellID names the next cell: t3.r5.c2.
func (w *Row) CellID() string {
	return fmt.Sprintf("%s.r%d.c%d", w.table.ID, w.index+1, w.Col+1)
}

// Add adds a finished row; one without cells is none.
func (t *Table) Add(w *Row) {
	if len(w.cells) > 0 {
		t.rows = append(t.rows, document.Row{Cells: w.cells, Header: w.Header})
		t.cols = max(t.cols, w.Col)
	}
}

// Place puts a cell with these contents into the grid or joins it to another
// one. empty is the place of a cell without text.
func (w *Row) Place(blocks []document.Block, empty document.LineMark, m Merge) error {
	t := w.table
	if err := t.Budget.Cell(m.Span); err != nil {
		return err
	}
	col := w.Col
	w.Col += m.Span
	if n := len(w.cells); m.Right && n > 0 {
		w.cells[n-1].ColSpan += m.Span
		return nil
	}
	above, found := t.open[col]
	if m.Down && found && above.last == w.index-1 {
		above.last = w.index
		t.open[col] = above
		t.rows[above.row].Cells[above.cell].RowSpan++
		return nil
	}
	delete(t.open, col)
	if m.Restart || m.Down {
		if t.open == nil {
			t.open = map[int]openCell{}
		}
		t.open[col] = openCell{w.index, len(w.cells), w.index}
	}
	cell := document.Cell{Col: col, ColSpan: m.Span, RowSpan: 1, Text: document.Join(blocks), Blocks: blocks}
	if cell.Text.S == "" && empty.Line > 0 {
		cell.Text.Lines = []document.LineMark{empty}
	}
	w.cells = append(w.cells, cell)
	return nil
}

// Blocks is what readers see of the finished table.
func (t *Table) Blocks() ([]document.Block, error) {
	if err := t.Budget.Cell(max(0, len(t.rows)*t.cols-t.places())); err != nil {
		return nil, err
	}
	done := &document.Table{ID: t.ID, Rows: t.rows, Columns: t.cols}
	return done.Blocks(), nil
}

// places is how many places of the grid the cells take.
func (t *Table) places() (n int) {
	for _, row := range t.rows {
		for _, c := range row.Cells {
			n += c.ColSpan * c.RowSpan
		}
	}
	return n
}
