package html

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// paragraph is a paragraph being read.
type paragraph struct {
	begun  bool   // a character has been added
	level  int    // of a heading, 0 for running text
	label  string // the number to put before it
	note   string // the number of a footnote
	lines  bool   // ends of lines count, as in <pre>
	indent int    // width of the space before a line, as long as it has not begun
	inLine bool   // a character of the line has been added
	last   rune   // the last character

	breaks   int   // <br> since the last character
	breakAt  *node // the first of them
	space    bool  // white space since the last character
	wrapped  bool  // with the end of a line
	from, to int   // where
}

// special marks the bytes at which a run of plain characters may end.
var special = func() (is [256]bool) {
	for c := range is {
		is[c] = c <= ' ' || c == '&' || c == 0x7f
	}
	is[0xC2], is[0xE2], is[0xEF] = true, true, true // no-break spaces and the like
	return is
}()

// characters adds the characters of a node.
func (c *container) characters(n *node) error {
	for i, end := int(n.from), int(n.to); i < end; {
		from := i
		for i < end && !special[c.s[i]] {
			i++
		}
		if i > from {
			if err := c.run(from, i); err != nil {
				return err
			}
			continue
		}
		width, err := c.one(i, end)
		if err != nil {
			return err
		}
		i += width
	}
	return c.budget.Place(0)
}

// one adds the one character or entity at from and is its length.
func (c *container) one(from, end int) (int, error) {
	if c.s[from] != '&' {
		r, width := utf8.DecodeRuneInString(c.s[from:end])
		return width, c.add(r, from, width, true)
	}
	s, width := entity(c.s[from:min(end, from+longestEntity)])
	if width == 0 {
		return 1, c.run(from, from+1)
	}
	if r, n := utf8.DecodeRuneInString(s); n == len(s) {
		return width, c.add(r, from, width, false)
	}
	return width, c.written(s, from, width)
}

// add adds a character that may be white space or nothing to be seen.
func (c *container) add(r rune, from, width int, verbatim bool) error {
	switch {
	case r == '\n' && c.lines:
		c.lineBreak(&node{from: int32(from), to: int32(from + width)})
		return nil
	case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f':
		c.blank(r, from, width)
		return nil
	case r < ' ' || r == 0x7f || r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF:
		return nil
	case r == 0xA0 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x3000 && !c.inLine:
		if !c.inLine {
			c.indent += 1 + int(r/0x3000)
			return nil
		}
		return c.written(" ", from, width)
	case verbatim:
		return c.run(from, from+width)
	}
	return c.written(string(r), from, width)
}

// blank keeps white space in mind: any number counts as one space, and as none
// at the beginning of a line.
func (c *container) blank(r rune, from, width int) {
	if !c.inLine {
		if c.lines {
			c.indent++
		}
		return
	}
	if !c.space {
		c.space, c.from, c.to = true, from, from
	}
	if c.to == from {
		c.to += width
	}
	c.wrapped = c.wrapped || r == '\n'
}

// run adds characters that stand in the page just so.
func (c *container) run(from, to int) error {
	for !c.inLine && strings.HasPrefix(c.s[from:to], "　") {
		c.indent += 2
		from += len("　")
	}
	if from == to {
		return nil
	}
	next, _ := utf8.DecodeRuneInString(c.s[from:to])
	if err := c.begin(next, from); err != nil {
		return err
	}
	c.src.Verbatim(c.build, from, to)
	c.last, _ = utf8.DecodeLastRuneInString(c.s[from:to])
	return nil
}

// written adds s for width bytes of the page.
func (c *container) written(s string, from, width int) error {
	if err := c.begin(first(s), from); err != nil {
		return err
	}
	c.src.Written(c.build, s, from, from+width)
	c.last, _ = utf8.DecodeLastRuneInString(s)
	return nil
}

// begin makes ready for the next character, which stands at at: it begins the paragraph, or a new
// one after a break, or writes the break or space that came before.
func (c *container) begin(next rune, at int) error {
	if c.begun && c.breaks > 0 && c.parts() {
		indent := c.indent
		if err := c.flush(); err != nil {
			return err
		}
		c.indent = indent
	}
	switch {
	case !c.begun:
		if err := c.start(at); err != nil {
			return err
		}
	case c.breaks > 0:
		c.src.Written(c.build, "\n", int(c.breakAt.from), int(c.breakAt.to))
	case c.space && !(c.wrapped && wide(c.last) && wide(next)):
		c.src.Written(c.build, " ", c.from, c.to)
	}
	c.inLine, c.indent, c.breaks, c.space, c.wrapped = true, 0, 0, false, false
	return nil
}

// start gives the paragraph its place and number.
func (c *container) start(at int) error {
	if err := c.budget.Block(); err != nil {
		return err
	}
	c.begun = true
	c.ordinal++
	if c.first == 0 {
		c.first = c.ordinal
	}
	block := c.cell
	if block == "" {
		block = fmt.Sprint("p", c.ordinal)
	}
	c.build.Place(c.ordinal, 1, block)
	c.src.Unwritten(c.build, c.label, at)
	return nil
}

// lineBreak keeps a <br> in mind; at the beginning of a paragraph it is
// nothing.
func (c *container) lineBreak(n *node) {
	if !c.begun {
		return
	}
	if c.breaks++; c.breaks == 1 {
		c.breakAt = n
	}
	c.inLine, c.space, c.wrapped, c.indent = false, false, false, 0
}

// parts reports whether the breaks before the present line part paragraphs: an
// empty line, an indentation, or the end of a sentence does.
func (c *container) parts() bool {
	return c.level == 0 && (c.breaks > 1 || c.indent >= 2 || strings.ContainsRune("。；！？：;:", c.last))
}

// wide reports whether r is a Chinese character or mark. Between two of them
// the end of a line in the source is no space.
func wide(r rune) bool { return r >= 0x2E80 || r >= 0x2010 && r <= 0x2027 }

// longestEntity is enough for the longest name of one.
const longestEntity = 34

// entity decodes the entity that s begins with and is its length; 0 if it is
// none.
func entity(s string) (decoded string, width int) {
	end := 1
	for end < len(s) && (s[end] == '#' && end == 1 || s[end] >= '0' && s[end] <= '9' || s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z') {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	decoded = html.UnescapeString(s[:end])
	if decoded == s[:end] {
		return "", 0
	}
	_, least := utf8.DecodeRuneInString(decoded)
	for len(decoded) > least && decoded[len(decoded)-1] == s[end-1] { // not part of the entity
		decoded, end = decoded[:len(decoded)-1], end-1
	}
	return decoded, end
}
