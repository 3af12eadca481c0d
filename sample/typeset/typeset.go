// Package typeset turns the flat text of the sample report into a Word file laid
// out as GB/T 9704-2012 asks: A4, a type area of 156 by 225 mm with 22 lines of
// 28 characters, 仿宋 16 pt, page numbers "— 1 —" outside.
//
// It decides which line is a title, a heading, a caption or a table, and nothing
// about plans. It knows the forms of the sample only; it is no general converter.
// The same text always gives the same bytes: parts are stored uncompressed and
// dated by the report, so that no toolchain can change them.
package typeset

import (
	"archive/zip"
	"bytes"
	"embed"
	"time"
)

// parts are the parts of the package that do not depend on the text.
//
//go:embed parts
var parts embed.FS

// fixed lists the fixed parts by their name in the package, in writing order;
// Word wants the content types first.
var fixed = []struct{ name, file string }{
	{"[Content_Types].xml", "content-types.xml"},
	{"_rels/.rels", "package-rels.xml"},
	{"docProps/core.xml", "core.xml"},
	{"word/_rels/document.xml.rels", "document-rels.xml"},
	{"word/styles.xml", "styles.xml"},
	{"word/settings.xml", "settings.xml"},
	{"word/fontTable.xml", "fonts.xml"},
	{"word/footer1.xml", "footer-odd.xml"},
	{"word/footer2.xml", "footer-even.xml"},
}

// written is the date that every part bears: the day of the report.
var written = time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC)

// Docx sets text as a Word file. It fails if a table's rows do not fit each other.
func Docx(text string) ([]byte, error) {
	blocks := parse(text)
	for _, b := range blocks {
		if err := b.check(); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range fixed {
		data, err := parts.ReadFile("parts/" + part.file)
		if err != nil {
			return nil, err
		}
		if err := store(z, part.name, data); err != nil {
			return nil, err
		}
	}
	if err := store(z, "word/document.xml", documentXML(blocks)); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func store(z *zip.Writer, name string, data []byte) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store, Modified: written})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
