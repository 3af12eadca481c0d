package workbook

import (
	"gangmu/plan"
	"gangmu/target"
)

// measureColumns say what an item promises, a row a measure; measures without
// a number have no 数量.
var measureColumns = []column{
	{head: "内容", width: 36, wrap: true},
	{head: "比较", width: 7, align: "center"},
	{head: "数量", width: 10},
	{head: "单位", width: 10, align: "center"},
}

var livelihood = list{
	name: "民生实事",
	columns: concat([]column{
		{head: "年份", width: 7, align: "center"},
		{head: "序号", width: 7, align: "center"},
		{head: "类别", width: 22, wrap: true},
		{head: "事项", width: 50, wrap: true},
		{head: "状况", width: 11, align: "center"},
	}, measureColumns, []column{
		{head: "完成", width: 36, wrap: true},
		{head: "完成比较", width: 9, align: "center", optional: true},
		{head: "完成数量", width: 10},
		{head: "完成单位", width: 10, align: "center"},
		{head: "责任单位", width: 16, wrap: true, optional: true},
		{head: "备注", width: 20, wrap: true, optional: true},
	}),
	items: func(p *plan.Plan) []plan.Item { return p.Livelihood },
	set:   func(p *plan.Plan, items []plan.Item) { p.Livelihood = items },
	encode: func(it plan.Item) []row {
		return encodePromise(it, row{
			"年份": text(year(it.Year)), "序号": text(it.No), "类别": text(it.Section), "事项": text(it.Text),
			"状况": text(it.Status), "责任单位": text(it.Owner), "备注": text(it.Note),
		})
	},
	decode: func(rows []record) plan.Item {
		r := rows[0]
		it := plan.Item{
			Year: number(r["年份"]), No: r["序号"], Section: r["类别"], Text: r["事项"], Name: r["事项"],
			Status: r["状况"], Owner: r["责任单位"], Note: r["备注"],
		}
		it.Measures = decodeMeasures(rows)
		return it
	},
}

var commitments = list{
	name: "承诺",
	columns: concat([]column{
		{head: "年份", width: 7, align: "center"},
		{head: "期限", width: 11, align: "center"},
		{head: "章节", width: 26, wrap: true},
	}, measureColumns, []column{
		{head: "原文", width: 60, wrap: true},
	}),
	items: func(p *plan.Plan) []plan.Item { return p.Commitments },
	set:   func(p *plan.Plan, items []plan.Item) { p.Commitments = items },
	encode: func(it plan.Item) []row {
		return encodePromise(it, row{
			"年份": text(year(it.Year)), "期限": text(it.Horizon), "章节": text(it.Section), "原文": text(it.Text),
		})
	},
	decode: func(rows []record) plan.Item {
		r := rows[0]
		return plan.Item{
			Year: number(r["年份"]), Horizon: r["期限"], Section: r["章节"], Text: r["原文"],
			Name: r["内容"], Measures: decodeMeasures(rows),
		}
	},
}

func concat(parts ...[]column) (out []column) {
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// encodePromise makes a row of each measure and each further result of it; all
// repeat what the item says, so that every row can be filtered by it.
func encodePromise(it plan.Item, common row) []row {
	var rows []row
	add := func(cells row) {
		for head, c := range common {
			cells[head] = c
		}
		rows = append(rows, cells)
	}
	for _, m := range it.Measures {
		cells := row{"内容": text(m.Subject), "单位": text(m.Unit)}
		if m.HasPromise {
			cells["比较"] = text(comparator(m.Promise.Op, m.Promise.Near))
			cells["数量"] = text(figures(m.Promise))
		}
		for i, f := range m.Facts {
			if i > 0 {
				add(cells)
				cells = row{}
			}
			cells["完成"], cells["完成单位"] = text(f.Text), text(f.Unit)
			if f.HasValue {
				cells["完成比较"] = text(comparator(f.Quantity.Op, f.Quantity.Near))
				cells["完成数量"] = text(figures(f.Quantity))
			}
		}
		add(cells)
	}
	if len(rows) == 0 {
		add(row{})
	}
	return rows
}

// decodeMeasures reads the measures back; a row that names none holds a
// further result.
func decodeMeasures(rows []record) []plan.Measure {
	var out []plan.Measure
	for _, r := range rows {
		if r["内容"]+r["数量"]+r["单位"] != "" {
			m := plan.Measure{Subject: r["内容"], Unit: r["单位"]}
			if q, ok := quantityOf(r["比较"], r["数量"], m.Unit); ok && r["数量"] != "" {
				m.Promise, m.HasPromise = q, true
				m.Target, m.HasTarget = target.FromQuantity(q), true
			}
			out = append(out, m)
		}
		if n := len(out); n > 0 && r["完成"]+r["完成数量"] != "" {
			out[n-1].Facts = append(out[n-1].Facts, decodeFact(r))
		}
	}
	return out
}

func decodeFact(r record) plan.Fact {
	f := plan.Fact{Actual: target.Actual{Text: r["完成"]}, Unit: r["完成单位"]}
	if q, ok := quantityOf(r["完成比较"], r["完成数量"], f.Unit); ok && r["完成数量"] != "" {
		f.Quantity, f.HasValue = q, true
	}
	return f
}
