package doc

import "gangmu/document/internal/msword"

// Characters with a meaning of their own.
const (
	picture     = 0x01
	drawing     = 0x08
	lineEnd     = 0x0B
	columnEnd   = 0x0E
	fieldBegin  = 0x13
	fieldMiddle = 0x14
	fieldEnd    = 0x15
	hardHyphen  = 0x1E
	symbolPlace = '('
)

// text adds the text from one position to another, of a paragraph of this
// style, to the builder. Drawings that are anchored in it are added to boxes.
func (c *container) text(from, to, style int) error {
	for i := c.pieces.find(from); i < len(c.pieces) && c.pieces[i].from < to; i++ {
		p := &c.pieces[i]
		end := p.offset(min(to, p.to))
		for at := p.offset(max(from, p.from)); at < end; {
			formatting := c.chpx.at(at)
			stop := min(formatting.to, end)
			stop += (stop - at) % p.width()
			c.run(p, at, stop, c.charProps(formatting, p, style))
			if err := c.checkSettings(); err != nil {
				return err
			}
			at = stop
		}
		if err := c.budget.Place(0); err != nil {
			return err
		}
	}
	return nil
}

// run adds characters of one formatting, from one offset to another.
func (c *container) run(p *piece, at, end int, props charProps) {
	m := &c.mapper
	m.buf, m.segments = m.buf[:0], m.segments[:0]
	for at < end {
		r, n := unit(c.main[at:end], p.wide)
		switch {
		case r >= fieldBegin && r <= fieldEnd:
			c.field(r, props)
		case props.hidden || props.deleted || c.inCode():
		case r == symbolPlace && props.symbol > 0:
			m.write(msword.Symbol(c.font(props.font), props.symbol), at, n)
		case r >= ' ':
			m.add(r, at, n)
		default:
			c.control(r, p, at, n, props)
		}
		at += n
	}
	c.build.Mapped(string(m.buf), m.segments...)
}

// control adds what a control character stands for.
func (c *container) control(r rune, p *piece, at, n int, props charProps) {
	switch r {
	case '\t':
		c.mapper.write("\t", at, n)
	case lineEnd:
		c.mapper.write("\n", at, n)
	case pageEnd, columnEnd:
		if c.build.Len()+len(c.mapper.buf) > c.before {
			c.mapper.write("\n", at, n)
		}
	case hardHyphen:
		c.mapper.write("-", at, n)
	case picture:
		if !props.data {
			c.pictures++
		}
	case drawing:
		if cp := p.from + (at-p.at)/p.width(); cp < c.bodyEnd {
			c.anchors = append(c.anchors, cp)
		}
	}
}

// mostFields is how many fields may be open inside each other.
const mostFields = 64

// field follows the beginning, middle and end of a field.
func (c *container) field(mark rune, props charProps) {
	n := len(c.fields)
	switch {
	case mark == fieldBegin:
		c.fields = append(c.fields[max(0, n-mostFields):], true) // forgets the oldest
	case mark == fieldMiddle && n > 0:
		c.fields[n-1] = false
		if props.object {
			c.foreign++
		}
	case mark == fieldEnd && n > 0:
		c.fields = c.fields[:n-1]
	}
}

// inCode reports whether the place is in the code of a field, or in the result
// of one that only serves another's code.
func (c *container) inCode() bool {
	for _, code := range c.fields {
		if code {
			return true
		}
	}
	return false
}

// font is the name of a font (Ffn).
func (r *reader) font(i int) string {
	if r.fonts == nil {
		b := r.part(fontsPart)
		for b = b.from(4); len(b) > 0; b = b.from(1 + b.u8(0)) {
			r.fonts = append(r.fonts, b.part(40, 1+b.u8(0)-40))
		}
	}
	if i >= len(r.fonts) {
		return ""
	}
	name := r.fonts[i]
	n := 0
	for n < len(name)/2 && name.u16(2*n) != 0 {
		n++
	}
	return name.text(0, n)
}
