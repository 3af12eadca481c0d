package odt

import (
	"bytes"
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/xmlscan"
)

// paragraph is a paragraph being read.
type paragraph struct {
	*container
	ordinal int
	label   string // its number
	at      int64  // where it begins
	begun   bool
	before  int  // length of its number in the builder
	spaced  bool // white space, or the beginning, came last
	hidden  bool
	after   []document.Block // boxes that are anchored in it
}

func (c *container) paragraph(e element) error {
	if err := c.budget.Block(); err != nil {
		return err
	}
	c.ordinal++
	if c.first == 0 {
		c.first = c.ordinal
	}
	s := c.styles.find(paragraphs, e.Attr("style-name"))
	level := s.outline
	if e.Local == "h" {
		level = max(1, number(e, "outline-level", 1))
	}
	p := &paragraph{container: c, ordinal: c.ordinal, label: c.label(e, s), at: e.Start, spaced: true, hidden: s.hidden}
	if err := c.budget.Expand(int64(len(p.label))); err != nil {
		return err
	}
	if err := c.x.Mixed(p.inline, p.characters); err != nil {
		return err
	}
	p.begin()
	p.end(level)
	return c.budget.Place(0)
}

// begin gives the paragraph its place and its number.
func (p *paragraph) begin() {
	if p.begun {
		return
	}
	p.begun = true
	block := p.cell
	if block == "" {
		block = fmt.Sprint("p", p.ordinal)
	}
	p.build.Place(p.ordinal, 1, block)
	p.build.Unwritten(p.label, 0, p.at)
	p.before = p.build.Len()
}

// end adds the finished paragraph and then the boxes that are anchored in it.
func (p *paragraph) end(level int) {
	said := p.build.Len() > p.before
	text := p.build.Text().Trim() // a number alone is none
	if said && text.S != "" && (p.cell != "" || !document.PageNumber(text.S)) {
		p.add(text, level)
	}
	p.blocks = append(p.blocks, p.after...)
}

// inline reads an element within a paragraph.
func (p *paragraph) inline(e element) error {
	switch e.Space {
	case office, svg, table:
		return nil // annotations and the like
	case drawing:
		return p.anchored(e)
	case text:
		return p.textInline(e)
	}
	return p.x.Mixed(p.inline, p.characters)
}

func (p *paragraph) textInline(e element) error {
	switch e.Local {
	case "s":
		const most = 1000
		return p.written(e, strings.Repeat(" ", min(max(number(e, "c", 1), 0), most)))
	case "tab":
		return p.written(e, "\t")
	case "line-break":
		return p.written(e, "\n")
	case "number":
		return p.printedNumber()
	case "note":
		return p.note(e)
	case "span":
		return p.span(e)
	case "hidden-text":
		if e.Attr("is-hidden") == "true" {
			return nil
		}
	case "ruby-text", "script", "tracked-changes":
		return nil
	}
	return p.x.Mixed(p.inline, p.characters)
}

// span reads characters of one style.
func (p *paragraph) span(e element) error {
	outer := p.hidden
	if s := p.styles.find(characters, e.Attr("style-name")); s.hidden || s.shown {
		p.hidden = s.hidden
	}
	err := p.x.Mixed(p.inline, p.characters)
	p.hidden = outer
	return err
}

// printedNumber takes the number that the program which wrote the file had
// printed, in place of our own.
func (p *paragraph) printedNumber() error {
	var b strings.Builder
	err := p.x.Mixed(func(element) error { return nil }, func() error {
		b.Write(p.x.Raw())
		return nil
	})
	if s := strings.TrimSpace(b.String()); !p.begun && s != "" && len(s) <= longestLabel && !strings.Contains(s, "&") {
		p.label = apart(s)
	}
	return err
}

// written adds what the element e stands for.
func (p *paragraph) written(e element, s string) error {
	if err := p.x.Leave(p.x.Depth - 1); err != nil {
		return err
	}
	p.begin()
	if p.hidden {
		return nil
	}
	p.spaced = false
	p.build.Written(s, 0, e.Start, p.x.To-int(e.Start))
	if err := p.budget.Expand(int64(len(s))); err != nil {
		return err
	}
	return p.budget.Place(0)
}

// characters adds the characters that were read last, each with its place.
func (p *paragraph) characters() error {
	p.begin()
	if p.hidden {
		return nil
	}
	at, raw := int64(p.x.From), p.x.Raw()
	for !p.x.CData {
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			break
		}
		p.collapsed(at, raw[:n])
		r, width := xmlscan.Reference(raw[n:])
		p.reference(r, at+int64(n), width)
		at, raw = at+int64(n+width), raw[n+width:]
	}
	p.collapsed(at, raw)
	return p.budget.Place(0)
}

func (p *paragraph) reference(r rune, at int64, width int) {
	if strings.ContainsRune(blanks, r) {
		p.space(at, width)
		return
	}
	p.spaced = false
	p.build.Written(string(r), 0, at, width)
}

// blanks are the characters of which any number counts as one space, and as
// none at the beginning.
const blanks = " \t\r\n"

func (p *paragraph) collapsed(at int64, raw []byte) {
	for len(raw) > 0 {
		n := bytes.IndexAny(raw, blanks)
		if n < 0 {
			n = len(raw)
		}
		if n > 0 {
			p.build.Verbatim(string(raw[:n]), 0, at)
			p.spaced = false
			at, raw = at+int64(n), raw[n:]
		}
		n = len(raw) - len(bytes.TrimLeft(raw, blanks))
		if n > 0 {
			p.space(at, n)
			at, raw = at+int64(n), raw[n:]
		}
	}
}

func (p *paragraph) space(at int64, width int) {
	if !p.spaced {
		p.build.Written(" ", 0, at, width)
	}
	p.spaced = true
}
