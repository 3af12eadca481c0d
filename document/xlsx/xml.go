package xlsx

import (
	"bytes"
	"strconv"

	"gangmu/document/internal/opc"
	"gangmu/document/internal/xmlscan"
	"gangmu/document/internal/xmlwalk"
)

// spreadsheet is the namespace of workbooks and sheets, in both editions of the
// standard.
const spreadsheet xmlwalk.Space = 1

func spaceOf(uri string) xmlwalk.Space {
	switch uri {
	case "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main":
		return spreadsheet
	}
	return 0
}

// part opens a part for walking through it.
func (r *reader) part(name string) (*xmlwalk.Reader, error) {
	data, err := r.files.Read(name)
	if err != nil {
		return nil, err
	}
	return xmlwalk.New(r.ctx, data, r.budget.Limits().Depth, spaceOf)
}

func (r *reader) relations(part string) ([]opc.Relation, error) {
	return opc.Relations(r.ctx, r.files, part, r.budget.Limits().Depth)
}

// number is an attribute as a number; 0 if it is none.
func number(e xmlwalk.Element, attr string) int {
	n, err := strconv.Atoi(e.Attr(attr))
	if err != nil {
		return 0
	}
	return n
}

// on is an attribute as a switch; without it it is off.
func on(e xmlwalk.Element, attr string) bool {
	s := e.Attr(attr)
	return s == "1" || s == "true"
}

// characters appends the characters that stand directly in the open element.
func characters(x *xmlwalk.Reader, buf []byte) ([]byte, error) {
	err := x.Mixed(func(xmlwalk.Element) error { return nil }, func() error {
		raw := x.Raw()
		for !x.CData {
			n := bytes.IndexByte(raw, '&')
			if n < 0 {
				break
			}
			char, width := xmlscan.Reference(raw[n:])
			buf = append(append(buf, raw[:n]...), string(char)...)
			raw = raw[n+width:]
		}
		buf = append(buf, raw...)
		return nil
	})
	return buf, err
}
