// Package html reads web pages, as governments publish them, into the document
// tree.
//
// The text is what the page is about: navigation, headers and footers, lists of
// links, buttons, scripts, hidden elements and the marks of footnotes are left
// out (content.go tells how the text is found). A line is a paragraph of the
// text, counted in reading order, an empty cell as one; every character knows
// its bytes in the file, an entity as one step.
//
// Malformed markup never fails: like browsers, the reader closes what was left
// open and passes over what it does not know. It leaves out pictures and files
// that the page shows or links to, and says so of pictures.
package html

import (
	"bytes"
	"context"
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/charset"
)

// Read reads data, a whole page, whose encoding it finds out. Every error but
// ctx's is a *document.Error.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, document.NoText()
	}
	budget := document.NewBudget(limits)
	src, err := charset.Decode(data, encodingOf(data), budget)
	if err != nil {
		return nil, err
	}
	page, err := parse(ctx, src.S, budget)
	if err != nil {
		return nil, err
	}
	page.weigh()
	r := &reader{
		tree:   page,
		src:    src,
		budget: budget,
		doc:    &document.Document{Format: "html", Encoding: src.Encoding, Parts: []string{""}},
		build:  &document.Builder{Budget: budget},
		items:  map[int32]int{},
	}
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	return r.doc, nil
}

// reader turns a page's tree into a document.
type reader struct {
	*tree
	src      *charset.Source
	budget   *document.Budget
	doc      *document.Document
	build    *document.Builder
	ordinal  int // of the last paragraph
	tables   int
	pictures int
	items    map[int32]int // read of each numbered list
}

func (r *reader) read(ctx context.Context) error {
	roots := r.content()
	if title := r.cleanTitle(roots); title != "" {
		r.doc.Meta = map[string]string{"title": title}
	}
	roots = r.withTitle(roots, r.doc.Meta["title"])
	for _, root := range roots {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		c := &container{reader: r}
		if err := c.root(root); err != nil {
			return err
		}
		r.doc.Blocks = append(r.doc.Blocks, c.blocks...)
	}
	if len(r.doc.Blocks) == 0 {
		return noText()
	}
	if n := r.src.Replaced; n > 0 {
		r.warn("有 %d 处字节不合编码，已用“\uFFFD”代替。", "%d byte sequences do not fit the encoding; shown as \uFFFD.", n)
	}
	if r.pictures > 0 {
		r.warn("文中有 %d 幅图片，图片里的文字和表格没有读取。", "%d pictures: their text and tables were not read.", r.pictures)
	}
	return nil
}

func (r *reader) warn(zh, en string, n int) {
	r.doc.Warnings = append(r.doc.Warnings, document.Warning{Zh: fmt.Sprintf(zh, n), En: fmt.Sprintf(en, n)})
}

func noText() *document.Error {
	return &document.Error{
		Code:      document.CodeEmpty,
		Message:   "网页里没有正文。正文可能由脚本另行加载，或在附件、图片里：请在浏览器中打开，把全文另存为网页或文本；有附件的，请下载附件。",
		MessageEn: "The page holds no text. Scripts may load it, or it is in an attachment or picture: open the page in a browser and save the whole text, or download the attachment.",
	}
}
