package monitor

import (
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

// values reads "2026-10 62.1" lines in the unit of s.
func (s Series) with(pairs ...string) Series {
	for i := 0; i < len(pairs); i += 2 {
		p, err := ParsePeriod(pairs[i])
		if err != nil {
			panic(err)
		}
		s.Values = append(s.Values, Value{Seq: int64(len(s.Values) + 1), Period: p, Actual: target.ParseActualIn(pairs[i+1], s.Context)})
	}
	return s
}

func series(name, unit, goal string) Series {
	s := New(2026, name, unit, target.Target{})
	s.Target = target.Parse(goal, s.Context)
	s.Kind = KindOf(name, unit, s.Target)
	s.Schedule.Frequency = Monthly
	return s
}

func TestPrintAll(t *testing.T) {
	for _, s := range []Series{
		series("城镇新增就业", "人", "10000以上").with("2026-07", "4300", "2026-08", "5000", "2026-09", "5600", "2026-10", "6210"),
		series("地区生产总值增速", "%", "6以上").with("2026-Q3", "5.2"),
		series("城镇调查失业率", "%", "控制在5.5以内").with("2026-10", "5.7"),
		series("数字经济核心产业增加值占地区生产总值比重", "%", "8.5").with("2025", "8.0", "2026-10", "8.2"),
		series("生产安全事故死亡人数", "人", "不超过12").with("2026-10", "13"),
		series("空气质量优良天数", "天", "310").with("2026-10", "240"),
		series("地表水水质", "", "保持Ⅲ类").with("2026-10", "Ⅳ类"),
		series("能耗双控", "", "完成市级下达目标").with("2026-10", "3.2"),
	} {
		j := Judge(s, day("2026-11-10"), Defaults())
		t.Log(s.Context.Name, s.Kind, j.Light, j.Reason, j.Zh, j.En)
	}
}
