package target

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/quantity"
)

// num is a number of a test table; "" is none.
func num(s string) quantity.Number {
	if s == "" {
		return quantity.Number{}
	}
	return quantity.MustNumber(s)
}

// sameNumber compares numbers with their printed digits.
var sameNumber = cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() })

func bound(op quantity.Comparator, value, unit string, s Sense) Target {
	return Target{Kind: Bound, Op: op, Value: num(value), Unit: unit, Sense: s}
}

func change(delta, unit string, op quantity.Comparator, s Sense) Target {
	return Target{Kind: Change, HasDelta: true, Delta: num(delta), Unit: unit, Op: op, Sense: s}
}

func benchmark(op quantity.Comparator, ref string, s Sense) Target {
	return Target{Kind: Benchmark, Op: op, Reference: ref, Sense: s}
}

func (t Target) by(delta, unit string) Target {
	t.Delta, t.HasDelta, t.Unit = num(delta), true, unit
	return t
}

func (t Target) roughly() Target { t.Approx = true; return t }

func (t Target) since(year string) Target { t.Reference = year; return t }

const (
	eq, ge, le = quantity.Equal, quantity.AtLeast, quantity.AtMost
	gt, lt     = quantity.More, quantity.Less
)

func TestParse(t *testing.T) {
	down := Context{Sense: Max}
	for _, c := range []struct {
		text string
		c    Context
		want Target
	}{
		// numbers in cells
		{"8以上", Context{}, bound(ge, "8", "", Min)},
		{"≥75.81", Context{}, bound(ge, "75.81", "", Min)},
		{">=8", Context{}, bound(ge, "8", "", Min)},
		{"＜5.5", Context{}, bound(lt, "5.5", "", Max)},
		{"103以内", Context{}, bound(le, "103", "", Max)},
		{"1.92:1", down, bound(eq, "1.92", ":1", Max)},
		{"500", Context{}, bound(eq, "500", "", Min)},
		{"2025", Context{}, bound(eq, "2025", "", Min)},
		{"15", down, bound(eq, "15", "", Max)},
		{"-5.5", Context{}, bound(eq, "-5.5", "", Min)},
		{"8.0-8.5", Context{}, Target{Kind: Range, Low: num("8.0"), High: num("8.5"), Sense: Min}},
		{"8%左右", Context{}, Target{Kind: About, Op: quantity.About, Value: num("8"), Unit: "%", Sense: Min}},
		{" 8 以上 ", Context{}, bound(ge, "8", "", Min)},
		{"５％以上", Context{}, bound(ge, "5", "%", Min)},
		// numbers in clauses
		{"增长13%", Context{}, bound(eq, "13", "%", Min)},
		{"增长7%左右", Context{}, Target{Kind: About, Op: quantity.About, Value: num("7"), Unit: "%", Sense: Min}},
		{"控制在4.5%以内", Context{}, bound(le, "4.5", "%", Max)},
		{"控制在6.8‰以内", Context{}, bound(le, "6.8", "‰", Max)},
		{"控制在3%以下", Context{}, bound(le, "3", "%", Max)},
		{"控制在3%左右", Context{}, Target{Kind: About, Op: quantity.About, Value: num("3"), Unit: "%", Sense: Max}},
		{"控制在103", Context{}, bound(eq, "103", "", Max)},
		{"涨幅不高于3%", Context{}, bound(le, "3", "%", Max)},
		{"不超过4.7%", Context{}, bound(le, "4.7", "%", Max)},
		{"不低于6500万亩", Context{}, bound(ge, "6500", "万亩", Min)},
		{"6万人以上", Context{}, bound(ge, "6", "万人", Min)},
		{"突破100亿元", Context{}, bound(gt, "100", "亿元", Min)},
		{"近500家", Context{}, Target{Kind: About, Op: quantity.About, Value: num("500"), Unit: "家", Sense: Min}},
		{"同口径增长15%", Context{}, bound(eq, "15", "%", Min)},
		{"按可比价格增长6%以上", Context{}, bound(ge, "6", "%", Min)},
		{"低于5%", Context{}, bound(lt, "5", "%", Max)},
		{"6%-6.5%", Context{}, Target{Kind: Range, Low: num("6"), High: num("6.5"), Unit: "%", Sense: Min}},
		{"7-7.5%", Context{}, Target{Kind: Range, Low: num("7"), High: num("7.5"), Unit: "%", Sense: Min}},
		{"3%至4%左右", Context{}, Target{Kind: Range, Low: num("3"), High: num("4"), Unit: "%", Sense: Min}.roughly()},
		{"不低于3%、不高于5%", Context{}, Target{Kind: Range, Low: num("3"), High: num("5"), Unit: "%", Sense: Min}},
		{"增长5.5%、力争6%", Context{}, Target{Kind: Double, Value: num("5.5"), Stretch: num("6"), Unit: "%", Sense: Min}},
		{"8、力争9", Context{}, Target{Kind: Double, Value: num("8"), Stretch: num("9"), Sense: Min}},
		{"增长32%，力争42%", Context{}, Target{Kind: Double, Value: num("32"), Stretch: num("42"), Unit: "%", Sense: Min}},
		{"6%以上、力争更好结果", Context{}, bound(ge, "6", "%", Min)},
		{"力争超过100亿元", Context{}, bound(gt, "100", "亿元", Min)},
		{"实现正增长", Context{}, bound(gt, "", "%", Min)},
		{"保持正增长", Context{}, bound(gt, "", "%", Min)},
		// falls
		{"下降3%", Context{}, bound(eq, "-3", "%", Max)},
		{"下降3%以上", Context{}, bound(le, "-3", "%", Max)},
		{"降低2.5%左右", Context{}, Target{Kind: About, Op: quantity.About, Value: num("-2.5"), Unit: "%", Sense: Max}},
		{"下降1%-3%", Context{Sense: Max}, Target{Kind: Range, Low: num("-3"), High: num("-1"), Unit: "%", Sense: Max}},
		{"下降3%", Context{Fall: true}, bound(eq, "3", "%", Min)},
		{"降幅控制在5%以内", Context{}, bound(ge, "-5", "%", Min)},
		{"降至3.5%以下", Context{}, bound(le, "3.5", "%", Max)},
		{"下降5%", Context{Sense: Min}, bound(eq, "-5", "%", Min)},
		// changes
		{"较上年提高1个百分点", Context{}, change("1", "个百分点", eq, Min)},
		{"提高0.5个百分点以上", Context{}, change("0.5", "个百分点", ge, Min)},
		{"比上年下降0.2个百分点", Context{}, change("-0.2", "个百分点", eq, Max)},
		{"较上年增加5天", Context{}, change("5", "天", eq, Min)},
		{"提高1%", Context{Unit: "%"}, change("1", "%", eq, Min)},
		{"提高到50%", Context{Unit: "%"}, bound(eq, "50", "%", Min)},
		{"持平", Context{}, change("", "", eq, Min)},
		{"与上年基本持平", Context{}, change("", "", eq, Min).roughly()},
		{"不低于上年", Context{}, change("", "", ge, Min)},
		{"只降不升", Context{}, change("", "", le, Max)},
		{"比2020年下降18%", Context{}, change("-18", "%", eq, Max).since("2020年")},
		{"比2010年翻一番", Context{}, Target{Kind: Change, HasFactor: true, Factor: num("2"), Reference: "2010年", Sense: Min}},
		{"翻两番", Context{}, Target{Kind: Change, HasFactor: true, Factor: num("4"), Sense: Min}},
		// other series
		{"高于全国平均水平0.5个百分点以上", Context{}, benchmark(gt, "全国平均水平", Min).by("0.5", "个百分点")},
		{"略高于全省增速", Context{}, benchmark(gt, "全省增速", Min)},
		{"低于全市平均水平", Context{}, benchmark(lt, "全市平均水平", Max)},
		{"快于经济增长", Context{}, benchmark(gt, "经济增长", Min)},
		{"不低于全省平均水平", Context{}, benchmark(ge, "全省平均水平", Min)},
		{"增幅不低于生产总值增幅", Context{}, benchmark(ge, "生产总值增幅", Min)},
		{"与经济增长同步", Context{}, benchmark(eq, "经济增长", Min)},
		{"增长与经济增长基本同步", Context{}, benchmark(eq, "经济增长", Min).roughly()},
		{"与地区生产总值同步增长", Context{}, benchmark(eq, "地区生产总值", Min)},
		{"与国家价格调控目标保持衔接", Context{}, benchmark(eq, "国家价格调控目标", Min)},
		{"达到全省平均水平", Context{}, benchmark(eq, "全省平均水平", Min)},
		{"优于全市平均水平", down, benchmark(lt, "全市平均水平", Max)},
		// classes
		{"保持或优于Ⅲ类", Context{}, Target{Kind: Grade, Op: ge, Grade: "Ⅲ类", Sense: Min}},
		{"达到或好于III类", Context{}, Target{Kind: Grade, Op: ge, Grade: "Ⅲ类", Sense: Min}},
		{"稳定达到三类", Context{}, Target{Kind: Grade, Grade: "Ⅲ类", Sense: Min}},
		{"Ⅱ类及以上", Context{}, Target{Kind: Grade, Op: ge, Grade: "Ⅱ类", Sense: Min}},
		{"Ⅲ类以上水质比例达到90%", Context{}, bound(eq, "90", "%", Min)},
		// left to others, to later, or to nobody
		{"完成市级下达目标", Context{}, Target{Kind: Delegated}},
		{"完成省下达的节能减排任务", Context{}, Target{Kind: Delegated}},
		{"完成省定目标", Context{}, Target{Kind: Delegated}},
		{"控制在省定范围内", Context{}, Target{Kind: Delegated}},
		{"控制在国家规定目标以内", Context{}, Target{Kind: Delegated}},
		{"达到国家要求", Context{}, Target{Kind: Delegated}},
		{"完成自治区下达任务", Context{}, Target{Kind: Delegated}},
		{"“十四五”规划期内统筹考虑", Context{}, Target{Kind: Deferred}},
		{"在“十五五”规划期内统筹完成国家规定目标", Context{}, Target{Kind: Deferred}},
		{"/", Context{}, Target{Kind: Open}},
		{"—", Context{}, Target{Kind: Open}},
		{"", Context{}, Target{Kind: Open}},
		{"……", Context{}, Target{Kind: Open}},
		{"保持在合理区间", Context{}, Target{Kind: Words}},
		{"保持平稳发展", Context{}, Target{Kind: Words}},
		{"完成市场监管任务", Context{}, Target{Kind: Words}},
		{"降本增效达到5%", Context{}, bound(eq, "5", "%", Min)},
		{"竞争力指数达到90", Context{}, bound(eq, "90", "", Min)},
		{"高于全省、全国平均水平", Context{}, benchmark(gt, "全省、全国平均水平", Min)},
		{"力争实现翻番", Context{}, Target{Kind: Change, HasFactor: true, Factor: num("2"), Sense: Min}},
		{"确保6%、争7%", Context{}, Target{Kind: Double, Value: num("6"), Stretch: num("7"), Unit: "%", Sense: Min}},
		{"持续改善", Context{}, Target{Kind: Words}},
		{"稳中提质", Context{}, Target{Kind: Words}},
		{"44.2:11.6:44.2", Context{}, Target{Kind: Words}},
	} {
		got := Parse(c.text, c.c)
		c.want.Text = c.text
		if d := cmp.Diff(c.want, got, sameNumber); d != "" {
			t.Errorf("Parse(%q, %+v):\n%s", c.text, c.c, d)
		}
	}
}
