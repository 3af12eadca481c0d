package xlsx

import (
	"errors"
	"sort"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/xmlwalk"
)

// merge joins the cells of an area: the first one stands for all, which hide
// behind it. An area whose first cell shows nothing is left as it is.
func (s *sheetReader) merge(e xmlwalk.Element) error {
	from, to, _ := strings.Cut(e.Attr("ref"), ":")
	c1, r1, ok1 := parseRef(from)
	c2, r2, ok2 := parseRef(to)
	if !ok1 || !ok2 || c2 < c1 || r2 < r1 {
		return nil
	}
	rows := s.sheet.rows
	first := sort.Search(len(rows), func(i int) bool { return rows[i].number >= r1 })
	if first == len(rows) || rows[first].number != r1 {
		return nil
	}
	main := rows[first].find(c1)
	if main == nil || main.covered {
		return nil
	}
	main.toRow, main.toColumn = r2, c2
	for i := first; i < len(rows) && rows[i].number <= r2; i++ {
		n := rows[i].cover(c1, c2, main)
		if s.coveredWork += n + 1; s.coveredWork > s.budget.Limits().Cells*2 {
			return document.Damaged(errors.New("merged cells overlap"))
		}
	}
	return nil
}

// at is the index of the first cell from a column on.
func (r row) at(column int) int {
	return sort.Search(len(r.cells), func(i int) bool { return r.cells[i].column >= column })
}

// find is the cell in a column, or nil.
func (r row) find(column int) *cell {
	if i := r.at(column); i < len(r.cells) && r.cells[i].column == column {
		return &r.cells[i]
	}
	return nil
}

// cover hides the cells between two columns behind main and counts them.
func (r row) cover(from, to int, main *cell) (n int) {
	for i := r.at(from); i < len(r.cells) && r.cells[i].column <= to; i++ {
		if c := &r.cells[i]; c != main {
			c.covered = true
		}
		n++
	}
	return n
}

// uncovered is the row without the cells that hide behind merged ones.
func (r row) uncovered() row {
	kept := r.cells[:0]
	for _, c := range r.cells {
		if !c.covered {
			kept = append(kept, c)
		}
	}
	r.cells = kept
	return r
}
