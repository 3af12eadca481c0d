package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
)

// livelihoodRole tells a column's role in a table of livelihood items from its
// squeezed head without unit.
func livelihoodRole(h string) role {
	has := func(words ...string) bool { return indexAny(h, words...) >= 0 }
	if r := commonRole(h); r != other {
		return r
	}
	switch {
	case h == "" || has("时限", "时间", "期限", "日期", "电话", "联系人"):
		return other
	case has("责任", "牵头", "部门", "配合", "主管", "承办", "实施单位") || h == "单位":
		return owner
	case has("投资", "资金"):
		return money
	case has("是否", "评价", "评估", "状态", "完成与否"):
		return verdict
	case has("完成", "进展", "进度", "落实", "推进", "成效"):
		return actual
	case has("目标", "任务", "内容", "标准", "要求", "计划", "举措", "措施"):
		return goal
	case has("实事", "事项", "名称", "项目", "工程", "工作"):
		return name
	}
	return other
}

// fitsLivelihood reports a table of livelihood items: what is promised, under a
// caption or head that says so.
func fitsLivelihood(s *sheet) bool {
	if at := s.column(group); at >= 0 && !s.has(name) && !s.has(goal) {
		s.columns[at].role = name // 民生领域 | 完成情况
	}
	if !s.has(name) && !s.has(goal) {
		return false
	}
	said, matter := false, false
	for _, c := range s.columns {
		if strings.Contains(c.head, "指标") {
			return false
		}
		said = said || strings.Contains(c.head, "实事")
		matter = matter || strings.Contains(c.head, "事项")
	}
	for _, t := range s.captions {
		said = said || isLivelihood(t)
	}
	return said && (s.has(goal) || s.has(actual) || s.has(owner) || s.has(verdict)) || matter && s.has(goal) && s.has(actual)
}

// readLivelihoodTable reads a table of livelihood items. The text of an item is
// its task, or its name where it has no other.
func readLivelihoodTable(s *sheet, r *Result) int {
	year := s.worksYear(r.Plan)
	if base, _ := s.captionYears(true); base == 0 && s.has(actual) && r.Plan.ExecutedYear != 0 {
		year = r.Plan.ExecutedYear
	}
	category := ""
	if s.state != nil {
		category = s.state.section
	}
	count := 0
	for _, row := range s.rows[s.first:] {
		cells := distinct(row)
		switch {
		case len(cells) == 0 || isHeadRow(row, s.kind.roleOf) || isColumnNumbers(cells) || isSum(row):
		case len(cells) == 1:
			if !s.saysNothing(cells[0]) {
				category = strings.TrimSpace(cells[0].Text.S)
			}
		case isLivelihoodGroup(s, row):
			category = sectionName(row, s.columns)
		default:
			if it, ok := s.livelihoodRow(row); ok {
				if at := s.column(group); at >= 0 {
					category = first(squeeze(text(row, at)), category)
				}
				it.Year, it.Section = year, category
				r.Plan.Livelihood = append(r.Plan.Livelihood, it)
				count++
			}
		}
	}
	s.state = &rowState{section: category}
	return count
}

// isLivelihoodGroup reports a row numbered 一 with nothing but a name.
func isLivelihoodGroup(s *sheet, row []*document.Cell) bool {
	return len(distinct(row)) == 2 && isChineseNumber(squeeze(text(row, s.column(number))))
}

func (s *sheet) livelihoodRow(row []*document.Cell) (plan.Item, bool) {
	nameCell, task := cellAt(row, s.column(name)), cellAt(row, s.column(goal))
	if empty(nameCell) {
		nameCell = task
	}
	if empty(task) {
		task = nameCell
	}
	if empty(task) {
		return plan.Item{}, false
	}
	result := cellAt(row, s.column(actual))
	if result == nil {
		result = &document.Cell{}
	}
	p := skipNumbering(task.Text.S, whole(task.Text.S).trim(task.Text.S, ""))
	it := paired(task.Text, p, result.Text, whole(result.Text.S))
	n := printedWork(nameCell.Text.S)
	it.No, it.Name, it.Span = n.no, n.name, nameCell.Text.Whole()
	s.livelihoodDetails(&it, row)
	return it, true
}

// longestStatus is how long a result is that only says how an item stands.
const longestStatus = 8

// livelihoodDetails reads the columns beside promise and outcome.
func (s *sheet) livelihoodDetails(it *plan.Item, row []*document.Cell) {
	for i, c := range s.columns {
		t := text(row, i)
		if isBlank(t) {
			continue
		}
		switch c.role {
		case money:
			it.Measures = addMoney(it.Measures, c, s.captionUnit(), row[i])
		case number:
			it.No = strings.Trim(squeeze(t), "、.．")
		case owner:
			if it.Owner == "" || strings.Contains(c.head, "牵头") {
				it.Owner = t
			}
		case verdict:
			it.Status = t
		case remark:
			it.Note = t
		case region:
			it.Region = squeeze(t)
		}
	}
	t := text(row, s.column(actual))
	if it.Status == "" && !isBlank(t) && runeLen(t) <= longestStatus && len(amountsIn(t, whole(t))) == 0 {
		it.Status = t
	}
}

func empty(c *document.Cell) bool { return c == nil || strings.TrimSpace(c.Text.S) == "" }
