// Package xmlwalk walks through the XML parts of office documents, element by
// element, and puts their characters into texts that know their places.
//
// It bounds how deep elements may nest and refuses declarations of types and
// entities. What elements mean is the business of the formats. Every error but
// a context's is a *document.Error.
package xmlwalk

import (
	"bytes"
	"context"
	"errors"

	"gangmu/document"
	"gangmu/document/internal/xmlscan"
)

// Space is a format's own number for a namespace; 0 is for all that it does
// not care about.
type Space uint8

// Element is a start tag.
type Element struct {
	Space Space
	Local string
	Start int64 // of its tag in the part
	attrs []xmlscan.Attr
}

// Attr is the value of the attribute with this local name, "" if there is
// none. It must be asked for before anything within the element is read.
func (e Element) Attr(local string) string {
	for _, a := range e.attrs {
		if a.Local == local {
			return a.Value()
		}
	}
	return ""
}

// Has reports whether there is an attribute with this local name, which may be
// empty.
func (e Element) Has(local string) bool {
	for _, a := range e.attrs {
		if a.Local == local {
			return true
		}
	}
	return false
}

// Reader walks through the elements of one part.
type Reader struct {
	*xmlscan.Scanner
	data   []byte
	ctx    context.Context
	spaces func(uri string) Space
	limit  int // most open elements
	tokens int
}

// New begins to walk through data, in which at most limit elements may be open
// at once.
func New(ctx context.Context, data []byte, limit int, spaces func(uri string) Space) (*Reader, error) {
	scanner, err := xmlscan.New(data)
	if err != nil {
		return nil, document.Damaged(err)
	}
	return &Reader{Scanner: scanner, data: data, ctx: ctx, spaces: spaces, limit: limit}, nil
}

// Document visits the root element.
func (x *Reader) Document(visit func(Element) error) error {
	if _, err := x.token(); err != nil {
		return err
	}
	return visit(x.element())
}

// Children visits the elements within the open element, up to its end tag.
// What a visit leaves unread of its element is skipped.
func (x *Reader) Children(visit func(Element) error) error {
	return x.Mixed(visit, func() error { return nil })
}

// Mixed visits the elements and the characters within the open element, up to
// its end tag.
func (x *Reader) Mixed(visit func(Element) error, text func() error) error {
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
			if err := x.Leave(inside); err != nil {
				return err
			}
		case xmlscan.Text:
			if err := text(); err != nil {
				return err
			}
		case xmlscan.End:
			return nil
		}
	}
}

// Raw is the piece that was read last, as it is written.
func (x *Reader) Raw() []byte { return x.data[x.From:x.To] }

// Leave skips until depth elements are open.
func (x *Reader) Leave(depth int) error {
	for x.Depth > depth {
		if _, err := x.token(); err != nil {
			return err
		}
	}
	return nil
}

// Text adds the characters within the open element to b.
func (x *Reader) Text(b *document.Builder, part uint16) error {
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

func (x *Reader) element() Element {
	return Element{x.spaces(x.Name.Space), x.Name.Local, int64(x.From), x.Attrs}
}

// token reads the next piece. Declarations of types and entities are refused.
func (x *Reader) token() (xmlscan.Kind, error) {
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
func (x *Reader) addText(b *document.Builder, part uint16) {
	at, raw := int64(x.From), x.Raw()
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
