package odt

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
	list   *openList
	index  bool // a table of contents, whose lines are no headings
	first  int  // ordinal of the first paragraph
}

// openList is a list whose items are being read.
type openList struct {
	*counter
	styled bool // it, or a list around it, names a style
	level  int
	start  int  // of the next paragraph, -1 to go on counting
	due    bool // the next paragraph is the first of its item
}

// container reads the blocks within the open element.
func (r *reader) container(cell string) ([]document.Block, error) {
	c := container{reader: r, cell: cell}
	err := r.x.Children(c.child)
	return c.blocks, err
}

func (c *container) child(e element) error {
	switch e.Space {
	case drawing:
		boxes, err := c.shape(e, c.cell)
		c.blocks = append(c.blocks, boxes...)
		return err
	case table:
		if e.Local == "table" {
			return c.table()
		}
		return nil
	case text:
		return c.textChild(e)
	case office, svg:
		return nil // forms, scripts, titles of drawings
	}
	return c.x.Children(c.child)
}

func (c *container) textChild(e element) error {
	switch e.Local {
	case "p", "h":
		return c.paragraph(e)
	case "list":
		return c.readList(e)
	case "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls":
		return nil // a deleted text is kept in tracked-changes
	case "section":
		if e.Attr("display") == "none" {
			return nil
		}
	case "index-body":
		outer := c.index
		c.index = true
		err := c.x.Children(c.child)
		c.index = outer
		return err
	case "table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
		"user-index-source", "alphabetical-index-source", "bibliography-source":
		return nil
	}
	return c.x.Children(c.child)
}

// readList reads a list. One within another goes on with the other's counter.
func (c *container) readList(e element) error {
	outer, name, id := c.list, e.Attr("style-name"), e.Attr("id")
	l := &openList{start: -1, styled: name != ""}
	if outer != nil {
		l.counter, l.level, l.styled = outer.counter, outer.level+1, l.styled || outer.styled
		if s := c.lists.styles[name]; s != nil {
			l.counter.style = s
		}
	} else {
		l.counter = c.lists.begin(name, e.Attr("continue-list"), e.Attr("continue-numbering") == "true")
	}
	if id != "" {
		c.lists.ids[id] = l.counter
	}
	c.list = l
	err := c.x.Children(func(e element) error {
		switch e.Local {
		case "list-item":
			l.start, l.due = number(e, "start-value", -1), true
		case "list-header":
			l.start, l.due = -1, false
		default:
			return nil
		}
		return c.x.Children(c.child)
	})
	c.list = outer
	return err
}

// begin is the counter for an outermost list.
func (l *lists) begin(name, before string, goesOn bool) *counter {
	c := l.ids[before]
	if c == nil && goesOn {
		c = l.last[name]
	}
	if c == nil {
		c = &counter{}
	}
	if s := l.styles[name]; s != nil || c.style == nil {
		c.style = s
	}
	l.last[name] = c
	return c
}

// label counts a paragraph in its list or, as a heading, in the outline, and is
// what is printed in front of it.
func (c *container) label(e element, s paragraphStyle) string {
	if l := c.list; l != nil {
		if !l.due {
			return ""
		}
		l.due = false
		if !l.styled {
			l.style = c.lists.styles[s.list]
		}
		return l.next(l.level, l.start)
	}
	if e.Local != "h" || s.listSet && s.list == "" || e.Attr("is-list-header") == "true" {
		return ""
	}
	start := -1
	if e.Attr("restart-numbering") == "true" {
		start = number(e, "start-value", 1)
	}
	return c.lists.outline.next(number(e, "outline-level", 1)-1, start)
}

// add adds a paragraph that is not blank.
func (c *container) add(text document.Text, level int) {
	b := document.Block{Kind: document.Paragraph, ID: fmt.Sprint("p", text.Lines[0].Line), Text: text}
	if level > 0 && !c.index && !document.Sentence(text.S) {
		b.Kind, b.Level = document.Heading, level
	} else if c.cell == "" {
		b.GuessHeading()
	}
	c.blocks = append(c.blocks, b)
}
