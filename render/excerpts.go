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
type excerpts struct{ *document.Index }

func newExcerpts(d *document.Document) excerpts { return excerpts{document.NewIndex(d)} }

// around is the marked words as one printable line, with the words before and
// behind them as far as there is room.
func (x excerpts) around(m vet.Mark) (before, marked, after string) {
	if m.File == "" {
		if found := x.Find(m.Span); len(found) > 0 {
			first := found[0] // what it holds of the next paragraph is left out
			before = tail(cellsBefore(first)+blank(first.S[:first.Start]), columnsBefore)
			return before, cut(layout.Clean(first.S[first.Start:first.End]), columnsMarked), cut(blank(first.S[first.End:]), columnsAfter)
		}
	}
	return "", cut(layout.Clean(m.Text), columnsMarked), ""
}

// blank is Clean for words that go on: a blank at an end stays.
func blank(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(layout.Clean("|"+s+"|"), "|"), "|")
}

// cellsBefore is the row up to the cell, as far as it may be shown.
func cellsBefore(in document.Stretch) string {
	s := ""
	for c := in.Cell - 1; c >= 0 && layout.Width(s) <= columnsBefore; c-- {
		s = layout.Clean(in.Row[c].Text.S) + " | " + s
	}
	return s
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
