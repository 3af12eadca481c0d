package render

import (
	"strconv"
	"strings"

	"gangmu/internal/layout"
	"gangmu/plan"
	"gangmu/plan/catalogue"
)

// indicators prints one table for each year.
func (t *text) indicators(p *plan.Plan) {
	byYear := func(it plan.Item) string { return strconv.Itoa(it.Year) }
	groups(p.Indicators, byYear, func(_ string, items []plan.Item) {
		what := t.lang.pick("指标目标", " targets")
		if hasActual(items) {
			what = t.lang.pick("指标完成情况", " targets and results")
		}
		t.title(t.lang.pick("%s%s（%d 项）", "%s%s (%d)"), yearWord(items[0].Year, t.lang), what, numbered(items))
		table := &layout.Table{Width: textWidth, Columns: []layout.Column{
			{Title: t.lang.pick("序号", "No"), Right: true, Max: 6},
			{Title: t.lang.pick("地区", "Region"), Max: 12},
			{Title: t.lang.pick("指标", "Indicator"), Max: 50},
			{Title: t.lang.pick("单位", "Unit"), Max: 12},
			{Title: t.lang.pick("目标", "Target"), Right: true, Max: 22},
			{Title: t.lang.pick("完成", "Result"), Right: true, Max: 16},
			{Title: t.lang.pick("期间", "Period"), Max: 11},
			{Title: t.lang.pick("进度", "Pace"), Max: 16},
			{Title: t.lang.pick("性质", "Nature"), Max: 8},
		}}
		groups(items, func(it plan.Item) string { return it.Section }, func(section string, items []plan.Item) {
			if section != "" {
				table.Section(section)
			}
			for i, it := range items {
				t.indicator(table, it, i > 0 && items[i-1].Of == it.Of)
			}
		})
		t.table(table)
	})
}

// numbered is how many rows are not part of another.
func numbered(items []plan.Item) int {
	n := 0
	for _, it := range items {
		if it.Top() {
			n++
		}
	}
	return n
}

// indicator adds a row; another says that it goes on with its parent's parts.
func (t *text) indicator(table *layout.Table, it plan.Item, another bool) {
	name := indicatorName(it, t.lang)
	var unit, goal, result, period, pace, nature string
	if !it.Top() {
		lead := t.lang.pick("  其中：", "  of which: ")
		if another {
			lead = strings.Repeat(" ", layout.Width(lead))
		}
		name = lead + name
	}
	if it.Binding {
		nature = t.lang.pick("约束性", "binding")
	}
	if len(it.Measures) > 0 {
		m := it.Measures[0]
		unit, goal = m.Unit, m.Target.Text
		if len(m.Facts) > 0 {
			f := m.Facts[0]
			result, pace = f.Text, f.Pace
			if strings.Contains(f.Period, "-") { // a part of the year
				period = f.Period
			}
		}
	}
	table.Row(it.No, it.Region, name, unit, goal, result, period, pace, nature)
}

// indicatorName is the printed name; in English with the official English one.
func indicatorName(it plan.Item, l Lang) string {
	name := it.Name
	if e, ok := catalogue.Lookup(it.Name); ok && l == En {
		name += " / " + e.En + measureWords[e.Measure]
	}
	return name
}

var measureWords = map[catalogue.Measure]string{catalogue.Growth: ", growth", catalogue.Decline: ", decline"}

func hasActual(items []plan.Item) bool {
	for _, it := range items {
		if len(it.Measures) > 0 && len(it.Measures[0].Facts) > 0 {
			return true
		}
	}
	return false
}
