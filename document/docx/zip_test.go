package docx

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

// Namespaces of the two editions of the standard.
const (
	transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// parts are the files of an archive, by name.
type parts map[string]string

// body is an archive whose document has this body.
func body(xml string) parts { return parts{mainPart: main(xml)} }

func main(xml string) string { return mainIn(transitional, xml) }

func mainIn(namespace, xml string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="` + namespace + `" ` +
		`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
		`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
		`xmlns:wps="wps" xmlns:v="v" xmlns:a="a">` +
		`<w:body>` + xml + `</w:body></w:document>`
}

// side is a part other than the main one, with this root.
func side(root, xml string) string {
	return `<w:` + root + ` xmlns:w="` + transitional + `">` + xml + `</w:` + root + `>`
}

// p is a paragraph of one run.
func p(s string) string { return `<w:p><w:r><w:t xml:space="preserve">` + s + `</w:t></w:r></w:p>` }

// rels is the relations of the main part.
func rels(kindsAndTargets ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(kindsAndTargets); i += 2 {
		b.WriteString(`<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` +
			kindsAndTargets[i] + `" Target="` + kindsAndTargets[i+1] + `"/>`)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

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
	doc, err := Read(context.Background(), packed(files), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// outline is what an archive is read into, printed.
func outline(t testing.TB, files parts) string {
	t.Helper()
	var out strings.Builder
	if err := read(t, files).Print(&out); err != nil {
		t.Fatal(err)
	}
	return "\n" + out.String()
}

func codeOf(err error) string {
	var e *document.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
