package quantity

import "testing"

func TestParseUnit(t *testing.T) {
	tests := []struct {
		in, base, scale string
		dim             Dimension
	}{
		{"%", "%", "1", Share}, {"％", "%", "1", Share}, {"‰", "%", "0.1", Share},
		{"个百分点", "个百分点", "1", Points}, {"百分点", "个百分点", "1", Points},
		{"万人", "人", "10000", People}, {"名", "人", "1", People}, {"万人次", "人次", "10000", People},
		{"亿元", "元", "100000000", Money}, {"万美元", "美元", "10000", Money}, {"万亿元", "元", "1000000000000", Money},
		{"万吨标准煤", "吨标准煤", "10000", Energy}, {"万吨", "吨", "10000", Mass}, {"公斤", "吨", "0.001", Mass},
		{"平方公里", "亩", "1500", Area}, {"公顷", "亩", "15", Area}, {"万亩", "亩", "10000", Area}, {"万平方米", "亩", "15", Area},
		{"亿立方米", "立方米", "100000000", Volume}, {"公里", "米", "1000", Length},
		{"千瓦时", "千瓦时", "1", Energy}, {"亿度", "千瓦时", "100000000", Energy}, {"亿千瓦时", "千瓦时", "100000000", Energy},
		{"万千瓦", "千瓦", "10000", Power}, {"MW", "千瓦", "1000", Power}, {"kV", "千伏", "1", Voltage},
		{"件", "件", "1", Count}, {"项", "个", "1", Count}, {"万套", "套", "10000", Count}, {"场次", "场次", "1", Count},
		{"标箱", "标箱", "1", Count}, {"天", "秒", "86400", Time}, {"年", "月", "12", Time},
		{"倍", "倍", "1", Fold}, {"番", "番", "1", Fold},
		{"万元/人", "元/人", "10000", Rate}, {"件/万人", "件/人", "0.0001", Rate}, {"元/月", "元/月", "1", Rate},
		{"（亿元）", "元", "100000000", Money}, {"单位：亿元", "元", "100000000", Money}, {"（单位：%）", "%", "1", Share}, {"计量单位:万吨", "吨", "10000", Mass},
	}
	for _, tt := range tests {
		u, ok := ParseUnit(tt.in)
		if !ok || u.Dim != tt.dim || u.Base != tt.base || !u.Scale.Equal(MustNumber(tt.scale)) {
			t.Errorf("%s: %+v, %v", tt.in, u, ok)
		}
	}
	for _, in := range []string{"", "增速", "%、个百分点", "亿元左右", "单位", "月"} {
		if u, ok := ParseUnit(in); ok {
			t.Errorf("%q is %+v", in, u)
		}
	}
}

func TestParseIn(t *testing.T) {
	tests := []struct{ in, unit, want string }{
		{"8以上", "%", "≥8%"},
		{"0.8", "万人", "0.8万人"},
		{"1.5万", "人", "1.5万人"},
		{"1.5万", "万元", "1.5万元"},
		{"5个百分点", "%", "5个百分点"},
		{"1.92:1", "%", "1.92:1"},
		{"6-6.5", "%", "6%至6.5%"},
	}
	for _, tt := range tests {
		u, ok := ParseUnit(tt.unit)
		q, err := ParseIn(tt.in, u)
		if !ok || err != nil || q.String() != tt.want {
			t.Errorf("%s in %s: %s, %v", tt.in, tt.unit, q, err)
		}
	}
}

// Every unit of the table reads as itself, so that none hides another.
func TestUnitTable(t *testing.T) {
	for _, row := range unitTable {
		u, ok := ParseUnit(row.text)
		if !ok || u.Base != row.base || u.Dim != row.dim {
			t.Errorf("%s reads as %+v", row.text, u)
		}
	}
	for text := range spokenUnits {
		if _, ok := ParseUnit(text); !ok {
			t.Errorf("%s is no unit", text)
		}
	}
	for text := range wordStarts {
		if _, ok := ParseUnit(text); !ok {
			t.Errorf("%s is no unit", text)
		}
	}
}
