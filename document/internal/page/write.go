package page

import (
	"fmt"

	"gangmu/document"
)

// paragraph writes a paragraph; cell is t3.r5.c2, "" outside of tables.
func (c *composer) paragraph(p *paragraph, cell string) (document.Block, error) {
	if err := c.budget.Block(); err != nil {
		return document.Block{}, err
	}
	c.ordinal++
	id := fmt.Sprint("p", c.ordinal)
	block := cell
	if block == "" {
		block = id
	}
	c.build.Place(c.ordinal, 1, block)
	for i, l := range p.lines {
		if i > 0 {
			c.between(p.lines[i-1].line, l.line, p.broken[i])
		}
		for k, g := range l.glyphs {
			if l.spaced(k) {
				c.build.Unwritten(" ", uint16(l.page), g.Source)
			}
			c.build.Mapped(g.Text, document.Segment{Source: g.Source, Part: uint16(l.page), Step: uint16(len(g.Text)), SourceStep: 1})
		}
	}
	if err := c.budget.Place(0); err != nil {
		return document.Block{}, err
	}
	return document.Block{ID: id, Text: c.build.Text().Trim()}, nil
}

// between writes what stands for the end of a line: nothing in Chinese, a space
// between words of other languages.
func (c *composer) between(last, next line, broken bool) {
	a, b := last.glyphs[len(last.glyphs)-1], next.glyphs[0]
	switch {
	case broken:
		c.build.Unwritten("\n", uint16(next.page), b.Source)
	case letter(a) && letter(b):
		c.build.Unwritten(" ", uint16(next.page), b.Source)
	}
}

func letter(g Glyph) bool {
	r := g.Text[0]
	return r|0x20 >= 'a' && r|0x20 <= 'z'
}

// table writes a table, or the box that a table with one column is.
func (c *composer) table(g *grid) error {
	if err := c.budget.Cell(len(g.rows) * (len(g.xs) - 1)); err != nil {
		return err
	}
	c.tables++
	t := &document.Table{ID: fmt.Sprint("t", c.tables), Columns: len(g.xs) - 1}
	for i, row := range g.rows {
		out := document.Row{Header: i < g.head}
		for _, cell := range row.cells {
			written, err := c.cell(cell, fmt.Sprintf("%s.r%d.c%d", t.ID, i+1, cell.col+1))
			if err != nil {
				return err
			}
			out.Cells = append(out.Cells, written)
		}
		t.Rows = append(t.Rows, out)
	}
	c.doc.Blocks = append(c.doc.Blocks, t.Blocks()...)
	return nil
}

func (c *composer) cell(g *cell, id string) (document.Cell, error) {
	out := document.Cell{Col: g.col, ColSpan: g.colSpan, RowSpan: g.rowSpan}
	for _, p := range paragraphs(g.placed(), c.body) {
		b, err := c.paragraph(&p, id)
		if err != nil {
			return out, err
		}
		out.Blocks = append(out.Blocks, b)
	}
	if out.Text = document.Join(out.Blocks); out.Text.S == "" {
		c.ordinal++ // a blank cell has a blank paragraph
		out.Text.Lines = []document.LineMark{{Line: c.ordinal, Column: 1, Block: id}}
	}
	return out, nil
}
