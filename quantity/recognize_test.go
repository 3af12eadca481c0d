package quantity

import (
	"fmt"
	"strings"
	"testing"
)

// TestRecognize states what is found in everyday sentences: the whole text of
// each number and how it prints.
func TestRecognize(t *testing.T) {
	tests := []struct {
		text string
		want string // "text=quantity" of every entity, separated by ", "
	}{
		{"他今年三十五岁，身高一米七五，有两个孩子。", "三十五岁=35岁, 一米七五=1.75米, 两个=2个"},
		{"买了3斤苹果，花了二十三块五，又买了一打鸡蛋。", "3斤=3斤, 二十三块五=23.5块, 一打=12"},
		{"零下十二度，负2.5亿元，减负5亿元", "零下十二度=-12度, 负2.5亿元=-250000000元, 5亿元=500000000元"},
		{"三分之二同意，百分之五反对，3又1/2杯，1 1/4", "三分之二=2/3, 百分之五=5%, 3又1/2杯=3.5杯, 1 1/4=1.25"},
		{"三百多页，约二十万字，十几个，10多万人", "三百多页=300余页, 约二十万字=200000字左右, 十几个=10余个, 10多万人=100000余人"},
		{"100元到200元之间，3至5天，1~2个，5k-20k", "100元到200元之间=100元至200元, 3至5天=3天至5天, 1~2个=1个至2个, 5k-20k=5000至20000"},
		{"一两天，三五个人，七八十人，几十万人，数百家，一百二三十人", ""},
		{"一体化、统一思想、十分重要、万一、千方百计、四川、队伍、收拾、星期三", ""},
		{"第三名，倒数第二，第3万回", "第三名=3名, 倒数第二=-2, 第3万回=30000回"},
		{"比50多，大于 等于 5，> 5，三十开外，过了3天，经过5年", "比50多=＞50, 大于 等于 5=≥5, > 5=＞5, 三十开外=＞30, 过了3天=＞3天, 5年=5年"},
		{"三 千 八 百，三百万 五千亿，1 000 000元", "三 千 八 百=3800, 三百万=3000000, 五千亿=500,000,000,000, 1 000 000元=1000000元"},
		{"2^10，1.5e3，-2^-1，9^999", "2^10=1024, 1.5e3=1500, -2^-1=-0.5, 9=9, 999=999"},
		{"US$20，￥45.80，RMB300，三块石头，三块", "US$20=20美元, ￥45.80=45.80元, RMB300=300元, 三块=3块, 三块=3块"},
		{"2兆元，100兆宽带，五百兆瓦，五十兆六亿", "2兆元=2,000,000,000,000元, 100兆=100兆, 五百兆瓦=500兆瓦, 五十兆六亿=50,000,600,000,000"},
		{"三千米，五千瓦，两万两，一个半小时", "三千米=3千米, 五千瓦=5千瓦, 两万两=20000两, 一个半小时=1.5小时"},
		{"第一行三个\n第二行四个", "第一=1, 三个=3个, 第二=2, 四个=4个"},
		{"A2021，5G网络，B12，192.168.1.2", "192=192, 168=168, 1=1, 2=2"},
		{strings.Repeat("9", 41) + "，" + strings.Repeat("1", 21), strings.Repeat("1", 21) + "=" + "111" + strings.Repeat(",111", 6)},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range Recognize(tt.text) {
			got = append(got, fmt.Sprintf("%s=%s", tt.text[e.Start:e.End], e.Quantity))
		}
		if g := strings.Join(got, ", "); g != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, g, tt.want)
		}
	}
}

func TestRecognizeInterval(t *testing.T) {
	for text, want := range map[string]string{
		"大于20并且小于等于35":  "(20, 35]",
		"至少3个，最多5个":     "[3, 5]",
		"最多5个最少3个":      "[3, 5]",
		"比二分之一小，比四分之一大": "(0.25, 0.5)",
		"20到30之间":       "[20, 30]",
		"第十和第十五之间":      "[10, 15]",
		"不小于一百":         "[100, ∞)",
	} {
		es := Recognize(text)
		if len(es) != 1 || es[0].Interval().String() != want {
			t.Errorf("%s: %v, want %s", text, es, want)
		}
	}
	if es := Recognize("大于50小于12"); len(es) != 2 {
		t.Errorf("bounds that exclude each other: %v", es)
	}
}

func ExampleRecognize() {
	text := "大于二十并且小于三十五，第三名，共四十九兆元"
	for _, e := range Recognize(text) {
		fmt.Println(e.Kind, text[e.Start:e.End], e.Interval())
	}
	// Output:
	// 数量 大于二十并且小于三十五 (20, 35)
	// 序数 第三名 [3, 3]
	// 数量 四十九兆元 [48500000000000, 49500000000000)
}
