// Package odt reads OpenDocument texts into the document tree.
//
// The text is what a reader of the printed document sees: tracked changes as
// accepted, automatic numbers in front of their paragraphs, of a field its
// result, hidden text, comments, headers and footers not. A line is a paragraph
// of the document, counted in reading order, those of a footnote or text box
// after the paragraph that it is anchored in; every character knows its bytes
// in the inflated part.
//
// It leaves out pictures, charts and embedded objects, and says so.
package odt

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/xmlwalk"
)

// Names of the parts.
const (
	contentPart  = "content.xml"
	stylesPart   = "styles.xml"
	manifestPart = "META-INF/manifest.xml"
)

// Read reads data, a whole odt file. A document without text is none the less
// a document; it carries a warning. Every error but ctx's is a
// *document.Error.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	budget := document.NewBudget(limits)
	files, err := archive.Open(data, budget)
	if err != nil {
		return nil, err
	}
	r := &reader{
		ctx:     ctx,
		Archive: files,
		budget:  budget,
		doc:     &document.Document{Format: "odt", Parts: []string{contentPart}},
		build:   &document.Builder{Budget: budget},
		styles:  newStyles(),
		lists:   newLists(),
	}
	if err := r.read(); err != nil {
		return nil, err
	}
	r.doc.WarnIfEmpty()
	return r.doc, nil
}

// reader turns the parts of one archive into a document.
type reader struct {
	*archive.Archive
	ctx    context.Context
	budget *document.Budget
	doc    *document.Document
	styles styles
	lists  *lists

	x       *xmlwalk.Reader // of the part being read
	build   *document.Builder
	ordinal int // of the last paragraph
	tables  int
	boxes   int
	defined int // styles and levels of lists

	pictures, foreign int
}

func (r *reader) read() error {
	if err := r.checkManifest(); err != nil {
		return err
	}
	if err := r.readStyles(); err != nil {
		return err
	}
	if err := r.readContent(); err != nil {
		return err
	}
	r.warn(r.pictures, "文中有 %d 幅图片，图片里的文字和表格没有读取。", "%d pictures: their text and tables were not read.")
	r.warn(r.foreign, "文中嵌入了 %d 个其他文件，没有读取。", "%d embedded files were not read.")
	return nil
}

func (r *reader) warn(n int, zh, en string) {
	if n > 0 {
		r.doc.Warnings = append(r.doc.Warnings, document.Warning{Zh: fmt.Sprintf(zh, n), En: fmt.Sprintf(en, n)})
	}
}

// checkManifest refuses encrypted documents: their parts are no XML, and only
// the manifest tells why. It is searched and not parsed, since old programs
// give it a document type.
func (r *reader) checkManifest() error {
	data, err := r.Archive.Read(manifestPart)
	switch {
	case errors.Is(err, archive.ErrMissing):
		return nil
	case err != nil:
		return err
	case bytes.Contains(data, []byte(":encryption-data")), bytes.Contains(data, []byte("<encryption-data")):
		return document.Encrypted()
	}
	return nil
}

// open begins to walk through a part.
func (r *reader) open(name string) error {
	data, err := r.Archive.Read(name)
	if err != nil {
		return err
	}
	r.x, err = xmlwalk.New(r.ctx, data, r.budget.Limits().Depth, spaceOf)
	return err
}

// readStyles reads the named styles. Office programs open documents without
// them.
func (r *reader) readStyles() error {
	err := r.open(stylesPart)
	if errors.Is(err, archive.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	return r.x.Document(func(element) error {
		return r.x.Children(func(e element) error {
			if e.Space != office || e.Local != "styles" {
				return nil
			}
			return r.x.Children(r.definition)
		})
	})
}

func (r *reader) readContent() error {
	err := r.open(contentPart)
	if errors.Is(err, archive.ErrMissing) {
		return document.Damaged(fmt.Errorf("%s: %w", contentPart, err))
	}
	if err != nil {
		return err
	}
	return r.x.Document(func(e element) error {
		if e.Space != office || e.Local != "document-content" {
			return document.Damaged(fmt.Errorf("%s: root element %s", contentPart, e.Local))
		}
		return r.x.Children(func(e element) error {
			switch e.Local {
			case "automatic-styles":
				return r.x.Children(r.definition)
			case "body":
				return r.x.Children(r.body)
			}
			return nil
		})
	})
}

func (r *reader) body(e element) error {
	if e.Space != office || e.Local != "text" {
		return nil
	}
	blocks, err := r.container("")
	r.doc.Blocks = append(r.doc.Blocks, blocks...)
	return err
}
