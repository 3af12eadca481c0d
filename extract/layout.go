package extract

import (
	"strings"

	"gangmu/document"
)

// role is what a table column holds.
type role uint8

const (
	other role = iota
	number
	group
	name
	unit
	nature
	goal   // a year's target
	actual // a year's result
	growth // the growth beside a target or result
	pace
	verdict
	owner
)

// column is a table column read by its head.
type column struct {
	role role
	year int    // of goal, actual and growth; 0 when the head names none
	head string // squeezed
	of   role   // of growth: goal or actual
}

// layout is how an indicator table is built.
type layout struct {
	columns []column
	first   int    // the first row below the heads
	unit    string // that the caption gives to all rows
}

// maxHeadRows is how many rows the heads may take, maxColumns how wide a table
// of indicators can be; nobody prints a wider one.
const (
	maxHeadRows = 3
	maxColumns  = 60
)

// indicatorLayout finds the column heads of an indicator table. ok is false for
// any other table: one without names, or without targets and results.
func indicatorLayout(rows [][]*document.Cell, before []string) (l layout, ok bool) {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	if width > maxColumns {
		return layout{}, false
	}
	heads := make([]string, width)
	for i := 0; i < min(maxHeadRows, len(rows)); i++ {
		addHeads(heads, rows, i)
		l.columns = columnsOf(heads)
		if l.usable() {
			l.first = i + 1
			l.takeSubHeads(heads, rows)
			l.unit = captionUnit(before)
			return l, true
		}
	}
	return layout{}, false
}

// addHeads appends row i's texts to the heads above, but not those of cells
// that reach down from an earlier row.
func addHeads(heads []string, rows [][]*document.Cell, i int) {
	for c, cell := range rows[i] {
		if cell == nil || i > 0 && c < len(rows[i-1]) && rows[i-1][c] == cell {
			continue
		}
		heads[c] += squeeze(cell.Text.S)
	}
}

// takeSubHeads takes a second row of heads (目标 | 完成 under 2023年) into account.
func (l *layout) takeSubHeads(heads []string, rows [][]*document.Cell) {
	if l.first >= len(rows) || !isHeadRow(rows[l.first]) {
		return
	}
	more := append([]string(nil), heads...)
	addHeads(more, rows, l.first)
	if c := columnsOf(more); usable(c) {
		l.columns = c
		l.first++
	}
}

// isHeadRow reports a row whose cells all are words of column heads or empty.
func isHeadRow(row []*document.Cell) bool {
	heads := 0
	for _, cell := range row {
		if cell == nil {
			continue
		}
		s := squeeze(cell.Text.S)
		if s == "" {
			continue
		}
		if roleOf(s) == other && len(years(s)) == 0 {
			return false
		}
		heads++
	}
	return heads > 1
}

func (l layout) usable() bool { return usable(l.columns) }

func usable(columns []column) bool {
	names, values := 0, 0
	for _, c := range columns {
		switch c.role {
		case name:
			names++
		case goal, actual:
			values++
		}
	}
	return names > 0 && values > 0
}

func columnsOf(heads []string) []column {
	columns := make([]column, len(heads))
	last := other
	for i, h := range heads {
		c := column{role: roleOf(h), head: h}
		for _, y := range years(h) {
			c.year = y.year
		}
		switch {
		case c.role == goal || c.role == actual:
			last = c.role
		case c.role == growth && last == other && indexAny(h, "平均", "年均", "累计") >= 0:
			c.role = other
		case c.role == growth && last == other:
			c.role = actual
		case c.role == growth:
			c.of = last
			if c.year == 0 {
				c.year = columns[i-1].year
			}
		}
		columns[i] = c
	}
	return columns
}

// roleOf tells a column's role from its squeezed head.
func roleOf(h string) role {
	has := func(words ...string) bool { return indexAny(h, words...) >= 0 }
	switch {
	case h == "":
		return other
	case h == "序号" || h == "编号" || h == "序" || h == "No." || h == "No":
		return number
	case has("责任", "牵头", "部门", "配合"):
		return owner
	case has("属性", "性质", "指标类型"):
		return nature
	case has("序时", "时间进度", "与进度"):
		return pace
	case has("是否", "评价", "评估", "备注", "说明"):
		return verdict
	case h == "类别" || h == "分类" || h == "领域" || h == "类型" || h == "指标类别":
		return group
	case has("完成", "实际", "实绩", "执行", "预计", "达到") && !has("计划完成", "目标任务完成率"):
		return actual
	case has("目标", "计划", "预期", "任务"):
		return goal
	case has("增长", "增速", "增幅", "同比", "比上年", "±%"):
		return growth
	case strings.HasPrefix(h, "单位") || h == "计量单位" || h == "指标单位":
		return unit
	case has("指标", "名称", "项目", "内容"):
		return name
	case len(h) == len("2030年") && len(years(h)) == 1:
		return actual // or a goal, as the year will tell
	}
	return other
}

// captionUnit reads 单位：% from the lines before a table.
func captionUnit(before []string) string {
	for _, s := range before {
		s = squeeze(s)
		if i := strings.Index(s, "单位："); i >= 0 {
			return strings.TrimRight(s[i+len("单位："):], "）)")
		}
	}
	return ""
}
