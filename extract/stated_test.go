package extract_test

import (
	"strings"
	"testing"

	"gangmu/plan"
	"gangmu/target"
)

// workReport is a made-up work report of 云溪市 with a review and a plan.
func workReport(review, ahead string) string {
	return "政府工作报告\n——2031年1月9日在江南省云溪市第六届人民代表大会第三次会议上\n各位代表：\n" +
		"一、2030年工作回顾\n" + review + "\n二、2031年工作安排\n" + ahead + "\n"
}

// listed prints what prose states of one year: "name op value unit", with how
// sure it is and what part of the year it covers where the report says.
func listed(p *plan.Plan, year int) []string {
	var out []string
	for _, it := range p.Indicators {
		if it.Year != year {
			continue
		}
		m := it.Measures[0]
		s := it.Name + " " + stated(m)
		if len(m.Facts) > 0 {
			f := m.Facts[0]
			if f.Quality == target.Forecast || f.Quality == target.Preliminary {
				s += " " + string(f.Quality)
			}
			if f.Period != "" {
				s += " " + f.Period
			}
			if m.HasTarget {
				s += " target " + m.Target.Op.String() + " " + m.Target.Value.String()
			}
		}
		out = append(out, s)
	}
	return out
}

func check(t *testing.T, got []string, want string) {
	t.Helper()
	if g := strings.Join(got, "; "); g != want {
		t.Errorf("\n got %s\nwant %s", g, want)
	}
}

// TestStatedTargets holds the forms in which a list of targets is printed.
func TestStatedTargets(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"bare, about, floor, ceiling", "地区生产总值增长6%，固定资产投资增长8%左右，社会消费品零售总额增长7%以上，居民消费价格涨幅控制在3%以内",
			"地区生产总值增长 = 6 %; 固定资产投资增长 ~ 8 %; 社会消费品零售总额增长 >= 7 %; 居民消费价格涨幅 <= 3 %"},
		{"level and growth", "地区生产总值达到4015亿元、增长5.8%；粮食产量20万吨，增长1%以上",
			"地区生产总值 = 4015 亿元; 地区生产总值增长 = 5.8 %; 粮食产量 = 20 万吨; 粮食产量增长 >= 1 %"},
		{"growth, then a level passed and reached", "地区生产总值增长9%，突破4000亿元，达到4300亿元",
			"地区生产总值增长 = 9 %; 地区生产总值 = 4300 亿元"},
		{"one qualifier for several", "固定资产投资、社会消费品零售总额分别增长8%和8.5%左右；城镇登记失业率、城镇调查失业率分别控制在3.9%和5%以内",
			"固定资产投资增长 ~ 8 %; 社会消费品零售总额增长 ~ 8.5 %; 城镇登记失业率 <= 3.9 %; 城镇调查失业率 <= 5 %"},
		{"both sides of town and country", "城乡居民人均可支配收入分别增长6%、7%以上，城乡居民收入与经济增长同步",
			"城镇居民人均可支配收入增长 >= 6 %; 农村居民人均可支配收入增长 >= 7 %; 城乡居民收入 benchmark"},
		{"ranges", "地区生产总值增长6%-6.5%，一般公共预算收入增长3%至4%左右，出口总额增长7-7.5%",
			"地区生产总值增长 range 6-6.5 %; 一般公共预算收入增长 range 3-4 %; 出口总额增长 range 7-7.5 %"},
		{"double targets", "地区生产总值增长5.5%、力争6%；固定资产投资增长32%，力争42%；工业投资增长9%，争取实现更好结果",
			"地区生产总值增长 double 5.5/6 %; 固定资产投资增长 double 32/42 %; 工业投资增长 = 9 %"},
		{"benchmarks", "居民收入增长与经济增长基本同步，居民人均可支配收入与地区生产总值同步增长，城镇居民人均可支配收入增速快于经济增长，规上工业增加值增速高于全省平均水平0.5个百分点以上",
			"居民收入增长 benchmark; 城镇居民人均可支配收入增速 benchmark; 规上工业增加值增速 benchmark"},
		{"delegated, and led in by the verb", "单位GDP能耗完成省下达目标，确保完成省下达的节能减排任务，主要污染物排放量控制在省定范围内",
			"单位GDP能耗 delegated; 节能减排 delegated; 主要污染物排放量 delegated"},
		{"a fall", "单位GDP能耗下降3%以上，二氧化硫、氮氧化物分别削减0.5%、3%",
			"单位GDP能耗下降 >= 3 %; 二氧化硫削减 = 0.5 %; 氮氧化物削减 = 3 %"},
		{"rising again", "实际利用外资、进出口总额正增长", "实际利用外资增长 > 0 %; 进出口总额增长 > 0 %"},
		{"not under and not over", "粮食播种面积不低于65万亩，居民消费价格涨幅不高于3%，城镇登记失业率不超过4.7%",
			"粮食播种面积 >= 65 万亩; 居民消费价格涨幅 <= 3 %; 城镇登记失业率 <= 4.7 %"},
		{"people and an index", "城镇新增就业6万人以上，居民消费价格指数控制在103",
			"城镇新增就业 >= 6 万人; 居民消费价格指数 = 103"},
		{"a step and where it leads", "城镇化率提高1.4个百分点，达到46.3%；森林覆盖率提高0.5个百分点",
			"城镇化率 = 46.3 %; 森林覆盖率 change 0.5 个百分点"},
		{"words", "生态环境质量持续改善，城镇调查失业率保持在合理区间，国际收支保持基本平衡，进出口稳中提质",
			"生态环境质量 words; 城镇调查失业率 words; 国际收支 words; 进出口 words"},
		{"level with last year", "居民消费价格涨幅与上年基本持平", "居民消费价格涨幅 change 0"},
		{"in brackets", "工业增加值增长9%左右（其中，规模以上工业增加值增长10%左右）；研发经费支出占GDP比重2.6%（按可比口径）",
			"工业增加值增长 ~ 9 %; 规模以上工业增加值增长 ~ 10 %; 研发经费支出占GDP比重 = 2.6 %"},
		{"a number in the name", "利用省外2000万元以上项目资金增长8%以上", "利用省外2000万元以上项目资金增长 >= 8 %"},
		{"same coverage", "一般公共预算收入同口径增长5%，固定资产投资（不含农户）增长6%",
			"一般公共预算收入增长 = 5 %; 固定资产投资（不含农户）增长 = 6 %"},
		{"no targets behind the list", "地区生产总值增长6%。实现上述目标，要重点抓好以下十个方面工作", "地区生产总值增长 = 6 %"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := planOfText(t, workReport("", "全市经济社会发展的主要预期目标是："+c.text+"。"))
			check(t, listed(p, 2031), c.want)
		})
	}
}

// TestStatedTargetLists holds how lists of targets are led in, and what is none.
func TestStatedTargetLists(t *testing.T) {
	const one = "地区生产总值增长 = 6 %"
	for _, c := range []struct{ name, text, want string }{
		{"是", "今年经济社会发展的主要预期目标是：地区生产总值增长6%。", one},
		{"建议为", "综合各方面因素，今年的主要预期目标建议为，地区生产总值增长6%。", one},
		{"a head of its own", "**2031年经济社会发展主要预期：**地区生产总值增长6%。", one},
		{"one a line", "主要预期目标是：\n——地区生产总值增长6%；\n——城镇新增就业5万人。\n■粮食产量20万吨。\n",
			one + "; 城镇新增就业 = 5 万人; 粮食产量 = 20 万吨"},
		{"a break inside the word", "今年的主要预期 目标是：地区生产总值增长6%。", one},
		{"an earlier mention of goals", "要盯住预期目标不放松。今年主要预期目标为：地区生产总值增长6%。", one},
		{"of five years", "“十四五”时期经济社会发展的主要目标是：地区生产总值年均增长7%，城镇化率达到70%。", ""},
		{"of five years, then of the year", "今后五年的奋斗目标是：地区生产总值年均增长7%。\n今年的主要预期目标是：地区生产总值增长6%。", one},
		{"a sentence of words within", "今年的主要预期目标是：地区生产总值增长6%。文化事业更加繁荣。城镇新增就业5万人。新的一年，我们要迎难而上。", one + "; 城镇新增就业 = 5 万人"},
		{"a second list of something else", "今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5万人。\n产业发展的主要目标是：旅游总收入增长20%。",
			one + "; 固定资产投资增长 = 8 %; 城镇新增就业 = 5 万人"},
		{"no lead-in at all", "今年预期地区生产总值增长6%，固定资产投资增长8%，城乡居民收入与经济增长同步。",
			one + "; 固定资产投资增长 = 8 %; 城乡居民收入 benchmark"},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, listed(planOfText(t, workReport("", c.text)), 2031), c.want)
		})
	}
}

// TestStatedResults holds the forms in which a review states results.
func TestStatedResults(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"level and growth", "全市地区生产总值1200亿元，增长6.1%；一般公共预算收入完成98.7亿元、同口径增长3.3%。",
			"地区生产总值 = 1200 亿元; 地区生产总值增长 = 6.1 %; 一般公共预算收入 = 98.7 亿元; 一般公共预算收入增长 = 3.3 %"},
		{"without a stop", "粮食产量130.3万吨同比增长2%。", "粮食产量 = 130.3 万吨; 粮食产量增长 = 2 %"},
		{"passed and reached", "地区生产总值首次跨越1500亿元大关，达到1536亿元，增长4.6%，增速居全省第2位。",
			"地区生产总值 = 1536 亿元; 地区生产总值增长 = 4.6 %"},
		{"passed only", "一般公共预算收入突破300亿元，增长5%；固定资产投资首次超过2000亿元。",
			"一般公共预算收入 > 300 亿元; 一般公共预算收入增长 = 5 %; 固定资产投资 > 2000 亿元"},
		{"respectively", "固定资产投资、社会消费品零售总额分别增长10%和2.3%，城镇居民和农村居民人均可支配收入分别达到32000元和18000元，增长5%和7%。",
			"固定资产投资增长 = 10 %; 社会消费品零售总额增长 = 2.3 %; 城镇居民人均可支配收入 = 32000 元; 农村居民人均可支配收入 = 18000 元; 城镇居民人均可支配收入增长 = 5 %; 农村居民人均可支配收入增长 = 7 %"},
		{"respectively, of clauses before", "实现财政总收入67.4亿元、一般公共预算收入38.7亿元，同口径分别增长7.5%和1.4%。",
			"财政总收入 = 67.4 亿元; 一般公共预算收入 = 38.7 亿元; 财政总收入增长 = 7.5 %; 一般公共预算收入增长 = 1.4 %"},
		{"several in one clause", "社会消费品零售总额510亿元、外贸进出口总额72亿元、一般公共预算收入45亿元。",
			"社会消费品零售总额 = 510 亿元; 外贸进出口总额 = 72 亿元; 一般公共预算收入 = 45 亿元"},
		{"of which", "进出口总额341亿元，增长12.2%；其中出口223亿元，增长13.2%。",
			"进出口总额 = 341 亿元; 进出口总额增长 = 12.2 %; 出口 = 223 亿元; 出口增长 = 13.2 %"},
		{"fall", "固定资产投资下降4%，进出口总额增长-12.7%。", "固定资产投资下降 = 4 %; 进出口总额增长 = -12.7 %"},
		{"forecast and preliminary", "预计全年地区生产总值增长6%左右，固定资产投资增长8%。初步核算，社会消费品零售总额增长5%。",
			"地区生产总值增长 ~ 6 % forecast; 固定资产投资增长 = 8 % forecast; 社会消费品零售总额增长 = 5 % preliminary"},
		{"forecast from here on", "地区生产总值1200亿元（预计，下同），增长6%。固定资产投资增长8%。",
			"地区生产总值 = 1200 亿元 forecast; 地区生产总值增长 = 6 % forecast; 固定资产投资增长 = 8 % forecast"},
		{"a step to a level", "常住人口城镇化率由60.1%提高到61.3%。", "常住人口城镇化率 = 61.3 %"},
		{"steps alone are no level", "森林覆盖率提高1.2个百分点，一般公共预算收入增加12亿元，贷款余额比年初增加183亿元。", ""},
		{"per mille and full-width signs", "人口自然增长率6.14‰，城镇登记失业率3.97％。", "人口自然增长率 = 6.14 ‰; 城镇登记失业率 = 3.97 %"},
		{"the whole year beats a part of it", "前三季度地区生产总值增长7%。全年地区生产总值增长6.5%。上半年固定资产投资增长20%。前11个月工业用电量增长8.9%。",
			"地区生产总值增长 = 6.5 %; 工业用电量增长 = 8.9 % 2030-01..11"},
		{"other years and bases", "地区生产总值增长6%，比2025年增长40%；固定资产投资两年平均增长7.5%；社会消费品零售总额是“十二五”末的2.1倍，增长60%。",
			"地区生产总值增长 = 6 %"},
		{"the first statement holds", "地区生产总值增长6%。服务业拉动地区生产总值增长3.2%。", "地区生产总值增长 = 6 %"},
		{"steps of a stair", "财政收入迈上200亿台阶，完成230.8亿元，增长17.1%。", "财政收入 = 230.8 亿元; 财政收入增长 = 17.1 %"},
		{"an exact number later", "地区生产总值突破2万亿元。全年地区生产总值2.15万亿元。", "地区生产总值 = 2.15 万亿元"},
		{"another kind of unit", "地区生产总值过百亿县区由3个增加到7个，一般公共预算收入增长120亿元。", ""},
		{"at constant prices", "地区生产总值600亿元，按可比价格计算，比上年增长7%。", "地区生产总值 = 600 亿元; 地区生产总值增长 = 7 %"},
		{"parts of the place", "六县实现地区生产总值600亿元，增长8%，固定资产投资增长9%。市本级一般公共预算收入20亿元，增长4%。高新区经济向好，地区生产总值增长15%。", ""},
		{"other places", "全国城镇调查失业率5.2%，全省地区生产总值增长5%。地区生产总值增长6%，高于全省0.8个百分点。", "地区生产总值增长 = 6 %"},
		{"shares of others", "民生领域占一般公共预算支出比重80%，一般公共预算支出72%以上投向民生领域。", ""},
		{"after the address", "各位代表！地区生产总值增长6%。", "地区生产总值增长 = 6 %"},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, listed(planOfText(t, workReport(c.text, "")), 2030), c.want)
		})
	}
}

// TestStatedCompletion holds that how far a plan was met is no value, that a
// result may be stated without a number, and that a target in brackets is one.
func TestStatedCompletion(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"share of the plan", "城镇新增就业9.8万人，完成年度计划的163%；固定资产投资240亿元，占年计划的144.9%，增长10%；一般公共预算收入50亿元，为预算的128.5%。",
			"城镇新增就业 = 9.8 万人; 固定资产投资 = 240 亿元; 固定资产投资增长 = 10 %; 一般公共预算收入 = 50 亿元"},
		{"points beside the target", "地区生产总值增长7.8%，高于预期目标0.8个百分点；城镇登记失业率3.3%，低于控制目标0.7个百分点；规上工业增加值增长9%，超目标任务1.5个百分点。",
			"地区生产总值增长 = 7.8 %; 城镇登记失业率 = 3.3 %; 规上工业增加值增长 = 9 %"},
		{"times and amounts", "改造老旧小区34个，为省定任务的3.4倍；城镇新增就业5.9万人，超计划9000人。", "改造老旧小区 = 34 个; 城镇新增就业 = 5.9 万人"},
		{"better than a fall foreseen", "进出口总额下降1.9%，好于预期目标3.6个百分点。", "进出口总额下降 = 1.9 %"},
		{"the target in brackets", "居民消费价格上涨2.1%（年度目标为控制在3.5%以下）；城镇新增就业11.7万人，完成年度任务（6万人）的195%；地区生产总值增长6.7%，超过年初预期目标（6.5%）0.2个百分点。",
			"居民消费价格上涨 = 2.1 % target <= 3.5; 城镇新增就业 = 11.7 万人 target = 6; 地区生产总值增长 = 6.7 % target = 6.5"},
		{"stated without a number", "单位GDP能耗完成省下达任务，居民消费价格指数控制在年度目标以内，城乡居民收入与经济增长保持同步。",
			"单位GDP能耗 stated; 居民消费价格指数 stated; 城乡居民收入 stated"},
		{"a number beats words", "固定资产投资超额完成年度目标。固定资产投资240亿元。", "固定资产投资 = 240 亿元"},
		{"pace", "固定资产投资160亿元，超时间进度13.8个百分点；一般公共预算收入24亿元，达到序时进度。", "固定资产投资 = 160 亿元; 一般公共预算收入 = 24 亿元"},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, listed(planOfText(t, workReport(c.text, "")), 2030), c.want)
		})
	}
}

// TestStatedYears holds what a review of several years gives for the last: levels
// that stand at its end, but no growth and no sums over the years.
func TestStatedYears(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"five years, then the year",
			"过去五年，我们奋力前行。\n——综合实力跃升。地区生产总值年均增长8%，城镇新增就业累计24万人，森林覆盖率达到44.8%，固定资产投资增长60%。\n刚刚过去的2030年，地区生产总值增长6%，城镇新增就业5万人。",
			"森林覆盖率 = 44.8 %; 地区生产总值增长 = 6 %; 城镇新增就业 = 5 万人"},
		{"the year, then five years",
			"2030年，地区生产总值增长6%。\n五年来，城乡面貌焕然一新，城镇新增就业24万人，常住人口城镇化率达到63%。\n五年来，粮食产量增长12%。",
			"地区生产总值增长 = 6 %; 常住人口城镇化率 = 63 %"},
		{"a sentence of five years within the year",
			"全年固定资产投资增长8%。“十三五”期间，固定资产投资增长60%，社会消费品零售总额增长50%。",
			"固定资产投资增长 = 8 %"},
		{"the close of a five-year plan",
			"2030年是“十五五”规划的收官之年。全市地区生产总值增长6%。", "地区生产总值增长 = 6 %"},
		{"sums of five years in a clause", "全年接待过夜游客200万人次，五年累计旅游总收入2100亿元。", "接待过夜游客 = 200 万人次"},
		{"best since", "全市地区生产总值增长6%，实现“十四五”以来首次超过全省，固定资产投资增长9%。",
			"地区生产总值增长 = 6 %; 固定资产投资增长 = 9 %"},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, listed(planOfText(t, workReport(c.text, "")), 2030), c.want)
		})
	}
}

// TestStatedPartOfYear holds that a report on half a year states results of that
// half only.
func TestStatedPartOfYear(t *testing.T) {
	p := planOfText(t, "云溪市2030年国民经济和社会发展计划上半年执行情况\n一、上半年执行情况\n"+
		"初步核算，全市地区生产总值600亿元，按可比价格计算，同比增长7.2%。上半年固定资产投资增长8%，全年社会消费品零售总额增长9%。1—6月工业用电量增长5%。\n")
	check(t, listed(p, 2030), "地区生产总值 = 600 亿元 preliminary 2030-H1; 地区生产总值增长 = 7.2 % preliminary 2030-H1; 固定资产投资增长 = 8 % 2030-H1; 工业用电量增长 = 5 % 2030-H1")
}
