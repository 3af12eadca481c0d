package document

import "testing"

func TestHeadingLevel(t *testing.T) {
	none := -1
	tests := []struct {
		s    string
		want int
	}{
		{"一、过去一年计划执行情况", 1},
		{"十二、保障措施", 1},
		{"一、　总体要求", 1},
		{"一、", none},
		{"一是投入不足", none},
		{"（三）扩大有效投资", 2},
		{"(三)扩大有效投资", 2},
		{"（二）落实决议情况。", 2},
		{"（一）稳住投资。全年完成投资二十亿元，增长一成。", none},
		{"（新区）规划", none},
		{"（一）", none},
		{"1.夯实基础", 3},
		{"１．夯实基础", 3},
		{"2、夯实基础", 3},
		{"3.5亿元", none},
		{"1.建成公厕七座，农贸市场三个。", none},
		{"1", none},
		{"2025年", none},
		{"第一部分 工作回顾", 1},
		{"第三章　创新", 2},
		{"第二节 扩大开放", 3},
		{"第一篇", 1},
		{"第一产业增加值增长四成", none},
		{"第二章程修订", none},
		{"附件", 1},
		{"附件1", 1},
		{"附件 2：主要指标表", 1},
		{"附录一　名词解释", 1},
		{"附件：1.主要指标完成情况", none},
		{"附近的居民", none},
		{"名 词 解 释", 1},
		{"名词解释如下", none},
		{"专栏3：重点项目", 0},
		{"专栏 三 重点项目", 0},
		{"专栏作家", none},
		{"一、总体要求\t3", none},
		{"一、总体要求……… 3", none},
		{"一、总体要求......3", none},
		{"", none},
	}
	for _, test := range tests {
		got, ok := HeadingLevel(test.s)
		if !ok {
			got = none
		}
		if got != test.want {
			t.Errorf("%q: level %d, want %d", test.s, got, test.want)
		}
	}
}

func TestPageNumber(t *testing.T) {
	for s, want := range map[string]bool{
		"— 3 —": true, "- 12 -": true, "－５－": true, "第 4 页": true, "第4页 共20页": true, "第4页，共20页": true,
		"3": false, "—": false, "-6.9": false, "——三": false, "第四页": false, "第4页的表": false, "第 页": false, "": false,
	} {
		if got := PageNumber(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
