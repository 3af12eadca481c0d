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

// excerpts finds the words around a place in a document, by line.
type excerpts map[int][]excerpt

// excerpt is a paragraph; in a table, with the row that says what it is about.
type excerpt struct {
	document.Text
	row  []document.Cell
	cell int
}

func newExcerpts(d *document.Document) excerpts {
	x := excerpts{}
	x.blocks(d.Blocks, nil, 0)
	for _, n := range d.Notes {
		x.add(excerpt{Text: n.Text})
	}
	return x
}

func (x excerpts) blocks(blocks []document.Block, row []document.Cell, cell int) {
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case document.TableBlock:
			for _, r := range b.Table.Rows {
				for c := range r.Cells {
					x.blocks(r.Cells[c].Blocks, r.Cells, c)
				}
			}
		case document.Box:
			x.blocks(b.Blocks, row, cell)
		default:
			x.add(excerpt{b.Text, row, cell})
		}
	}
}

func (x excerpts) add(e excerpt) {
	s := e.Whole()
	for line := s.Line; line <= s.EndLine; line++ {
		x[line] = append(x[line], e)
	}
}

// around is the marked words as one printable line, with the words before and
// behind them as far as there is room.
func (x excerpts) around(m vet.Mark) (before, marked, after string) {
	if m.File == "" {
		for _, e := range x[m.Span.Line] {
			start := e.Offset(m.Span.Line, m.Span.Column)
			if start < 0 || start == len(e.S) {
				continue
			}
			end := e.Offset(m.Span.EndLine, m.Span.EndColumn)
			if end < start {
				end = len(e.S) // it goes on in the next paragraph
			}
			before = tail(e.cellsBefore()+blank(e.S[:start]), columnsBefore)
			return before, cut(layout.Clean(e.S[start:end]), columnsMarked), cut(blank(e.S[end:]), columnsAfter)
		}
	}
	return "", cut(layout.Clean(m.Text), columnsMarked), ""
}

// blank is Clean for words that go on: a blank at an end stays.
func blank(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(layout.Clean("|"+s+"|"), "|"), "|")
}

// cellsBefore is the row up to the cell, as far as it may be shown.
func (e excerpt) cellsBefore() string {
	s := ""
	for c := e.cell - 1; c >= 0 && layout.Width(s) <= columnsBefore; c-- {
		s = layout.Clean(e.row[c].Text.S) + " | " + s
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
