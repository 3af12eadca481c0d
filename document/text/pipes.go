package text

import (
	"strings"

	"gangmu/document"
)

// pipes reads a markdown table: at least two lines that begin with a bar. The
// line of dashes below the head is no row.
func (r *reader) pipes() ([]document.Block, error) {
	var rows []row
	lines, count := 0, 0
	for {
		before := r.cursor
		l, ok := r.next()
		if !ok || l.start == l.end || r.s[l.start] != '|' {
			r.cursor = before
			break
		}
		lines++
		cells := r.splitBars(l)
		if lines == 2 && r.dashes(cells) {
			rows[0].header = true
			continue
		}
		rows = append(rows, row{cells: cells})
		if count += len(cells); count > r.budget.Limits().Cells {
			return nil, r.budget.Cell(count)
		}
	}
	if lines < 2 {
		return nil, nil
	}
	b, err := r.tableBlock(rows)
	return []document.Block{b}, err
}

// splitBars cuts l at its bars; an escaped bar is a character.
func (r *reader) splitBars(l line) []cell {
	_, end := r.trim(l.start, l.end)
	var cells []cell
	from := l.start + 1
	for i := from; i < end; i++ {
		switch r.s[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, cell{{l.begin, from, i, l.no}})
			from = i + 1
		}
	}
	if from < end || len(cells) == 0 {
		cells = append(cells, cell{{l.begin, from, max(from, end), l.no}})
	}
	return cells
}

// dashes reports whether the cells are the line below a table's head.
func (r *reader) dashes(cells []cell) bool {
	for _, c := range cells {
		s := strings.TrimSpace(r.s[c[0].start:c[0].end])
		if s == "" || strings.Trim(s, ":-") != "" {
			return false
		}
	}
	return true
}
