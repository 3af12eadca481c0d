package html

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"gangmu/document"
	"gangmu/document/internal/numeral"
)

// container is what holds paragraphs and tables: a part of the page or a cell.
type container struct {
	*reader
	paragraph
	cell   string // t3.r5.c2, "" outside of tables
	blocks []document.Block
	first  int // ordinal of the first paragraph
}

// root reads a part of the page.
func (c *container) root(at int32) error {
	if err := c.element(at); err != nil {
		return err
	}
	return c.flush()
}

// inside reads what stands in an element.
func (c *container) inside(at int32) error {
	for i := c.nodes[at].first; i != 0; i = c.nodes[i].next {
		if err := c.element(i); err != nil {
			return err
		}
	}
	return nil
}

// element reads a node.
func (c *container) element(at int32) error {
	n := &c.nodes[at]
	if n.gone {
		return nil
	}
	switch n.tag {
	case 0:
		if at > 0 {
			return c.characters(n)
		}
	case atom.Br:
		c.lineBreak(n)
		return nil
	case atom.Img:
		c.pictures++
		return nil
	case atom.Wbr:
		return nil
	case atom.A, atom.Sup:
		if c.noteMark(at) {
			return nil
		}
	case atom.Table:
		if err := c.flush(); err != nil {
			return err
		}
		return c.table(at)
	}
	if n.traits&block == 0 {
		return c.inside(at)
	}
	return c.block(at)
}

// block reads an element that begins and ends a line.
func (c *container) block(at int32) error {
	n := &c.nodes[at]
	if err := c.flush(); err != nil {
		return err
	}
	switch {
	case n.traits&heading != 0:
		c.level = int(n.tag.String()[1] - '0')
	case n.tag == atom.Li:
		c.label = c.itemLabel(at)
	case n.tag == atom.Pre || n.tag == atom.Xmp || n.tag == atom.Listing:
		outer := c.lines
		c.lines = true
		defer func() { c.lines = outer }()
	}
	if err := c.inside(at); err != nil {
		return err
	}
	err := c.flush()
	c.level, c.label = 0, ""
	return err
}

// flush ends the paragraph and adds it if it is not blank.
func (c *container) flush() error {
	p := c.paragraph
	c.paragraph = paragraph{lines: p.lines}
	if !p.begun {
		c.level, c.label = p.level, p.label // for the first line within
		return nil
	}
	text := c.build.Text().Trim()
	switch {
	case text.S == "", c.cell == "" && (document.PageNumber(text.S) || chrome(text.S)):
		c.ordinal--
		return nil
	case p.note != "":
		c.doc.Notes = append(c.doc.Notes, document.Note{ID: p.note, Text: text})
		return nil
	}
	b := document.Block{Kind: document.Paragraph, ID: fmt.Sprint("p", text.Lines[0].Line), Text: text}
	switch {
	case p.level > 0 && !document.Sentence(text.S) && !c.isTitle(text.S):
		b.Kind, b.Level = document.Heading, p.level
	case c.cell == "":
		b.GuessHeading()
	}
	c.blocks = append(c.blocks, b)
	return c.budget.Place(0)
}

// isTitle reports whether s is the title of the page, which heads no part of
// it.
func (c *container) isTitle(s string) bool {
	s = squeeze(s)
	return utf8.RuneCountInString(s) >= leastTitle && strings.HasPrefix(squeeze(c.doc.Meta["title"]), s)
}

// itemLabel is the number that a browser shows before an item of a numbered
// list, unless the item is numbered by hand.
func (c *container) itemLabel(at int32) string {
	id := c.nodes[at].parent
	list := &c.nodes[id]
	a := c.attr(list)
	c.items[id]++
	if list.tag != atom.Ol || strings.Contains(strings.ToLower(a.style), "none") {
		return ""
	}
	text := c.excerpt(at, 64)
	if _, numbered := document.HeadingLevel(text); numbered || text == "" || strings.ContainsRune("0123456789（(①②③④⑤⑥⑦⑧⑨⑩", first(text)) {
		return ""
	}
	n := count(a.start, 1<<30) + c.items[id] - 1
	switch a.kind {
	case "a":
		return numeral.Letters(n, 'a') + ". "
	case "A":
		return numeral.Letters(n, 'A') + ". "
	case "i":
		return strings.ToLower(numeral.Roman(n)) + ". "
	case "I":
		return numeral.Roman(n) + ". "
	}
	return strconv.Itoa(n) + ". "
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// noteMark passes over the mark of a footnote, a short link within the page,
// and keeps in mind where a footnote itself begins with the link back.
func (c *container) noteMark(at int32) bool {
	const longest = 8 // characters
	n := &c.nodes[at]
	href, raised := "", n.tag == atom.Sup
	for i, end := at, min(c.end(at), at+longest); i < end; i++ {
		switch d := &c.nodes[i]; d.tag {
		case atom.A:
			href = c.attr(d).href
		case atom.Sup:
			raised = true
		}
	}
	if !strings.HasPrefix(href, "#") {
		return false
	}
	mark := c.whole(at, 64)
	if mark == "" || utf8.RuneCountInString(mark) > longest {
		return false
	}
	target := strings.ToLower(href)
	if !raised && !strings.Contains(target, "ftn") && !strings.Contains(target, "edn") && !strings.Contains(target, "note") {
		return false
	}
	if strings.Contains(target, "ref") && !c.begun {
		c.note = strings.Trim(mark, "[]［］〔〕()（）")
	}
	return true
}
