package text

import (
	"strings"
	"unicode/utf8"

	"gangmu/document"
)

const (
	// A cell that a spreadsheet put into quotation marks has few lines.
	mostQuotedLines = 16
	// A merged row between others, in characters.
	longestSection = 40
)

// tabbed reads a table whose cells are separated by tabs, one row a line, as
// it comes out of a spreadsheet. Two rows must have two cells with content.
func (r *reader) tabbed() ([]document.Block, error) {
	start := r.at
	var rows []row
	filled, cells := 0, 0
	for {
		before := r.cursor
		record := r.record()
		if record == nil {
			r.cursor = before
			record = r.section(len(rows) > 0)
		}
		if record == nil {
			r.cursor = before
			break
		}
		if r.filled(record) > 1 {
			filled++
		}
		rows = append(rows, row{cells: record})
		if cells += len(record); cells > r.budget.Limits().Cells {
			return nil, r.budget.Cell(cells)
		}
	}
	if len(rows) == 0 || r.at < r.tried {
		return nil, nil
	}
	_, times := usual(rows)
	if filled < 2 || times*2 < len(rows) || r.contents(rows) {
		r.tried = max(r.at, start)
		return nil, nil
	}
	b, err := r.tableBlock(rows)
	return []document.Block{b}, err
}

// record is the row on the next line, nil if it has no tab between cells.
func (r *reader) record() []cell {
	l, ok := r.next()
	if !ok || !r.separated(l) {
		return nil
	}
	var cells []cell
	for from := l.start; ; {
		c, rest := r.quoted(line{l.begin, from, l.end, l.no})
		if c == nil {
			n := strings.IndexByte(r.s[from:l.end], '\t')
			if n < 0 {
				return append(cells, cell{{l.begin, from, l.end, l.no}})
			}
			cells = append(cells, cell{{l.begin, from, from + n, l.no}})
			from += n + 1
			continue
		}
		cells = append(cells, c)
		if rest.start >= rest.end {
			return cells
		}
		l, from = rest, rest.start+1 // behind the tab
	}
}

// separated reports whether a tab follows some content on l.
func (r *reader) separated(l line) bool {
	s := strings.TrimLeft(r.s[l.start:l.end], "\t")
	return strings.IndexByte(s, '\t') > 0
}

// quoted is a cell in quotation marks that runs over several lines, and what
// follows it on its last line.
func (r *reader) quoted(first line) (c cell, rest line) {
	s := r.s[first.start:first.end]
	if len(s) == 0 || s[0] != '"' || strings.IndexByte(s[1:], '"') >= 0 || strings.IndexByte(s, '\t') >= 0 {
		return nil, first
	}
	before := r.cursor
	first.start++
	c = cell{first}
	for range mostQuotedLines {
		l, ok := r.next()
		if !ok {
			break
		}
		n := strings.IndexByte(r.s[l.start:l.end], '"')
		if n < 0 {
			c = append(c, l)
			continue
		}
		rest = l
		rest.start += n + 1
		l.end = l.start + n
		if rest.start < rest.end && r.s[rest.start] != '\t' {
			break
		}
		return append(c, l), rest
	}
	r.cursor = before
	return nil, first
}

// section is a short line without tabs between two rows: a merged row.
func (r *reader) section(inside bool) []cell {
	l, ok := r.next()
	if !inside || !ok || r.blank(l) {
		return nil
	}
	s := r.s[l.start:l.end]
	if utf8.RuneCountInString(s) > longestSection || strings.Contains(s, "。") {
		return nil
	}
	here := r.cursor
	next, ok := r.next()
	r.cursor = here
	if !ok || !r.separated(next) {
		return nil
	}
	return []cell{{l}}
}

func (r *reader) filled(cells []cell) (n int) {
	for _, c := range cells {
		if from, end := r.trim(c[0].start, c[0].end); from < end {
			n++
		}
	}
	return n
}

// contents reports whether the rows are a table of contents: headings, each
// with its page.
func (r *reader) contents(rows []row) bool {
	headings := 0
	for _, row := range rows {
		if len(row.cells) != 2 {
			return false
		}
		page := row.cells[1][0]
		if !digits(strings.TrimSpace(r.s[page.start:page.end])) {
			return false
		}
		title := row.cells[0][0]
		if _, ok := document.HeadingLevel(r.s[title.start:title.end]); ok {
			headings++
		}
	}
	return headings*2 > len(rows)
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789０１２３４５６７８９") == ""
}
