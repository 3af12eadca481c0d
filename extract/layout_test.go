package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"gangmu/plan"
)

const head = "关于云溪市2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n\n各位代表：\n\n"

// row prints an indicator in one line: year no [of] name (unit) target | actual.
func row(it plan.Item) string {
	m := it.Measure()
	s := fmt.Sprintf("%d %s", it.Year, it.No)
	if it.Of != "" {
		s += "[" + it.Of + "]"
	}
	s += " " + it.Name
	if m.Unit != "" {
		s += "（" + m.Unit + "）"
	}
	if it.Binding {
		s += "*"
	}
	if it.Section != "" {
		s += " @" + it.Section
	}
	s += " " + m.Target.Text
	if len(m.Facts) > 0 {
		s += " | " + m.Facts[0].Text
	}
	return s
}

func TestTableLayouts(t *testing.T) {
	tests := []struct{ name, table, want string }{
		{
			name: "unit and nature in columns",
			table: `表1 2030年计划指标完成情况

| 序号 | 指标名称 | 单位 | 属性 | 2030年目标 | 2030年完成 |
| --- | --- | --- | --- | --- | --- |
| 1 | 地区生产总值增长 | % | 预期性 | 6左右 | 6.1 |
| 2 | 单位地区生产总值能耗降低 | % | 约束性 | 3 | 3.2 |`,
			want: `2030 1 地区生产总值增长（%） 6左右 | 6.1
2030 2 单位地区生产总值能耗降低（%）* 3 | 3.2`,
		},
		{
			name: "groups in a first column, both years in one table",
			table: `| 类别 | 指标 | 单位 | 2030年目标 | 2030年预计完成 | 2031年目标 |
| --- | --- | --- | --- | --- | --- |
| 经济发展 | 地区生产总值增速 | % | 6 | 6.1 | 6 |
| 民生福祉 | 城镇新增就业 | 万人 | 1 | 1.2 | 1 |`,
			want: `2030  地区生产总值增速（%） @经济发展 6 | 6.1
2031  地区生产总值增速（%） @经济发展 6
2030  城镇新增就业（万人） @民生福祉 1 | 1.2
2031  城镇新增就业（万人） @民生福祉 1`,
		},
		{
			name: "上年 and 本年, unit from the caption, sub-numbers",
			table: `表2 主要指标表（单位：亿元）

| 序号 | 指标 | 上年完成 | 本年目标 |
| --- | --- | --- | --- |
| 1 | 一般公共预算收入 | 30 | 32 |
| 1.1 | 税收收入 | 20 | 22 |`,
			want: `2030 1 一般公共预算收入（亿元）  | 30
2031 1 一般公共预算收入（亿元） 32
2030 1.1[1] 税收收入（亿元）  | 20
2031 1.1[1] 税收收入（亿元） 22`,
		},
		{
			name: "growth beside the level",
			table: `| 指标 | 单位 | 2030年目标 | 增长(%) | 2030年完成 | 增长(%) |
| --- | --- | --- | --- | --- | --- |
| 地区生产总值 | 亿元 | 500 | 6 | 505 | 6.3 |
| 城镇调查失业率 | % | 5.5以内 | — | 5.2 | — |`,
			want: `2030  地区生产总值（亿元） 500 | 505
2030  地区生产总值增长（%） 6 | 6.3
2030  城镇调查失业率（%） 5.5以内 | 5.2`,
		},
		{
			name:  "heads over two rows",
			table: "\t序号\n\t指标\n\t2030年\n\t2030年\n\n\t\n\t\n\t目标\n\t完成\n\n\t1\n\t粮食产量（万吨）\n\t20\n\t21\n\n\n",
			want:  `2030 1 粮食产量（万吨） 20 | 21`,
		},
		{
			name: "a table that is no indicator table",
			table: `| 姓名 | 电话 |
| --- | --- |
| 甲 | 1 |`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, it := range planOfText(t, head+tt.table+"\n").Indicators {
				got = append(got, row(it))
			}
			if g := strings.Join(got, "\n"); g != tt.want {
				t.Errorf("got\n%s\nwant\n%s", g, tt.want)
			}
		})
	}
}
