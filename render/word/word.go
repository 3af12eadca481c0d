// Package word sets a document as a Word file, laid out as GB/T 9704-2012 asks:
// A4, a type area of 156 by 225 mm with 22 lines of 28 characters, 仿宋 16 pt, page
// numbers "— 1 —" outside.
//
// It decides how a document's blocks look: title, headings, captions, boxes and
// tables. It keeps every character and the order of the paragraphs, so that
// reading the file gives them back; pictures and the forms of the source are not
// kept. The same document always gives the same bytes.
package word

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"strings"
	"time"

	"gangmu/document"
)

// Options are what a file says of itself, and how it is packed.
type Options struct {
	Title, Creator, Description string
	Written                     time.Time // none is said if it is zero
	Stored                      bool      // uncompressed, so that no toolchain can change the bytes
}

// Write sets doc as a Word file. Notes stand at its end.
func Write(doc *document.Document) ([]byte, error) {
	blocks := blocksOf(doc)
	title := ""
	if len(blocks) > 0 && blocks[0].Role == Title {
		title = strings.Join(blocks[0].Lines, "")
	}
	return Set(blocks, Options{Title: title})
}

// Set sets blocks as a Word file.
func Set(blocks []Block, o Options) ([]byte, error) {
	var out bytes.Buffer
	p := packer{z: zip.NewWriter(&out), Options: o}
	for _, part := range fixed {
		data := coreXML(o)
		if part.file != "" {
			var err error
			if data, err = parts.ReadFile("parts/" + part.file); err != nil {
				return nil, err
			}
		}
		if err := p.add(part.name, data); err != nil {
			return nil, err
		}
	}
	if err := p.add("word/document.xml", documentXML(blocks)); err != nil {
		return nil, err
	}
	if err := p.z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// parts are the parts of the package that do not depend on the text.
//
//go:embed parts
var parts embed.FS

// fixed lists them by their name in the package, in writing order; Word wants the
// content types first. The one without a file is made from the options.
var fixed = []struct{ name, file string }{
	{"[Content_Types].xml", "content-types.xml"},
	{"_rels/.rels", "package-rels.xml"},
	{"docProps/core.xml", ""},
	{"word/_rels/document.xml.rels", "document-rels.xml"},
	{"word/styles.xml", "styles.xml"},
	{"word/settings.xml", "settings.xml"},
	{"word/fontTable.xml", "fonts.xml"},
	{"word/footer1.xml", "footer-odd.xml"},
	{"word/footer2.xml", "footer-even.xml"},
}

// packer packs parts.
type packer struct {
	z *zip.Writer
	Options
}

func (p *packer) add(name string, data []byte) error {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.Written}
	if p.Stored {
		h.Method = zip.Store
	}
	if p.Written.IsZero() {
		h.Modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // the first date that a zip archive can hold
	}
	w, err := p.z.CreateHeader(h)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// coreXML is what the file says of itself.
func coreXML(o Options) []byte {
	var w writer
	w.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
`)
	for _, e := range []struct{ name, text string }{{"title", o.Title}, {"creator", o.Creator}, {"description", o.Description}, {"language", "zh-CN"}} {
		if e.text != "" {
			fmt.Fprintf(&w, "  <dc:%s>", e.name)
			w.escape(e.text)
			fmt.Fprintf(&w, "</dc:%s>\n", e.name)
		}
	}
	if !o.Written.IsZero() {
		for _, name := range []string{"created", "modified"} {
			fmt.Fprintf(&w, "  <dcterms:%s xsi:type=\"dcterms:W3CDTF\">%s</dcterms:%[1]s>\n", name, o.Written.Format(time.RFC3339))
		}
	}
	w.WriteString("</cp:coreProperties>\n")
	return []byte(w.String())
}
