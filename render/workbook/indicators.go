package workbook

import (
	"gangmu/plan"
	"gangmu/target"
)

// The nature of an indicator, as reports print it.
const (
	bindingWord      = "约束性"
	anticipatoryWord = "预期性"
)

// qualities are the words for results that are not final, and for one that a
// table leaves blank.
var qualities = map[target.Quality]string{target.Preliminary: "初步数", target.Forecast: "预计数", target.Missing: "未填"}

func encodeIndicator(it plan.Item) []row {
	nature := anticipatoryWord
	if it.Binding {
		nature = bindingWord
	}
	m := it.Measure()
	r := row{
		"年份": text(year(it.Year)), "序号": text(it.No), "上级序号": text(it.Of), "地区": text(it.Region),
		"指标": text(it.Name), "单位": text(m.Unit), "性质": text(nature), "板块": text(it.Section),
		"责任单位": text(it.Owner), "备注": text(it.Note),
	}
	if m.HasTarget {
		sign, value := targetValue(m.Target)
		r["目标"], r["目标比较"], r["目标值"] = text(m.Target.Text), text(sign), text(value)
	}
	if len(m.Facts) > 0 {
		f := m.Facts[0]
		sign, value := factValue(f)
		r["完成"], r["完成比较"], r["完成值"] = text(f.Text), text(sign), text(value)
		if f.Quality != target.Missing || f.Text == "" {
			r["数据性质"] = text(qualities[f.Quality])
		}
		r["完成比例"], r["期间"], r["进度"], r["来源"] = text(f.Done), text(f.Period), text(f.Pace), text(f.Source)
	}
	return []row{r}
}

func decodeIndicator(rows []record) plan.Item {
	r := rows[0]
	it := plan.Item{
		Year: number(r["年份"]), No: r["序号"], Of: r["上级序号"], Region: r["地区"],
		Name: r["指标"], Binding: r["性质"] == bindingWord, Section: r["板块"],
		Owner: r["责任单位"], Note: r["备注"],
	}
	m := plan.Measure{Subject: it.Name, Unit: r["单位"]}
	c := plan.ContextFor(it.Name, m.Unit)
	if s := r["目标"]; s != "" {
		m.Target, m.HasTarget = target.Parse(s, c), true
	}
	if s := r["完成"]; s != "" || r["数据性质"]+r["期间"]+r["进度"]+r["完成比例"] != "" {
		a := target.ParseActualIn(s, c)
		for quality, word := range qualities {
			if r["数据性质"] == word {
				a.Quality = quality
			}
		}
		m.Facts = []plan.Fact{{
			Actual: a, Unit: m.Unit,
			Period: r["期间"], Source: r["来源"], Pace: r["进度"], Done: r["完成比例"],
		}}
	}
	it.Measures = []plan.Measure{m}
	return it
}
