package odt

import (
	"strconv"
	"strings"

	"gangmu/document/internal/xmlwalk"
)

// element is a start tag.
type element = xmlwalk.Element

// The namespaces that matter.
const (
	other xmlwalk.Space = iota
	office
	text
	table
	drawing
	style
	svg
)

func spaceOf(uri string) xmlwalk.Space {
	name, found := strings.CutPrefix(uri, "urn:oasis:names:tc:opendocument:xmlns:")
	if !found {
		return other
	}
	switch name {
	case "office:1.0":
		return office
	case "text:1.0":
		return text
	case "table:1.0":
		return table
	case "drawing:1.0":
		return drawing
	case "style:1.0":
		return style
	case "svg-compatible:1.0":
		return svg
	}
	return other
}

// number is an attribute as a number, or otherwise.
func number(e element, attr string, otherwise int) int {
	n, err := strconv.Atoi(e.Attr(attr))
	if err != nil {
		return otherwise
	}
	return n
}
