// Package docx reads Word documents (Office Open XML, both editions of the
// standard) into the document tree.
//
// The text is what a reader of the printed document sees: tracked changes as
// accepted, automatic numbers in front of their paragraphs, of a field its
// result, hidden text, comments, headers, footers and page numbers not. A line is a paragraph
// of the document, counted in reading order; every character knows its bytes in
// the inflated part, so that others can splice into it.
//
// It leaves out pictures, charts and embedded objects, and says so.
package docx

import (
	"context"
	"errors"
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/opc"
	"gangmu/document/internal/xmlwalk"
)

// Names of the parts where a package says nothing about them.
const (
	mainPart    = "word/document.xml"
	stylesPart  = "word/styles.xml"
	numbersPart = "word/numbering.xml"
)

// Read reads data, a whole docx file. A document without text is none the less
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
		doc:     &document.Document{Format: "docx"},
		build:   &document.Builder{Budget: budget},
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
	part    uint16          // its index in doc.Parts
	build   *document.Builder
	fields  []bool // open fields: whether still in the code, not in the result
	ordinal int    // of the last paragraph
	tables  int
	boxes   int
	seen    int // characters and pictures so far
	defined int // styles and lists

	pictures, foreign int
}

func (r *reader) read() error {
	top, err := r.relations("")
	if err != nil {
		return err
	}
	main := opc.First(top, "officeDocument", mainPart)
	near, err := r.relations(main)
	if err != nil {
		return err
	}
	if err := r.readStyles(opc.First(near, "styles", stylesPart)); err != nil {
		return err
	}
	if err := r.readNumbering(opc.First(near, "numbering", numbersPart)); err != nil {
		return err
	}
	if err := r.readMain(main); err != nil {
		return err
	}
	for _, kind := range []string{"footnote", "endnote"} {
		if name := opc.First(near, kind+"s", ""); name != "" {
			if err := r.readNotes(name, kind); err != nil {
				return err
			}
		}
	}
	r.warn(r.pictures, "文中有 %d 幅图片，图片里的文字和表格没有读取。", "%d pictures: their text and tables were not read.")
	r.warn(r.foreign, "文中嵌入了 %d 个其他文件，没有读取。", "%d embedded files were not read.")
	return nil
}

// relations lists what a part needs, or the whole file if part is "".
func (r *reader) relations(part string) ([]opc.Relation, error) {
	return opc.Relations(r.ctx, r.Archive, part, r.budget.Limits().Depth)
}

func (r *reader) warn(n int, zh, en string) {
	if n > 0 {
		r.doc.Warnings = append(r.doc.Warnings, document.Warning{Zh: fmt.Sprintf(zh, n), En: fmt.Sprintf(en, n)})
	}
}

// mostDefinitions is how many styles and lists a document may define. Word
// allows some thousands.
const mostDefinitions = 50_000

// define counts a style or list.
func (r *reader) define() error {
	if r.defined++; r.defined > mostDefinitions {
		return document.Damaged(fmt.Errorf("%d styles and lists", r.defined))
	}
	return nil
}

// open makes name the part being read.
func (r *reader) open(name string) error {
	data, err := r.Archive.Read(name)
	if err != nil {
		return err
	}
	if r.x, err = r.walk(data); err != nil {
		return err
	}
	r.part = uint16(len(r.doc.Parts))
	r.doc.Parts = append(r.doc.Parts, name)
	r.fields = nil
	return nil
}

func (r *reader) readMain(name string) error {
	err := r.open(name)
	if errors.Is(err, archive.ErrMissing) {
		return document.Damaged(fmt.Errorf("%s: %w", name, err))
	}
	if err != nil {
		return err
	}
	return r.x.Document(func(e element) error {
		if e.Space != word || e.Local != "document" {
			return document.Damaged(fmt.Errorf("%s: root element %s", name, e.Local))
		}
		return r.x.Children(func(e element) error {
			if e.Local != "body" {
				return nil
			}
			blocks, err := r.container("", 0)
			r.doc.Blocks = append(r.doc.Blocks, blocks...)
			return err
		})
	})
}

// readNotes reads the footnotes or endnotes. Word opens documents whose notes
// are missing, so it does too.
func (r *reader) readNotes(name, kind string) error {
	err := r.open(name)
	if errors.Is(err, archive.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	return r.x.Document(func(element) error {
		return r.x.Children(func(e element) error {
			if t := e.Attr("type"); e.Local != kind || t != "" && t != "normal" {
				return nil
			}
			id := e.Attr("id")
			blocks, err := r.container("", 0)
			if text := document.Join(blocks); text.S != "" {
				r.doc.Notes = append(r.doc.Notes, document.Note{ID: id, Text: text})
			}
			return err
		})
	})
}
