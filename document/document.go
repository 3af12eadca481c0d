// Package document is the one tree that every file format is read into.
//
// A document is a list of blocks in reading order: headings, paragraphs,
// tables, boxes. Every character of every text knows where it stands: as line
// and column for people, and as byte range in the source for programs (in docx
// the range in the inflated XML part, so that a comment can be spliced in).
// Readers of single formats live in the packages below; they decide nothing
// about plans.
package document

// Document is what a file says.
type Document struct {
	Format   string            // text, docx, ...
	Encoding string            // of plain text: utf-8, utf-16le, utf-16be, gb18030
	Meta     map[string]string // what the file says about itself: title, source, ...
	Blocks   []Block           // in reading order
	Notes    []Note            // footnotes and endnotes, in order
	Warnings []Warning         // what was left unread although it may matter
	Parts    []string          // names of the source parts that Segment.Part counts into; text has one, ""
}

// Warning tells people that something in the file was not read.
type Warning struct {
	Zh, En string
}

// Kind is what a block is.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	TableBlock
	Box // a framed text: one-column table, text box
)

// Block is a node of the tree. A paragraph or heading is never blank and has no
// white space at its ends; places count it nevertheless.
type Block struct {
	Kind   Kind
	Level  int     // of a heading: 1.. ; 0 when not known
	ID     string  // p12, t3; of a text box b1
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

// Cell is a table cell with its place in the grid (0-based). Spans are at least 1.
type Cell struct {
	Col, ColSpan, RowSpan int
	Text                  Text    // its own paragraphs, joined by \n
	Blocks                []Block // the paragraphs and nested tables themselves
}

// Note is a footnote or endnote.
type Note struct {
	ID   string
	Text Text
}
