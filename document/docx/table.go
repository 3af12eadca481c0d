package docx

import (
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/msword"
)

// table is a table being read.
type table struct {
	*container
	grid *msword.Table
}

func (c *container) table() error {
	c.tables++
	t := &table{c, &msword.Table{ID: fmt.Sprint("t", c.tables), Budget: c.budget}}
	if err := c.x.Children(t.child); err != nil {
		return err
	}
	blocks, err := t.grid.Blocks()
	c.blocks = append(c.blocks, blocks...)
	return err
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

// row reads a row; one whose deletion is tracked is none.
func (t *table) row() error {
	w := &rowReader{table: t, row: t.grid.Row()}
	if err := t.x.Children(w.child); err != nil {
		return err
	}
	if !w.deleted {
		t.grid.Add(w.row)
	}
	return nil
}

// rowReader is a row being read.
type rowReader struct {
	*table
	row     *msword.Row
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
		w.row.Col += max(number(e, 0), 0)
		return w.budget.Cell(w.row.Col)
	case "tblHeader":
		w.row.Header = on(e)
	case "del":
		w.deleted = true
	}
	return nil
}

func (w *rowReader) readCell() error {
	m := merge{Merge: msword.Merge{Span: 1}}
	c := container{reader: w.reader, cell: w.row.CellID()}
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
	return w.row.Place(c.blocks, document.LineMark{Line: c.first, Column: 1, Block: c.cell}, m.Merge)
}

// merge is what a cell's settings say about merging.
type merge struct {
	msword.Merge
	deleted bool
}

func (m *merge) read(e element) error {
	switch e.Local {
	case "gridSpan":
		m.Span = max(number(e, 1), 1)
	case "vMerge":
		m.Restart = e.Attr("val") == "restart"
		m.Down = !m.Restart
	case "hMerge":
		m.Right = e.Attr("val") != "restart"
	case "cellDel":
		m.deleted = true
	}
	return nil
}
