package doc

import (
	"fmt"

	"gangmu/document"
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
	last := parts[len(parts)-1]
	style := c.styles.at(last.props.style)
	for i, part := range parts {
		c.begin()
		if i == 0 {
			if err := c.label(part.from, last, style); err != nil {
				return err
			}
		}
		if err := c.text(part.from, part.to, part.props.style); err != nil {
			return err
		}
		clear(c.fields) // a code ends with its paragraph
	}
	written := c.build.Len() > c.before
	text := c.build.Text().Trim()
	if written && text.S != "" && (c.cell != "" || !document.PageNumber(text.S)) {
		c.add(text, last.props, style)
	}
	return c.boxes()
}

// begin gives the next paragraph its place.
func (c *container) begin() {
	c.ordinal++
	block := c.cell
	if block == "" {
		block = fmt.Sprint("p", c.ordinal)
	}
	c.build.Place(c.ordinal, 1, block)
}

// label puts the number of a paragraph, whose text begins at a position, in
// front of it.
func (c *container) label(from int, p node, style style) error {
	c.before = 0
	if p.joined {
		return nil
	}
	s, err := c.number(p.props.list.or(style.list))
	c.build.Unwritten(s, 0, c.sourceOf(from))
	c.before = c.build.Len()
	return err
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
