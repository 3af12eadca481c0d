package workbook

import (
	"strconv"

	"gangmu/plan"
)

// list is a sheet of items.
type list struct {
	name    string
	columns []column
	items   func(*plan.Plan) []plan.Item
	set     func(*plan.Plan, []plan.Item)
	encode  func(plan.Item) []row    // at least one row
	decode  func([]record) plan.Item // the rows of one item, at least one
}

// lists are the sheets behind the first one, in their order.
var lists = []list{indicators, projects, livelihood, commitments, glossary}

// rows are the rows of an item, with what they cannot say.
func (l list) rows(it plan.Item) []row {
	it = withoutPlaces(it)
	rows := l.encode(it)
	var read []record
	for _, r := range rows {
		read = append(read, r.record())
	}
	if exact := stored(it); exact != stored(l.decode(read)) && len(exact) < longestCell {
		rows[0][exactHead] = cell{text: exact}
	}
	return rows
}

// item is what rows were read as. What was stored with them counts as long as
// it says the same as the cells.
func (l list) item(rows []record) plan.Item {
	it, ok := restored(rows[0][exactHead])
	if !ok || !l.says(it, rows) {
		return l.decode(rows)
	}
	return it
}

// says reports that it would be written as these rows.
func (l list) says(it plan.Item, rows []record) bool {
	written := l.encode(it)
	if len(written) != len(rows) {
		return false
	}
	for i, w := range written {
		for _, c := range l.columns {
			if !c.derived && w[c.head].text != rows[i][c.head] {
				return false
			}
		}
	}
	return true
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

var indicators = list{
	name: "指标",
	columns: []column{
		{head: "年份", width: 7, align: "center"},
		{head: "序号", width: 7, align: "center"},
		{head: "上级序号", width: 9, align: "center", optional: true},
		{head: "地区", width: 12, optional: true},
		{head: "指标", width: 40, wrap: true},
		{head: "单位", width: 10, align: "center"},
		{head: "性质", width: 9, align: "center"},
		{head: "板块", width: 26, wrap: true, optional: true},
		{head: "目标", width: 20, align: "right", wrap: true},
		{head: "目标比较", width: 9, align: "center", optional: true, derived: true},
		{head: "目标值", width: 10, derived: true},
		{head: "完成", width: 20, align: "right", wrap: true},
		{head: "完成比较", width: 9, align: "center", optional: true, derived: true},
		{head: "完成值", width: 10, derived: true},
		{head: "数据性质", width: 10, align: "center", optional: true},
		{head: "完成比例", width: 10, align: "center", optional: true},
		{head: "期间", width: 11, align: "center", optional: true},
		{head: "进度", width: 14, wrap: true, optional: true},
		{head: "来源", width: 20, wrap: true, optional: true},
		{head: "责任单位", width: 16, wrap: true, optional: true},
		{head: "备注", width: 20, wrap: true, optional: true},
	},
	items:  func(p *plan.Plan) []plan.Item { return p.Indicators },
	set:    func(p *plan.Plan, items []plan.Item) { p.Indicators = items },
	encode: encodeIndicator,
	decode: decodeIndicator,
}

var projects = list{
	name: "重点项目",
	columns: []column{
		{head: "年份", width: 7, align: "center"},
		{head: "序号", width: 7, align: "center", optional: true},
		{head: "专栏", width: 7, align: "center"},
		{head: "类别", width: 26, wrap: true},
		{head: "阶段", width: 9, align: "center"},
		{head: "项目名称", width: 60, wrap: true},
		{head: "责任单位", width: 16, wrap: true, optional: true},
		{head: "备注", width: 20, wrap: true, optional: true},
	},
	items: func(p *plan.Plan) []plan.Item { return p.Projects },
	set:   func(p *plan.Plan, items []plan.Item) { p.Projects = items },
	encode: func(it plan.Item) []row {
		return []row{{
			"年份": text(year(it.Year)), "序号": text(it.No), "专栏": text(it.Box), "类别": text(it.Section),
			"阶段": text(it.Stage), "项目名称": text(it.Name), "责任单位": text(it.Owner), "备注": text(it.Note),
		}}
	},
	decode: func(rows []record) plan.Item {
		r := rows[0]
		return plan.Item{
			Year: number(r["年份"]), No: r["序号"], Box: r["专栏"], Section: r["类别"],
			Stage: r["阶段"], Name: r["项目名称"], Owner: r["责任单位"], Note: r["备注"],
		}
	},
}

// glossary goes through items as well, a term being its name.
var glossary = list{
	name: "名词解释",
	columns: []column{
		{head: "名词", width: 30, wrap: true},
		{head: "解释", width: 100, wrap: true},
	},
	items: func(p *plan.Plan) (items []plan.Item) {
		for _, t := range p.Glossary {
			items = append(items, plan.Item{Name: t.Term, Text: t.Text})
		}
		return items
	},
	set: func(p *plan.Plan, items []plan.Item) {
		for _, it := range items {
			p.Glossary = append(p.Glossary, plan.Term{Term: it.Name, Text: it.Text, Span: it.Span})
		}
	},
	encode: func(it plan.Item) []row { return []row{{"名词": text(it.Name), "解释": text(it.Text)}} },
	decode: func(rows []record) plan.Item { return plan.Item{Name: rows[0]["名词"], Text: rows[0]["解释"]} },
}
