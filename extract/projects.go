package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// projectRole tells a column's role in a table of projects from its squeezed
// head without unit.
func projectRole(h string) role {
	has := func(words ...string) bool { return indexAny(h, words...) >= 0 }
	switch r := commonRole(h); {
	case r == region && h != "项目":
		return region
	case r != other:
		return r
	case h == "":
		return other
	case has("领导", "责任人", "负责人", "联系人"):
		return other
	case has("责任", "牵头", "部门", "配合", "主管", "业主", "建设单位", "实施单位", "主体", "承办", "投资方"):
		return owner
	case has("投资", "资金") && !has("来源", "投资方", "性质"):
		return money
	case has("年限", "工期", "起止", "建设时间", "建设周期"):
		return period
	case has("地点", "所在地", "属地", "选址"):
		return other
	case has("建设性质", "建设阶段", "项目阶段", "项目性质", "建设类型", "项目类型", "实施阶段", "所处阶段") || h == "阶段" || h == "性质":
		return stage
	case has("形象进度", "进展", "进度", "现状", "推进情况"):
		if has("目标", "计划") {
			return goal
		}
		return progress
	case has("累计完成", "完成额", "完成数"):
		return money
	case has("目标", "计划", "任务", "节点"):
		return goal
	case has("完成情况", "建设情况"):
		return progress
	case has("内容", "规模", "概况", "简介"):
		return content
	case has("项目", "工程", "名称"):
		return name
	case has("单位"):
		return owner
	}
	return other
}

// fitsProjects reports a table of works: names, and what only works have - a
// scope, a stage, a span of years, an investment.
func fitsProjects(s *sheet) bool {
	for i := range s.columns {
		if c := &s.columns[i]; c.role == stage && !s.most(i, namesStage) {
			c.role = group // 项目类型: 基础设施
		}
	}
	at := s.column(name)
	if at < 0 || indexAny(s.columns[at].head, "指标", "事项") >= 0 {
		return false
	}
	works := 0
	for _, c := range s.columns {
		switch c.role {
		case content, stage, progress, period, money:
			works++
		}
	}
	sure := indexAny(s.columns[at].head, "项目", "工程") >= 0
	return works > 1 || works == 1 && (sure || s.said("项目", "工程"))
}

// namesStage reports the cell of a column of stages.
func namesStage(s string) bool {
	return indexAny(s, stageWords...) >= 0 || indexAny(s, "扩建", "改建", "迁建", "技改", "改造") >= 0
}

// projectReader reads the rows of a table of works.
type projectReader struct {
	*sheet
	box, stage string // of the whole table
	unit       string
	year       int
	group      string
	items      []plan.Item
}

// readProjectTable reads a table of works: an item each, with what it costs as
// measures. Sums are no works; a row that only names a group is the category of
// those below.
func readProjectTable(s *sheet, r *Result) int {
	p := projectReader{sheet: s, unit: s.captionUnit(), year: s.worksYear(r.Plan)}
	if s.state != nil {
		p.group = s.state.section
	}
	for _, t := range s.captions {
		if no, _ := boxTitle(t); no != "" && p.box == "" {
			p.box = no
		}
		p.stage = first(p.stage, stageIn(t))
	}
	for _, row := range s.rows[s.first:] {
		p.read(row)
	}
	s.state = &rowState{section: p.group}
	r.Plan.Projects = append(r.Plan.Projects, p.items...)
	return len(p.items)
}

// worksYear is the year that a table of works or livelihood items belongs to:
// the caption's or the heads', else the planned year, or the executed one where
// there is no other.
func (s *sheet) worksYear(p *plan.Plan) int {
	if base, _ := s.captionYears(true); base != 0 {
		return base
	}
	latest := 0
	for _, c := range s.columns {
		latest = max(latest, c.year)
	}
	if latest != 0 && (latest == p.PlannedYear || latest == p.ExecutedYear) {
		return latest
	}
	if p.PlannedYear != 0 {
		return p.PlannedYear
	}
	return p.ExecutedYear
}

func (p *projectReader) read(row []*document.Cell) {
	cells := distinct(row)
	at := p.column(name)
	nameCell := cellAt(row, at)
	switch {
	case len(cells) == 0 || isHeadRow(row, p.kind.roleOf) || isColumnNumbers(cells) || isSum(row):
	case len(cells) == 1:
		if !p.saysNothing(cells[0]) {
			p.group = strings.TrimSpace(cells[0].Text.S)
		}
	case p.isGroup(row):
		p.group = strings.TrimSpace(sectionName(row, p.columns))
	case nameCell == nil || strings.TrimSpace(nameCell.Text.S) == "":
	default:
		p.items = append(p.items, p.item(row, nameCell))
	}
}

// isSum reports a row of a sum: 合计, 小计, 总计（12个）.
func isSum(row []*document.Cell) bool {
	for i, c := range distinct(row) {
		if i > 1 {
			break
		}
		s := squeeze(c.Text.S)
		if _, ok := cutAny(s, "合计", "小计", "总计", "共计", "累计"); ok || endsAny(s, "合计", "小计", "总计") && runeLen(s) <= 20 {
			return true
		}
	}
	return false
}

// isGroup reports a row that names a group of works, with or without its sums:
// numbered 一 or （一）, or without a number where works have one, and without
// anything that only a work has.
func (p *projectReader) isGroup(row []*document.Cell) bool {
	for i, c := range p.columns {
		switch c.role {
		case content, stage, period, progress, owner:
			if s := text(row, i); !isBlank(s) && cellAt(row, i) != cellAt(row, p.column(name)) {
				return false
			}
		}
	}
	if at := p.column(number); at >= 0 {
		no := squeeze(text(row, at))
		return no == "" && numberLevel(text(row, p.column(name))) > 0 || isChineseNumber(no) || at != p.column(name) && cellAt(row, at) == cellAt(row, p.column(name))
	}
	return numberLevel(text(row, p.column(name))) > 0
}

func (p *projectReader) item(row []*document.Cell, nameCell *document.Cell) plan.Item {
	n := printedWork(nameCell.Text.S)
	it := plan.Item{Year: p.year, No: n.no, Name: n.name, Section: p.group, Box: p.box, Span: nameCell.Text.Whole()}
	groupName := ""
	for i, c := range p.columns {
		cell := cellAt(row, i)
		if cell == nil {
			continue
		}
		s := strings.TrimSpace(cell.Text.S)
		if isBlank(s) {
			continue
		}
		switch c.role {
		case number:
			it.No = strings.Trim(squeeze(s), "、.．")
		case group:
			groupName = squeeze(s)
		case region:
			it.Region = squeeze(s)
		case stage:
			it.Stage = first(it.Stage, squeeze(s))
		case progress:
			it.Status = first(it.Status, s)
		case content:
			it.Text = first(it.Text, s)
		case period:
			it.Horizon = first(it.Horizon, squeeze(s))
		case owner:
			if it.Owner == "" || indexAny(c.head, "责任", "牵头") >= 0 && !strings.Contains(c.head, "人") {
				it.Owner = s
			}
		case remark:
			it.Note = s
		case money:
			it.Measures = addMoney(it.Measures, c, p.unit, cell)
		case goal:
			for _, m := range promises(cell.Text.S, whole(cell.Text.S)) {
				it.Measures = append(it.Measures, m.Measure)
			}
		}
	}
	if groupName != "" {
		p.group = groupName
		it.Section = groupName
	} else if p.has(group) {
		it.Section = p.group
	}
	it.Stage = first(it.Stage, stageIn(it.Section), p.stage, briefStage(it.Status))
	return it
}

// addMoney adds a sum of money: a promise, or what has been spent, which stands
// beside the promise for the same year.
func addMoney(ms []plan.Measure, c column, unit string, cell *document.Cell) []plan.Measure {
	unit = first(c.unit, unit)
	q, ok := quantityIn(cell.Text.S, unit)
	if !ok {
		return ms
	}
	unit = q.Unit.Text
	if !strings.Contains(c.head, "完成") || strings.Contains(c.head, "计划完成") && !strings.Contains(c.head, "情况") {
		return append(ms, plan.Measure{
			Subject: c.head, Unit: unit, Promise: q, HasPromise: true,
			Target: target.FromQuantity(q), HasTarget: true,
		})
	}
	fact := plan.Fact{
		Actual: target.Actual{Text: strings.TrimSpace(cell.Text.S), Quantity: q, HasValue: true}, Unit: unit,
		Period: c.period(), Span: cell.Text.Whole(),
	}
	for i := range ms {
		m := &ms[i]
		if m.HasPromise && len(m.Facts) == 0 && !strings.Contains(c.head, "累计") && strings.Contains(m.Subject, "计划") {
			m.Facts = append(m.Facts, fact)
			return ms
		}
	}
	return append(ms, plan.Measure{Subject: c.head, Unit: unit, Facts: []plan.Fact{fact}})
}

// quantityIn reads a cell in a column of the given unit.
func quantityIn(s, unit string) (quantity.Quantity, bool) {
	u, _ := quantity.ParseUnit(unit)
	q, err := quantity.ParseIn(squeeze(s), u)
	return q, err == nil
}
