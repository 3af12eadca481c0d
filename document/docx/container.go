package docx

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
	// carried says that the builder holds a paragraph whose end was deleted: it
	// runs on in the next one.
	carried bool
	first   int // ordinal of the first paragraph
}

// container reads the blocks within the open element; line is the paragraph
// that an empty cell counts as.
func (r *reader) container(cell string, line int) ([]document.Block, error) {
	c := container{reader: r, cell: cell, first: line}
	err := r.x.Children(c.child)
	c.flush()
	return c.blocks, err
}

func (c *container) child(e element) error {
	if e.Space == compat && e.Local == "AlternateContent" {
		return c.alternate(c.child)
	}
	if e.Space != word {
		return nil
	}
	switch e.Local {
	case "p":
		return c.paragraph(e)
	case "tbl":
		c.flush()
		return c.table()
	case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag":
		return c.x.Children(c.child)
	case "altChunk":
		c.foreign++
	}
	return nil
}

// alternate visits the first alternative, and the one for older programs only
// if nothing was found in the first.
func (r *reader) alternate(visit func(element) error) error {
	before := r.seen
	return r.x.Children(func(e element) error {
		if e.Local != "Choice" && e.Local != "Fallback" || r.seen > before {
			return nil
		}
		return r.x.Children(visit)
	})
}

// add adds a paragraph that is not blank.
func (c *container) add(text document.Text, level int, heading bool) {
	b := document.Block{Kind: document.Paragraph, ID: fmt.Sprint("p", text.Lines[0].Line), Text: text}
	if heading && !document.Sentence(text.S) {
		b.Kind, b.Level = document.Heading, level
	} else if c.cell == "" {
		b.GuessHeading()
	}
	c.blocks = append(c.blocks, b)
}

// flush ends a paragraph that nothing follows to run on in.
func (c *container) flush() {
	if !c.carried {
		return
	}
	c.carried = false
	if text := c.build.Text().Trim(); text.S != "" {
		c.blocks = append(c.blocks, document.Block{ID: fmt.Sprint("p", text.Lines[0].Line), Text: text})
	}
}
