package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
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
