package comment

import (
	"bytes"
	"unicode/utf8"

	"gangmu/document/internal/xmlscan"
)

// unit is a run, or something else that stands among runs and cannot be split.
type unit struct {
	depth    int // 0 when it is closed
	from, to int
	run      bool
	outer    string // prefix of its surroundings, "" if there is none to be used
	tag      stretch
	settings stretch  // of a run: its w:rPr
	children []child  // of a run, without its settings
	texts    []text   // of all children
	marks    []string // of fields, in order: begin, separate, end, or a piece of code
}

// child is an element directly in a run.
type child struct {
	from, to int
	tag      stretch
	close    stretch // its end tag
	words    bool    // w:t, which can be split
	keeps    bool    // its white space is kept
	texts    stretch // its share of the unit's texts, as indices
	code     bool    // w:instrText
	box      bool    // holds a text box
}

// text is a piece of characters.
type text struct {
	from, to int
	section  bool // CDATA
}

// begin begins with the element just begun. space is the namespace whose prefix
// is wanted.
func (u *unit) begin(s *xmlscan.Scanner, space string, run bool) {
	outer, _ := s.Outer(space)
	*u = unit{
		depth: s.Depth, from: s.From, run: run, outer: outer, tag: stretch{s.From, s.To},
		children: u.children[:0], texts: u.texts[:0], marks: u.marks[:0],
	}
}

func (u *unit) start(s *xmlscan.Scanner, word bool) {
	if u.run && s.Depth == u.depth+1 {
		u.children = append(u.children, child{
			from: s.From, tag: stretch{s.From, s.To}, words: word && s.Name.Local == "t",
			code: word && s.Name.Local == "instrText", keeps: attr(s, "space") == "preserve", texts: stretch{len(u.texts), len(u.texts)},
		})
		switch {
		case word && s.Name.Local == "rPr":
			u.settings.from = s.From
		case word && s.Name.Local == "fldChar":
			u.marks = append(u.marks, attr(s, "fldCharType"))
		}
	}
	if word && s.Name.Local == "txbxContent" && len(u.children) > 0 {
		u.children[len(u.children)-1].box = true
	}
}

func (u *unit) text(s *xmlscan.Scanner, content []byte) {
	n := len(u.children)
	if n == 0 || s.Depth != u.depth+1 || s.To == s.From {
		return
	}
	switch {
	case u.children[n-1].code:
		u.marks = append(u.marks, codeMark+string(content[s.From:s.To]))
	case u.children[n-1].words:
		u.texts = append(u.texts, text{s.From, s.To, s.CData})
		u.children[n-1].texts.to++
	}
}

// end ends the element that was open at depth closed.
func (u *unit) end(s *xmlscan.Scanner, closed int) {
	switch {
	case closed == u.depth:
		u.to, u.depth = s.To, 0
	case closed == u.depth+1 && u.run:
		c := &u.children[len(u.children)-1]
		c.to, c.close = s.To, stretch{s.From, s.To}
		if c.from == u.settings.from && u.settings.to == 0 && c.from > 0 {
			u.settings.to = c.to
			u.children = u.children[:len(u.children)-1]
		}
	}
}

// point is a place where elements can be put in beside a unit, or in the middle
// of a run that is split there.
type point struct {
	at    int
	outer string // prefix to be used there
	close string // what is written before them to end the run, and
	open  string // behind them to begin it anew
	keep  int    // where the tag is told to keep its white space; 0 for nowhere
}

// place gives an end of a comment its point.
func (u *unit) place(content []byte, p probe) { p.set(u.point(content, p)) }

// point is where an end of a comment goes in the unit.
func (u *unit) point(content []byte, p probe) point {
	at := point{at: u.from, outer: u.outer}
	if p.end {
		at.at = u.to
	}
	for i, c := range u.children {
		if p.inside >= c.to || p.inside < c.from {
			continue
		}
		p.anchor.elsewhere = p.anchor.elsewhere || c.box
		cutAt, within := c.from, false
		if c.words {
			cutAt, within = u.boundary(content, c, p)
		}
		switch {
		case within:
			at = u.split(content, cutAt, &c)
		case p.end && i+1 < len(u.children):
			at = u.split(content, u.children[i+1].from, nil)
		case !p.end && i > 0:
			at = u.split(content, c.from, nil)
		}
		break
	}
	return at
}

// boundary is the edge of the character that p is inside of. It is not within
// if all the characters of c are on one side of it.
func (u *unit) boundary(content []byte, c child, p probe) (at int, within bool) {
	texts := u.texts[c.texts.from:c.texts.to]
	for i, t := range texts {
		first, last := i == 0, i == len(texts)-1
		switch {
		case p.inside >= t.to && !last:
			continue
		case t.section: // cannot be split: taken as a whole
			if p.end {
				return t.to + len("]]>"), !last
			}
			return t.from - len("<![CDATA["), !first
		}
		from, to := character(content[:t.to], t.from, min(max(p.inside, t.from), t.to-1))
		if p.end {
			return to, !last || to < t.to
		}
		return from, !first || from > t.from
	}
	return c.from, false
}

// character is the bytes of the character at a byte of a text that begins at
// from: a code point or a reference.
func character(text []byte, from, at int) (start, end int) {
	const longest = 12 // of a reference
	for at > from && !utf8.RuneStart(text[at]) {
		at--
	}
	low := max(from, at-longest)
	if n := bytes.LastIndexByte(text[low:at+1], '&'); n >= 0 {
		if _, width := xmlscan.Reference(text[low+n:]); low+n+width > at {
			return low + n, low + n + width
		}
	}
	_, width := utf8.DecodeRune(text[at:])
	return at, at + width
}

// split is the point at which the run is ended and begun anew: in front of a
// child, or at a place within the words of c.
func (u *unit) split(content []byte, at int, c *child) point {
	name := func(tag stretch) string { return "</" + nameOf(content[tag.from:tag.to]) + ">" }
	p := point{at: at, outer: u.outer, close: name(u.tag)}
	p.open = string(content[u.tag.from:u.tag.to]) + string(content[u.settings.from:u.settings.to])
	if c == nil {
		return p
	}
	const preserve = ` xml:space="preserve"`
	p.close = name(c.tag) + p.close
	tag := string(content[c.tag.from:c.tag.to])
	if !c.keeps {
		tag = tag[:len(tag)-1] + preserve + ">"
		if blank(content[at-1]) {
			p.keep = c.tag.to - 1
		}
	}
	p.open += tag
	return p
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
