package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"gangmu/document"
)

const (
	transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strict       = "http://purl.oclc.org/ooxml/spreadsheetml/main"
)

// parts are the files of an archive, by name.
type parts map[string]string

// workbook is an archive with one sheet, called 表, that holds the rows and
// what follows them.
func workbook(rows string, after ...string) parts {
	return sheets(transitional, `<sheetData>`+rows+`</sheetData>`+strings.Join(after, ""))
}

// sheets is an archive with sheets of these contents: 表, 表二, 表三.
func sheets(namespace string, contents ...string) parts {
	files := parts{}
	var list, links strings.Builder
	for i, content := range contents {
		id := string(rune('1' + i))
		list.WriteString(`<sheet name="` + []string{"表", "表二", "表三"}[i] + `" sheetId="` + id + `" r:id="rId` + id + `"/>`)
		links.WriteString(relation("rId"+id, "worksheet", "worksheets/sheet"+id+".xml"))
		files["xl/worksheets/sheet"+id+".xml"] = `<worksheet xmlns="` + namespace + `">` + content + `</worksheet>`
	}
	files[mainPart] = workbookPart(namespace, `<sheets>`+list.String()+`</sheets>`)
	files["xl/_rels/workbook.xml.rels"] = relations(links.String())
	return files
}

func workbookPart(namespace, content string) string {
	return `<workbook xmlns="` + namespace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` + content + `</workbook>`
}

func relations(content string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + content + `</Relationships>`
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/>`
}

// with adds parts to an archive.
func (p parts) with(namesAndContents ...string) parts {
	for i := 0; i < len(namesAndContents); i += 2 {
		p[namesAndContents[i]] = namesAndContents[i+1]
	}
	return p
}

// tr is a row without a number, td a cell with an inline string, num a number.
func tr(cells ...string) string { return `<row>` + strings.Join(cells, "") + `</row>` }
func td(s string) string {
	return `<c t="inlineStr"><is><t xml:space="preserve">` + s + `</t></is></c>`
}
func num(s string) string { return `<c><v>` + s + `</v></c>` }

// styled is a number in a style.
func styled(style, s string) string { return `<c s="` + style + `"><v>` + s + `</v></c>` }

// stylesWith is a part of styles, one for each number format.
func stylesWith(codes ...string) string {
	var formats, xfs strings.Builder
	for i, code := range codes {
		id := string(rune('1'+i/10)) + string(rune('0'+i%10)) + "0"
		formats.WriteString(`<numFmt numFmtId="` + id + `" formatCode="` + code + `"/>`)
		xfs.WriteString(`<xf numFmtId="` + id + `"/>`)
	}
	return `<styleSheet xmlns="` + transitional + `"><numFmts>` + formats.String() + `</numFmts><cellXfs>` + xfs.String() + `</cellXfs></styleSheet>`
}

// packed zips files; writing to memory cannot fail.
func packed(files parts) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		io.WriteString(w, files[name])
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
