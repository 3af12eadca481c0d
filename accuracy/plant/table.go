package plant

import (
	"regexp"
	"strings"
)

// Row is an indicator's row of a table with targets or results.
type Row struct {
	Name   string // without its unit and marks
	Unit   string // as printed in the name or its own column
	Star   Range  // the mark of a binding indicator, if any
	Target Cell
	Actual Cell
	Part   Part
}

// Cell is a cell with a place; its number is the first of it.
type Cell struct {
	Range
	Text   string
	Number Number // Text is empty if the cell has none
}

var (
	rowNameRE = regexp.MustCompile(`^(其中[：:])?\s*([^（*＊]+)(?:[（(]([^）)]+)[）)])?\s*([*＊]?)$`)
	cellRE    = regexp.MustCompile(`^[^\d\-—－]{0,3}([-－]?)(\d+(?:\.\d+)?)`)
)

// columns are the places of a table's parts in its rows.
type columns struct{ name, unit, target, actual int }

// rows are those of all tables with a head that names targets or results.
func rows(all []Line) []Row {
	var out []Row
	var cols *columns
	for _, cells := range tableRows(all) {
		if c := head(cells); c != nil {
			cols = c
			continue
		}
		if cols == nil || len(cells) <= cols.name {
			continue
		}
		if r, ok := cols.row(cells); ok {
			out = append(out, r)
		}
	}
	return out
}

// tableRows gathers the cells of each row: the lines between blank ones that
// begin with a tab, or the fields of a line between bars.
func tableRows(all []Line) [][]Line {
	var out [][]Line
	var row []Line
	flush := func() {
		if len(row) > 1 {
			out = append(out, row)
		}
		row = nil
	}
	for i, l := range all {
		switch {
		case !l.Cell && row != nil && strings.TrimSpace(l.Text) != "" && i > 0 && all[i-1].Cell && len(l.Text) < 60:
			row[len(row)-1].Text += l.Text // a cell that goes on
		case !l.Cell:
			flush()
		case strings.HasPrefix(l.Text, "|"):
			flush()
			row = fields(l)
			flush()
		default:
			row = append(row, trimmed(l, 0, len(l.Text)))
		}
	}
	flush()
	return out
}

func fields(l Line) []Line {
	var out []Line
	from := 1
	for i := 1; i < len(l.Text); i++ {
		if l.Text[i] == '|' {
			out = append(out, trimmed(l, from, i))
			from = i + 1
		}
	}
	return out
}

// trimmed is a stretch of a line without the blanks around.
func trimmed(l Line, start, end int) Line {
	s := l.Text[start:end]
	start += len(s) - len(strings.TrimLeft(s, " \t　"))
	l.Range = l.part(start, start+len(strings.TrimSpace(s)))
	l.Text = strings.TrimSpace(s)
	return l
}

// head reads a row as the head of a table.
func head(cells []Line) *columns {
	c := &columns{-1, -1, -1, -1}
	for i, l := range cells {
		s := strings.Join(strings.Fields(l.Text), "")
		switch {
		case strings.Contains(s, "指标") && c.name < 0 && !strings.Contains(s, "目标"):
			c.name = i
		case s == "单位":
			c.unit = i
		case strings.Contains(s, "目标") || strings.Contains(s, "计划"):
			c.target = i
		case strings.Contains(s, "完成") || strings.Contains(s, "实际"):
			c.actual = i
		}
	}
	if c.name < 0 || c.target < 0 && c.actual < 0 {
		return nil
	}
	return c
}

func (c *columns) row(cells []Line) (Row, bool) {
	m := rowNameRE.FindStringSubmatchIndex(cells[c.name].Text)
	if m == nil {
		return Row{}, false
	}
	l := cells[c.name]
	r := Row{Name: strings.TrimSpace(l.Text[m[4]:m[5]]), Part: Outlook}
	if m[6] >= 0 {
		r.Unit = l.Text[m[6]:m[7]]
	}
	if m[8] < m[9] {
		r.Star = l.part(m[8], m[9])
	}
	if c.unit >= 0 && c.unit < len(cells) {
		r.Unit = cells[c.unit].Text
	}
	if c.target >= 0 && c.target < len(cells) {
		r.Target = cell(cells[c.target], r.Unit)
	}
	if c.actual >= 0 {
		r.Part = Review
		if c.actual < len(cells) {
			r.Actual = cell(cells[c.actual], r.Unit)
		}
	}
	return r, r.Target.Number.Text != "" || r.Actual.Number.Text != ""
}

func cell(l Line, unit string) Cell {
	c := Cell{Range: l.Range, Text: l.Text}
	if m := cellRE.FindStringSubmatchIndex(l.Text); m != nil && !strings.ContainsAny(l.Text, ":∶") && !strings.Contains(l.Text, "百分点") {
		c.Number = Number{l.part(m[4], m[5]), l.part(m[4], m[5]), l.Text[m[4]:m[5]], strings.Replace(unit, "％", "%", 1)}
	}
	return c
}

// negative reports a printed minus.
func (c Cell) negative() bool { return strings.ContainsAny(c.Text, "-－") }

// growth reports a row of a growth rate.
func (r Row) growth() bool {
	return strings.HasSuffix(r.Name, "增速") || strings.HasSuffix(r.Name, "增长") || strings.HasSuffix(r.Name, "增长率")
}

var subjectRE = regexp.MustCompile(`(增速|增长|增长率|数量|总量)$`)

// subject is what a row or a statement speaks of.
func subject(name string) string { return normal(subjectRE.ReplaceAllString(name, "")) }

// says reports that the statement and the row's cell are about the same value
// and print the same one.
func (r Row) says(c Cell, s Statement) bool {
	n := c.Number
	if n.Text == "" || r.growth() != s.Growth || n.base() != s.base() || c.negative() != (s.Verb == "下降") {
		return false
	}
	same := n.value() == s.value() || !disagree(n, s.Number) && n.weighty() && s.weighty()
	return same && subject(r.Name) == subject(s.Name)
}
