package quantity_test

import (
	"fmt"

	"gangmu/quantity"
)

func ExampleScan() {
	text := "2024年力争新建110千伏线路20公里，调查失业率控制在5.5%以内。"
	for m := range quantity.Scan(text) {
		fmt.Println(m.Kind, text[m.Start:m.End], m.Quantity)
	}
	// Output:
	// 年份 2024年 0
	// 名称中的电压 110千伏 110千伏
	// 数量 20公里 20公里
	// 数量 5.5%以内 ≤5.5%
}

func ExampleParse() {
	q, _ := quantity.Parse("控制在3.5%以下")
	fmt.Println(q, q.Interval())
	// Output: ≤3.5% (-∞, 3.5]
}

func ExampleParseIn() {
	unit, _ := quantity.ParseUnit("单位：亿元")
	q, _ := quantity.ParseIn("1.93", unit)
	fmt.Println(q)
	// Output: 1.93亿元
}

func ExampleCompare() {
	a, _ := quantity.Parse("1.93亿元")
	b, _ := quantity.Parse("19320.62万元")
	c := quantity.Compare(a, b)
	fmt.Println(c.Relation, c.A, c.B, c.Unit)
	// Output: 一致 [192500000, 193500000) [193206150, 193206250) 元
}

func ExampleQuantity_In() {
	q, _ := quantity.Parse("19320.62万元")
	unit, _ := quantity.ParseUnit("亿元")
	q, _ = q.In(unit)
	fmt.Println(q)
	// Output: 1.932062亿元
}
