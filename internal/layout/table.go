package layout

import (
	"io"
	"strings"
)

// gap separates two columns.
const gap = "  "

// Column is a column of a Table.
type Column struct {
	Title string
	Right bool // align right
	Max   int  // the widest it may become; longer cells go on over lines
}

// narrowest is how far a column may shrink to make its table fit.
const narrowest = 10

// Table collects rows and prints them aligned.
type Table struct {
	Columns []Column
	Indent  int
	Width   int // the columns that the table must fit in; 0 means any
	rows    []row
}

type row struct {
	section string // a line across all columns instead of cells
	cells   []string
}

// Section adds a line across all columns; it stands at the margin.
func (t *Table) Section(title string) { t.rows = append(t.rows, row{section: Clean(title)}) }

// Row adds a row. A cell may begin with blanks to stand indented.
func (t *Table) Row(cells ...string) {
	for i, c := range cells {
		text := strings.TrimLeft(c, " ")
		cells[i] = c[:len(c)-len(text)] + Clean(text)
	}
	t.rows = append(t.rows, row{cells: cells})
}

// Empty reports whether no row was added.
func (t *Table) Empty() bool { return len(t.rows) == 0 }

// WriteTo prints head, rule and rows. Columns in which no row has anything are
// left out.
func (t *Table) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	widths := t.widths()
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Title
	}
	t.writeRow(&b, head, widths)
	b.WriteString(strings.Repeat(" ", t.Indent) + strings.Repeat("-", max(total(widths), 0)) + "\n")
	for _, r := range t.rows {
		if r.cells == nil {
			for _, line := range t.sectionLines(r.section) {
				b.WriteString(line + "\n")
			}
			continue
		}
		t.writeRow(&b, r.cells, widths)
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

func (t *Table) sectionLines(title string) []string {
	if t.Width == 0 {
		return []string{title}
	}
	return Wrap(title, t.Width)
}

// widths is what each column needs; 0 for a column without content.
func (t *Table) widths() []int {
	widths := make([]int, len(t.Columns))
	for _, r := range t.rows {
		for i, c := range r.cells {
			widths[i] = max(widths[i], Width(c))
		}
	}
	for i, c := range t.Columns {
		if widths[i] == 0 {
			continue
		}
		if c.Max > 0 {
			widths[i] = min(widths[i], c.Max)
		}
		widths[i] = max(widths[i], Width(c.Title))
	}
	for t.Width > 0 && t.Indent+total(widths) > t.Width && shrink(widths) {
	}
	return widths
}

// total is the width of a line.
func total(widths []int) int {
	sum := -len(gap)
	for _, w := range widths {
		if w > 0 {
			sum += w + len(gap)
		}
	}
	return sum
}

// shrink takes one from the widest column; false when none can give more.
func shrink(widths []int) bool {
	widest := 0
	for i, w := range widths {
		if w > widths[widest] {
			widest = i
		}
	}
	if widths[widest] <= narrowest {
		return false
	}
	widths[widest]--
	return true
}

// writeRow prints one row, over as many lines as its longest cell needs.
func (t *Table) writeRow(b *strings.Builder, cells []string, widths []int) {
	wrapped := make([][]string, len(cells))
	height := 1
	for i, c := range cells {
		if widths[i] == 0 {
			continue
		}
		wrapped[i] = wrapCell(c, widths[i])
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		line := strings.Repeat(" ", t.Indent)
		first := true
		for i, lines := range wrapped {
			if widths[i] == 0 {
				continue
			}
			if !first {
				line += gap
			}
			first = false
			text := ""
			if n < len(lines) {
				text = lines[n]
			}
			line += Pad(text, widths[i], t.Columns[i].Right)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// wrapCell breaks a cell and keeps its indent on every line.
func wrapCell(c string, width int) []string {
	text := strings.TrimLeft(c, " ")
	indent := c[:len(c)-len(text)]
	lines := Wrap(text, max(width-len(indent), 2))
	for i := range lines {
		lines[i] = indent + lines[i]
	}
	return lines
}
