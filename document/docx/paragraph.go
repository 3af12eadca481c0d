package docx

import (
	"fmt"

	"gangmu/document"
)

// paragraph is a paragraph being read.
type paragraph struct {
	*container
	ordinal int
	props   paragraphProps
	style   style
	begun   bool
	label   struct { // its number
		s  string
		at int64 // where the text behind it begins
	}
	before    int  // length of its number in the builder
	carriedOn bool // the builder holds what ran on into it, instead of the number
	boxes     []document.Block
}

// paragraphProps are the paragraph's own settings.
type paragraphProps struct {
	style   string
	list    listRef
	outline int  // 0..8, 9 for body text, -1 for none of its own
	joined  bool // its end was deleted
}

func (c *container) paragraph(e element) error {
	if err := c.budget.Block(); err != nil {
		return err
	}
	c.ordinal++
	if c.first == 0 {
		c.first = c.ordinal
	}
	p := &paragraph{container: c, ordinal: c.reader.ordinal, props: paragraphProps{outline: -1}}
	p.style = c.styles.paragraph("")
	if err := c.x.Children(p.child); err != nil {
		return err
	}
	if err := p.begin(e.Start); err != nil {
		return err
	}
	p.end()
	return nil
}

// child reads what stands directly in a paragraph.
func (p *paragraph) child(e element) error {
	switch {
	case e.Space == math:
		return p.formula(e)
	case e.Space == compat && e.Local == "AlternateContent":
		return p.alternate(p.child)
	case e.Space != word:
		return nil
	}
	switch e.Local {
	case "pPr":
		return p.properties()
	case "r":
		if err := p.begin(e.Start); err != nil {
			return err
		}
		return p.run()
	case "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "ins", "moveTo", "fldSimple", "dir", "bdo", "rubyBase":
		return p.x.Children(p.child)
	}
	return nil
}

// formula adds the characters of a formula, as if it were written in one line.
func (p *paragraph) formula(e element) error {
	if e.Local != "t" {
		return p.x.Children(func(e element) error {
			if e.Space != math {
				return nil
			}
			return p.formula(e)
		})
	}
	if err := p.begin(e.Start); err != nil {
		return err
	}
	return p.characters()
}

func (p *paragraph) properties() error {
	err := p.x.Children(func(e element) error {
		switch e.Local {
		case "pStyle":
			p.props.style = e.Attr("val")
		case "numPr":
			return p.x.Children(p.props.list.read)
		case "outlineLvl":
			p.props.outline = number(e, -1)
		case "rPr":
			return p.x.Children(func(e element) error {
				if e.Local == "del" || e.Local == "moveFrom" {
					p.props.joined = true
				}
				return nil
			})
		}
		return nil
	})
	p.style = p.styles.paragraph(p.props.style)
	return err
}

// begin gives the paragraph its number and its place.
func (p *paragraph) begin(at int64) error {
	if p.begun {
		return nil
	}
	p.begun = true
	p.carriedOn, p.carried = p.carried, false
	p.label.at = at
	if !p.props.joined {
		p.label.s = p.lists.next(p.props.list.or(p.style.list), p.props.style)
		if err := p.budget.Expand(int64(len(p.label.s))); err != nil {
			return err
		}
	}
	p.place(p.ordinal, 1)
	if !p.carriedOn {
		p.build.Unwritten(p.label.s, p.part, at)
		p.before = p.build.Len()
	}
	return nil
}

func (p *paragraph) place(line, column int) {
	block := p.cell
	if block == "" {
		block = fmt.Sprint("p", line)
	}
	p.build.Place(line, column, block)
}

// end adds the finished paragraph and then the boxes that are anchored in it.
func (p *paragraph) end() {
	p.closeCodes()
	switch {
	case p.props.joined:
		p.carried = true
	case p.build.Len() > p.before:
		if text := p.text().Trim(); text.S != "" && (p.cell != "" || !document.PageNumber(text.S)) {
			level, heading := p.heading()
			p.add(text, level, heading)
		}
	default:
		p.build.Text() // a number alone
	}
	p.blocks = append(p.blocks, p.boxes...)
}

// text takes the text from the builder. The number stands in front, also of
// what ran on from another paragraph.
func (p *paragraph) text() document.Text {
	text := p.build.Text()
	if !p.carriedOn || p.label.s == "" {
		return text
	}
	p.place(text.Lines[0].Line, 1)
	p.build.Unwritten(p.label.s, p.part, p.label.at)
	p.build.Add(text)
	return p.build.Text()
}

// heading is the level that the paragraph or its style gives.
func (p *paragraph) heading() (level int, ok bool) {
	outline := p.style.outline
	if p.props.outline >= 0 {
		outline = p.props.outline
	}
	return outline + 1, outline >= 0 && outline < bodyLevel && !p.style.contents
}
