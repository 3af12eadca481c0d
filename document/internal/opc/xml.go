package opc

import (
	"bytes"
	"context"
	"errors"

	"gangmu/document"
	"gangmu/document/internal/xmlscan"
)

// Element is a start tag. It must be asked for its attributes before anything
// within it is read.
type Element struct {
	Space, Local string
	attrs        []xmlscan.Attr
}

// Attr is the value of the attribute with this local name; "" if there is none.
func (e Element) Attr(local string) string {
	for _, a := range e.attrs {
		if a.Local == local {
			return a.Value()
		}
	}
	return ""
}

// On is the value of a switch: absent, 0 and false are off.
func (e Element) On(local string) bool {
	switch e.Attr(local) {
	case "1", "true", "on":
		return true
	}
	return false
}

// Reader walks through the elements of one part.
type Reader struct {
	scan   *xmlscan.Scanner
	data   []byte
	ctx    context.Context
	limit  int // most open elements
	tokens int
}

// NewReader begins to walk through data.
func NewReader(ctx context.Context, data []byte, limit int) (*Reader, error) {
	scanner, err := xmlscan.New(data)
	if err != nil {
		return nil, document.Damaged(err)
	}
	return &Reader{scan: scanner, data: data, ctx: ctx, limit: limit}, nil
}

// Document visits the root element.
func (r *Reader) Document(visit func(Element) error) error {
	if _, err := r.token(); err != nil {
		return err
	}
	return visit(r.element())
}

// Children visits the elements within the open element, up to its end tag.
// What a visit leaves unread of its element is skipped.
func (r *Reader) Children(visit func(Element) error) error {
	inside := r.scan.Depth
	for {
		kind, err := r.token()
		if err != nil {
			return err
		}
		switch kind {
		case xmlscan.Start:
			if err := visit(r.element()); err != nil {
				return err
			}
			for r.scan.Depth > inside {
				if _, err := r.token(); err != nil {
					return err
				}
			}
		case xmlscan.End:
			return nil
		}
	}
}

// Text appends the characters that stand directly in the open element to b.
func (r *Reader) Text(b []byte) ([]byte, error) {
	inside := r.scan.Depth
	for r.scan.Depth >= inside {
		kind, err := r.token()
		if err != nil {
			return b, err
		}
		if kind == xmlscan.Text && r.scan.Depth == inside {
			b = r.characters(b)
		}
	}
	return b, nil
}

// characters appends the text that was read last, its references decoded.
func (r *Reader) characters(b []byte) []byte {
	raw := r.data[r.scan.From:r.scan.To]
	for !r.scan.CData {
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			break
		}
		char, width := xmlscan.Reference(raw[n:])
		b = append(append(b, raw[:n]...), string(char)...)
		raw = raw[n+width:]
	}
	return append(b, raw...)
}

func (r *Reader) element() Element {
	return Element{r.scan.Name.Space, r.scan.Name.Local, r.scan.Attrs}
}

// token reads the next piece. Declarations of types and entities are refused.
func (r *Reader) token() (xmlscan.Kind, error) {
	if r.tokens++; r.tokens%4096 == 0 && r.ctx.Err() != nil {
		return xmlscan.EOF, r.ctx.Err()
	}
	kind, err := r.scan.Next()
	switch {
	case errors.Is(err, xmlscan.ErrDeclaration):
		return kind, document.Unsafe(err)
	case err != nil:
		return kind, document.Damaged(err)
	case r.scan.Depth > r.limit:
		return kind, document.TooDeep(r.limit)
	}
	return kind, nil
}
