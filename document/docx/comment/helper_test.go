package comment

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/document/docx/comment/commenttest"
)

// parts are the parts of a made-up file.
type parts map[string]string

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="xml" ContentType="application/xml"/></Types>`

// body is a file with these paragraphs.
func body(xml string) parts {
	return parts{typesPart: contentTypes, mainPart: mainIn(transitional, "w", xml)}
}

func mainIn(space, prefix, xml string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><` + prefix + `:document xmlns:` + prefix + `="` + space + `"` +
		` xmlns:mc="` + compat + `" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="wps">` +
		`<` + prefix + `:body>` + xml + `</` + prefix + `:body></` + prefix + `:document>`
}

func p(runs ...string) string { return `<w:p>` + strings.Join(runs, "") + `</w:p>` }

func r(content string) string {
	return `<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr>` + content + `</w:r>`
}

func t(s string) string { return `<w:t>` + s + `</w:t>` }

func relations(kindsAndTargets ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + relationsSpace + `">`)
	for i := 0; i < len(kindsAndTargets); i += 2 {
		kind := kindsAndTargets[i]
		b.WriteString(`<Relationship Id="r` + kind + `" Type="` + transitionalKinds + kind + `" Target="` + kindsAndTargets[i+1] + `"/>`)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

func packed(files parts) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(w, files[name])
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// unpacked is the content of each part, and each part as it is compressed.
func unpacked(tb testing.TB, data []byte) (content, raw parts) {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	content, raw = parts{}, parts{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		inflated, err := io.ReadAll(in)
		if err != nil {
			tb.Fatal(err)
		}
		packed, err := f.OpenRaw()
		if err != nil {
			tb.Fatal(err)
		}
		bytes, err := io.ReadAll(packed)
		if err != nil {
			tb.Fatal(err)
		}
		content[f.Name], raw[f.Name] = string(inflated), string(bytes)
	}
	return content, raw
}

func read(tb testing.TB, data []byte) *document.Document {
	tb.Helper()
	doc, err := docx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// texts are all texts of a document.
func texts(doc *document.Document) []document.Text {
	var out []document.Text
	for b := range doc.Paragraphs() {
		out = append(out, b.Text)
	}
	for _, n := range doc.Notes {
		out = append(out, n.Text)
	}
	return out
}

// words are what the document says, paragraph by paragraph.
func words(doc *document.Document) []string {
	var out []string
	for _, t := range texts(doc) {
		out = append(out, t.S)
	}
	return out
}

const elsewhere = "在别处"

// on comments the first place at which a paragraph says s.
func on(tb testing.TB, doc *document.Document, s string) Comment {
	tb.Helper()
	for _, t := range texts(doc) {
		if i := strings.Index(t.S, s); i >= 0 {
			return Comment{On: t.Source(i, i+len(s)), Text: []string{"说：" + s}, Elsewhere: elsewhere, Label: "rule"}
		}
	}
	tb.Fatalf("the document does not say %q", s)
	return Comment{}
}

// add comments the places that say these words.
func add(tb testing.TB, data []byte, marked ...string) []byte {
	tb.Helper()
	doc := read(tb, data)
	var comments []Comment
	for _, s := range marked {
		comments = append(comments, on(tb, doc, s))
	}
	return addAll(tb, data, doc, comments)
}

func addAll(tb testing.TB, data []byte, doc *document.Document, comments []Comment) []byte {
	tb.Helper()
	out, err := Add(context.Background(), data, doc, comments, Options{Author: "纲目", Initials: "纲"})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func clearAll(tb testing.TB, data []byte) ([]byte, int) {
	tb.Helper()
	out, n, err := Clear(context.Background(), data, document.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	return out, n
}

// commented is the words that each comment stands on, by its first paragraph.
func commented(tb testing.TB, content parts, main, comments string) map[string]string {
	tb.Helper()
	out := map[string]string{}
	for _, c := range commenttest.OfParts(tb, content[main], content[comments]) {
		out[c.Text[0]] = c.On
	}
	return out
}
