package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTables(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"flattened", "表1：\n\t序号\n\t指标\n\t目标\n任务\n\n\t1\n\t产值\n\t8\n\n\t一、质量\n\t\n\n\t\n\t其中：税收\n\t\n\n\t2\n\t税收\n\t5\n\n\n备注：完。\n", `
p 1:1 表1：
table t1 5×3
   | 序号 | 指标 | 目标⏎任务
   | 1 | 产值 | 8
   | 一、质量 | 
   |  | 其中：税收 | 
   | 2 | 税收 | 5
p 23:1 备注：完。
`},
		{"flattened, a paragraph right behind", "\t甲\n\t1\n\n\t乙\n\t2\n\n后文。\n", `
table t1 2×2
   | 甲 | 1
   | 乙 | 2
p 7:1 后文。
`},
		{"flattened at the end of the file", "\t甲\n\t1\n\n\t乙\n\t2", `
table t1 2×2
   | 甲 | 1
   | 乙 | 2
`},
		{"flattened with a title row", "\t年度指标\n\n\t甲\n\t1\n\n\t乙\n\t2\n\n\n", `
p 1:2 年度指标
table t1 2×2
   | 甲 | 1
   | 乙 | 2
`},
		{"flattened with spaces", "　　甲\n　　1\n\n　　乙\n　　2\n\n　　丙\n　　3\n\n\n正文\n", `
table t1 3×2
   | 甲 | 1
   | 乙 | 2
   | 丙 | 3
p 11:1 正文
`},
		{"indented paragraphs in groups of two", "　　甲。\n　　乙。\n\n　　丙。\n　　丁。\n", `
p 1:3 甲。
p 2:3 乙。
p 4:3 丙。
p 5:3 丁。
`},
		{"box", "前文。\n\t专栏2：重点项目\n\n\t开工：甲、乙。\n续建：丙。\n\n\n后文。\n", `
p 1:1 前文。
box t1
  h0 2:2 专栏2：重点项目
  p 4:2 开工：甲、乙。
  p 5:1 续建：丙。
p 8:1 后文。
`},
		{"box in one cell", "\t专栏2：重点项目\n开工：甲、乙。\n续建：丙。\n\n\n后文。\n", `
box t1
  h0 1:2 专栏2：重点项目
  p 2:1 开工：甲、乙。
  p 3:1 续建：丙。
p 6:1 后文。
`},
		{"boxes without a gap", "\t专栏1 甲\n\n\t开工：甲。\n\n\t专栏2 乙\n\n\t开工：乙。\n\n\n", `
box t1
  h0 1:2 专栏1 甲
  p 3:2 开工：甲。
box t2
  h0 5:2 专栏2 乙
  p 7:2 开工：乙。
`},
		{"box whose lines are all indented", "\t专栏1 甲\n\n\t开工：甲。\n\t续建：乙。\n\n\n", `
box t1
  h0 1:2 专栏1 甲
  p 3:2 开工：甲。
  p 4:2 续建：乙。
`},
		{"box without a number", "\t民生实事清单\n\n\t（一）村镇\n1.水厂。\n2.公路。\n\n\n正文\n", `
box t1
  p 1:2 民生实事清单
  h2 3:2 （一）村镇
  p 4:1 1.水厂。
  p 5:1 2.公路。
p 8:1 正文
`},
		{"from a spreadsheet", "序号\t指标\t目标\n1\t产值\t8以上\n一、质量\t\t\n\t其中：税收\t5\n\n正文\n", `
table t1 4×3
   | 序号 | 指标 | 目标
   | 1 | 产值 | 8以上
   | 一、质量 |  | 
   |  | 其中：税收 | 5
p 6:1 正文
`},
		{"from a spreadsheet, merged rows without tabs", "序号\t指标\n1\t产值\n一、质量\n2\t税收\n", `
table t1 4×2
   | 序号 | 指标
   | 1 | 产值
   | 一、质量
   | 2 | 税收
`},
		{"from a spreadsheet, quoted line break", "指标\t\"2025年\n目标\"\t备注\n产值\t8\t无\n", `
table t1 2×3
   | 指标 | 2025年⏎目标 | 备注
   | 产值 | 8 | 无
`},
		{"a tab in a paragraph", "审批：\t日期：\n正文\n", `
p 1:1 审批：	日期：
p 2:1 正文
`},
		{"table of contents", "一、总体要求\t3\n（一）原则\t4\n二、任务\t9\n", `
p 1:1 一、总体要求	3
p 2:1 （一）原则	4
p 3:1 二、任务	9
`},
		{"menu of a web page", "\t\t新闻\n\t\t政策\n\t\t服务\n", `
p 1:3 新闻
p 2:3 政策
p 3:3 服务
`},
		{"markdown", "| **序号** | 指标 |  |\n| --- | :-: | --- |\n| 1 | 甲\\|乙<br>丙 | |\n\n正文\n", `
table t1 2×3
 * | 序号 | 指标 | 
   | 1 | 甲|乙⏎丙 | 
p 5:1 正文
`},
		{"markdown without a head", "| 1 | 甲 |\n| 2 | 乙 |\n", `
table t1 2×2
   | 1 | 甲
   | 2 | 乙
`},
		{"only the cells are left", "表1\n序号\n指标名称\n2025年目标\n任务\n2025年\n完成\n1\n产值增速（%）\n8以上\n2\n2\n人均产值（万元）\n6\n6\n一、质量\n3\n投资增速（%）\n11\n12\n其中：工业投资增速（%）\n13\n4\n劳动生产率\n38\n39\n其中：税收（亿元）\n17\n18\n备注：完。\n", `
p 1:1 表1
table t1 8×4
 * | 序号 | 指标名称 | 2025年目标⏎任务 | 2025年⏎完成
   | 1 | 产值增速（%） | 8以上 | 2
   | 2 | 人均产值（万元） | 6 | 6
   | 一、质量
   | 3 | 投资增速（%） | 11 | 12
   |  | 其中：工业投资增速（%） | 13
   | 4 | 劳动生产率 | 38 | 39
   |  | 其中：税收（亿元） | 17 | 18
p 30:1 备注：完。
`},
		{"only the cells are left, on a second page", "序 号\n事项\n进度\n\n12\n水厂\n完成\n\n13\n公路\n完成\n\n14\n公厕\n\n15\n桥\n完成\n正文在此结束。\n", `
table t1 5×3
 * | 序 号 | 事项 | 进度
   | 12 | 水厂 | 完成
   | 13 | 公路 | 完成
   | 14 | 公厕
   | 15 | 桥 | 完成
p 19:1 正文在此结束。
`},
		{"a head without rows", "序号\n指标\n正文。\n", `
p 1:1 序号
p 2:1 指标
p 3:1 正文。
`},
		{"a single bar", "| 注 |\n正文\n", `
p 1:1 | 注 |
p 2:1 正文
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, "\n"+outline(t, test.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A cell knows its place even when it runs over lines or is empty.
func TestCellPlaces(t *testing.T) {
	doc := read(t, []byte("\t目标\n任务\n\t\n\n\t8\n\t9\n\n\n"))
	cells := doc.Blocks[0].Table.Rows[0].Cells
	if got := cells[0].Text.Whole(); got.Line != 1 || got.Column != 2 || got.EndLine != 2 || got.EndColumn != 3 {
		t.Errorf("cell over two lines: %+v", got)
	}
	if got := cells[1].Text.Whole(); got.Line != 3 || got.Column != 2 || got.EndColumn != 2 {
		t.Errorf("empty cell: %+v", got)
	}
}
