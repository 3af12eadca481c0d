// Package span says where something stands in a document.
//
// It is the smallest shared word of the program: the plan, the extracted
// statements and the findings all point at their place with a Span, and none of
// them needs to know how documents are read.
package span

// Span is a stretch of text: 1-based lines and columns, EndColumn exclusive,
// columns in code points (a tab is one, a byte order mark none).
//
// In plain text a line is a physical line. In other formats a line is the
// ordinal of the paragraph among all paragraphs of the document, and Block
// names it: "p12" for a paragraph, "t3.r5.c2" for a table cell.
// The zero Span means "no place known".
type Span struct {
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
	Block     string `json:"block,omitempty"`
}

// IsZero reports whether no place is known.
func (s Span) IsZero() bool { return s.Line == 0 }
