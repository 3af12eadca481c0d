package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/document"
)

const (
	mostStacked   = 4000 // lines of such a table
	mostHeads     = 24   // lines before its first row
	mostColumns   = 12
	longestStack  = 80 // characters of a cell
	fewestNumbers = 3  // rows that make it one
)

// stacked reads a table of which only the cells are left, one a line, without
// indents and with or without its empty cells: what a page is when it was
// copied without its form. It begins with 序号, and the numbers in that column,
// which follow each other at the same distance, show how long its rows are.
func (r *reader) stacked() ([]document.Block, error) {
	start := r.cursor
	l, ok := r.next()
	r.cursor = start
	if !ok || !r.numberHead(l) {
		return nil, nil
	}
	s := stack{reader: r}
	s.collect()
	if !s.measure() {
		return nil, nil
	}
	rows := append([]row{{cells: s.heads(), header: true}}, s.rows()...)
	r.cursor = s.after[s.end-1]
	b, err := r.tableBlock(rows)
	return []document.Block{b}, err
}

// numberHead reports whether l heads a column of running numbers.
func (r *reader) numberHead(l line) bool {
	const head = "序号"
	s := r.s[l.start:l.end]
	return len(s) <= 4*len(head) && strings.Join(strings.Fields(s), "") == head
}

// stack is the lines of such a table and what they show.
type stack struct {
	*reader
	lines  []line
	texts  []string
	after  []cursor // behind each line
	starts []int    // lines that hold a running number
	width  int      // cells of a row
	end    int      // of the last row
}

// collect takes the short lines from the cursor on.
func (s *stack) collect() {
	for len(s.lines) < mostStacked {
		l, ok := s.next()
		if !ok {
			return
		}
		from, end := s.trim(l.start, l.end)
		text := s.s[from:end]
		if text == "" {
			continue
		}
		l.start, l.end = from, end
		if len(s.lines) > 0 && s.numberHead(l) || len(text) > longestStack*utf8.UTFMax ||
			utf8.RuneCountInString(text) > longestStack || strings.HasSuffix(text, "。") {
			return
		}
		s.lines = append(s.lines, l)
		s.texts = append(s.texts, text)
		s.after = append(s.after, s.cursor)
	}
}

// measure finds the width with which most numbers follow each other.
func (s *stack) measure() bool {
	first := 1
	for first < len(s.texts) && first < mostHeads && !plainNumber(s.texts[first]) {
		first++
	}
	if first >= min(len(s.texts), mostHeads) || first < 2 {
		return false
	}
	most := 0
	for width := 2; width <= min(mostColumns, first); width++ {
		starts, exact := s.chain(first, width)
		if exact > most {
			most, s.width, s.starts = exact, width, starts
		}
	}
	return len(s.starts) >= fewestNumbers && most*2 >= len(s.starts)
}

func plainNumber(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n > 0 && s[0] != '+'
}

// chain follows the running numbers from line first on, as if rows had this
// width. exact counts those that stand just where the row before ends, or
// behind a row without a number.
func (s *stack) chain(first, width int) (starts []int, exact int) {
	n, _ := strconv.Atoi(s.texts[first])
	starts = []int{first}
	for at := first; ; {
		n++
		next := s.follow(at, width, strconv.Itoa(n))
		if next < 0 {
			return starts, exact
		}
		if next == at+width || next > at+width && s.named(at+width) {
			exact++
		}
		starts = append(starts, next)
		at = next
	}
}

// follow finds the next number: at the row's end, behind rows without a number,
// or, where an empty cell is missing, before.
func (s *stack) follow(at, width int, number string) int {
	const farthest = 8 // rows without a number in between
	for p := at + width; p < min(len(s.texts), at+farthest*width); p++ {
		if s.texts[p] == number {
			return p
		}
	}
	for p := min(at+width, len(s.texts)) - 1; p > at+1; p-- {
		if s.texts[p] == number {
			return p
		}
	}
	return -1
}

// heads are the heads of the columns. A head that was broken over lines is
// longer than one: what follows a year belongs to it.
func (s *stack) heads() []cell {
	var cells []cell
	surplus := s.starts[0] - s.width
	for i, l := range s.lines[:s.starts[0]] {
		last := len(cells) - 1
		if surplus > 0 && i > 0 && (headsYear(s.texts[i-1]) && !headsYear(s.texts[i]) || len(cells) == s.width) {
			cells[last] = append(cells[last], l)
			surplus--
			continue
		}
		cells = append(cells, cell{l})
	}
	return cells
}

// headsYear reports whether s begins with a year.
func headsYear(s string) bool {
	const year = "2006"
	return len(s) > len(year) && digits(s[:len(year)]) && strings.HasPrefix(s[len(year):], "年")
}

// rows are the numbered rows and those between them.
func (s *stack) rows() (rows []row) {
	for i, start := range s.starts {
		limit := min(start+s.width, len(s.lines))
		if i+1 < len(s.starts) {
			limit = s.starts[i+1]
		}
		s.end = min(start+s.width, limit)
		rows = append(rows, row{cells: singleLines(s.lines[start:s.end])})
		if i+1 == len(s.starts) {
			limit = s.trailing()
		}
		for s.end < limit {
			rows = append(rows, s.unnumbered(limit))
		}
	}
	return rows
}

// trailing is the end of the rows without a number behind the last one.
func (s *stack) trailing() int {
	if s.end < len(s.texts) && strings.HasPrefix(s.texts[s.end], "其中") {
		return min(s.end+s.width-1, len(s.texts))
	}
	return s.end
}

// unnumbered is the row at s.end: a heading over the whole width, or a row
// whose number is empty. It ends where its width does, or another begins.
func (s *stack) unnumbered(limit int) row {
	from := s.end
	s.end++
	if _, ok := document.HeadingLevel(s.texts[from]); ok {
		return row{cells: singleLines(s.lines[from:s.end])}
	}
	for s.end < limit && s.end-from < s.width-1 && !s.named(s.end) {
		s.end++
	}
	empty := s.lines[from]
	empty.end = empty.start
	return row{cells: append([]cell{{empty}}, singleLines(s.lines[from:s.end])...)}
}

// named reports whether line i looks like the name that begins a row: a
// heading, a part of the row above, or words with a unit in brackets.
func (s *stack) named(i int) bool {
	_, heading := document.HeadingLevel(s.texts[i])
	first, _ := utf8.DecodeRuneInString(s.texts[i])
	return heading || strings.HasPrefix(s.texts[i], "其中") || strings.HasSuffix(s.texts[i], "）") && unicode.Is(unicode.Han, first)
}

func singleLines(lines []line) []cell {
	cells := make([]cell, len(lines))
	for i, l := range lines {
		cells[i] = cell{l}
	}
	return cells
}
