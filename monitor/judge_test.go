package monitor

import (
	"strings"
	"testing"
	"time"

	"gangmu/target"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// with adds values, given as period and printed value.
func (s Series) with(pairs ...string) Series {
	s.Values = s.Values[:len(s.Values):len(s.Values)]
	for i := 0; i < len(pairs); i += 2 {
		p, err := ParsePeriod(pairs[i])
		if err != nil {
			panic(err)
		}
		s.Values = append(s.Values, Value{Seq: int64(len(s.Values) + 1), Period: p, Actual: target.ParseActualIn(pairs[i+1], s.Context)})
	}
	return s
}

// series is a row of a plan, reported by the month.
func series(name, unit, goal string) Series {
	s := New(2026, name, unit, target.Target{})
	s.Target = target.Parse(goal, s.Context)
	s.Kind = KindOf(name, unit, s.Target)
	s.Schedule.Frequency = Monthly
	return s
}

func (s Series) binding() Series { s.Binding = true; return s }

func (s Series) at(f Frequency) Series { s.Schedule.Frequency = f; return s }

func (s Series) ref(name, value, unit string) Series {
	s.Context.References = map[string]quantityOf{name: target.ParseActual(value, unit).Quantity}
	return s
}

func TestLights(t *testing.T) {
	jobs := series("城镇新增就业", "人", "10000以上")
	growth := series("地区生产总值增速", "%", "6以上")
	rate := series("城镇调查失业率", "%", "控制在5.5以内")
	deaths := series("生产安全事故死亡人数", "人", "不超过12")
	days := series("空气质量优良天数", "天", "310")
	share := series("数字经济核心产业增加值占地区生产总值比重", "%", "8.5")
	for _, c := range []struct {
		name   string
		s      Series
		light  Light
		reason Reason
		want   string // in the sentence
	}{
		{"the pace with all its arithmetic", jobs.with("2026-07", "4300", "2026-08", "5000", "2026-09", "5600", "2026-10", "6210"), Yellow, ByPace,
			"序时83.3%，完成62.1%，差21.2个百分点；按近三月速度全年预计73%—77%；余下两月每月需19.0%，此前月均6.2%。"},
		{"ahead of the pace", jobs.with("2026-10", "9720"), Green, ByPace, "完成97.2%，超13.9个百分点"},
		{"a little behind", jobs.with("2026-10", "8000"), Green, ByPace, "差3.3个百分点"},
		{"more than thirty points behind", jobs.with("2026-10", "5000"), Red, ByPace, "差33.3个百分点"},
		{"reached before the year's end", jobs.with("2026-10", "10000"), Green, ByPace, "已完成全年目标"},
		{"the year is over and missed", jobs.with("2026-12", "9990").binding(), Red, MissCertain, "全年未达目标"},
		{"the year is over and met", jobs.with("2026-12", "10000").binding(), Green, ByPace, "完成100.0%"},
		{"other units are converted", series("社会消费品零售总额", "亿元", "120").with("2026-06", "600000万元"), Green, ByPace, "序时50.0%，完成50.0%，与序时持平"},

		{"growth in points, with what the rest must bring", growth.with("2026-10", "5.2"), Yellow, ByTarget, "目标6%，1—10月5.2%，低0.8个百分点"},
		{"growth needed by equal months", growth.with("2026-10", "5.2"), Yellow, ByTarget, "余下两月需增长10.0%（按各月同等推算）"},
		{"growth far off", growth.with("2026-10", "3.9"), Red, ByTarget, "低2.1个百分点"},
		{"growth reached", growth.with("2026-10", "6.4"), Green, ByTarget, "高0.4个百分点"},
		{"a growth that must stay under", series("能源消费总量增速", "%", "控制在3%以内").with("2026-10", "3.4"), Yellow, ByTarget, "高0.4个百分点"},

		{"a ceiling kept", rate.with("2026-10", "5.2"), Green, ByTarget, "控制目标5.5%，10月末5.2%，低0.3个百分点"},
		{"a ceiling passed for now", rate.with("2026-10", "5.7"), Yellow, ByTarget, "余下两月每月需降低0.1个百分点"},
		{"a total past its ceiling", deaths.with("2026-10", "13").binding(), Red, MissCertain, "完不成已成定局"},
		{"the same of an anticipatory target", deaths.with("2026-10", "13"), Yellow, MissCertain, "已用108.3%"},
		{"a total near its ceiling", deaths.with("2026-10", "12").binding(), Yellow, ByPace, "多用16.7个百分点"},
		{"too few days left", days.with("2026-10", "240").binding(), Red, MissCertain, "余下天数全部达标也完不成"},
		{"just enough days left", days.with("2026-10", "249").binding(), Green, ByPace, "差3.0个百分点"},

		{"the path from last year", share.with("2025", "7.9", "2026-06", "8.0"), Green, ByPath, "按上年数到目标的直线应为8.2%，低0.2个百分点"},
		{"far below the path", share.with("2025", "7.9", "2026-06", "6.1"), Red, ByPath, "低2.1个百分点"},
		{"last year was better already", share.with("2025", "8.8", "2026-06", "8.6"), Green, ByTarget, "高0.1个百分点"},
		{"a stock counts in percent of its target", series("常住人口", "万人", "80").with("2026-06", "78.4"), Yellow, ByTarget, "低1.6万人（目标的2.0%）"},

		{"a range", series("地区生产总值增速", "%", "6%-6.5%").with("2026-10", "5.8"), Yellow, ByTarget, "低0.2个百分点"},
		{"base and stretch", series("地区生产总值增速", "%", "增长5.5%、力争6%").with("2026-10", "5.6"), Green, ByTarget, "高0.1个百分点"},
		{"about", series("地区生产总值增速", "%", "6%左右").with("2026-10", "6.0"), Green, ByTarget, "持平"},
		{"a change against last year", series("民营经济增加值占地区生产总值比重", "%", "提高1个百分点").with("2025", "60.0", "2026-06", "60.1"), Green, ByPath, "目标61.0%"},
		{"a change without last year's value", series("民营经济增加值占地区生产总值比重", "%", "提高1个百分点").with("2026-06", "60.1"), None, NoNumber, "缺少上年数"},
		{"a benchmark with its other series", series("居民消费价格涨幅", "%", "低于全市平均").ref("全市平均", "2.0", "%").with("2026-06", "1.5"), Green, ByTarget, "低0.5个百分点"},
		{"a benchmark without it", series("居民消费价格涨幅", "%", "低于全市平均").with("2026-06", "1.5"), None, NoNumber, "缺少“全市平均”的数"},
		{"a class kept", series("地表水水质", "", "保持Ⅲ类").with("2026-06", "Ⅱ类"), Green, ByWord, "好于目标类别"},
		{"a class lost", series("地表水水质", "", "保持Ⅲ类").with("2026-06", "Ⅳ类"), Yellow, ByWord, "差于目标类别"},
		{"a class lost for the year", series("地表水水质", "", "保持Ⅲ类").with("2026", "Ⅳ类").binding(), Red, MissCertain, "差于目标类别"},
		{"handed down", series("能耗强度", "", "完成市级下达目标").with("2026-06", "3.2"), None, NoNumber, "目标由上级下达"},
		{"stated as done", series("能耗强度", "", "完成市级下达目标").with("2026-06", "完成市级目标"), Green, ByWord, "报告称"},
		{"deferred", series("能耗强度", "", "“十四五”期内统筹").with("2026-06", "3.2"), None, NoNumber, "规划期内统筹"},
		{"open", series("研发投入", "亿元", "/").with("2026-06", "3.2"), None, NoNumber, "无从比较"},
		{"words", series("营商环境", "", "持续优化").with("2026-06", "3.2"), None, NoNumber, "没有写成可比的数"},

		{"a bound that implies the ceiling", rate.with("2026-10", "＜5.5"), Green, ByWord, "优于控制目标"},
		{"a bound that implies nothing", rate.with("2026-10", "＜6"), None, NotOneNumber, "实际数不是一个确定的数"},
		{"about so many cannot be paced", jobs.with("2026-10", "近6000"), None, NotOneNumber, "不能同序时比较"},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := Judge(c.s, day("2026-11-10"), Defaults())
			if last := c.s.current(); len(last) > 0 && last[len(last)-1].Period.Last < 10 {
				j = c.s.judge(last, Defaults())
			}
			if j.Light != c.light || j.Reason != c.reason || !strings.Contains(j.Zh, c.want) {
				t.Errorf("%s %s %s\nwant %s %s …%s…", j.Light, j.Reason, j.Zh, c.light, c.reason, c.want)
			}
			if !strings.HasSuffix(j.Zh, "。") || !strings.HasSuffix(j.En, ".") || strings.Contains(j.Zh, "。。") || strings.Contains(j.En, "..") {
				t.Errorf("not one sentence each: %q %q", j.Zh, j.En)
			}
		})
	}
}

func TestDueDays(t *testing.T) {
	quarterly := series("地区生产总值增速", "%", "6以上").at(Quarterly)
	monthly := series("城镇新增就业", "人", "10000以上")
	for _, c := range []struct {
		name, today string
		s           Series
		light       Light
		want        string
	}{
		{"nothing is due yet", "2026-02-10", monthly, None, "第一次数据为1月，2月15日前报送。"},
		{"the first is overdue", "2026-02-16", monthly, Missing, "1月数应于2月15日前报送，尚未收到；本年还没有报过数。"},
		{"on the due day it is still in time", "2026-11-15", monthly.with("2026-09", "7500"), Green, "与序时持平"},
		{"the day after it is not, and the last light is told", "2026-11-16", monthly.with("2026-09", "7500"), Missing, "10月数应于11月15日前报送，尚未收到；9月时：序时75.0%"},
		{"a quarter's light stays", "2026-12-20", quarterly.with("2026-Q3", "6.1"), Green, "；下一次数据为四季度，2027年1月15日前报送。"},
		{"until the next is overdue", "2027-01-16", quarterly.with("2026-Q3", "6.1"), Missing, "四季度数应于1月15日前报送"},
	} {
		if j := Judge(c.s, day(c.today), Defaults()); j.Light != c.light || !strings.Contains(j.Zh, c.want) {
			t.Errorf("%s: %s %s\nwant %s …%s…", c.name, j.Light, j.Zh, c.light, c.want)
		}
	}
}

// A plan's milestones take the place of the pace, in a straight line between them.
func TestMilestones(t *testing.T) {
	s := series("城镇新增就业", "人", "10000以上").with("2026-05", "3000")
	s.Milestones = []Milestone{{Quarter(2026, 1), num("1000")}, {Quarter(2026, 2), num("4000")}}
	j := Judge(s, day("2026-06-01"), Defaults())
	if j.Reason != ByMilestone || j.Light != Green || !strings.Contains(j.Zh, "节点30.0%，完成30.0%，与节点持平") {
		t.Errorf("%s %s %s", j.Light, j.Reason, j.Zh)
	}
}

func TestOwnShapeBesideThePace(t *testing.T) {
	s := series("城镇新增就业", "人", "10000以上").with("2024-06", "40", "2024", "100", "2026-06", "4500")
	if j := s.judge(s.current(), Defaults()); j.Shape != nil {
		t.Errorf("one year is no shape: %s", j.Zh)
	}
	s = s.with("2025-06", "50", "2025", "100")
	if j := s.judge(s.current(), Defaults()); j.Shape == nil || !strings.Contains(j.Zh, "前两年同期平均完成全年的45.0%") {
		t.Errorf("%s", j.Zh)
	}
}

func TestGrowthNeededByLastYearsMonths(t *testing.T) {
	s := series("规模以上工业增加值增速", "%", "8")
	s.Levels = s.with("2025-10", "70", "2025", "100").Values
	s = s.with("2026-10", "7.0")
	j := s.judge(s.current(), Defaults())
	if !strings.Contains(j.Zh, "余下两月需增长10.3%（按上年各月占比推算）") { // (8 - 0.7 x 7.0) / 0.3
		t.Error(j.Zh)
	}
}

func TestFlowsAreAddedUp(t *testing.T) {
	s := series("固定资产投资完成额", "亿元", "120")
	s.Kind, s.Flow = Accumulating, true
	whole := s.with("2026-01..02", "18", "2026-03", "12")
	if j := whole.judge(whole.current(), Defaults()); !strings.Contains(j.Zh, "完成25.0%") {
		t.Error(j.Zh)
	}
	gap := s.with("2026-01..02", "18", "2026-04", "12")
	if j := gap.judge(gap.current(), Defaults()); j.Light != None || !strings.Contains(j.Zh, "前期数不全") {
		t.Error(j.Zh)
	}
}
