package doc

import (
	"unicode/utf16"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/document/internal/msword"
)

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

// latin are the characters 0x80 to 0x9F of text in single bytes; all others are
// those of Unicode.
var latin = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// unit is the character at the beginning of b and its size in bytes.
func unit(b raw, wide bool) (rune, int) {
	if !wide {
		if c := b[0]; c < 0x80 || c > 0x9F {
			return rune(c), 1
		}
		return latin[b[0]-0x80], 1
	}
	r := rune(b.u16(0))
	if !utf16.IsSurrogate(r) {
		return r, min(2, len(b))
	}
	if pair := utf16.DecodeRune(r, rune(b.u16(2))); pair != utf8.RuneError && len(b) >= 4 {
		return pair, 4
	}
	return utf8.RuneError, min(2, len(b))
}

// mapper collects characters and begins a segment wherever their widths change.
type mapper struct {
	buf      []byte
	segments []document.Segment
}

// add adds a character that takes n bytes of the source at an offset.
func (m *mapper) add(r rune, at, n int) {
	before := len(m.buf)
	m.buf = utf8.AppendRune(m.buf, r)
	m.place(before, at, n)
}

// write adds what the source shows in n bytes at an offset.
func (m *mapper) write(s string, at, n int) {
	before := len(m.buf)
	m.buf = append(m.buf, s...)
	m.place(before, at, n)
}

func (m *mapper) place(before, at, n int) {
	g := document.Segment{Offset: before, Source: int64(at), Step: uint16(len(m.buf) - before), SourceStep: uint16(n)}
	if k := len(m.segments); k > 0 {
		last := m.segments[k-1]
		if last.Step == g.Step && last.SourceStep == g.SourceStep && g.Step > 0 &&
			last.Source+int64((before-last.Offset)/int(last.Step)*n) == g.Source {
			return
		}
	}
	m.segments = append(m.segments, g)
}

// decode adds text as it is.
func (m *mapper) decode(b raw, at int, wide bool) {
	for i := 0; i < len(b); {
		r, n := unit(b[i:], wide)
		m.add(r, at+i, n)
		i += n
	}
}

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
