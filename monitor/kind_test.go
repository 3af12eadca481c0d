package monitor

import (
	"testing"

	"gangmu/target"
)

func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		name, unit, goal string
		want             Kind
		every            Frequency
	}{
		{"地区生产总值增速", "%", "6以上", Growth, Quarterly},
		{"规模以上工业增加值", "亿元", "增长8%", Growth, Monthly},
		{"全社会固定资产投资", "亿元", "200", Accumulating, Monthly},
		{"单位GDP能耗下降", "%", "3", Growth, HalfYearly},
		{"城镇调查失业率", "%", "控制在5.5以内", Ceiling, Monthly},
		{"空气质量优良天数", "天", "310", Accumulating, Monthly},
		{"数字经济核心产业增加值占地区生产总值比重", "%", "8.5", Share, Yearly},
		{"金融机构人民币贷款余额", "亿元", "500", Stock, Monthly},
		{"地表水水质", "", "保持Ⅲ类", Graded, Monthly},
		{"新增口袋公园", "个", "8", Accumulating, Monthly},
		{"智慧灯杆覆盖率", "%", "80", Share, Monthly},
		{"智慧灯杆", "根", "800", Stock, Monthly},
		{"背街小巷改造", "条", "30", Accumulating, Monthly},
	} {
		s := New(2026, c.name, c.unit, target.Parse(c.goal, target.Context{Unit: c.unit}))
		if s.Kind != c.want || s.Schedule.Frequency != c.every {
			t.Errorf("%s（%s）%s: %s by the %s, want %s by the %s", c.name, c.unit, c.goal, s.Kind, s.Schedule.Frequency, c.want, c.every)
		}
	}
}
