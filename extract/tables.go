package extract

import (
	"slices"
	"strings"

	"gangmu/document"
	"gangmu/plan"
)

// kinds are the tables that a plan's parts come in, the most particular first.
var kinds []*kind

func init() {
	kinds = []*kind{
		{livelihoodRole, fitsLivelihood, readLivelihoodTable},
		{projectRole, fitsProjects, readProjectTable},
		{indicatorRole, fitsIndicators, readIndicatorTable},
	}
}

// readTables reads every table by what its column heads say it is.
func readTables(r *Result, o *outline) {
	var last *sheet
	for i, g := range o.tables {
		s := newSheet(g)
		for _, next := range o.tables[i+1 : min(len(o.tables), i+1+maxContinued)] {
			if !unnamed(next.before) {
				break
			}
			s.remarks(next.after) // a table that goes on has its remarks at the very end
		}
		last = s.read(r, last)
	}
}

// maxContinued is how many pages a table can go on.
const maxContinued = 12

// read reads the table and returns it for the next one, which may go on with it.
func (s *sheet) read(r *Result, last *sheet) *sheet {
	switch {
	case s.width() > maxColumns:
	case s.known():
		if last != nil && s.continues(last) {
			s.follows = true
			s.titles, s.part = last.titles, last.part
			s.captions = append(s.captions[:len(s.captions):len(s.captions)], s.titles...)
			s.state = last.state
		}
	case last != nil && s.goesOn(last):
		s.kind, s.columns, s.first = last.kind, last.columns, 0
		s.captions, s.titles, s.state, s.part, s.follows = last.titles, last.titles, last.state, last.part, true
	}
	if s.kind != nil && s.kind.read(s, r) > 0 {
		return s
	}
	s.warnUnread(r)
	return nil
}

// known finds the kind of the table by its heads.
func (s *sheet) known() bool {
	for _, k := range kinds {
		if s.findHeads(k) {
			return true
		}
	}
	return false
}

// continues reports a table whose heads are those of the table before it, after
// 续表 or nothing at all.
func (s *sheet) continues(last *sheet) bool {
	if s.kind != last.kind || len(s.columns) != len(last.columns) || !unnamed(s.before) {
		return false
	}
	for i := range s.columns {
		if s.columns[i].head != last.columns[i].head {
			return false
		}
	}
	return true
}

// goesOn reports a table without heads right behind a table just as wide.
func (s *sheet) goesOn(last *sheet) bool {
	return unnamed(s.before) && s.width() == len(last.columns)
}

// unnamed reports a table without a caption of its own.
func unnamed(before []string) bool {
	for _, t := range before {
		flat := squeeze(t)
		if !strings.Contains(flat, "续") && !document.PageNumber(t) && indexAny(flat, "单位：", "单位:") < 0 {
			return false
		}
	}
	return true
}

// saysNothing reports the lone cell of a row that is no group of rows: a remark,
// a unit, the table's title once more, a page number.
func (s *sheet) saysNothing(only *document.Cell) bool {
	t := squeeze(only.Text.S)
	if isNote(t) || isFigure(t) || document.PageNumber(t) || strings.Contains(t, "续表") || slices.Contains(s.titles, t) {
		return true
	}
	_, isUnit := cutAny(t, "单位：", "单位:", "（单位：", "(单位:")
	return isUnit
}

// isNote reports the line of remarks below a table.
func isNote(s string) bool {
	rest, ok := cutAny(s, "注", "备注", "说明", "*", "＊", "★", "▲")
	if !ok {
		return false
	}
	_, ok = cutAny(strings.TrimLeft(rest, "0123456789"), "：", ":", "为", "号", "表示", "标")
	return ok
}

// Words in captions and heads of tables that belong to a plan.
var planWords = []string{"目标", "计划", "任务", "重点项目", "重大项目", "实事", "指标完成", "指标表", "完成情况"}

// warnUnread says that a table was not read which looks like part of the plan.
func (s *sheet) warnUnread(r *Result) {
	if len(s.rows) < 3 || !s.looksLikePlan(r.Plan) {
		return
	}
	r.warn(s.table.ID,
		"这张表看来是计划内容，但表头或各行无法辨认，没有读出内容",
		"this table looks like part of the plan, but its heads or rows could not be told; nothing was read")
}

func (r *Result) warn(block, zh, en string) {
	r.Warnings = append(r.Warnings, Warning{Zh: zh, En: en, Block: block})
}

// looksLikePlan reports a table that names a target or belongs to one by its
// caption. Lists of people and figures of other years do not.
func (s *sheet) looksLikePlan(p *plan.Plan) bool {
	heads := ""
	for _, row := range s.rows[:min(len(s.rows), s.first+maxHeadRows)] {
		for _, c := range distinct(row) {
			heads += squeeze(c.Text.S) + " "
		}
	}
	if indexAny(heads, "电话", "姓名", "职务", "联系人", "手机", "邮箱") >= 0 {
		return false
	}
	if ys := years(heads); len(ys) > 0 && p.ExecutedYear != 0 {
		latest := 0
		for _, y := range ys {
			latest = max(latest, y.year)
		}
		if latest < p.ExecutedYear {
			return false
		}
	}
	return s.said(planWords...) || indexAny(heads, "目标", "计划", "任务") >= 0
}
