package quantity

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var seeds = []string{
	"2024年1月16日，增长6.3%，新建5座、3公里，“2+4”产业，S106线K0+160，110千伏，1.92:1，44.2∶11.6∶44.2",
	"不低于1,100万元，近3.2万人，1.5万余人，40. 8公里，2 093人，１２．５％，5000到6000人，3亿5000万元",
	"百分之八点五，三分之一，六成半，翻两番，二十万亿元，一万五千人，二〇二四年十月一日，十四五，六届二次、三次全会",
	"（一）1.2023年 1.1.2 ① 第三季度 前11个月 10:30 2024-01-05 “7.27” 23323395346268 -6.9 ±800kV 1/3 2万元/梯",
	"2332、33953、46268人 0-6岁 3岁以下儿童 1500万（平方米）包装 15分钟生活圈",
	"≥75.81", "＜5.5", "翻番", "\xff1\xf0", "1.", ".5", "１．", "1" + strings.Repeat("0", 60),
}

func FuzzScan(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for m := range Scan(s) {
			if m.Lead < last || m.Start < m.Lead || m.NumStart < m.Start || m.NumEnd <= m.NumStart || m.End < m.NumEnd || m.End > len(s) {
				t.Fatalf("%q: offsets %+v behind %d", s, m, last)
			}
			for _, at := range []int{m.Lead, m.Start, m.NumStart, m.NumEnd, m.End} {
				if at < len(s) && !utf8.RuneStart(s[at]) && utf8.ValidString(s) {
					t.Fatalf("%q: %d is inside a character", s, at)
				}
			}
			if m.Kind == Amount {
				_ = m.Quantity.String()
				_ = m.Quantity.Base()
			}
			last = m.End
		}
	})
}

func FuzzRecognize(f *testing.F) {
	for _, s := range append(seeds, "三 百 五 又 三  分 之 一，-1.1^--23，2e5，十几万多亿，五兆六十二亿四万五千二", "大于 等于 5且小于10，10与20间，比三十大，$20，五块三毛二，倒数第二，十打，1 4/3") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, e := range Recognize(s) {
			if e.Start < last || e.NumStart < e.Start || e.NumEnd <= e.NumStart || e.End < e.NumEnd || e.End > len(s) {
				t.Fatalf("%q: offsets %+v behind %d", s, e, last)
			}
			if i := e.Interval(); e.Quantity.Form == Range && i.Low.Cmp(i.High) >= 0 {
				t.Fatalf("%q: %s", s, i)
			}
			_ = e.Quantity.String()
			_ = e.Quantity.Base()
			last = e.End
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '，' || r == ' ' }) {
			f.Add(part)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			_ = err.Error()
			return
		}
		p, err := Parse(q.String())
		if err != nil || p.String() != q.String() {
			t.Fatalf("%q is %s, which reads as %s, %v", s, q, p, err)
		}
		if r := Compare(q, p).Relation; r != Agree {
			t.Fatalf("%q: %s against itself: %s", s, q, r)
		}
	})
}
