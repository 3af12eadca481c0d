package docx

import (
	"fmt"
	"strings"
	"unicode/utf8"

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
	err := r.x.children(c.child)
	c.flush()
	return c.blocks, err
}

func (c *container) child(e element) error {
	if e.space == compat && e.local == "AlternateContent" {
		return c.alternate(c.child)
	}
	if e.space != word {
		return nil
	}
	switch e.local {
	case "p":
		return c.paragraph(e)
	case "tbl":
		c.flush()
		return c.table()
	case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag":
		return c.x.children(c.child)
	case "altChunk":
		c.foreign++
	}
	return nil
}

// alternate visits the first alternative, and the one for older programs only
// if nothing was found in the first.
func (r *reader) alternate(visit func(element) error) error {
	before := r.seen
	return r.x.children(func(e element) error {
		if e.local != "Choice" && e.local != "Fallback" || r.seen > before {
			return nil
		}
		return r.x.children(visit)
	})
}

// add adds a paragraph that is not blank.
func (c *container) add(text document.Text, level int, heading bool) {
	b := document.Block{Kind: document.Paragraph, ID: fmt.Sprint("p", text.Lines[0].Line), Text: text}
	if heading && !sentence(text.S) {
		b.Kind, b.Level = document.Heading, level
	} else if c.cell == "" {
		guessHeading(&b)
	}
	c.blocks = append(c.blocks, b)
}

// guessHeading makes b a heading if it is numbered like one.
func guessHeading(b *document.Block) {
	if b.Kind != document.Paragraph {
		return
	}
	if level, ok := document.HeadingLevel(b.Text.S); ok {
		b.Kind, b.Level = document.Heading, level
	}
}

// sentence reports whether s has grown into a whole paragraph, although its
// style is that of a heading.
func sentence(s string) bool {
	const longest = 100
	return utf8.RuneCountInString(s) > longest && strings.Contains(s, "。")
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

// join is the text of all paragraphs among blocks, one a line.
func (r *reader) join(blocks []document.Block) document.Text {
	var texts []document.Text
	for i := range blocks {
		if b := &blocks[i]; b.Kind == document.Paragraph || b.Kind == document.Heading {
			texts = append(texts, b.Text)
		}
	}
	if len(texts) == 0 {
		return document.Text{}
	}
	if len(texts) == 1 {
		return texts[0]
	}
	build := &document.Builder{}
	for i, t := range texts {
		if i > 0 {
			build.Unwritten("\n", r.part, t.Segments[0].Source)
		}
		build.Add(t)
	}
	return build.Text()
}
