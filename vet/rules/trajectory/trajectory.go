// Package trajectory computes what the remaining years must bring so that a goal
// set for a later year is reached.
//
// Goals are levels (到2035年达到1000亿元) and yearly averages over a five-year plan.
// What the report promises this year is taken as reached; where its base is not
// stated nothing is computed. Goals that were adjusted since are beyond the text,
// so a finding is worth a look and no more.
package trajectory

import "gangmu/vet"

// Rule holds this year's pace against the pace that a later goal asks for.
var Rule = &vet.Rule{
	ID: "trajectory", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "照今年的目标，以后的年份要更快才能达到远期目标", En: "A later goal that asks for a faster pace"},
		What: vet.Words{
			Zh: "五年规划或某一年份的目标（到某年达到多少、年均增长多少），按报告中已有的数推算其余年份平均要增长多少，与本年目标的速度比较。",
			En: "For goals of a later year or of a five-year plan: what the remaining years must grow on average, against the pace of this year's target.",
		},
		Why: vet.Words{
			Zh: "年度目标是分解五年目标得来的；差距越留越大，应在报告中说明。",
			En: "A year's target is a part of the five-year goal; a widening gap asks for a word.",
		},
		Silent: vet.Words{
			Zh: "报告中没有基数的；其余年份所需速度不高于本年目标的；五年中已知不足两年的。",
			En: "Goals without a base in the report, a pace no faster than this year's, and averages of which fewer than two years are known.",
		},
		Wrong: frame("“十四五”期间地区生产总值年均增长7.5%，2024年地区生产总值增长5%。"),
		Right: frame("“十四五”期间地区生产总值年均增长5.5%，2024年地区生产总值增长5.5%。"),
	},
	Run: run,
}

// frame is a report around a sentence.
func frame(sentence string) string {
	return "临江区2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n一、2023年计划执行情况\n（一）总体情况\n" +
		"全区地区生产总值增长5.6%。\n二、2024年总体考虑\n" + sentence + "\n"
}

func run(p *vet.Pass) error {
	averages(p)
	levels(p)
	return nil
}
