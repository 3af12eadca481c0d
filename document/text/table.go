package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/document"
)

// cell is a cell's lines, each without the marks around its content.
type cell []line

// row is a table row as it was read.
type row struct {
	cells  []cell
	header bool
}

// mayBeTable reports cheaply whether a table may begin at l.
func (r *reader) mayBeTable(l line) bool {
	s := r.s[l.start:l.end]
	if s[0] == '|' || r.numberHead(l) {
		return true
	}
	return l.start >= r.tried && (strings.IndexByte(s, '\t') >= 0 || indentOf(s) != "")
}

// table reads the table or box at the cursor, if there is one, and adds it.
func (r *reader) table() (bool, error) {
	start := r.cursor
	for _, read := range []func() ([]document.Block, error){r.pipes, r.tabbed, r.flattened, r.stacked} {
		blocks, err := read()
		if err != nil {
			return false, err
		}
		if blocks != nil {
			r.doc.Blocks = append(r.doc.Blocks, blocks...)
			return true, nil
		}
		r.cursor = start
	}
	return false, nil
}

// tableBlock makes a table of rows.
func (r *reader) tableBlock(rows []row) (document.Block, error) {
	t := &document.Table{Rows: make([]document.Row, len(rows))}
	for i, row := range rows {
		t.Columns = max(t.Columns, len(row.cells))
		out := &t.Rows[i]
		out.Header = row.header
		out.Cells = make([]document.Cell, len(row.cells))
		for c := range row.cells {
			cell, err := r.cell(row.cells[c])
			if err != nil {
				return document.Block{}, err
			}
			cell.Col = c
			out.Cells[c] = cell
		}
	}
	if err := r.budget.Cell(len(rows) * t.Columns); err != nil {
		return document.Block{}, err
	}
	r.tables++
	t.ID = fmt.Sprint("t", r.tables)
	return document.Block{Kind: document.TableBlock, ID: t.ID, Table: t}, nil
}

func (r *reader) cell(lines cell) (document.Cell, error) {
	c := document.Cell{ColSpan: 1, RowSpan: 1}
	for i, l := range lines {
		if i > 0 {
			r.newline(lines[i-1], l)
		}
		from, end := r.trim(l.start, l.end)
		r.write(l, from, end)
	}
	c.Text = r.build.Text().Trim()
	if c.Text.S == "" {
		l := lines[0]
		column := 1 + utf8.RuneCountInString(r.s[l.begin:l.start])
		c.Text.Lines = []document.LineMark{{Line: l.no, Column: column}}
		return c, nil
	}
	if err := r.counted(); err != nil {
		return c, err
	}
	c.Blocks = []document.Block{{Kind: document.Paragraph, ID: fmt.Sprint("p", r.paragraphs), Text: c.Text}}
	return c, nil
}

// newline writes the end of line l, which another one of its cell follows.
func (r *reader) newline(l, following line) {
	p := pen{r, l, l.begin, 1}
	p.skip(l.end)
	p.as("\n", following.begin)
}

// boxBlock makes a box whose contents are the lines of all cells.
func (r *reader) boxBlock(rows []row) (document.Block, error) {
	b := document.Block{Kind: document.Box}
	if err := r.addLines(&b.Blocks, rows); err != nil {
		return b, err
	}
	r.tables++
	b.ID = fmt.Sprint("t", r.tables)
	return b, nil
}

// addLines adds the lines of all cells as paragraphs.
func (r *reader) addLines(to *[]document.Block, rows []row) error {
	for _, row := range rows {
		for _, cell := range row.cells {
			for _, l := range cell {
				if err := r.addParagraph(to, l); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// usual is the most frequent number of cells among the rows that have more
// than one, the larger when two are equally frequent, and how many have it.
func usual(rows []row) (cells, times int) {
	count := map[int]int{}
	for _, row := range rows {
		n := len(row.cells)
		if n < 2 {
			continue
		}
		count[n]++
		if count[n] > times || count[n] == times && n > cells {
			cells, times = n, count[n]
		}
	}
	return cells, times
}
