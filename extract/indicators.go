package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// readIndicatorTables reads every table that lists indicators with a target or
// a result.
func readIndicatorTables(r *Result, o *outline) {
	for _, g := range o.tables {
		rows := g.table.Grid()
		l, ok := indicatorLayout(rows, g.before)
		if !ok {
			if indexAny(strings.Join(g.before, " "), "指标", "计划草案") >= 0 && len(rows) > 3 {
				r.Warnings = append(r.Warnings, Warning{
					Zh:    "这张表的表头无法辨认，其中的指标没有读出",
					En:    "the column heads of this table could not be told; its indicators were not read",
					Block: g.table.ID,
				})
			}
			continue
		}
		l.fillYears(g.before, r.Plan)
		t := tableReader{layout: l}
		t.read(rows)
		r.Plan.Indicators = append(r.Plan.Indicators, t.items...)
	}
}

// fillYears gives a year to the columns whose heads name none: 上年 and 本年 by
// their meaning, else the caption's year, else the executed year where there
// are results and the planned year where there are only targets.
func (l *layout) fillYears(before []string, p *plan.Plan) {
	base := p.PlannedYear
	for _, c := range l.columns {
		if c.role == actual {
			base = p.ExecutedYear
		}
	}
	for _, s := range before {
		for _, y := range years(squeeze(s)) {
			base = y.year
		}
	}
	for i := range l.columns {
		c := &l.columns[i]
		if c.year != 0 {
			continue
		}
		switch {
		case strings.Contains(c.head, "上年") || strings.Contains(c.head, "去年"):
			c.year = p.ExecutedYear
		case strings.Contains(c.head, "下年") || strings.Contains(c.head, "明年"):
			c.year = p.PlannedYear
		default:
			c.year = base
		}
	}
	l.keepYears(p)
}

// keepYears leaves the columns of earlier years unread, and takes a column that
// is headed by nothing but the planned year for that year's targets.
func (l *layout) keepYears(p *plan.Plan) {
	for i := range l.columns {
		c := &l.columns[i]
		switch {
		case c.role != goal && c.role != actual && c.role != growth:
		case p.ExecutedYear != 0 && c.year < p.ExecutedYear:
			c.role = other
		case c.role == actual && c.year == p.PlannedYear && c.year != 0 && len(c.head) == len("2030年"):
			c.role = goal
		}
	}
}

// tableReader reads rows from top to bottom.
type tableReader struct {
	layout
	section string
	parent  string // the No of the last numbered row
	numbers bool   // some row has a number
	items   []plan.Item
}

func (t *tableReader) read(rows [][]*document.Cell) {
	for _, row := range rows[t.first:] {
		cells := distinct(row)
		switch {
		case len(cells) == 0 || t.isRepeatedHead(row):
		case len(cells) == 1 && !t.isChild(row, cells[0]):
			t.section = strings.TrimSpace(cells[0].Text.S)
		default:
			t.row(row)
		}
	}
}

// distinct is the cells of a row that are not empty, merged ones once.
func distinct(row []*document.Cell) []*document.Cell {
	var out []*document.Cell
	for i, c := range row {
		if c != nil && strings.TrimSpace(c.Text.S) != "" && (i == 0 || row[i-1] != c) {
			out = append(out, c)
		}
	}
	return out
}

// isChild reports a lone cell that is an indicator all the same: a 其中 row of
// which nothing but the name is printed.
func (t *tableReader) isChild(row []*document.Cell, only *document.Cell) bool {
	for i, c := range row {
		if c == only {
			return t.columns[i].role == name && i > 0 && t.numbers
		}
	}
	return false
}

func (t *tableReader) isRepeatedHead(row []*document.Cell) bool {
	same := 0
	for i, c := range row {
		if c == nil || i >= len(t.columns) {
			continue
		}
		if h := squeeze(c.Text.S); h != "" && strings.HasPrefix(t.columns[i].head, h) && t.columns[i].role != other {
			same++
		}
	}
	return same > 1
}

// row reads one printed row into an item a year, and one more for a growth
// printed beside a level.
func (t *tableReader) row(row []*document.Cell) {
	base, nameCell := t.head(row)
	if nameCell == nil || base.Name == "" {
		return
	}
	base.Span = nameCell.Text.Whole()
	for i, c := range t.columns {
		if c.role != goal && c.role != actual || t.seen(i) {
			continue
		}
		t.add(base, row, c.year, func(k column) bool { return k.role == goal || k.role == actual }, "")
		if g := t.growthHead(c.year); g != "" {
			t.add(base, row, c.year, func(k column) bool { return k.role == growth }, g)
		}
	}
}

// seen reports that an earlier column has the same year.
func (t *tableReader) seen(i int) bool {
	for _, c := range t.columns[:i] {
		if (c.role == goal || c.role == actual) && c.year == t.columns[i].year {
			return true
		}
	}
	return false
}

func (t *tableReader) growthHead(year int) string {
	for _, c := range t.columns {
		if c.role == growth && c.year == year {
			return growthName(c.head)
		}
	}
	return ""
}

// growthName is 增长 or 增速 as the column's head has it.
func growthName(head string) string {
	for _, w := range []string{"增速", "增幅"} {
		if strings.Contains(head, w) {
			return w
		}
	}
	return "增长"
}

// head reads number, name, unit, mark and section of a row.
func (t *tableReader) head(row []*document.Cell) (it plan.Item, nameCell *document.Cell) {
	it.Section = t.section
	m := plan.Measure{Unit: t.unit}
	for i, c := range row {
		if c == nil || i >= len(t.columns) {
			continue
		}
		s := strings.TrimSpace(c.Text.S)
		switch t.columns[i].role {
		case number:
			it.No = squeeze(s)
		case group:
			it.Section = first(squeeze(s), it.Section)
		case name:
			if nameCell == nil || s != "" && nameCell.Text.S == "" {
				nameCell = c
			}
		case unit:
			m.Unit = first(squeeze(s), m.Unit)
		case nature:
			it.Binding = strings.Contains(s, "约束")
		case owner:
			it.Owner = s
		}
	}
	if nameCell == nil {
		return it, nil
	}
	n := rowName(nameCell.Text.S)
	it.Name, it.Binding = n.name, it.Binding || n.binding
	if strings.ContainsAny(it.No, "*＊★▲△") {
		it.Binding = true
		it.No = strings.Trim(it.No, "*＊★▲△")
	}
	if n.unit != "" {
		m.Unit = n.unit
	}
	if it.No == "" {
		it.No = n.no
	}
	t.adopt(&it, n.ofWhich)
	m.Subject = it.Name
	it.Measures = []plan.Measure{m}
	return it, nameCell
}

// adopt finds the parent of a row: the last numbered row for one without a
// number, the row 3 for 3.1.
func (t *tableReader) adopt(it *plan.Item, ofWhich bool) {
	switch parent, _, sub := strings.Cut(it.No, "."); {
	case it.No == "" && (t.numbers || ofWhich):
		it.Of = t.parent
	case sub:
		it.Of = parent
	case it.No != "":
		t.parent, t.numbers = it.No, true
	case !ofWhich:
		t.parent = it.Name
	}
}

// add appends the item of one year with what the chosen columns hold.
func (t *tableReader) add(it plan.Item, row []*document.Cell, year int, want func(column) bool, suffix string) {
	m := it.Measures[0]
	it.Year = year
	if suffix != "" {
		it.Name = strings.TrimSuffix(it.Name, suffix) + suffix
		m.Subject, m.Unit = it.Name, "%"
	}
	ctx := plan.ContextFor(it.Name, m.Unit)
	found := false
	for i, cell := range row {
		if cell == nil || i >= len(t.columns) {
			continue
		}
		c := t.columns[i]
		if c.year != year || !want(c) && c.role != pace {
			continue
		}
		s := strings.TrimSpace(cell.Text.S)
		kind := c.role
		if kind == growth {
			kind = c.of
		}
		switch kind {
		case goal:
			m.Target, m.HasTarget, found = target.Parse(s, ctx), true, true
		case actual:
			m.Facts = []plan.Fact{{Actual: target.ParseActualIn(s, ctx), Unit: m.Unit, Span: cell.Text.Whole()}}
			found = true
		case pace:
			if len(m.Facts) > 0 {
				m.Facts[0].Pace = s
			}
		}
	}
	if found && !(suffix != "" && silent(m)) {
		it.Measures = []plan.Measure{m}
		t.items = append(t.items, it)
	}
}

// silent reports a measure that a row leaves blank, as the growth of a share.
func silent(m plan.Measure) bool {
	for _, f := range m.Facts {
		if f.Quality != target.Missing {
			return false
		}
	}
	return !m.HasTarget || m.Target.Kind == target.Open
}

// printedName is a name cell taken apart.
type printedName struct {
	name, unit, no   string
	binding, ofWhich bool
}

// rowName reads 其中：化学需氧量（万吨）* : number, mark, unit and 其中 are no part
// of the name.
func rowName(s string) (n printedName) {
	s = strings.Join(strings.Fields(s), "")
	p := whole(s)
	if q := skipNumbering(s, p); q.start > 0 {
		n.no = strings.Trim(squeeze(s[:q.start]), "、.．()（）")
		p = q
	}
	s = p.of(s)
	if rest, ok := cutAny(s, "其中：", "其中:", "其中，", "＃", "#"); ok {
		s, n.ofWhich = rest, true
	} else if rest, ok := strings.CutPrefix(s, "其中"); ok {
		s, n.ofWhich = rest, true
	}
	for range 2 { // （%）* and *（%）
		t := strings.Trim(s, "*＊★▲△")
		n.binding = n.binding || t != s
		s = t
		if n.unit == "" {
			s, n.unit = cutUnit(s)
		}
	}
	n.name = s
	return n
}

// cutUnit takes a unit in brackets off the end of a name.
func cutUnit(s string) (rest, unit string) {
	rest, ok := strings.CutSuffix(s, "）")
	if !ok {
		rest, ok = strings.CutSuffix(s, ")")
	}
	if !ok {
		return s, ""
	}
	i := strings.LastIndexAny(rest, "（(")
	if i <= 0 {
		return s, ""
	}
	inside := strings.TrimLeft(rest[i:], "（(")
	if _, ok := quantity.ParseUnit(inside); !ok {
		return s, ""
	}
	return rest[:i], squeeze(inside)
}
