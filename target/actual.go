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
	if n, ok := plainNumber(text); ok {
		return Actual{Text: text, Quantity: quantity.Quantity{Value: n}, HasValue: true}
	}
	return readActual(text, c)
}

// plainNumber reads digits with at most one point, which say the same in any column:
// what nearly every cell of a year's reporting holds. Longer ones, and whole
// numbers of four digits, may be something else.
func plainNumber(text string) (n quantity.Number, ok bool) {
	const longest = 6
	whole, decimals, point := strings.Cut(text, ".")
	if whole == "" || len(whole) > longest || len(decimals) > longest || point && decimals == "" || !point && len(whole) == 4 || len(whole) > 1 && whole[0] == '0' {
		return n, false
	}
	for _, part := range [...]string{whole, decimals} {
		for i := range len(part) {
			if part[i] < '0' || part[i] > '9' {
				return n, false
			}
		}
	}
	n, err := quantity.ParseNumber(text)
	return n, err == nil
}

func readActual(text string, c Context) Actual {
	a := Actual{Text: text, Quality: Qualitative}
	s := tidy(text)
	list := amounts(s)
	_, class := gradesIn(s)
	_, share := completion(list)
	switch {
	case isBlank(s):
		a.Quality = Missing
	case class > 0 && !hasShare(list), share:
		// a class or a degree of completion: the words are tested
	default:
		if n, ok := choose(list, c.Unit); ok {
			return a.with(n, s, c)
		}
		return a.without(s, c)
	}
	return a
}

// with takes the number n as the value.
func (a Actual) with(n amount, s string, c Context) Actual {
	switch {
	case !c.Fall:
		a.Change = n.isChange(s, c)
		n = n.signed()
	case n.direction > 0 && n.Value.Sign() > 0:
		n = n.turned() // it rose where it should fall
	}
	a.Quantity, a.HasValue = n.Quantity, true
	switch {
	case containsAny(s, preliminaryWords...):
		a.Quality = Preliminary
	case containsAny(s, forecastWords...):
		a.Quality = Forecast
	case n.Op != quantity.Equal || n.Form == quantity.Range:
		a.Quality = BoundValue
	default:
		a.Quality = Plain
	}
	return a
}

// isChange reports a number that is only the change against last year.
func (n amount) isChange(s string, c Context) bool {
	switch {
	case n.direction == 0 || containsAny(c.Name, "新增", "净增", "增加", "提高", "提升"):
		return false
	case n.Unit.Dim == quantity.Points:
		return c.Unit != "个百分点"
	case n.Unit.Dim == quantity.Share:
		return c.Unit == "%" && !c.Growth && containsAny(n.verb, "提高", "提升", "上升")
	}
	return n.Unit.Text != "" && (containsAny(s, lastYear...) || strings.HasSuffix(n.lead, n.verb))
}

// without reads a result in which no number stands.
func (a Actual) without(s string, c Context) Actual {
	switch {
	case containsAny(s, missingWords...):
		a.Quality = Missing
	case c.Growth && isStill(s) && !namesOther(s):
		a.Quantity, a.HasValue, a.Quality = percent(quantity.Equal), true, Plain
		if containsAny(s, "基本", "大体") {
			a.Quantity.Op, a.Quality = quantity.About, BoundValue
		}
	case strings.Contains(s, "正增长") && !containsAny(s, "未实现", "没有实现"):
		a.Quantity, a.HasValue, a.Quality = percent(quantity.More), true, BoundValue
	}
	return a
}

func percent(op quantity.Comparator) quantity.Quantity {
	u, _ := quantity.ParseUnit("%")
	return quantity.Quantity{Op: op, Unit: u}
}

// completion is how much of the target a result says was done: 完成年度计划的
// 163%, 占年任务122.6%. Such a number is not the value itself.
func completion(list []amount) (quantity.Number, bool) {
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
