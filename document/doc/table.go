package doc

import (
	"fmt"
	"slices"
	"sort"

	"gangmu/document"
	"gangmu/document/internal/msword"
)

// table is a table as it stands in the text, row by row.
type table struct{ rows []row }

type row struct {
	cells   [][]node
	props   rowProps
	deleted bool // by a tracked change
}

// narrow is the width in twips (a point) up to which a column is none: two
// edges of different rows that were meant to be the same.
const narrow = 20

// columns are the edges of all cells of a table, from left to right.
func (t *table) columns() []int16 {
	var all []int16
	for _, w := range t.rows {
		all = append(all, w.props.edges...)
	}
	slices.Sort(all)
	out := all[:0]
	for _, edge := range all {
		if len(out) == 0 || int(edge) > int(out[len(out)-1])+narrow {
			out = append(out, edge)
		}
	}
	return out
}

func (c *container) table(t *table) error {
	c.tables++
	grid := &msword.Table{ID: fmt.Sprint("t", c.tables), Budget: c.budget}
	columns := t.columns()
	for _, w := range t.rows {
		if w.deleted {
			continue
		}
		if err := c.row(grid, w, columns); err != nil {
			return err
		}
	}
	blocks, err := grid.Blocks()
	c.blocks = append(c.blocks, blocks...)
	return err
}

func (c *container) row(grid *msword.Table, w row, columns []int16) error {
	out := grid.Row()
	out.Header = w.props.header
	for i, nodes := range w.cells {
		m := msword.Merge{Span: 1}
		if i < len(w.props.flags) {
			left, right := column(columns, w.props.edges[i]), column(columns, w.props.edges[i+1])
			out.Col = max(out.Col, left)
			m.Span = max(1, right-out.Col)
			flags := w.props.flags[i]
			m.Right = flags&merged != 0 && flags&firstMerged == 0
			m.Down, m.Restart = flags&mergedDown != 0 && flags&restarts == 0, flags&restarts != 0
		}
		empty := document.LineMark{Line: c.ordinal + 1, Column: 1, Block: out.CellID()}
		blocks, err := c.reader.container(out.CellID(), nodes)
		if err != nil {
			return err
		}
		if err := out.Place(blocks, empty, m); err != nil {
			return err
		}
	}
	grid.Add(out)
	return nil
}

// column is the index of an edge.
func column(columns []int16, edge int16) int {
	return max(0, sort.Search(len(columns), func(i int) bool { return columns[i] > edge })-1)
}
