package render

import (
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/internal/layout"
	"gangmu/vet"
)

// Columns of the source line shown before and behind the marked words. A
// paragraph of these reports fills a page; a finding needs its clause.
const (
	columnsBefore = 36
	columnsMarked = 72
	columnsAfter  = 24
)

// excerpts finds the words around a place in a document.
type excerpts map[int][]document.Text // by line

func newExcerpts(d *document.Document) excerpts {
	x := excerpts{}
	for b := range d.Paragraphs() {
		s := b.Text.Whole()
		for line := s.Line; line <= s.EndLine; line++ {
			x[line] = append(x[line], b.Text)
		}
	}
	return x
}

// around is the marked words as one printable line, with the words before and
// behind them as far as there is room.
func (x excerpts) around(m vet.Mark) (before, marked, after string) {
	marked = cut(layout.Clean(m.Text), columnsMarked)
	for _, t := range x[m.Span.Line] {
		if i, ok := find(t, m); ok {
			return tail(layout.Clean(t.S[:i]), columnsBefore), marked, cut(layout.Clean(t.S[i+len(m.Text):]), columnsAfter)
		}
	}
	return "", marked, ""
}

// find is where in t the mark begins.
func find(t document.Text, m vet.Mark) (int, bool) {
	if m.Text == "" {
		return 0, false
	}
	for i := 0; ; {
		n := strings.Index(t.S[i:], m.Text)
		if n < 0 {
			return 0, false
		}
		i += n
		if at := t.Span(i, i+len(m.Text)); at.Line == m.Span.Line && at.Column == m.Span.Column {
			return i, true
		}
		i += len(m.Text)
	}
}

// cut keeps the first columns of s.
func cut(s string, columns int) string {
	width := 0
	for i, r := range s {
		if width += layout.Width(string(r)); width > columns {
			return s[:i] + "…"
		}
	}
	return s
}

// tail keeps the last columns of s.
func tail(s string, columns int) string {
	width := 0
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if width += layout.Width(string(r)); width > columns {
			return "…" + s[i:]
		}
		i -= size
	}
	return s
}
