package quantity

import "testing"

func parse(t testing.TB, s string) Quantity {
	t.Helper()
	q, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestCompare(t *testing.T) {
	tests := []struct {
		a, b string
		want Relation
	}{
		{"1.93亿元", "19320.62万元", Agree},
		{"10200万元", "1.02亿元", Agree},
		{"8000人", "0.8万人", Agree},
		{"35.5", "36", Agree},
		{"35.5", "35", Truncated},
		{"35.4", "35", Agree},
		{"40.26%", "40.2%", Truncated},
		{"40.26%", "40.3%", Agree},
		{"40.26%", "40.4%", Differ},
		{"2.40", "2.4", Agree},
		{"2.45", "2.5", Agree},
		{"-2.45", "-2.5", Agree},
		{"-2.45", "-2.4", Truncated},
		{"12.5%", "13.4%", Differ},
		{"超1.3万件", "13500件", Compatible},
		{"超1.3万件", "12000件", Differ},
		{"8以上", "9", Compatible},
		{"8以上", "8以上", Agree},
		{"5.5%以内", "5.6%", Differ},
		{"＜5.5", "＜5.5", Agree},
		{"8000余人", "8321人", Compatible},
		{"8000余人", "9321人", Differ},
		{"近40家", "38家", Compatible},
		{"近40家", "28家", Differ},
		{"7%左右", "7.4%", Compatible},
		{"7%左右", "9%", Differ},
		{"6%-6.5%", "6.3%", Compatible},
		{"1.92:1", "1.921:1", Agree},
		{"44.2∶11.6∶44.2", "44.2:11.6:44.3", Differ},
		{"三分之一", "33.3%", Agree},
		{"六成", "60%", Agree},
		{"15亩", "1公顷", Agree},
		{"100项", "100个", Agree},
		{"100名", "100人", Agree},
		{"100家", "100个", Incomparable},
		{"100人次", "100人", Incomparable},
		{"5%", "5个百分点", Incomparable},
		{"5", "5%", Incomparable},
		{"1.92:1", "1.92", Incomparable},
	}
	for _, tt := range tests {
		a, b := parse(t, tt.a), parse(t, tt.b)
		c, d := Compare(a, b), Compare(b, a)
		if c.Relation != tt.want || d.Relation != tt.want {
			t.Errorf("%s ~ %s: %s, %s; want %s (%s, %s)", a, b, c.Relation, d.Relation, tt.want, c.A, c.B)
		}
		if (c.Relation == Incomparable) != (c.Reason != "") {
			t.Errorf("%s ~ %s: reason %q", a, b, c.Reason)
		}
	}
}

func TestExact(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"35.5", "35", false}, {"35.0", "35", true}, {"8000人", "0.8万人", true},
		{"8以上", "8", false}, {"≥8", "8以上", true}, {"6%-6.5%", "6%至6.5%", true}, {"1.92:1", "1.920:1", true},
	} {
		if got := Exact(parse(t, tt.a), parse(t, tt.b)); got != tt.want {
			t.Errorf("%s, %s: %v", tt.a, tt.b, got)
		}
	}
}

func TestInterval(t *testing.T) {
	for in, want := range map[string]string{
		"2.45":    "[2.445, 2.455)",
		"-2.45":   "(-2.455, -2.445]",
		"0":       "(-0.5, 0.5)",
		"8以上":     "[8, ∞)",
		"8000余":   "(8000, 9000)",
		"1.5万余":   "(1.5, 1.6)",
		"超8000":   "(8000, ∞)",
		"近40":     "(30, 40)",
		"＜5.5":    "(-∞, 5.5)",
		"≤5.5":    "(-∞, 5.5]",
		"5%左右":    "约(4, 6)",
		"6%-6.5%": "[6, 6.5]",
		"1.92:1":  "[1.915, 1.925)",
	} {
		if got := parse(t, in).Interval().String(); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestIn(t *testing.T) {
	for _, tt := range []struct{ in, unit, want string }{
		{"1.93亿元", "万元", "19300万元"},
		{"19320.62万元", "亿元", "1.932062亿元"},
		{"15亩", "公顷", "1公顷"},
		{"2平方公里", "平方米", "2000000平方米"},
		{"3公里", "米", "3000米"},
		{"2年", "个月", "24个月"},
		{"6成", "%", "60%"},
		{"三分之一", "%", "33.3333333333333333333333333333333333333333333333333333333333%"},
	} {
		u, ok := ParseUnit(tt.unit)
		q, err := parse(t, tt.in).In(u)
		if !ok || err != nil || q.String() != tt.want {
			t.Errorf("%s in %s: %s, %v", tt.in, tt.unit, q, err)
		}
	}
	if _, err := parse(t, "5%").In(Unit{Text: "个百分点", Dim: Points, Base: "个百分点"}); err == nil {
		t.Error("a share became points")
	}
}
