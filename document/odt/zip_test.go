package odt

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"gangmu/document"
)

// parts are the files of an archive, by name.
type parts map[string]string

const namespaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
	` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"` +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`

// content is a content part with these automatic styles and this body.
func content(styles, body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content` + namespaces + `><office:automatic-styles>` + styles +
		`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`
}

// named is a styles part.
func named(styles string) string {
	return `<office:document-styles` + namespaces + `><office:styles>` + styles + `</office:styles></office:document-styles>`
}

// body is an archive whose document has this body.
func body(xml string) parts { return parts{contentPart: content("", xml)} }

func p(s string) string { return `<text:p>` + s + `</text:p>` }

// packed zips files; writing to memory cannot fail.
func packed(files parts) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range files {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		io.WriteString(w, content)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func read(t testing.TB, files parts) *document.Document {
	t.Helper()
	data := packed(files)
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, data, doc)
	return doc
}

// outline is what an archive is read into, printed.
func outline(t testing.TB, files parts) string {
	t.Helper()
	var out strings.Builder
	if err := read(t, files).Print(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func codeOf(err error) string {
	var e *document.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
