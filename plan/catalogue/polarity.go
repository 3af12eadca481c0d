package catalogue

import "gangmu/internal/words"

// PolarityOf is the better direction of a named value. The catalogue decides
// where it knows the name. Otherwise words do, in this order:
//
//  1. a name that ends in a fall (…下降, …降低率, …减排量) or in work done on
//     something bad (…清零率, 整治, 处置, 化解) is better when higher;
//  2. a name of something bad (失业率, 死亡, 能耗, 排放, 不良率, 浓度, 收入比,
//     负债率, 漏损率 …) is better when lower;
//  3. anything else is better when higher, as most of a plan is.
func PolarityOf(name string) Polarity { return MeaningOf(name).Polarity }

// MeasureOf is what the words of a name say of its subject, also where the
// catalogue does not know the subject: 散煤用量下降 is a Decline, whose numbers
// count the fall; 夜间消费额增速 a Growth.
func MeasureOf(name string) Measure { return MeaningOf(name).Measure }

// Meaning is all that a printed name says: its Entry where the catalogue knows
// it, its measure and its better direction in any case.
type Meaning struct {
	Entry    Entry
	Known    bool
	Measure  Measure
	Polarity Polarity
}

// MeaningOf reads a printed name once for everything that it says.
func MeaningOf(name string) Meaning {
	e, known := Lookup(name)
	n := canonical(dropBrackets(cutLead(clean(name))))
	_, m, cut := cutMeasure(n)
	if !cut {
		m.Measure = Level
	}
	return Meaning{e, known, measureOf(m.Measure, e, known), polarityOf(n, m.Measure, e, known)}
}

func polarityOf(n string, m Measure, e Entry, known bool) Polarity {
	if known {
		return e.Polarity
	}
	if m != Decline && evils.In(n) && !remedies.In(n) {
		return Down
	}
	return Up
}

func measureOf(m Measure, e Entry, known bool) Measure {
	if known && m != Decline {
		return e.Measure
	}
	return m
}

var remedies = words.New("清零率", "治理", "整治", "整改", "处置", "处理", "化解", "办结", "利用率", "利用量", "回收", "达标", "合格",
	"优良", "覆盖率", "救助", "清欠", "破案", "减排", "削减", "压减", "淘汰", "下降", "降低", "减少", "满意", "修复", "改造", "完成率", "排查", "就业率", "稳岗")

var evils = words.New("失业", "死亡", "伤亡", "事故", "火灾", "发病", "患病", "感染率", "不良", "能耗", "水耗", "电耗", "物耗", "煤耗", "地耗",
	"碳排放", "排放", "浓度", "污染", "收入比", "倍差", "差距", "负债", "债务率", "杠杆率", "逾期", "欠款", "欠薪", "漏损", "流失率", "辍学",
	"贫困发生率", "贫困人口", "恩格尔", "犯罪", "发案", "案件", "信访", "上访", "投诉", "居民消费价格", "物价", "酸雨", "沙化", "侵蚀",
	"劣Ⅴ", "劣V", "劣五类", "办理时限", "办理时间", "办结时限", "空置率", "闲置", "库存", "成本", "费用率", "用水量", "违法", "黑臭", "过剩", "亏损", "拥堵", "近视率", "缺口")
