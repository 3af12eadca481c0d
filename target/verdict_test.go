package target

import (
	"testing"

	"gangmu/quantity"
)

func q(s string) quantity.Quantity {
	v, err := quantity.Parse(s)
	if err != nil {
		panic(err)
	}
	return v
}

func TestTest(t *testing.T) {
	base := q("65.2%")
	up := Context{Unit: "%", Growth: true}
	down := Context{Unit: "%", Sense: Max}
	share := Context{Unit: "%", Base: &base}
	against := Context{Unit: "%", Growth: true, References: map[string]quantity.Quantity{
		"经济增长": q("6%"), "全国平均水平": q("5.2%"), "2020年": q("10%")}}
	level := q("200亿元")
	money := Context{Unit: "亿元", Base: &level, References: map[string]quantity.Quantity{"2020年": q("100亿元")}}
	bad := Context{Unit: "%", Sense: Max, References: map[string]quantity.Quantity{"全市平均水平": q("1.2%")}}
	fall := Context{Unit: "%", Fall: true}
	for _, c := range []struct {
		target, actual string
		c              Context
		want           Verdict
		margin         string // "-" for none
	}{
		// floors and ceilings; numbers are exact
		{"8以上", "6.3", up, Missed, "-1.7"},
		{"6以上", "6", up, Met, "0"},
		{"6以上", "6.0", up, Met, "0"},
		{"8以上", "7.96", up, Missed, "-0.04"},
		{"15", "22", up, Exceeded, "7"},
		{"8", "8", up, Met, "0"},
		{"103以内", "102.5", down, Exceeded, "0.5"},
		{"5", "4.9", down, Exceeded, "0.1"},
		{"5", "5.1", down, Missed, "-0.1"},
		{"控制在3%", "3.5%", up, Missed, "-0.5"},
		{"1.92:1", "1.91:1", Context{Sense: Max}, Exceeded, "0.01"},
		{"1.92:1", "1.91", Context{Sense: Max}, Exceeded, "0.01"},
		{"＞100", "100", Context{}, Missed, "0"},
		{"＜0.025", "0.025", Context{}, Missed, "0"},
		{"正增长", "0.1%", up, Exceeded, "0.1"},
		{"正增长", "0", up, Missed, "0"},
		{"1万人以上", "13400", Context{Unit: "人"}, Exceeded, "0.34"},
		{"1万人以上", "13400人", Context{Unit: "万人"}, Exceeded, "0.34"},
		{"8%", "500万元", up, Undetermined, "-"},
		// falls
		{"下降3%", "下降3.2%", down, Exceeded, "0.2"},
		{"下降3%以上", "下降2.9%", down, Missed, "-0.1"},
		{"3", "3.2", fall, Exceeded, "0.2"},
		{"3", "-3.2", fall, Undetermined, "-"},
		{"3", "上升0.2%", fall, Missed, "-3.2"},
		// actuals that are no single number count by implication
		{"＜5.5", "＜5.5", Context{}, Met, "-"},
		{"＜5.5", "＜5", Context{}, Exceeded, "-"},
		{"＜5", "＜5.5", Context{}, Undetermined, "-"},
		{"30以上", "超30", Context{}, Exceeded, "-"},
		{"30", "近40", Context{}, Undetermined, "-"},
		{"40", "近40", Context{}, Missed, "-"},
		{"8000", "8000余", Context{}, Exceeded, "-"},
		{"5%", "5%左右", up, Undetermined, "-"},
		{"5%左右", "5%左右", up, Met, "-"},
		{"5以上", "5-6", up, Met, "-"},
		{"5.5以上", "5-6", up, Undetermined, "-"},
		// about
		{"7%左右", "7.2%", up, Exceeded, "0.2"},
		{"7%左右", "7%", up, Met, "0"},
		{"7%左右", "6.9%", up, Met, "-"},
		{"7.0%左右", "6.9%", up, Undetermined, "-"},
		{"7%左右", "3%", up, Undetermined, "-"},
		{"控制在3%左右", "0.2%", up, Exceeded, "2.8"},
		// ranges and doubles
		{"6%-6.5%", "6.2%", up, Met, "-"},
		{"6%-6.5%", "7%", up, Exceeded, "0.5"},
		{"6%-6.5%", "5.9%", up, Missed, "-0.1"},
		{"6%-6.5%", "6.5%", up, Met, "-"},
		{"3%至4%左右", "2.9%", up, Undetermined, "-"},
		{"3%-4%", "2%", down, Exceeded, "1"},
		{"增长5.5%、力争6%", "5.8%", up, Met, "0.3"},
		{"增长5.5%、力争6%", "6%", up, Exceeded, "0.5"},
		{"增长5.5%、力争6%", "5.4%", up, Missed, "-0.1"},
		{"控制在5%以内、力争4.5%", "4.5%", down, Exceeded, "0.5"},
		// changes
		{"较上年提高1个百分点", "66.2%", share, Met, "0"},
		{"较上年提高1个百分点", "66", share, Missed, "-0.2"},
		{"较上年提高1个百分点", "提高1.2个百分点", share, Exceeded, "0.2"},
		{"较上年提高1个百分点", "66.2", Context{Unit: "%"}, Undetermined, "-"},
		{"66以上", "提高1.2个百分点", share, Exceeded, "0.4"},
		{"66以上", "提高1.2个百分点", Context{Unit: "%"}, Undetermined, "-"},
		{"210亿元以上", "比上年增加9亿元", money, Missed, "-1"},
		{"210亿元以上", "比上年增加9亿元", Context{Unit: "亿元"}, Undetermined, "-"},
		{"5万人", "增加6万人", Context{Name: "城镇新增就业", Unit: "万人"}, Exceeded, "1"},
		{"提高1%", "66.2", share, Undetermined, "-"},
		{"比2020年翻一番", "210亿元", money, Exceeded, "10"},
		{"较上年持平", "200", money, Met, "0"},
		{"不低于上年", "199", money, Missed, "-1"},
		{"比2020年下降18%", "82亿元", Context{Unit: "亿元", Sense: Max, References: money.References}, Met, "0"},
		{"同比持平", "0.3%", up, Exceeded, "0.3"},
		// other series
		{"与经济增长基本同步", "6.1%", against, Exceeded, "0.1"},
		{"与经济增长基本同步", "5.2%", against, Undetermined, "-"},
		{"与经济增长同步", "5.2%", against, Missed, "-0.8"},
		{"快于经济增长", "6%", against, Missed, "0"},
		{"高于全国平均水平0.5个百分点以上", "5.7%", against, Met, "0"},
		{"高于全国平均水平0.5个百分点以上", "5.6%", against, Missed, "-0.1"},
		{"低于全市平均水平", "1.1", bad, Exceeded, "0.1"},
		{"高于全省平均水平", "6%", against, Undetermined, "-"},
		// classes
		{"保持或优于Ⅲ类", "保持Ⅲ类", Context{}, Met, "-"},
		{"保持或优于Ⅲ类", "II类", Context{}, Exceeded, "-"},
		{"保持或优于Ⅲ类", "四类", Context{}, Missed, "-"},
		{"达到Ⅱ类", "Ⅱ—Ⅲ类", Context{}, Undetermined, "-"},
		{"达到Ⅲ类", "Ⅱ—Ⅲ类", Context{}, Met, "-"},
		{"达到Ⅲ类", "劣Ⅴ类", Context{}, Missed, "-"},
		// nothing to test
		{"8", "—", up, Undetermined, "-"},
		{"完成市级下达目标", "市级暂未下达", up, Undetermined, "-"},
		{"完成市级下达目标", "", up, Undetermined, "-"},
		{"完成市级下达目标", "3.1", up, Undetermined, "-"},
		{"保持稳定", "3.1", up, Undetermined, "-"},
		{"8", "推进中", up, Undetermined, "-"},
		{"/", "3.1", up, Undetermined, "-"},
	} {
		r := Test(Parse(c.target, c.c), ParseActualIn(c.actual, c.c), c.c)
		margin := "-"
		if r.HasMargin {
			margin = r.Margin.String()
		}
		if r.Verdict != c.want || margin != c.margin {
			t.Errorf("target %q, actual %q: %s margin %s, want %s %s\n%s\n%s", c.target, c.actual, r.Verdict, margin, c.want, c.margin, r.Zh, r.En)
		}
		if r.Basis != Numbers {
			t.Errorf("target %q, actual %q: basis %s", c.target, c.actual, r.Basis)
		}
	}
}

func TestStatedResults(t *testing.T) {
	for _, c := range []struct {
		target, actual string
		want           Verdict
		basis          Basis
	}{
		{"/", "完成", Met, Stated},
		{"“十四五”规划期内统筹考虑", "预计能达到“十四五”序时进度", Met, Stated},
		{"完成市级下达目标", "超额完成", Exceeded, Stated},
		{"完成市级下达目标", "3.2（完成市级目标）", Met, Stated},
		{"完成市级下达目标", "完成3.2", Undetermined, Numbers},
		{"完成省定目标", "未完成", Missed, Stated},
		{"8%", "未达预期", Missed, Stated},
		{"8%", "达标", Met, Stated},
		{"8%", "基本完成", Undetermined, Numbers},
		{"500万元", "完成年度计划的163%", Exceeded, Stated},
		{"500万元", "完成年度计划的98%", Missed, Stated},
	} {
		r := Test(Parse(c.target, Context{}), ParseActualIn(c.actual, Context{}), Context{})
		if r.Verdict != c.want || r.Basis != c.basis {
			t.Errorf("target %q, actual %q: %s %s, want %s %s\n%s", c.target, c.actual, r.Verdict, r.Basis, c.want, c.basis, r.Zh)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		target, actual string
		c              Context
		zh, en         string
	}{
		{"8以上", "6.3", Context{Unit: "%"},
			"目标8%以上，实际6.3%，低于目标1.7个百分点，未达预期。",
			"Target ≥8%, actual 6.3%: 1.7 percentage points below the target; missed."},
		{"103以内", "102.5", Context{Unit: "%", Sense: Max},
			"目标103%以内，实际102.5%，低于控制目标0.5个百分点，优于控制目标。",
			"Target ≤103%, actual 102.5%: 0.5 percentage points below the ceiling; exceeded."},
		{"1.92:1", "1.91:1", Context{Sense: Max},
			"目标1.92:1，实际1.91:1，低于控制目标0.01，优于控制目标。",
			"Target 1.92:1, actual 1.91:1: 0.01 below the ceiling; exceeded."},
		{"500", "100", Context{Unit: "万美元"},
			"目标500万美元，实际100万美元，低于目标400万美元，未达预期。",
			"Target 500万美元, actual 100万美元: 400万美元 below the target; missed."},
		{"完成市级下达目标", "市级暂未下达", Context{},
			"目标“完成市级下达目标”，上级尚未下达，无法判定。",
			"Target “完成市级下达目标”, the higher level has not issued it yet; undetermined."},
		{"/", "完成", Context{},
			"没有设目标值，报告称“完成”，没有给出可比的数，按报告所述完成目标。",
			"No target value is set, the report states “完成” without a number to compare; met as stated."},
	} {
		r := Test(Parse(c.target, c.c), ParseActualIn(c.actual, c.c), c.c)
		if r.Zh != c.zh || r.En != c.en {
			t.Errorf("target %q, actual %q:\n%s\n%s\nwant\n%s\n%s", c.target, c.actual, r.Zh, r.En, c.zh, c.en)
		}
	}
}
