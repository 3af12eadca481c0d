package extract

import (
	"slices"
	"strings"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/plan/catalogue"
)

// subject is the indicator that a table of places speaks of where no head names
// it: that of the group of rows, or of the caption.
func (t *tableReader) subject() string {
	if t.has(name) {
		return ""
	}
	if n := rowName(t.section); n.unit != "" {
		return t.section
	} else if _, ok := catalogue.Lookup(n.name); ok && n.name != "" {
		return n.name
	}
	for _, s := range t.captions {
		if hits := catalogue.Find(s); len(hits) == 1 {
			return s[hits[0].Start:hits[0].End]
		}
	}
	return ""
}

// names is the cell of a row's name, and the text of the cell before it where
// two columns share the head 指标名称. Without a column of names the place
// names the row.
func (t *tableReader) names(row []*document.Cell) (label string, nameCell *document.Cell) {
	var found []*document.Cell
	columns := 0
	for i, c := range t.columns {
		if c.role == name {
			columns++
			if cell := cellAt(row, i); cell != nil && strings.TrimSpace(cell.Text.S) != "" && !slices.Contains(found, cell) {
				found = append(found, cell)
			}
		}
	}
	switch {
	case columns == 0:
		return "", cellAt(row, t.column(region))
	case len(found) == 0:
		return "", nil
	case len(found) == 1 && (columns == 1 || found[0] == cellAt(row, t.column(name))):
		t.label = ""
		return "", found[0]
	case len(found) == 1:
		return t.label, found[0] // the first column holds for several rows
	}
	t.label = found[0].Text.S
	return t.label, found[len(found)-1]
}

// name takes the printed name apart and finds the row's parent.
func (t *tableReader) name(it *plan.Item, m *plan.Measure, cell *document.Cell, label string) {
	n := rowName(cell.Text.S)
	indented := t.margin > 0 && leftOf(cell) >= t.margin+minIndent
	if label != "" {
		l := rowName(label)
		switch {
		case l.name == "":
			n.ofWhich = true
		case n.name == "城镇" || n.name == "农村":
			n.name, n.unit, n.no = n.name+l.name, first(n.unit, l.unit), first(l.no, n.no)
		case isAttribute(n.name):
			n.name, n.unit, n.no = l.name+n.name, first(n.unit, l.unit), first(l.no, n.no)
		case t.group == "":
			it.Section = strings.TrimSpace(label)
		}
		n.marks, n.binding = n.marks+l.marks, n.binding || l.binding
	}
	if strings.HasPrefix(it.No, "其中") {
		n.ofWhich, it.No = true, ""
	}
	bare := strings.Trim(it.No, nameMarks)
	if bare != it.No {
		n.marks += it.No
	}
	it.Name = n.name
	it.No = first(strings.TrimRight(bare, "、.．"), n.no)
	it.Binding = it.Binding || n.binding || t.binds(n.marks)
	if n.unit != "" {
		m.Unit = n.unit
	}
	t.adopt(it, n.ofWhich || indented)
}

// minIndent is how far a name is moved in that belongs to the one above, in
// characters.
const minIndent = 2

// margin is where the names begin in the source: names in the first column are
// moved in to show that they are parts of the one above. 0 where they stand
// anywhere, or not in the first column.
func (s *sheet) margin() int {
	if len(s.columns) == 0 || s.columns[0].role != name {
		return 0
	}
	left, at, all := 0, 0, 0
	for _, row := range s.rows[s.first:] {
		if empty(row[0]) {
			continue
		}
		c := leftOf(row[0])
		all++
		switch {
		case left == 0 || c < left:
			left, at = c, 1
		case c == left:
			at++
		}
	}
	if 2*at < all {
		return 0
	}
	return left
}

// leftOf is the column of the source where a cell's text begins.
func leftOf(c *document.Cell) int {
	if len(c.Text.Lines) == 0 {
		return 0
	}
	return c.Text.Lines[0].Column
}

// isAttribute reports the second part of a name: 总量, 增速, 城镇.
func isAttribute(s string) bool {
	return runeLen(s) <= 3 || isGrowth(s) || endsAny(s, "总量", "总额", "规模", "占比", "比重", "人数", "数量")
}

// adopt finds the parent of a row: the row numbered last for one without a
// number, the row 3 for 3.1 and for （1） below it.
func (t *tableReader) adopt(it *plan.Item, ofWhich bool) {
	switch {
	case it.No == "" && t.numbers:
		it.Of = t.ladder.top()
	case it.No == "" && ofWhich:
		it.Of = t.parent
	case it.No == "":
		t.parent = it.Name
	default:
		t.numbers = true
		if it.Of = t.ladder.place(it.No); it.Of == "" {
			it.No = strings.Trim(it.No, "（）()")
			t.ladder.nos[0] = it.No
		}
	}
}
