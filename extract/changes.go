package extract

import (
	"strings"

	"gangmu/plan/catalogue"
	"gangmu/quantity"
)

// changeWords begin what is said of a change; changeNouns name it.
var (
	changeWords = []string{"增长", "下降", "上涨", "上升", "降低", "回落", "减少", "削减", "提高", "提升"}
	changeNouns = map[string]string{"增速": "增长", "增幅": "增长", "涨幅": "上涨", "降幅": "下降"}
)

// change is a value that says how much something changed: the verb that names
// it, the value, and what stands before the verb.
type change struct {
	verb  string
	value figure
	base  string
}

// changeOf splits 同比增长6%左右 into the verb that makes it a growth and its
// value. 增长到, 降至 and the like speak of a level.
func changeOf(f figure) (change, bool) {
	m, ok := f.first()
	if !ok {
		return change{}, false
	}
	lead := withoutBrackets(f.text[:m.Start])
	at, verb, said := -1, "", ""
	for _, v := range changeWords {
		if i := strings.LastIndex(lead, v); i > at {
			at, verb, said = i, v, v
		}
	}
	for noun, v := range changeNouns {
		if i := strings.LastIndex(lead, noun); i > at {
			at, verb, said = i, noun, v
		}
	}
	if at < 0 {
		return change{}, false
	}
	between := lead[at+len(verb):]
	if _, level := cutAny(between, "到", "至", "为"); level {
		return change{}, false
	}
	value := f.from(m.Start)
	if between = strings.TrimLeft(between, " 　"); between != "" {
		value = figureOf(between + value.text)
	}
	return change{said, value, lead[:at]}, true
}

// withoutBrackets leaves out what stands in brackets: 增长（同比，下同）.
func withoutBrackets(s string) string {
	if !strings.ContainsAny(s, "（(") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// grown reports a value by which something grows: a share or a multiple.
func (f figure) grown() bool {
	m, ok := f.first()
	return ok && (m.Quantity.Unit.Dim == quantity.Share || m.Quantity.Unit.Dim == quantity.Fold || m.Quantity.Unit.Dim == quantity.None)
}

// reached is the level that a step came to: 65% of 由60%提高到65%.
func reached(f figure) figure {
	n := len(f.amounts)
	if n < 2 || !strings.ContainsAny(f.lead(), "由从") {
		return f
	}
	last := f.amounts[n-1].Start
	if indexAny(f.text[f.amounts[n-2].End:last], "到", "至", "为") < 0 {
		return f
	}
	return f.from(last)
}

// sinceLastYear reports a change against the year before, as is understood when
// nothing is said; 比2020年增长 and 较“十二五”末增长 are others.
func sinceLastYear(base string, year int) bool {
	if indexAny(base, "年均", "平均增长", "五年", "“十", "环比") >= 0 {
		return false
	}
	for _, y := range years(base) {
		if y.year != year-1 && y.year != year {
			return false
		}
	}
	return true
}

// growsSo reports that a share is not said to grow by a percentage: 提高5% of a
// rate may mean anything.
func growsSo(e catalogue.Entry, verb string) bool {
	return verb != "提高" && verb != "提升" || e.Kind != catalogue.ShareKind
}

// fits reports a value in a unit of the indicator's kind: a share for a share,
// an amount for an amount.
func fits(e catalogue.Entry, m quantity.Mention, changed bool) bool {
	dim := m.Quantity.Unit.Dim
	if dim == quantity.Points || dim == quantity.Time && e.Unit == "" {
		return false
	}
	if changed || e.Unit == "" || e.Kind == catalogue.IndexKind || e.Measure != catalogue.Level {
		return dim == quantity.Share || dim == quantity.Fold || dim == quantity.None || !changed && e.Unit == ""
	}
	want, ok := quantity.ParseUnit(e.Unit)
	if !ok {
		return true
	}
	switch want.Dim {
	case quantity.Share, quantity.Money, quantity.Mass, quantity.Length, quantity.Energy:
		return dim == want.Dim || dim == quantity.Rate // 元/月
	}
	return dim != quantity.Share && dim != quantity.Fold
}

// endsThere reports that behind a value nothing goes on that makes it another's:
// 72%以上投向民生领域; 迈上200亿台阶 is no number of machines.
func endsThere(f figure) bool {
	end := f.amounts[0].End
	_, more := cutAny(f.text[end:], "用于", "投向", "来自", "是", "占", "集中")
	return !more && !(strings.HasSuffix(f.text[:end], "台") && strings.HasPrefix(f.text[end:], "阶"))
}

// compares reports a value that is only a distance to something: 比年初增加100亿元.
func compares(f figure) bool {
	lead := f.lead()
	return indexAny(lead, "比", "较", "高于", "低于", "快于", "年均", "目标", "计划", "任务", "增加", "净增") >= 0 && !strings.Contains(lead, "增加到")
}
