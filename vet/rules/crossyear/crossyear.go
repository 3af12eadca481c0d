// Package crossyear sets a report against last year's of the same place: the
// target that it restates, the results that it builds on, the stages of its
// projects.
package crossyear

import (
	"strings"

	"gangmu/vet"
)

// Rule needs last year's report beside this one.
var Rule = &vet.Rule{
	ID: "cross-year", Since: "0.3", Requires: vet.Earlier,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "与上一年的报告对不上", En: "At odds with last year's report"},
		What: vet.Words{
			Zh: "上年报告定的目标，今年照原数引用；上年报告的实绩，今年作为基数时不变（变了要说明口径）；上年的项目今年不停留在原来的阶段，也不倒退。",
			En: "The target that last year's report set is restated as it was; last year's results do not change without a note on their coverage; projects do not stay in the stage of last year, nor fall back.",
		},
		Why: vet.Words{
			Zh: "目标和基数是审查执行情况的依据，悄悄改动就无法对账。",
			En: "The execution of a plan is judged by its targets and base values.",
		},
		Silent: vet.Words{
			Zh: "注明口径、核算、普查调整的；换了单位或者四舍五入的；报告说明目标依法调整过的；项目分期不同的。",
			En: "A stated change of coverage or accounting; other units and roundings; targets that the report says were adjusted; other phases of a project.",
		},
		Wrong: frame("粮食产量达到18万吨", "粮食产量18.4万吨（年度目标17万吨）"),
		Right: frame("粮食产量达到18万吨", "粮食产量18.4万吨（年度目标18万吨）"),
	},
	Run: run,
}

// frame is two reports of consecutive years around a sentence each: what the
// first planned, and what the second says of it.
func frame(planned, done string) string {
	const head = "年国民经济和社会发展计划执行情况及"
	return "临江区2029" + head + "2030年计划草案的报告\n一、2029年计划执行情况\n全年粮食产量17.6万吨。\n" +
		"二、2030年主要目标\n2030年" + planned + "。\n三、2030年主要任务\n扩大投资。\n=====\n" +
		"临江区2030" + head + "2031年计划草案的报告\n一、2030年计划执行情况\n全年" + done + "。\n二、2031年主要任务\n扩大投资。\n"
}

func run(p *vet.Pass) error {
	figures(p)
	stages(p)
	return nil
}

// explained reports words that own to a change of the numbers.
func explained(s string) bool {
	for _, w := range []string{"口径", "修订", "核实", "普查", "调整", "可比"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
