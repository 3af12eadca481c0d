// Package doc reads documents of Word 97 to 2003 ([MS-DOC]; also most .wps files)
// into the document tree.
//
// The text is what a reader of the printed document sees: tracked changes as
// accepted, automatic numbers in front of their paragraphs, of a field its
// result, hidden text, comments, headers, footers and page numbers not. A line
// is a paragraph of the document, counted in reading order, those of a text box
// after the paragraph that it is anchored in; every character knows its bytes in
// the stream WordDocument.
//
// Documents of Word 6.0 and 95 and encrypted ones are refused. It leaves out
// pictures, charts and embedded objects, and says so.
package doc

import (
	"context"
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/msword"
)

// Read reads data, a whole file. A document without text is none the less a
// document; it carries a warning. Every error but ctx's is a *document.Error.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	budget := document.NewBudget(limits)
	f, err := openFile(data, budget)
	if err != nil {
		return nil, err
	}
	r := &reader{
		ctx:  ctx,
		file: f,
		doc:  &document.Document{Format: "doc", Parts: []string{"WordDocument"}},
		chpx: newRuns(f.main, f.part(characterPages), 1),
		papx: newRuns(f.main, f.part(paragraphPages), 13),
	}
	r.build.Budget = budget
	if err := r.read(); err != nil {
		return nil, err
	}
	r.doc.WarnIfEmpty()
	return r.doc, nil
}

// reader turns the streams of one file into a document.
type reader struct {
	*file
	ctx        context.Context
	doc        *document.Document
	pieces     pieces
	chpx, papx *runs // formatting of characters and paragraphs
	styles     styles
	lists      []*msword.List
	numbers    msword.Numbers
	drawings   *drawings
	fonts      []raw
	bodyEnd    int // position behind the body

	build   document.Builder
	mapper  mapper
	before  int   // length of the paragraph's number in the builder
	anchors []int // positions of drawings in the paragraph

	ordinal int // of the last paragraph
	tables  int
	boxed   int // text boxes

	pictures, foreign int
}

func (r *reader) read() (err error) {
	if r.pieces, err = readPieces(r.file); err != nil {
		return err
	}
	r.styles, r.lists = readStyles(r.file), readLists(r.file)
	n := r.stories()
	endnotes := n.main + n.footnotes + n.headers + n.macros + n.comments
	r.bodyEnd = n.main
	r.drawings = readDrawings(r.file, endnotes+n.endnotes, n.boxes)
	if r.doc.Blocks, err = r.story("", stretch{0, n.main}); err != nil {
		return err
	}
	if err := r.notes(footnotesPart, n.main, n.footnotes); err != nil {
		return err
	}
	if err := r.notes(endnotesPart, endnotes, n.endnotes); err != nil {
		return err
	}
	r.warn(r.pictures, "文中有 %d 幅图片，图片里的文字和表格没有读取。", "%d pictures: their text and tables were not read.")
	r.warn(r.foreign, "文中嵌入了 %d 个其他文件，没有读取。", "%d embedded files were not read.")
	return nil
}

// story reads a stretch of text, in a cell if it is named.
func (r *reader) story(cell string, s stretch) ([]document.Block, error) {
	all, err := r.paragraphs(s.from, s.to)
	if err != nil {
		return nil, err
	}
	nodes, err := r.nest(all)
	if err != nil {
		return nil, err
	}
	return r.container(cell, nodes)
}

// notes reads the footnotes or endnotes, whose story has a length and begins at
// base.
func (r *reader) notes(part, base, length int) error {
	list := stretches(newPLC(r.part(part), 0), base, length)
	for i := range len(list) - 1 { // the last is none
		blocks, err := r.story("", list[i])
		if err != nil {
			return err
		}
		if text := document.Join(blocks); text.S != "" {
			r.doc.Notes = append(r.doc.Notes, document.Note{ID: fmt.Sprint(i + 1), Text: text})
		}
	}
	return nil
}

func (r *reader) warn(n int, zh, en string) {
	if n > 0 {
		r.doc.Warnings = append(r.doc.Warnings, document.Warning{Zh: fmt.Sprintf(zh, n), En: fmt.Sprintf(en, n)})
	}
}
