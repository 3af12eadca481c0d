package target

import "testing"

func TestParseActual(t *testing.T) {
	share := Context{Unit: "%"}
	growth := Context{Unit: "%", Growth: true}
	fall := Context{Unit: "%", Fall: true}
	for _, c := range []struct {
		text    string
		c       Context
		value   string // printed quantity, "" for none
		quality Quality
	}{
		{"6.3", growth, "6.3", Plain},
		{"-6.9", growth, "-6.9", Plain},
		{"增长6.3%", growth, "6.3%", Plain},
		{"下降1.2%", growth, "-1.2%", Plain},
		{"下降3.2%", fall, "3.2%", Plain},
		{"上升0.4%", fall, "-0.4%", Plain},
		{"降至4.8%", share, "4.8%", Plain},
		{"＜5.5", share, "＜5.5", BoundValue},
		{"1.91:1", Context{}, "1.91:1", Plain},
		{"5%左右", growth, "5%左右", BoundValue},
		{"近40", Context{Unit: "家"}, "近40", BoundValue},
		{"8000余", Context{Unit: "户"}, "8000余", BoundValue},
		{"超30亿元", Context{Unit: "亿元"}, "＞30亿元", BoundValue},
		{"完成36万吨", Context{Unit: "万吨"}, "36万吨", Plain},
		{"35.2亿元，增长6%", Context{Unit: "%", Growth: true}, "6%", Plain},
		{"35.2亿元，增长6%", Context{Unit: "亿元"}, "35.2亿元", Plain},
		{"预计6.5%", growth, "6.5%", Forecast},
		{"初步核算6.5%", growth, "6.5%", Preliminary},
		{"同比持平", growth, "0%", Plain},
		{"与上年持平", share, "", Qualitative},
		{"正增长", growth, "＞0%", BoundValue},
		{"完成", Context{}, "", Qualitative},
		{"保持Ⅲ类", Context{}, "", Qualitative},
		{"预计能达到“十四五”序时进度", Context{}, "", Qualitative},
		{"完成年度计划的163%", Context{}, "", Qualitative},
		{"—", Context{}, "", Missing},
		{"", Context{}, "", Missing},
		{"/", Context{}, "", Missing},
		{"…", Context{}, "", Missing},
		{"暂无", Context{}, "", Missing},
		{"暂无预计", Context{}, "", Missing},
		{"市级暂未下达", Context{}, "", Missing},
		{"未下达", Context{}, "", Missing},
	} {
		a := ParseActualIn(c.text, c.c)
		got := ""
		if a.HasValue {
			got = a.Quantity.String()
		}
		if got != c.value || a.Quality != c.quality || a.Text != c.text {
			t.Errorf("ParseActualIn(%q) = %q %q, want %q %q", c.text, got, a.Quality, c.value, c.quality)
		}
	}
	if a := ParseActual("持平", "%"); !a.HasValue || a.Quantity.Value.Sign() != 0 {
		t.Errorf("持平 in a column of percent = %+v, want a growth of 0", a)
	}
}
