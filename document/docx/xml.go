package docx

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"gangmu/document"
)

// space is the namespace of an element, as far as it matters.
type space uint8

const (
	other  space = iota
	word         // paragraphs, runs, tables, in both editions of the standard
	compat       // alternatives for newer and older programs
	math         // formulas
)

func spaceOf(uri string) space {
	switch uri {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
		"http://purl.oclc.org/ooxml/wordprocessingml/main":
		return word
	case "http://schemas.openxmlformats.org/markup-compatibility/2006":
		return compat
	case "http://schemas.openxmlformats.org/officeDocument/2006/math",
		"http://purl.oclc.org/ooxml/officeDocument/math":
		return math
	}
	return other
}

// element is a start tag.
type element struct {
	space space
	local string
	attrs []xml.Attr
	start int64 // offset of its <
}

// attr is the value of the attribute with this local name.
func (e element) attr(local string) string {
	for _, a := range e.attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// number is attribute val as a number, or otherwise.
func (e element) number(otherwise int) int {
	n, err := strconv.Atoi(e.attr("val"))
	if err != nil {
		return otherwise
	}
	return n
}

// on is the value of a switch such as <w:b/> or <w:b w:val="0"/>.
func (e element) on() bool {
	switch e.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// xmlReader walks through the elements of one part.
type xmlReader struct {
	dec    *xml.Decoder
	data   []byte
	ctx    context.Context
	depth  int   // open elements
	limit  int   // most of them
	start  int64 // offset of the last token
	tokens int
}

func newXML(data []byte, limit int, ctx context.Context) *xmlReader {
	return &xmlReader{dec: xml.NewDecoder(bytes.NewReader(data)), data: data, limit: limit, ctx: ctx}
}

// document visits the root element.
func (x *xmlReader) document(visit func(element) error) error {
	for {
		token, err := x.token()
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok {
			return visit(x.element(e))
		}
	}
}

// children visits the elements within the open element, up to its end tag.
// What a visit leaves unread of its element is skipped.
func (x *xmlReader) children(visit func(element) error) error {
	inside := x.depth
	for {
		token, err := x.token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := visit(x.element(token)); err != nil {
				return err
			}
			if err := x.leave(inside); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// leave skips until depth elements are open.
func (x *xmlReader) leave(depth int) error {
	for x.depth > depth {
		if _, err := x.token(); err != nil {
			return err
		}
	}
	return nil
}

// text adds the characters within the open element to b.
func (x *xmlReader) text(b *document.Builder, part uint16) error {
	inside := x.depth
	for x.depth >= inside {
		token, err := x.token()
		if err != nil {
			return err
		}
		if chars, ok := token.(xml.CharData); ok && x.depth == inside {
			addRaw(b, part, x.start, x.data[x.start:x.dec.InputOffset()], chars)
		}
	}
	return nil
}

func (x *xmlReader) element(e xml.StartElement) element {
	return element{spaceOf(e.Name.Space), e.Name.Local, e.Attr, x.start}
}

// token is the next token. Declarations of types and entities are refused.
func (x *xmlReader) token() (xml.Token, error) {
	if x.tokens++; x.tokens%4096 == 0 && x.ctx != nil && x.ctx.Err() != nil {
		return nil, x.ctx.Err()
	}
	x.start = x.dec.InputOffset()
	token, err := x.dec.Token()
	if err != nil {
		return nil, x.wrong(err)
	}
	switch token.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > x.limit {
			return nil, document.TooDeep(x.limit)
		}
	case xml.EndElement:
		x.depth--
	case xml.Directive:
		return nil, document.Unsafe(errors.New("document type declaration"))
	}
	return token, nil
}

func (x *xmlReader) wrong(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) && strings.HasPrefix(syntax.Msg, "invalid character entity") {
		return document.Unsafe(err)
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return document.Damaged(err)
}

// addRaw adds the characters that raw encodes, each with its place.
func addRaw(b *document.Builder, part uint16, at int64, raw, decoded []byte) {
	const section = "<![CDATA["
	if bytes.HasPrefix(raw, []byte(section)) {
		raw = bytes.TrimSuffix(raw[len(section):], []byte("]]>"))
		addLines(b, part, at+int64(len(section)), raw)
		return
	}
	if len(raw) == len(decoded) && bytes.IndexByte(raw, '\n') < 0 {
		b.Verbatim(string(raw), part, at)
		return
	}
	for len(raw) > 0 {
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			n = len(raw)
		}
		addLines(b, part, at, raw[:n])
		at, raw = at+int64(n), raw[n:]
		if end := bytes.IndexByte(raw, ';'); end > 0 {
			b.Written(entity(string(raw[1:end])), part, at, end+1)
			at, raw = at+int64(end)+1, raw[end+1:]
		}
	}
}

// addLines adds raw; a line end in the source is a space in the document.
func addLines(b *document.Builder, part uint16, at int64, raw []byte) {
	for len(raw) > 0 {
		n := bytes.IndexAny(raw, "\r\n")
		if n < 0 {
			n = len(raw)
		}
		b.Verbatim(string(raw[:n]), part, at)
		at, raw = at+int64(n), raw[n:]
		if len(raw) > 0 {
			width := 1
			if bytes.HasPrefix(raw, []byte("\r\n")) {
				width = 2
			}
			b.Written(" ", part, at, width)
			at, raw = at+int64(width), raw[width:]
		}
	}
}

// entity is the character that &name; stands for. The decoder has checked it.
func entity(name string) string {
	switch name {
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "amp":
		return "&"
	case "apos":
		return "'"
	case "quot":
		return `"`
	}
	base := 10
	name = strings.TrimPrefix(name, "#")
	if hex, ok := strings.CutPrefix(name, "x"); ok {
		base, name = 16, hex
	}
	n, err := strconv.ParseUint(name, base, 32)
	if err != nil {
		return "\uFFFD"
	}
	return string(rune(n))
}
