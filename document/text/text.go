// Package text reads plain text: UTF-8, UTF-16 and GB18030, told apart by what
// they hold, with the marks of markdown and with tables as they arrive when
// pages are copied as text.
//
// A line that is not blank is a paragraph. Headings are told by their
// numbering. Lines and columns are those of an editor: every physical line
// counts, also those inside a cell, and columns are code points. Byte ranges
// are those of the file, whatever its encoding.
//
// It leaves out what is not the document's text: front matter, comments, the
// marks of bold and links, pictures, page numbers on a line of their own.
package text

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"unicode"

	"gangmu/document"
	"gangmu/document/internal/charset"
)

// Read reads data, whose encoding it finds out. Every error but ctx's is a
// *document.Error.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	budget := document.NewBudget(limits)
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, document.NoText()
	}
	src, err := charset.Decode(data, charset.Detect(data), budget)
	if err != nil {
		return nil, err
	}
	r := &reader{
		Source:   src,
		s:        src.S,
		comments: strings.Contains(src.S, commentStart) && strings.Contains(src.S, commentEnd),
		budget:   budget,
		doc:      &document.Document{Format: "text", Encoding: src.Encoding, Parts: []string{""}},
		build:    document.Builder{Budget: budget},
	}
	r.warnDamage()
	r.frontMatter()
	if err := r.blocks(ctx); err != nil {
		return nil, err
	}
	if len(r.doc.Blocks) == 0 {
		return nil, document.NoText()
	}
	if r.pictures > 0 {
		r.warn("文中有 %d 幅图片，图片里的文字和表格没有读取。", "%d pictures: their text and tables were not read.", r.pictures)
	}
	return r.doc, nil
}

// reader goes through the lines of one text.
type reader struct {
	*charset.Source
	cursor
	s          string // Source.S
	comments   bool   // s holds the beginning of a comment
	budget     *document.Budget
	doc        *document.Document
	build      document.Builder
	paragraphs int
	tables     int
	pictures   int
	tried      int // no flattened table begins before this offset
}

func (r *reader) blocks(ctx context.Context) error {
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		before := r.cursor
		l, ok := r.next()
		if !ok {
			return nil
		}
		if l.start == l.end {
			continue
		}
		if r.mayBeTable(l) {
			r.cursor = before
			read, err := r.table()
			if err != nil {
				return err
			}
			if read {
				continue
			}
			l, _ = r.next()
		}
		if err := r.addParagraph(&r.doc.Blocks, l); err != nil {
			return err
		}
	}
}

// addParagraph adds line l as a paragraph or heading, if it is one.
func (r *reader) addParagraph(to *[]document.Block, l line) error {
	from, end := r.trim(l.start, l.end)
	if s := r.s[from:end]; s == "" || document.PageNumber(s) || rule(s) {
		return nil
	}
	b := document.Block{Kind: document.Paragraph}
	if n := hashes(r.s[from:end]); n > 0 {
		b.Kind, b.Level = document.Heading, n
		from, end = r.trim(from+n, end)
	}
	b.Text = r.text(l, from, end)
	if b.Text.S == "" {
		return nil
	}
	if b.Kind == document.Paragraph {
		if level, ok := document.HeadingLevel(b.Text.S); ok {
			b.Kind, b.Level = document.Heading, level
		}
	}
	if err := r.counted(); err != nil {
		return err
	}
	b.ID = fmt.Sprint("p", r.paragraphs)
	*to = append(*to, b)
	return nil
}

// counted counts a paragraph.
func (r *reader) counted() error {
	r.paragraphs++
	if err := r.budget.Place(0); err != nil {
		return err
	}
	return r.budget.Block()
}

// text is s[from:end] of line l without its marks.
func (r *reader) text(l line, from, end int) document.Text {
	r.write(l, from, end)
	return r.build.Text().Trim()
}

func (r *reader) trim(from, end int) (int, int) {
	from = end - len(strings.TrimLeftFunc(r.s[from:end], unicode.IsSpace))
	return from, from + len(strings.TrimRightFunc(r.s[from:end], unicode.IsSpace))
}

func (r *reader) warn(zh, en string, n int) {
	r.doc.Warnings = append(r.doc.Warnings, document.Warning{Zh: fmt.Sprintf(zh, n), En: fmt.Sprintf(en, n)})
}

func (r *reader) warnDamage() {
	if r.Replaced > 0 {
		r.warn("有 %d 处字节不合编码，已用“\uFFFD”代替。", "%d byte sequences do not fit the encoding; shown as \uFFFD.", r.Replaced)
	}
}

// frontMatter reads the head of "key: value" lines between two --- lines.
func (r *reader) frontMatter() {
	const mostLines = 64
	start := r.cursor
	if l, ok := r.next(); !ok || r.s[l.start:l.end] != "---" {
		r.cursor = start
		return
	}
	meta := map[string]string{}
	for range mostLines {
		l, ok := r.next()
		if !ok {
			break
		}
		s := r.s[l.start:l.end]
		if s == "---" {
			r.doc.Meta = meta
			return
		}
		if key, value, found := strings.Cut(s, ":"); found {
			meta[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	r.cursor = start
}

// hashes is the level of a markdown heading: hashes and a space.
func hashes(s string) int {
	rest := strings.TrimLeft(s, "#")
	n := len(s) - len(rest)
	if n == 0 || n > 6 || len(rest) < 2 || rest[0] != ' ' {
		return 0
	}
	return n
}

// rule reports whether s is a line across the page.
func rule(s string) bool { return len(s) >= 3 && strings.Trim(s, "-*_=") == "" }
