// Package xmlscan reads the XML of document formats, which lies in memory as a
// whole, and says of every piece where it stands.
//
// It exists beside encoding/xml because readers of documents need the exact
// bytes of each piece and skip most of the markup: it is several times faster
// and allocates next to nothing. It checks that elements match, that references
// are known and that the bytes are UTF-8. It knows no document types: a
// declaration is an error, so that entities can neither expand nor reach out.
package xmlscan

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Kind is what a piece is.
type Kind uint8

const (
	Start Kind = iota // start tag; one that closes itself is followed by an End
	End
	Text
	EOF // after the root element
)

// ErrDeclaration says that the document declares a type or entities, or uses
// an entity that only a declaration could define.
var ErrDeclaration = errors.New("document type or entity")

// Name is a name with the address of its namespace.
type Name struct{ Space, Local string }

// Attr is an attribute as it is written; Value decodes its value.
type Attr struct {
	Local string // without its prefix
	raw   []byte
}

// Value is the value with its references replaced.
func (a Attr) Value() string { return Decode(a.raw) }

// Decode is raw, characters or a value, with its references replaced.
func Decode(raw []byte) string {
	if bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b strings.Builder
	for len(raw) > 0 {
		if raw[0] == '&' {
			r, n := Reference(raw)
			b.WriteRune(r)
			raw = raw[max(n, 1):]
			continue
		}
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			n = len(raw)
		}
		b.Write(raw[:n])
		raw = raw[n:]
	}
	return b.String()
}

// Bounds on what a document may make the scanner remember. Those of real
// documents are far below.
const (
	mostAttrs    = 1000 // of one element
	mostBindings = 256  // of prefixes, at one place
	mostNames    = 4096 // kept to be found again
)

// Scanner goes through a document. Its exported fields describe the piece that
// Next has read last; Attrs are valid until the next call.
type Scanner struct {
	Name   Name // of a start tag
	Attrs  []Attr
	CData  bool // the text is a section without references
	From   int  // the piece is data[From:To]; of a section only its contents
	To     int
	Depth  int // open elements, the one just begun included
	data   []byte
	at     int
	open   []element
	spaces []binding
	names  map[string]Name // by prefixed name, under the present bindings
	locals map[string]string
	empty  bool // an End for a tag that closed itself is due
	begun  bool // the root element has begun
}

// element is an open element.
type element struct {
	name   []byte
	spaces int // bindings that were there before it
}

// binding is the namespace of a prefix.
type binding struct {
	prefix, space string
}

// New begins to scan data. Malformed bytes are found here, all else by Next.
func New(data []byte) (*Scanner, error) {
	if !utf8.Valid(data) {
		return nil, errors.New("not in UTF-8")
	}
	for i, c := range data {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return nil, fmt.Errorf("control character %#x at byte %d", c, i)
		}
	}
	return &Scanner{data: data, names: map[string]Name{}, locals: map[string]string{}}, nil
}

// Next reads the next piece.
func (s *Scanner) Next() (Kind, error) {
	if s.empty {
		s.empty = false
		s.From = s.To
		s.pop()
		return End, nil
	}
	for {
		if s.at >= len(s.data) {
			return s.finish()
		}
		rest := s.data[s.at:]
		if rest[0] != '<' {
			if kind, ok, err := s.text(rest); ok || err != nil {
				return kind, err
			}
			continue
		}
		switch {
		case bytes.HasPrefix(rest, []byte("</")):
			return s.end()
		case bytes.HasPrefix(rest, []byte("<!--")):
			if err := s.skip("<!--", "-->"); err != nil {
				return EOF, err
			}
		case bytes.HasPrefix(rest, []byte("<?")):
			if err := s.instruction(); err != nil {
				return EOF, err
			}
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			return s.section()
		case bytes.HasPrefix(rest, []byte("<!")):
			return EOF, ErrDeclaration
		default:
			return s.start()
		}
	}
}

func (s *Scanner) finish() (Kind, error) {
	if s.Depth > 0 || !s.begun {
		return EOF, errors.New("unexpected end")
	}
	s.From, s.To = s.at, s.at
	return EOF, nil
}

func (s *Scanner) fail(what string) error {
	return fmt.Errorf("%s at byte %d", what, s.at)
}

// text reads characters up to the next tag. Outside of the root element there
// may only be white space, which is no piece.
func (s *Scanner) text(rest []byte) (Kind, bool, error) {
	n := bytes.IndexByte(rest, '<')
	if n < 0 {
		n = len(rest)
	}
	chars := rest[:n]
	if s.Depth == 0 {
		if len(bytes.TrimSpace(bytes.TrimPrefix(chars, []byte("\ufeff")))) > 0 {
			return EOF, false, s.fail("text outside of the root element")
		}
		s.at += n
		return EOF, false, nil
	}
	if err := s.references(chars); err != nil {
		return EOF, false, err
	}
	s.CData, s.From, s.To = false, s.at, s.at+n
	s.at += n
	return Text, true, nil
}

// references checks that all references in b are known.
func (s *Scanner) references(b []byte) error {
	for {
		n := bytes.IndexByte(b, '&')
		if n < 0 {
			return nil
		}
		_, width := Reference(b[n:])
		if width == 0 {
			return fmt.Errorf("%w at byte %d", ErrDeclaration, s.at)
		}
		b = b[n+width:]
	}
}

// skip passes over everything up to the end mark.
func (s *Scanner) skip(open, end string) error {
	n := bytes.Index(s.data[s.at+len(open):], []byte(end))
	if n < 0 {
		return s.fail("unclosed " + open)
	}
	s.at += len(open) + n + len(end)
	return nil
}

// instruction passes over a processing instruction. The first one may name the
// encoding.
func (s *Scanner) instruction() error {
	from := s.at
	if err := s.skip("<?", "?>"); err != nil {
		return err
	}
	head := s.data[from:s.at]
	if !bytes.HasPrefix(head, []byte("<?xml ")) {
		return nil
	}
	_, encoding, found := bytes.Cut(head, []byte("encoding="))
	if found && len(encoding) > 1 {
		name, _, _ := bytes.Cut(encoding[1:], encoding[:1])
		if !strings.EqualFold(string(name), "utf-8") {
			return fmt.Errorf("encoding %q", name)
		}
	}
	return nil
}

func (s *Scanner) section() (Kind, error) {
	const open, end = "<![CDATA[", "]]>"
	if s.Depth == 0 {
		return EOF, s.fail("text outside of the root element")
	}
	s.CData, s.From = true, s.at+len(open)
	if err := s.skip(open, end); err != nil {
		return EOF, err
	}
	s.To = s.at - len(end)
	return Text, nil
}
