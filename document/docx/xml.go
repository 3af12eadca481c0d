package docx

import (
	"strconv"

	"gangmu/document/internal/xmlwalk"
)

// element is a start tag.
type element = xmlwalk.Element

// The namespaces that matter.
const (
	other  xmlwalk.Space = iota
	word                 // paragraphs, runs, tables, in both editions of the standard
	compat               // alternatives for newer and older programs
	math                 // formulas
)

func spaceOf(uri string) xmlwalk.Space {
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

// walk begins to walk through a part.
func (r *reader) walk(data []byte) (*xmlwalk.Reader, error) {
	return xmlwalk.New(r.ctx, data, r.budget.Limits().Depth, spaceOf)
}

// number is attribute val as a number, or otherwise.
func number(e element, otherwise int) int {
	n, err := strconv.Atoi(e.Attr("val"))
	if err != nil {
		return otherwise
	}
	return n
}

// on is the value of a switch such as <w:b/> or <w:b w:val="0"/>.
func on(e element) bool {
	switch e.Attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
