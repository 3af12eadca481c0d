package doc

import "gangmu/document/internal/msword"

// bodyLevel is the outline level of body text.
const bodyLevel = 9

// Numbers of built-in styles (sti).
const (
	headingFirst, headingLast   = 1, 9
	contentsFirst, contentsLast = 19, 27
)

// longestName is how much of the name of a style is looked at, in characters.
const longestName = 32

// Kinds of styles (stk).
const (
	paragraphKind = 1
	characterKind = 2
)

// style is what a style says about its paragraphs and characters, with what it
// inherits.
type style struct {
	outline  int // 0..8, bodyLevel, or -1 if it says nothing
	list     listRef
	contents bool // of a table of contents
	hidden   bool
	hides    bool // says whether it is hidden

	base     int
	resolved bool
}

// none is the base of styles without one, and the list of paragraphs that say
// nothing.
const none = 0xFFF

// styles is the style sheet, by index (istd).
type styles []style

// readStyles reads the style sheet (STSH). Word opens documents without it.
func readStyles(f *file) styles {
	b := f.part(stylesPart)
	head := b.part(2, b.u16(0))
	count, fixed := min(head.u16(0), none), head.u16(2)
	b = b.from(2 + len(head))
	var out styles
	for range count {
		size := b.u16(0)
		out = append(out, readStyle(f, b.part(2, size), fixed))
		b = b.from(2 + size + size&1)
	}
	return out
}

// readStyle reads one style (STD), whose beginning has a fixed size.
func readStyle(f *file, b raw, fixed int) style {
	s := style{outline: -1, base: none}
	if len(b) < 10 {
		return s // an empty place
	}
	number, kind := b.u16(0)&0xFFF, b.u16(2)&0xF
	s.base = b.u16(2) >> 4
	if number >= headingFirst && number <= headingLast {
		s.outline = number - headingFirst
	}
	s.contents = number >= contentsFirst && number <= contentsLast
	length := b.u16(fixed)
	name := b.text(fixed+2, min(length, longestName))
	if outline, ok := msword.HeadingStyle(name); ok && s.outline < 0 {
		s.outline = outline
	}
	s.contents = s.contents || msword.ContentsStyle(name)
	b = b.from(fixed + 2 + 2*length + 2)
	if kind == paragraphKind {
		p := paragraphProps{outline: s.outline, list: s.list}
		own := b.part(2, b.u16(0))
		p.apply(f, own.from(2), 0)
		s.outline, s.list = p.outline, p.list
		b = b.from(2 + len(own) + len(own)&1)
	}
	if kind == paragraphKind || kind == characterKind {
		var c charProps
		c.apply(f, b.part(2, b.u16(0)), nil)
		s.hidden, s.hides = c.hidden, c.hides
	}
	return s
}

// at is the style with an index and all that it inherits.
func (s styles) at(i int) style {
	if i < 0 || i >= len(s) {
		return style{outline: -1}
	}
	found := &s[i]
	if found.resolved {
		return *found
	}
	found.resolved = true // also ends circles
	base := s.at(found.base)
	if found.outline < 0 {
		found.outline = base.outline
	}
	found.list = found.list.or(base.list)
	found.contents = found.contents || base.contents
	if !found.hides {
		found.hidden, found.hides = base.hidden, base.hides
	}
	return *found
}
