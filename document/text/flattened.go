package text

import (
	"strings"
	"unicode/utf8"

	"gangmu/document"
)

// longestCell is how long a cell that is indented with spaces may be, in
// characters: longer ones are paragraphs with an indented first line.
const longestCell = 60

// flat is a stretch of lines in the form that tables take when a page is
// copied: a cell begins with an indent, a row ends with an empty line, the
// table with a second one. A line without indent goes on in its cell.
type flat struct {
	rows   []row
	closed bool // by the second empty line
}

// flattened reads such a table, or boxes: tables with one column. Indented
// paragraphs look alike at first; they differ in that their groups are not
// equally long.
func (r *reader) flattened() ([]document.Block, error) {
	start := r.cursor
	l, ok := r.next()
	r.cursor = start
	indent := ""
	if ok {
		indent = indentOf(r.s[l.start:l.end])
	}
	if indent == "" || l.start < r.tried {
		return nil, nil
	}
	f, err := r.collect(indent)
	if err != nil {
		return nil, err
	}
	blocks, err := r.interpret(f, indent == "\t")
	if blocks == nil {
		r.tried = r.at
	}
	return blocks, err
}

// indentOf is the white space that s begins with: one tab, or spaces.
func indentOf(s string) string {
	if s[0] == '\t' {
		return s[:1]
	}
	return s[:len(s)-len(strings.TrimLeft(s, " 　"))]
}

func (r *reader) collect(indent string) (f flat, err error) {
	var cells []cell
	count := 0
	end := func() {
		if len(cells) > 0 {
			f.rows = append(f.rows, row{cells: cells})
		}
		cells = nil
	}
	defer end()
	for {
		before := r.cursor
		l, ok := r.next()
		s := r.s[l.start:l.end]
		switch {
		case !ok:
			f.closed = true
			return f, nil
		case strings.HasPrefix(s, indent) && s != "":
			l.start += len(indent)
			if indent != "\t" && utf8.RuneCountInString(s) > longestCell || strings.Contains(s[len(indent):], "\t") {
				r.cursor = before
				return f, nil
			}
			cells = append(cells, cell{l})
			if count++; count > r.budget.Limits().Cells {
				return f, r.budget.Cell(count)
			}
		case r.blank(l):
			if cells == nil {
				f.closed = true
				return f, nil
			}
			end()
		case cells != nil:
			last := &cells[len(cells)-1]
			*last = append(*last, l)
		default:
			r.cursor = before
			return f, nil
		}
	}
}

// interpret decides whether f is a table, boxes or none of both.
func (r *reader) interpret(f flat, tab bool) ([]document.Block, error) {
	lead := 0
	for lead < len(f.rows) && len(f.rows[lead].cells) == 1 {
		lead++
	}
	if regular(f.rows[lead:], tab) {
		blocks := []document.Block{}
		if err := r.addLines(&blocks, f.rows[:lead]); err != nil {
			return nil, err
		}
		b, err := r.tableBlock(f.rows[lead:])
		return append(blocks, b), err
	}
	if !tab {
		return nil, nil
	}
	return r.boxes(f)
}

// regular reports whether rows have the form of a table: at least two equally
// long ones, and most of the others about as long or a single cell.
func regular(rows []row, tab bool) bool {
	cells, times := usual(rows)
	fitting := 0
	for _, row := range rows {
		if n := len(row.cells); n <= 2 || n >= cells-1 && n <= cells+1 {
			fitting++
		}
	}
	if !tab && times < 3 {
		return false
	}
	return times >= 2 && times*2 >= len(rows)-singles(rows) && fitting*10 >= len(rows)*7
}

func singles(rows []row) (n int) {
	for _, row := range rows {
		if len(row.cells) == 1 {
			n++
		}
	}
	return n
}

// boxes makes a box of every title and the rows below it.
func (r *reader) boxes(f flat) ([]document.Block, error) {
	first := 0
	for first < len(f.rows) && !r.boxTitle(f.rows[first]) {
		first++
	}
	if first == len(f.rows) {
		if !r.framed(f) {
			return nil, nil
		}
		first = 0
	}
	blocks := []document.Block{}
	if err := r.addLines(&blocks, f.rows[:first]); err != nil {
		return nil, err
	}
	for first < len(f.rows) {
		next := first + 1
		for next < len(f.rows) && !r.boxTitle(f.rows[next]) {
			next++
		}
		b, err := r.boxBlock(f.rows[first:next])
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, b)
		first = next
	}
	return blocks, nil
}

// boxTitle reports whether the row begins with 专栏 and a number.
func (r *reader) boxTitle(row row) bool {
	l := row.cells[0][0]
	s := strings.TrimSpace(r.s[l.start:l.end])
	_, ok := document.HeadingLevel(s)
	return ok && strings.HasPrefix(s, "专栏")
}

// framed reports whether f has the form of a box without a numbered title: a
// line, and a cell that runs over several lines, and then two empty lines.
func (r *reader) framed(f flat) bool {
	const mostRows = 3
	if !f.closed || len(f.rows) > mostRows || singles(f.rows) < len(f.rows) {
		return false
	}
	for _, row := range f.rows {
		if len(row.cells[0]) > 1 {
			return true
		}
	}
	return false
}
