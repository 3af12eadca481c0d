package extract

import (
	"slices"
	"strings"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/target"
)

// rowState is what the rows above tell of a row; a table that goes on with
// another goes on with its state.
type rowState struct {
	section string
	place   string // that the rows below a lone cell speak of
	group   string // of a group column, until the next
	label   string // of the first of two name columns
	ladder  ladder
	parent  string // of rows without a number
	numbers bool   // some row has a number
}

// tableReader reads the rows of a table of indicators from top to bottom.
type tableReader struct {
	*sheet
	*rowState
	series  []series
	unit    string   // that caption or notes give to all rows
	margin  int      // the column of the source where names begin, 0 when not known
	legends []string // lines around the table that may explain a mark
	items   []plan.Item
	unclear int // cells that could stand in several columns
}

// readIndicatorTable reads a table of indicators: an item a row and year, and
// one more for a growth printed beside a level.
func readIndicatorTable(s *sheet, r *Result) int {
	if !s.follows || s.first > 0 {
		if !s.fillYears(r.Plan) {
			r.warn(s.table.ID,
				"报告没有写明年份，这张表里“上年”“下年”的列无法对应年份，没有读取",
				"the report names no year; columns of the last or next year in this table were not read")
		}
	}
	if s.state == nil {
		s.state = &rowState{}
	}
	s.notes = append(s.notes, s.footnotes()...)
	t := tableReader{
		sheet: s, rowState: s.state, series: s.seriesOf(), unit: s.captionUnit(), margin: s.margin(),
		legends: append(s.notes[:len(s.notes):len(s.notes)], s.captions...),
	}
	for i := s.first; i < len(s.rows); i++ {
		t.read(i)
	}
	t.applyNotes()
	if t.unclear > 0 {
		r.warn(s.table.ID,
			"这张表有的行缺少单元格，有些数无法确定属于哪一列，没有读取",
			"rows of this table lack cells; some values could stand in several columns and were not read")
	}
	r.Plan.Indicators = append(r.Plan.Indicators, t.items...)
	return len(t.items)
}

func (t *tableReader) read(i int) {
	row := t.rows[i]
	cells := distinct(row)
	switch {
	case len(cells) == 0 || t.isRepeatedHead(row) || isColumnNumbers(cells):
	case len(cells) == 1:
		t.single(row, cells[0])
	case t.isSection(row):
		t.enter(sectionName(row, t.columns))
	default:
		t.row(t.aligned(row))
	}
}

// single reads a row with but one cell: a remark, a unit, a group of rows, or
// an indicator of which nothing but the name is printed.
func (t *tableReader) single(row []*document.Cell, only *document.Cell) {
	switch {
	case t.saysNothing(only):
	case t.isBareIndicator(row, only):
		t.row(row)
	default:
		t.enter(strings.TrimSpace(only.Text.S))
	}
}

// enter begins a group of rows: a section, or the rows of one place.
func (t *tableReader) enter(section string) {
	t.group, t.label = "", ""
	if t.has(name) && isPlace(squeeze(section)) {
		t.place = squeeze(section)
		return
	}
	t.section = section
}

// isBareIndicator reports a lone cell that is an indicator all the same: in the
// column of names, with 其中 or a unit, or known by the catalogue.
func (t *tableReader) isBareIndicator(row []*document.Cell, only *document.Cell) bool {
	at := -1
	for i, c := range row {
		if c == only {
			at = i
			break
		}
	}
	if at < 0 || t.columns[at].role != name || at == 0 && !t.has(number) || only.ColSpan > 1 && at == 0 {
		return false
	}
	n := rowName(only.Text.S)
	if n.ofWhich || n.unit != "" {
		return true
	}
	_, ok := catalogue.Lookup(n.name)
	return ok && t.numbers
}

// isSection reports a row that names a group of rows and gives no values: one
// numbered 一 in a table whose other rows count 1, 2, 3.
func (t *tableReader) isSection(row []*document.Cell) bool {
	no := squeeze(text(row, t.column(number)))
	if no == "" || !isChineseNumber(no) {
		return false
	}
	for i, c := range t.columns {
		switch c.role {
		case goal, actual, unit, rate:
			if text(row, i) != "" && cellAt(row, i) != cellAt(row, t.column(name)) {
				return false
			}
		}
	}
	return true
}

// isChineseNumber reports 一, 二、 （三）.
func isChineseNumber(s string) bool {
	return s != "" && strings.Trim(s, chineseDigits+"（）()、") == ""
}

// sectionName joins the number and name of a group: 一、经济发展.
func sectionName(row []*document.Cell, columns []column) string {
	no, label := "", ""
	for i, c := range columns {
		switch {
		case c.role == number:
			no = squeeze(text(row, i))
		case label == "":
			label = text(row, i)
		}
	}
	if label == "" || label == no {
		return no
	}
	if !endsAny(no, "、", "）", ")") {
		no += "、"
	}
	return no + label
}

func (t *tableReader) isRepeatedHead(row []*document.Cell) bool {
	same, filled := 0, 0
	for i, c := range row {
		if c == nil || i >= len(t.columns) || i > 0 && row[i-1] == c {
			continue
		}
		h := squeeze(c.Text.S)
		if h == "" {
			continue
		}
		filled++
		label, _ := headUnit(h)
		for _, p := range t.columns[i].parts {
			if p == h || p == label || t.columns[i].head == label {
				same++
				break
			}
		}
	}
	return same > 1 && 2*same > filled
}

// isColumnNumbers reports the row below the heads that numbers the columns:
// 甲 | 乙 | 1 | 2 | 3.
func isColumnNumbers(cells []*document.Cell) bool {
	if len(cells) < 3 {
		return false
	}
	want := 1
	for _, c := range cells {
		s := strings.Trim(squeeze(c.Text.S), "（）()")
		switch {
		case s == "甲" || s == "乙" || s == "丙" || s == "A" || s == "B":
		case s == numeral(want):
			want++
		default:
			return false
		}
	}
	return want > 2
}

func numeral(n int) string {
	if n >= 10 {
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// row reads one printed row.
func (t *tableReader) row(row []*document.Cell) {
	base, nameCell := t.head(row)
	if nameCell == nil {
		return
	}
	base.Span = nameCell.Text.Whole()
	before := len(t.items)
	for _, v := range t.series {
		if base.Name == "" && v.name == "" && t.subject() == "" {
			continue
		}
		if len(t.series) > 1 && t.isSilent(row, v) {
			continue
		}
		t.add(base, row, v)
	}
	if len(t.items) == before && base.Name != "" && len(t.series) > 0 && t.series[0].region == "" {
		t.add(base, row, t.series[0])
	}
}

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

// isSilent reports a row that leaves a year or place blank.
func (t *tableReader) isSilent(row []*document.Cell, v series) bool {
	return blankCells(row, v.level) && blankCells(row, v.growth)
}

func blankCells(row []*document.Cell, v cells) bool {
	for _, i := range append([]int{v.goal, v.actual, v.rate}, v.more...) {
		if !isBlank(text(row, i)) {
			return false
		}
	}
	return true
}

// head reads what the whole row says: number, name, unit, place, mark, group.
func (t *tableReader) head(row []*document.Cell) (it plan.Item, nameCell *document.Cell) {
	it.Section, it.Region = t.section, t.place
	m := plan.Measure{}
	for i, c := range row {
		if c == nil || i >= len(t.columns) {
			continue
		}
		s := strings.TrimSpace(c.Text.S)
		if isBlank(s) {
			continue
		}
		switch t.columns[i].role {
		case number:
			if i+1 == len(row) || row[i+1] != c { // 合计 over number and name
				it.No = squeeze(s)
			}
		case group:
			t.group = first(squeeze(s), t.group)
			it.Section = first(t.group, it.Section)
		case region:
			it.Region = squeeze(s)
		case unit:
			m.Unit = first(squeeze(s), m.Unit)
		case nature:
			it.Binding = strings.Contains(s, "约束") && !strings.Contains(s, "非约束")
		case owner:
			it.Owner = first(it.Owner, s)
		case verdict:
			it.Status = first(it.Status, s)
		case remark:
			it.Note = s
		}
	}
	label, nameCell := t.names(row)
	if nameCell == nil || nameCell.Text.S == "" {
		return it, nil
	}
	if t.has(name) {
		t.name(&it, &m, nameCell, label)
	}
	it.Binding = it.Binding || strings.Contains(it.Section, "约束性") && !strings.Contains(it.Section, "预期性")
	it.Measures = []plan.Measure{m}
	return it, nameCell
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
	indented := t.margin > 0 && column1(cell) >= t.margin+minIndent
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
		c := column1(row[0])
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

// column1 is the column of the source where a cell's text begins.
func column1(c *document.Cell) int {
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

// add appends the items of one series: the level, and the growth beside it.
func (t *tableReader) add(base plan.Item, row []*document.Cell, v series) {
	base.Year = v.year
	base.Region = first(base.Region, v.region)
	m := &base.Measures[0]
	if !t.has(name) {
		n := rowName(first(v.name, t.subject()))
		base.Name, m.Unit = n.name, n.unit
	}
	level, growing, _ := cutUnits(m.Unit)
	grown := !v.growth.empty() && !blankCells(row, v.growth)
	if !v.level.empty() && !(grown && blankCells(row, v.level)) {
		t.item(base, row, v.level, first(level, v.unit, t.unit))
	}
	if grown {
		if !isGrowth(base.Name) {
			base.Name += v.growth.head
		}
		t.item(base, row, v.growth, first(growing, v.growth.unit))
	}
}

// cutUnits splits the unit 亿元、% of a row that gives a level and a growth.
func cutUnits(s string) (level, growth string, ok bool) {
	if knownUnit(s) {
		return s, "", true
	}
	for _, sep := range []string{"、", "，", ",", "；"} {
		if a, b, found := strings.Cut(s, sep); found && knownUnit(a) && knownUnit(b) {
			return a, b, true
		}
	}
	return s, "", false
}

// item appends one item with what the chosen cells hold.
func (t *tableReader) item(it plan.Item, row []*document.Cell, v cells, unit string) {
	m := plan.Measure{Subject: it.Name, Unit: unit}
	c := plan.ContextFor(it.Name, unit)
	if v.goal >= 0 {
		m.Target, m.HasTarget = target.Parse(text(row, v.goal), c), true
	}
	for n, i := range append([]int{v.actual}, v.more...) {
		s := text(row, i)
		if i < 0 || n > 0 && isBlank(s) {
			continue
		}
		f := plan.Fact{Actual: target.ParseActualIn(s, c), Unit: unit, Period: t.columns[i].period(), Span: it.Span}
		if cell := cellAt(row, i); cell != nil {
			f.Span = cell.Text.Whole()
		}
		m.Facts = append(m.Facts, f)
	}
	if len(m.Facts) == 0 && !isBlank(text(row, v.rate)) {
		m.Facts = []plan.Fact{{Actual: target.Actual{Quality: target.Missing}, Unit: unit, Period: t.columns[v.rate].period(), Span: row[v.rate].Text.Whole()}}
	}
	if len(m.Facts) > 0 {
		if done := text(row, v.rate); !isBlank(done) {
			m.Facts[0].Done = done
		}
		m.Facts[0].Pace = text(row, v.pace)
	}
	it.Measures = []plan.Measure{m}
	t.items = append(t.items, it)
}
