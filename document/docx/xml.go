package docx

import (
	"bytes"
	"context"
	"errors"
	"strconv"

	"gangmu/document"
	"gangmu/document/internal/xmlscan"
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
	attrs []xmlscan.Attr
	start int64 // of its tag in the part
}

// attr is the value of the attribute with this local name. It must be asked
// for before anything within the element is read.
func (e element) attr(local string) string {
	for _, a := range e.attrs {
		if a.Local == local {
			return a.Value()
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
	*xmlscan.Scanner
	data   []byte
	ctx    context.Context
	limit  int // most open elements
	tokens int
}

func newXML(ctx context.Context, data []byte, limit int) (*xmlReader, error) {
	scanner, err := xmlscan.New(data)
	if err != nil {
		return nil, document.Damaged(err)
	}
	return &xmlReader{Scanner: scanner, data: data, limit: limit, ctx: ctx}, nil
}

// document visits the root element.
func (x *xmlReader) document(visit func(element) error) error {
	if _, err := x.token(); err != nil {
		return err
	}
	return visit(x.element())
}

// children visits the elements within the open element, up to its end tag.
// What a visit leaves unread of its element is skipped.
func (x *xmlReader) children(visit func(element) error) error {
	inside := x.Depth
	for {
		kind, err := x.token()
		if err != nil {
			return err
		}
		switch kind {
		case xmlscan.Start:
			if err := visit(x.element()); err != nil {
				return err
			}
			if err := x.leave(inside); err != nil {
				return err
			}
		case xmlscan.End:
			return nil
		}
	}
}

// leave skips until depth elements are open.
func (x *xmlReader) leave(depth int) error {
	for x.Depth > depth {
		if _, err := x.token(); err != nil {
			return err
		}
	}
	return nil
}

// text adds the characters within the open element to b.
func (x *xmlReader) text(b *document.Builder, part uint16) error {
	inside := x.Depth
	for x.Depth >= inside {
		kind, err := x.token()
		if err != nil {
			return err
		}
		if kind == xmlscan.Text && x.Depth == inside {
			x.addText(b, part)
		}
	}
	return nil
}

func (x *xmlReader) element() element {
	return element{spaceOf(x.Name.Space), x.Name.Local, x.Attrs, int64(x.From)}
}

// token reads the next piece. Declarations of types and entities are refused.
func (x *xmlReader) token() (xmlscan.Kind, error) {
	if x.tokens++; x.tokens%4096 == 0 && x.ctx.Err() != nil {
		return xmlscan.EOF, x.ctx.Err()
	}
	kind, err := x.Next()
	switch {
	case errors.Is(err, xmlscan.ErrDeclaration):
		return kind, document.Unsafe(err)
	case err != nil:
		return kind, document.Damaged(err)
	case x.Depth > x.limit:
		return kind, document.TooDeep(x.limit)
	}
	return kind, nil
}

// addText adds the characters that were read last, each with its place.
func (x *xmlReader) addText(b *document.Builder, part uint16) {
	at, raw := int64(x.From), x.data[x.From:x.To]
	for !x.CData {
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			break
		}
		addLines(b, part, at, raw[:n])
		r, width := xmlscan.Reference(raw[n:])
		b.Written(string(r), part, at+int64(n), width)
		at, raw = at+int64(n+width), raw[n+width:]
	}
	addLines(b, part, at, raw)
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
