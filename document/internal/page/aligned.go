package page

import (
	"cmp"
	"slices"
)

// Gaps, in sizes of the writing.
const (
	columnGap = 1.5 // between the columns of a table without lines
	rowGap    = 3.5 // between its rows, at most
)

// tabulate finds tables that no line draws: lines under each other that leave
// the same places free.
func tabulate(elements []element) []element {
	var out []element
	for i := 0; i < len(elements); {
		if t := tableAt(elements[i:]); t != nil {
			out = append(out, element{grid: t.grid(), column: elements[i].column})
			i += len(t.rows)
			continue
		}
		out = append(out, elements[i])
		i++
	}
	return out
}

// aligned is a table that no line draws, while it is looked for.
type aligned struct {
	columns []span   // what the columns take of the width
	rows    [][]line // the pieces of each line
}

type span struct{ from, to float64 }

// tableAt is the table that begins with the first of the elements, nil if none
// does.
func tableAt(elements []element) *aligned {
	t := &aligned{}
	for i, e := range elements {
		if e.grid != nil || e.column != elements[0].column {
			break
		}
		if i > 0 && e.line.midY()-elements[i-1].line.midY() > rowGap*e.line.size {
			break
		}
		pieces := e.line.segments(columnGap)
		if i == 0 && len(pieces) < 2 {
			return nil
		}
		columns, ok := fit(t.columns, pieces)
		if !ok {
			break
		}
		t.columns = columns
		t.rows = append(t.rows, pieces)
	}
	several, last := 0, 0
	for i, pieces := range t.rows {
		if len(pieces) > 1 {
			several, last = several+1, i
		}
	}
	if several < 2 || several < 3 && len(t.columns) < 3 {
		return nil
	}
	for last+1 < len(t.rows) && t.wraps(last+1) {
		last++
	}
	t.rows = t.rows[:last+1]
	return t
}

// fit adds the pieces of a line to the columns. It fails if a piece would join
// two of them.
func fit(columns []span, pieces []line) ([]span, bool) {
	out := slices.Clone(columns)
	for _, p := range pieces {
		touched := -1
		for i, c := range out {
			if p.X0 < c.to && p.X1 > c.from {
				if touched >= 0 {
					return nil, false
				}
				touched = i
			}
		}
		if touched < 0 {
			out = append(out, span{p.X0, p.X1})
		} else {
			out[touched] = span{min(out[touched].from, p.X0), max(out[touched].to, p.X1)}
		}
	}
	slices.SortFunc(out, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(out); i++ {
		if out[i].from <= out[i-1].to {
			return nil, false
		}
	}
	return out, true
}

// column is the one that a piece stands in.
func (t *aligned) column(p line) int {
	i := 0
	for i+1 < len(t.columns) && p.midX() > t.columns[i].to {
		i++
	}
	return i
}

// wraps reports whether line i goes on with cells of the line above it.
func (t *aligned) wraps(i int) bool {
	if i == 0 || len(t.rows[i]) >= len(t.columns) || len(t.rows[i]) >= len(t.rows[i-1]) && len(t.rows[i-1]) > 1 {
		return false
	}
	for _, p := range t.rows[i] {
		full := false
		for _, above := range t.rows[i-1] {
			c := t.columns[t.column(p)]
			if t.column(above) == t.column(p) && c.to-above.X1 < max(1.6*p.size, p.firstWord()) {
				full = true
			}
		}
		if !full {
			return false
		}
	}
	return true
}

// grid makes the table that the lines are.
func (t *aligned) grid() *grid {
	xs := []float64{t.columns[0].from}
	for i := 1; i < len(t.columns); i++ {
		xs = append(xs, (t.columns[i-1].to+t.columns[i].from)/2)
	}
	xs = append(xs, t.columns[len(t.columns)-1].to)
	g := &grid{xs: xs, Box: t.rows[0][0].Box}
	for i, pieces := range t.rows {
		if i == 0 || !t.wraps(i) {
			row := gridRow{}
			for j := range t.columns {
				row.cells = append(row.cells, &cell{Box: Box{X0: t.columns[j].from, X1: t.columns[j].to}, col: j, colSpan: 1, rowSpan: 1})
			}
			g.rows = append(g.rows, row)
		}
		row := &g.rows[len(g.rows)-1]
		for _, p := range pieces {
			c := row.cells[t.column(p)]
			c.lines = append(c.lines, p)
			g.Box = g.around(p.Box)
		}
	}
	return g
}
