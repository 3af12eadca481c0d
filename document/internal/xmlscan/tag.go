package xmlscan

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"
)

// start reads a start tag.
func (s *Scanner) start() (Kind, error) {
	if s.begun && s.Depth == 0 {
		return EOF, s.fail("second root element")
	}
	s.From = s.at
	s.at++
	name := s.name()
	if len(name) == 0 {
		return EOF, s.fail("name missing")
	}
	s.open = append(s.open, element{name, len(s.spaces)})
	s.Depth++
	s.begun = true
	s.Attrs = s.Attrs[:0]
	for {
		spaced := s.blank()
		switch {
		case s.at >= len(s.data):
			return EOF, s.fail("unclosed tag")
		case s.data[s.at] == '>':
			s.at++
		case bytes.HasPrefix(s.data[s.at:], []byte("/>")):
			s.at += 2
			s.empty = true
		case !spaced:
			return EOF, s.fail("unexpected character in a tag")
		default:
			if err := s.attribute(); err != nil {
				return EOF, err
			}
			continue
		}
		s.To = s.at
		s.Name = s.resolve(name)
		return Start, nil
	}
}

func (s *Scanner) attribute() error {
	name := s.name()
	s.blank()
	if len(name) == 0 || s.at >= len(s.data) || s.data[s.at] != '=' {
		return s.fail("attribute without a value")
	}
	s.at++
	s.blank()
	if s.at >= len(s.data) || s.data[s.at] != '"' && s.data[s.at] != '\'' {
		return s.fail("value without quotation marks")
	}
	n := bytes.IndexByte(s.data[s.at+1:], s.data[s.at])
	if n < 0 {
		return s.fail("unclosed value")
	}
	value := s.data[s.at+1 : s.at+1+n]
	if bytes.IndexByte(value, '<') >= 0 {
		return s.fail("tag within a value")
	}
	if err := s.references(value); err != nil {
		return err
	}
	s.at += n + 2
	prefix, local := cut(name)
	a := Attr{Local: s.intern(local), raw: value}
	switch {
	case string(prefix) == "xmlns":
		s.bind(a.Local, a.Value())
	case len(prefix) == 0 && a.Local == "xmlns":
		s.bind("", a.Value())
	}
	if s.Attrs = append(s.Attrs, a); len(s.Attrs) > mostAttrs || len(s.spaces) > mostBindings {
		return s.fail("too many attributes")
	}
	return nil
}

// end reads an end tag.
func (s *Scanner) end() (Kind, error) {
	s.From = s.at
	s.at += len("</")
	name := s.name()
	s.blank()
	if s.at >= len(s.data) || s.data[s.at] != '>' {
		return EOF, s.fail("unclosed end tag")
	}
	s.at++
	s.To = s.at
	if s.Depth == 0 || !bytes.Equal(name, s.open[s.Depth-1].name) {
		return EOF, s.fail("end tag " + string(name) + " without its start")
	}
	s.pop()
	return End, nil
}

// pop closes the innermost element.
func (s *Scanner) pop() {
	s.Depth--
	e := s.open[s.Depth]
	s.open = s.open[:s.Depth]
	if len(s.spaces) > e.spaces {
		s.spaces = s.spaces[:e.spaces]
		clear(s.names)
	}
}

func (s *Scanner) bind(prefix, space string) {
	s.spaces = append(s.spaces, binding{prefix, space})
	clear(s.names)
}

// resolve gives a written name its namespace. A prefix that is bound to none
// stands for itself.
func (s *Scanner) resolve(written []byte) Name {
	if n, known := s.names[string(written)]; known {
		return n
	}
	prefix, local := cut(written)
	n := Name{Space: string(prefix), Local: s.intern(local)}
	for i := len(s.spaces) - 1; i >= 0; i-- {
		if s.spaces[i].prefix == string(prefix) {
			n.Space = s.spaces[i].space
			break
		}
	}
	if len(s.names) > mostNames {
		clear(s.names)
	}
	s.names[string(written)] = n
	return n
}

// Outer is the prefix that stands for a namespace where the element just begun
// stands, without what its own tag declares. It is not ok if there is none that
// attributes could have as well.
func (s *Scanner) Outer(space string) (prefix string, ok bool) {
	known := s.spaces[:s.open[s.Depth-1].spaces]
	for i := len(known) - 1; i >= 0; i-- {
		b := known[i]
		if b.space == space && b.prefix != "" && !slices.ContainsFunc(known[i+1:], func(later binding) bool { return later.prefix == b.prefix }) {
			return b.prefix, true
		}
	}
	return "", false
}

// intern is b as a string, the same one each time.
func (s *Scanner) intern(b []byte) string {
	if known, ok := s.locals[string(b)]; ok {
		return known
	}
	if len(s.locals) > mostNames {
		clear(s.locals)
	}
	name := string(b)
	s.locals[name] = name
	return name
}

// cut splits a written name at its colon. A colon at either end is part of the
// name.
func cut(name []byte) (prefix, local []byte) {
	n := bytes.IndexByte(name, ':')
	if n <= 0 || n == len(name)-1 {
		return nil, name
	}
	return name[:n], name[n+1:]
}

// name reads a name, which may be empty if there is none.
func (s *Scanner) name() []byte {
	from := s.at
	for s.at < len(s.data) && inName[s.data[s.at]] {
		s.at++
	}
	name := s.data[from:s.at]
	if len(name) > 0 && (name[0] == '-' || name[0] == '.' || name[0] >= '0' && name[0] <= '9') {
		return nil
	}
	return name
}

// inName holds the bytes that names are made of; all beyond ASCII are taken.
var inName = func() (in [256]bool) {
	for c := range in {
		in[c] = c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
			c == '_' || c == '-' || c == '.' || c == ':'
	}
	return in
}()

// blank passes over white space and reports whether there was any.
func (s *Scanner) blank() bool {
	from := s.at
	for s.at < len(s.data) && (s.data[s.at] == ' ' || s.data[s.at] == '\n' || s.data[s.at] == '\t' || s.data[s.at] == '\r') {
		s.at++
	}
	return s.at > from
}

// Reference decodes the reference that b begins with, such as &amp; or
// &#x4E00;, and is its length; 0 if it is none that is known without a
// declaration.
func Reference(b []byte) (r rune, length int) {
	const longest = 12
	n := bytes.IndexByte(b[:min(len(b), longest)], ';')
	if n < 0 {
		return 0, 0
	}
	name := string(b[1:n])
	switch name {
	case "lt":
		return '<', n + 1
	case "gt":
		return '>', n + 1
	case "amp":
		return '&', n + 1
	case "apos":
		return '\'', n + 1
	case "quot":
		return '"', n + 1
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, 0
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || code > utf8.MaxRune || !allowed(rune(code)) {
		return 0, 0
	}
	return rune(code), n + 1
}

// allowed reports whether XML may hold the character.
func allowed(r rune) bool {
	if r < ' ' {
		return r == '\t' || r == '\n' || r == '\r'
	}
	return utf8.ValidRune(r) && r != 0xFFFE && r != 0xFFFF
}
