package docx

import (
	"fmt"

	"gangmu/document"
)

// table is a table being read.
type table struct {
	*container
	id   string
	rows []document.Row
	cols int
	// open holds, by column, the merged cell that a row may go on with.
	open map[int]openCell
}

// openCell is the place of a cell that is merged downwards.
type openCell struct{ row, cell, last int }

// merge is what a cell's settings say about merging.
type merge struct {
	span                 int
	restart, down, right bool // begins, goes on from above, goes on from the left
	deleted              bool
}

func (c *container) table() error {
	c.tables++
	t := &table{container: c, id: fmt.Sprint("t", c.tables), open: map[int]openCell{}}
	if err := c.x.Children(t.child); err != nil {
		return err
	}
	if err := c.budget.Cell(max(0, len(t.rows)*t.cols-t.places())); err != nil {
		return err
	}
	done := &document.Table{ID: t.id, Rows: t.rows, Columns: t.cols}
	t.blocks = append(t.blocks, done.Blocks()...)
	return nil
}

func (t *table) child(e element) error {
	switch e.Local {
	case "tr":
		return t.row()
	case "sdt", "sdtContent", "customXml", "ins", "moveTo":
		return t.x.Children(t.child)
	}
	return nil
}

// row reads a row; one without cells, or whose deletion is tracked, is none.
func (t *table) row() error {
	w := &rowReader{table: t, index: len(t.rows)}
	if err := t.x.Children(w.child); err != nil {
		return err
	}
	if !w.deleted && len(w.cells) > 0 {
		t.rows = append(t.rows, document.Row{Cells: w.cells, Header: w.header})
		t.cols = max(t.cols, w.col)
	}
	return nil
}

// rowReader is a row being read.
type rowReader struct {
	*table
	index   int
	cells   []document.Cell
	col     int // of the next cell
	header  bool
	deleted bool
}

func (w *rowReader) child(e element) error {
	switch e.Local {
	case "trPr":
		return w.x.Children(w.property)
	case "tc":
		if w.deleted {
			return nil
		}
		return w.readCell()
	case "sdt", "sdtContent", "customXml", "ins", "moveTo":
		return w.x.Children(w.child)
	}
	return nil
}

func (w *rowReader) property(e element) error {
	switch e.Local {
	case "gridBefore":
		w.col += max(number(e, 0), 0)
		return w.budget.Cell(w.col)
	case "tblHeader":
		w.header = on(e)
	case "del":
		w.deleted = true
	}
	return nil
}

func (w *rowReader) readCell() error {
	m := merge{span: 1}
	c := container{reader: w.reader, cell: fmt.Sprintf("%s.r%d.c%d", w.id, w.index+1, w.col+1)}
	err := w.x.Children(func(e element) error {
		if e.Space == word && e.Local == "tcPr" {
			return w.x.Children(m.read)
		}
		if m.deleted {
			return nil
		}
		return c.child(e)
	})
	if err != nil || m.deleted {
		return err
	}
	c.flush()
	return w.place(&c, m)
}

// place puts a finished cell into the grid or joins it to another one.
func (w *rowReader) place(c *container, m merge) error {
	if err := w.budget.Cell(m.span); err != nil {
		return err
	}
	col := w.col
	w.col += m.span
	if n := len(w.cells); m.right && n > 0 {
		w.cells[n-1].ColSpan += m.span
		return nil
	}
	above, found := w.open[col]
	if m.down && found && above.last == w.index-1 {
		above.last = w.index
		w.open[col] = above
		w.rows[above.row].Cells[above.cell].RowSpan++
		return nil
	}
	delete(w.open, col)
	if m.restart || m.down {
		w.open[col] = openCell{w.index, len(w.cells), w.index}
	}
	cell := document.Cell{Col: col, ColSpan: m.span, RowSpan: 1, Text: document.Join(c.blocks), Blocks: c.blocks}
	if cell.Text.S == "" && c.first > 0 {
		cell.Text.Lines = []document.LineMark{{Line: c.first, Column: 1, Block: c.cell}}
	}
	w.cells = append(w.cells, cell)
	return nil
}

func (m *merge) read(e element) error {
	switch e.Local {
	case "gridSpan":
		m.span = max(number(e, 1), 1)
	case "vMerge":
		m.restart = e.Attr("val") == "restart"
		m.down = !m.restart
	case "hMerge":
		m.right = e.Attr("val") != "restart"
	case "cellDel":
		m.deleted = true
	}
	return nil
}

// places is how many places of the grid the cells take.
func (t *table) places() (n int) {
	for _, row := range t.rows {
		for _, c := range row.Cells {
			n += c.ColSpan * c.RowSpan
		}
	}
	return n
}
