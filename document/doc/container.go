package doc

import (
	"fmt"
	"slices"
	"sort"

	"gangmu/document"
	"gangmu/document/internal/msword"
)

// container is what holds paragraphs and tables: the body, a cell, a text box,
// a note.
type container struct {
	*reader
	cell   string // t3.r5.c2, "" outside of tables
	blocks []document.Block
	fields []bool // open fields: whether still in the code, not in the result
}

// container reads nodes, in a cell if it is named.
func (r *reader) container(cell string, nodes []node) ([]document.Block, error) {
	c := &container{reader: r, cell: cell}
	for len(nodes) > 0 {
		n := 1
		var err error
		if nodes[0].table != nil {
			err = c.table(nodes[0].table)
		} else {
			for n < len(nodes) && nodes[n-1].joined && nodes[n].table == nil {
				n++
			}
			err = c.paragraph(nodes[:n])
		}
		if err != nil {
			return nil, err
		}
		nodes = nodes[n:]
	}
	return c.blocks, nil
}

// paragraph reads paragraphs that tracked changes made one: it has the settings
// of the last.
func (c *container) paragraph(parts []node) error {
	props := parts[len(parts)-1].props
	style := c.styles.at(props.style)
	label := ""
	for i := range parts {
		c.ordinal++
		block := c.cell
		if block == "" {
			block = fmt.Sprint("p", c.ordinal)
		}
		c.build.Place(c.ordinal, 1, block)
		if i == 0 && !parts[len(parts)-1].joined {
			var err error
			if label, err = c.number(props.list.or(style.list)); err != nil {
				return err
			}
			c.build.Unwritten(label, 0, c.sourceOf(parts[i].from))
			c.before = c.build.Len()
		}
		if err := c.text(parts[i].from, parts[i].to, parts[i].props.style); err != nil {
			return err
		}
		clear(c.fields) // a code ends with its paragraph
	}
	written := c.build.Len() > c.before
	text := c.build.Text().Trim()
	if written && text.S != "" && (c.cell != "" || !document.PageNumber(text.S)) {
		c.add(text, props, style)
	}
	return c.boxes()
}

// sourceOf is where the character at a position stands in the stream.
func (r *reader) sourceOf(cp int) int64 {
	i := r.pieces.find(cp)
	if i == len(r.pieces) {
		return 0
	}
	return int64(r.pieces[i].offset(cp))
}

// add adds a paragraph that is not blank.
func (c *container) add(text document.Text, props *paragraphProps, style style) {
	b := document.Block{Kind: document.Paragraph, ID: fmt.Sprint("p", text.Lines[0].Line), Text: text}
	outline := style.outline
	if props.outline >= 0 {
		outline = props.outline
	}
	if outline >= 0 && outline < bodyLevel && !style.contents && !document.Sentence(text.S) {
		b.Kind, b.Level = document.Heading, outline+1
	} else if c.cell == "" {
		b.GuessHeading()
	}
	c.blocks = append(c.blocks, b)
}

// narrow is the width in twips (a point) up to which a column is none: two
// edges of different rows that were meant to be the same.
const narrow = 20

// columns are the edges of all cells of a table, from left to right.
func (t *table) columns() []int {
	var all []int
	for _, w := range t.rows {
		all = append(all, w.props.edges...)
	}
	slices.Sort(all)
	out := all[:0]
	for _, edge := range all {
		if len(out) == 0 || edge > out[len(out)-1]+narrow {
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

func (c *container) row(grid *msword.Table, w row, columns []int) error {
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
func column(columns []int, edge int) int {
	return max(0, sort.Search(len(columns), func(i int) bool { return columns[i] > edge })-1)
}
