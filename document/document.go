// Package document is the one tree that every file format is read into.
//
// A document is a list of blocks in reading order: headings, paragraphs,
// tables, boxes. Every character of every text knows where it stands: as line
// and column for people, and as byte range in the source for programs (in docx
// the range in the inflated XML part, so that a comment can be spliced in).
// Readers of single formats live in the packages below; they decide nothing
// about plans.
package document

import "gangmu/span"

// Document is what a file says.
type Document struct {
	Format   string  // text, docx, ...
	Blocks   []Block // in reading order
	Notes    []Note  // footnotes and endnotes, in order
	Warnings []string
	Parts    []string // names of the source parts that Segment.Part counts into; text has one, ""
}

// Kind is what a block is.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	TableBlock
	Box // a framed text: one-column table, text box
)

// Block is a node of the tree.
type Block struct {
	Kind   Kind
	Level  int     // of a heading: 1.. ; 0 when not known
	ID     string  // p12, t3
	Text   Text    // of a paragraph or heading
	Table  *Table  // of a table
	Blocks []Block // of a box: its contents, the title first
}

// Table is a grid of cells. A merged cell stands once, at its first row and column.
type Table struct {
	ID      string // t3
	Rows    []Row
	Columns int
}

// Row is a table row.
type Row struct {
	Cells  []Cell
	Header bool // marked as repeated header in the source
}

// Cell is a table cell with its place in the grid (0-based).
type Cell struct {
	Col, ColSpan, RowSpan int
	Text                  Text    // all paragraphs, joined by \n
	Blocks                []Block // the paragraphs and nested tables themselves
}

// Note is a footnote or endnote.
type Note struct {
	ID   string
	Text Text
}

// Text is a string that knows where each of its characters stands.
type Text struct {
	S        string
	Lines    []LineMark // in order of Offset; the first has Offset 0
	Segments []Segment  // in order of Offset
}

// LineMark says that from byte Offset of S on (up to the next mark) characters
// stand on Line from Column on.
type LineMark struct {
	Offset       int
	Line, Column int
	Block        string
}

// Segment says that from byte Offset of S on, each Step bytes of S stand on
// SourceStep bytes of the source, beginning at Source. SourceStep 0 means
// characters that are not printed in the source (automatic numbering).
type Segment struct {
	Offset     int
	Source     int64
	Part       uint16
	Step       uint8
	SourceStep uint8
}

// Span is the place of S[start:end].
func (t Text) Span(start, end int) span.Span {
	if len(t.Lines) == 0 {
		return span.Span{}
	}
	a, al, ac := t.place(start)
	_, bl, bc := t.place(end)
	return span.Span{Line: al, Column: ac, EndLine: bl, EndColumn: bc, Block: a.Block}
}

// Whole is the place of all of S.
func (t Text) Whole() span.Span { return t.Span(0, len(t.S)) }

func (t Text) place(offset int) (m LineMark, line, column int) {
	i := len(t.Lines) - 1
	for i > 0 && t.Lines[i].Offset > offset {
		i--
	}
	m = t.Lines[i]
	n := 0
	for range t.S[m.Offset:min(offset, len(t.S))] {
		n++
	}
	return m, m.Line, m.Column + n
}

// Slice is S[start:end] with its places.
func (t Text) Slice(start, end int) Text {
	if start == 0 && end == len(t.S) {
		return t
	}
	out := Text{S: t.S[start:end]}
	if len(t.Lines) > 0 {
		m, line, column := t.place(start)
		out.Lines = append(out.Lines, LineMark{0, line, column, m.Block})
		for _, m := range t.Lines {
			if m.Offset > start && m.Offset < end {
				m.Offset -= start
				out.Lines = append(out.Lines, m)
			}
		}
	}
	for i, g := range t.Segments {
		next := len(t.S)
		if i+1 < len(t.Segments) {
			next = t.Segments[i+1].Offset
		}
		if next <= start || g.Offset >= end {
			continue
		}
		if g.Offset < start && g.Step > 0 {
			g.Source += int64((start - g.Offset) / int(g.Step) * int(g.SourceStep))
		}
		g.Offset = max(g.Offset-start, 0)
		out.Segments = append(out.Segments, g)
	}
	return out
}
