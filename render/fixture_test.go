package render

import (
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/span"
	"gangmu/target"
)

// fixture is a plan that has every kind of entry. The district is made up.
func fixture() *plan.Plan {
	n := quantity.MustNumber
	number := func(s string) quantity.Quantity { return quantity.Quantity{Value: n(s)} }
	withUnit := func(op quantity.Comparator, s, unit string) quantity.Quantity {
		return quantity.Quantity{Op: op, Value: n(s), Unit: quantity.Unit{Text: unit}}
	}
	indicator := func(no, name, unit string, t target.Target, facts ...plan.Fact) plan.Item {
		return plan.Item{
			Year: 2023, No: no, Name: name, Span: span.Span{Line: 254, Column: 2, EndLine: 254, EndColumn: 10},
			Measures: []plan.Measure{{Unit: unit, Target: t, HasTarget: t.Kind != "", Facts: facts}},
		}
	}
	fact := func(text string, q quantity.Quantity) plan.Fact {
		return plan.Fact{Actual: target.Actual{Text: text, Quantity: q, HasValue: true}}
	}
	child := func(it plan.Item, of string) plan.Item { it.Of = of; return it }
	in := func(section string, binding bool, it plan.Item) plan.Item {
		it.Section, it.Binding = section, binding
		return it
	}
	next := func(it plan.Item) plan.Item { it.Year = 2024; return it }

	gdp := target.Target{Text: "8以上", Kind: target.Bound, Op: quantity.AtLeast, Value: n("8"), Sense: target.Min}
	const quality, green = "一、推动高质量发展", "二、绿色发展"
	return &plan.Plan{
		Title: "关于云岭区2023年国民经济和社会发展计划执行情况及2024年计划草案的报告", Region: "云岭区",
		ExecutedYear: 2023, PlannedYear: 2024,
		Indicators: []plan.Item{
			indicator("1", "地区生产总值增速", "%", gdp, fact("6.3", number("6.3"))),
			in(quality, false, indicator("2", "城乡居民收入比", "",
				target.Target{Text: "1.92:1", Kind: target.Bound, Value: n("1.92"), Sense: target.Max},
				fact("1.91:1", quantity.Quantity{Form: quantity.Ratio, Value: n("1.91"), Parts: []quantity.Number{n("1.91"), n("1")}}))),
			in(quality, false, indicator("3", "固定资产投资增速", "%",
				target.Target{Text: "6%-6.5%", Kind: target.Range, Low: n("6"), High: n("6.5")},
				fact("6—7", quantity.Quantity{Form: quantity.Range, Value: n("6"), High: n("7")}))),
			in(quality, false, child(indicator("", "制造业投资增速", "%",
				target.Target{Text: "增长5.5%、力争6%", Kind: target.Double, Value: n("5.5"), Stretch: n("6")}), "3")),
			in(green, true, indicator("4", "空气质量优良天数", "天",
				target.Target{Text: "较上年提高1个百分点", Kind: target.Change, Delta: n("1"), HasDelta: true, Unit: "个百分点"},
				plan.Fact{Actual: target.Actual{Text: "—", Quality: target.Missing}})),
			in(green, true, indicator("5", "主要河流水质", "",
				target.Target{Text: "保持或优于Ⅲ类", Kind: target.Grade, Op: quantity.AtLeast, Grade: "Ⅲ类"},
				plan.Fact{Actual: target.Actual{Text: "保持Ⅲ类", Quality: target.Qualitative}})),
			in(green, false, indicator("6", "没有目标的指标", "项", target.Target{}, plan.Fact{
				Actual: target.Actual{Text: "近40", Quantity: withUnit(quantity.Less, "40", "项"), HasValue: true, Quality: target.BoundValue},
				Period: "2023-H1", Pace: "达序时进度",
			})),
			next(indicator("1", "地区生产总值增速", "%",
				target.Target{Text: "高于全市0.5个百分点", Kind: target.Benchmark, Reference: "全市", Op: quantity.More, Delta: n("0.5"), HasDelta: true})),
			next(indicator("2", "规上工业产值", "亿元", target.Target{Text: "翻一番", Kind: target.Change, Factor: n("2"), HasFactor: true})),
			next(indicator("3", "居民消费价格涨幅", "%", target.Target{Text: "3%左右", Kind: target.About, Value: n("3")})),
			next(indicator("4", "减排量", "吨", target.Target{Text: "完成市级下达目标", Kind: target.Delegated})),
		},
		Projects: []plan.Item{
			{Box: "2", Stage: "开工", Name: "云岭环线（一期）", Span: span.Span{Line: 97, Column: 4, EndLine: 97, EndColumn: 12}},
			{Box: "2", Stage: "开工", Name: "青溪110千伏输变电工程"},
			{Box: "2", Stage: "续建", Name: "城乡供水一体化"},
			{Box: "3", Section: "（一）装备制造", Stage: "投产", Name: "一个名字长得两栏放不下的智能装备研发制造与检验检测及配套仓储物流综合基地项目"},
		},
		Livelihood: []plan.Item{{
			No: "9", Section: "（三）便民设施", Text: "改造消防软管100公里，建设停车位2万个", Status: "全面完成",
			Measures: []plan.Measure{
				{
					Subject: "消防软管", HasPromise: true, Promise: withUnit(quantity.Equal, "100", "公里"),
					Facts: []plan.Fact{{Actual: target.Actual{Text: "改造121公里", Quantity: number("121"), HasValue: true}, Unit: "公里"}},
				},
				{Subject: "水厂主体完工"},
			},
		}},
		Commitments: []plan.Item{
			{
				Text: "全年引进项目资金200亿元以上。", Horizon: "2024", Section: "二、主要任务",
				Measures: []plan.Measure{{Subject: "引进项目资金", HasPromise: true, Promise: withUnit(quantity.AtLeast, "200", "亿元")}},
				Span:     span.Span{Line: 121, Column: 3, EndLine: 121, EndColumn: 18},
			},
			{Text: "建成区图书馆。", Name: "区图书馆", Horizon: "2024", Section: "二、主要任务", Span: span.Span{Line: 12, Column: 1, EndLine: 12, EndColumn: 8, Block: "p12"}},
		},
		Glossary: []plan.Term{{Term: "三张清单", Text: "指重点项目、重点工作、重点改革三张清单。"}},
	}
}
