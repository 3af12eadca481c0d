package target

import (
	"strings"

	"gangmu/quantity"
)

// missingWords say that there is no result yet.
var missingWords = []string{"暂无", "未下达", "暂未", "未反馈", "未公布", "未发布", "未统计", "无数据", "待核", "待定", "待公布", "未核定", "未出", "不考核", "未开展", "无法统计", "暂不"}

// forecastWords and preliminaryWords tell how sure a number is.
var (
	forecastWords    = []string{"预计", "预估", "预期", "预测", "估计", "将达"}
	preliminaryWords = []string{"初步", "初核", "快报", "统一核算前"}
)

// ParseActual reads a result in a column of the given unit. In a column of
// percent without more context 持平 counts as a growth of nought; where a share
// or a name that says a fall is at stake use ParseActualIn.
func ParseActual(text, unit string) Actual {
	return ParseActualIn(text, Context{Unit: unit, Growth: unit == "%"})
}

// ParseActualIn reads a result as printed. Like Parse it never fails: a text
// without a number is Qualitative, no text Missing.
func ParseActualIn(text string, c Context) Actual {
	a := Actual{Text: text}
	s := strings.TrimRight(strings.TrimSpace(text), "。；;，,")
	if isBlank(s) {
		a.Quality = Missing
		return a
	}
	a.Quality = qualityOf(s)
	list := amounts(s)
	if _, worst := gradesIn(s); worst > 0 && !hasShare(list) {
		return a
	}
	if _, ok := completion(s, list); ok {
		return a
	}
	if n, ok := choose(list, c.Unit); ok {
		return a.with(n, c)
	}
	switch {
	case containsAny(s, missingWords...):
		a.Quality = Missing
	case c.Growth && strings.Contains(s, "持平") && !namesOther(s):
		a.Quantity, a.HasValue = percent(quantity.Equal), true
		a.Quality = settled(a.Quality, containsAny(s, "基本", "大体"))
		if a.Quality == BoundValue {
			a.Quantity.Op = quantity.About
		}
	case strings.Contains(s, "正增长") && !containsAny(s, "未实现", "没有实现"):
		a.Quantity, a.HasValue, a.Quality = percent(quantity.More), true, BoundValue
	}
	return a
}

// with takes the number n as the value.
func (a Actual) with(n amount, c Context) Actual {
	switch {
	case !c.Fall:
		n = n.signed()
	case n.direction > 0 && n.Value.Sign() > 0:
		n.Value, n.High, n.Op = negated(n.Value), negated(n.High), mirrored(n.Op) // it rose where it should fall
		if n.Form == quantity.Range {
			n.Value, n.High = n.High, n.Value
		}
	}
	a.Quantity, a.HasValue = n.Quantity, true
	bound := n.Op != quantity.Equal || n.Form == quantity.Range
	if a.Quality == Qualitative {
		a.Quality = Plain
	}
	a.Quality = settled(a.Quality, bound)
	return a
}

func settled(q Quality, bound bool) Quality {
	switch {
	case q == Qualitative && !bound:
		return Plain
	case bound && (q == Plain || q == Qualitative):
		return BoundValue
	}
	return q
}

// qualityOf is what the words say; Qualitative when they say nothing, until a
// number is found.
func qualityOf(s string) Quality {
	switch {
	case containsAny(s, preliminaryWords...):
		return Preliminary
	case containsAny(s, forecastWords...) && hasDigit(s):
		return Forecast
	}
	return Qualitative
}

func hasDigit(s string) bool {
	return strings.ContainsAny(s, "0123456789０１２３４５６７８９")
}

func percent(op quantity.Comparator) quantity.Quantity {
	u, _ := quantity.ParseUnit("%")
	return quantity.Quantity{Op: op, Unit: u}
}

// completion is how much of the target a result says was done: 完成年度计划的
// 163%, 占年任务122.6%. Such a number is not the value itself.
func completion(s string, list []amount) (quantity.Number, bool) {
	for _, a := range list {
		if a.Unit.Text != "%" && a.Unit.Text != "％" || a.Form != quantity.Single {
			continue
		}
		if containsAny(a.lead, "计划的", "目标的", "任务的", "预算的", "占年计划", "占年度计划", "占计划", "占年任务", "占任务", "占目标", "完成率", "计划完成", "完成年度计划", "完成计划", "完成预算", "完成目标", "完成任务", "完成年度目标", "完成年度任务") {
			return a.Value, true
		}
	}
	return quantity.Number{}, false
}
