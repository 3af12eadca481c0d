// Package verdict finds statements that an indicator was exceeded, reached or
// missed which its own target and result do not bear out.
package verdict

import (
	"fmt"

	"gangmu/plan"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/verdicts"
)

// Rule recomputes every verdict from the table and holds it against lists,
// sentences and counts. A beaten target that is only called met is
// verdict-class's business.
var Rule = &vet.Rule{
	ID: "verdict", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "完成情况的评价与指标表不符", En: "A stated verdict that the table does not bear out"},
		What: vet.Words{
			Zh: "按指标表的目标和实绩重新判定超额完成、完成、未达预期，与文中的名单、语句和项数对照。",
			En: "Exceeded, met and missed are recomputed from the table's targets and results and held against the lists, sentences and counts of the text.",
		},
		Why: vet.Words{
			Zh: "把没有完成的写成完成，或者把完成的写成没有完成，是对计划执行结果的误报。",
			En: "Calling a missed target reached, or the reverse, misreports how the plan was carried out.",
		},
		Authority: "《中华人民共和国各级人民代表大会常务委员会监督法》",
		Silent: vet.Words{
			Zh: "不能判定的指标（没有数、暂未下达、按规划期考核）；控制类指标低于上限为好；对其他年份和其他范围的评价。",
			En: "Indicators that cannot be assessed; ceilings, where lower is better; verdicts on other years and places.",
		},
		Wrong: frame("实际使用外资980万美元，超额完成年度目标任务。"),
		Right: frame("实际使用外资980万美元，低于年度目标。"),
	},
	Run: run,
}

// frame is a report around a sentence.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）扩大开放\n全区" + sentence +
		"\n附件1\n表1：2030年国民经济和社会发展计划指标完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n" +
		"\t1\n\t地区生产总值增速（%）\n\t6以上\n\t6.2\n\n\t2\n\t实际使用外资（万美元）\n\t1500\n\t980\n\n"
}

func run(p *vet.Pass) error {
	lists := verdicts.Listed(p)
	said := append(verdicts.Lists(p), verdicts.Sentences(p)...)
	computed := verdicts.Assessed(p.Reading)
	wrong := map[cause][]verdicts.Said{}
	var order []cause
	for _, s := range said {
		row := verdicts.Place(s.Row.Item)
		a, ok := computed[row]
		switch {
		case !ok || a.Result.Verdict == target.Undetermined:
		case !contradicts(s.Class, a.Result.Verdict):
			p.Agree(s.Mark, resultMark(a.Item))
		default:
			c := cause{row, s.Class == verdicts.Missed}
			if wrong[c] == nil {
				order = append(order, c)
			}
			wrong[c] = append(wrong[c], s)
		}
	}
	for _, c := range order {
		report(p, wrong[c], computed[c.row])
	}
	found := sizes(p, lists)
	if len(order) > 0 { // the rest would differ for the same reason
		return nil
	}
	if found += twice(p, said) + unlisted(p, lists); found == 0 {
		counts(p)
	}
	special(p)
	return nil
}

// cause is a row that is called missed, or else reached, against its numbers.
type cause struct {
	row    string
	missed bool
}

// contradicts reports a verdict that cannot be said of a result.
func contradicts(said verdicts.Class, v target.Verdict) bool {
	switch v {
	case target.Exceeded:
		return said == verdicts.Missed
	case target.Met:
		return said != verdicts.Met
	case target.Missed:
		return said != verdicts.Missed
	}
	return false
}

var classes = map[verdicts.Class]vet.Words{
	verdicts.Exceeded: {Zh: "超额完成", En: "exceeded"},
	verdicts.Met:      {Zh: "完成", En: "met"},
	verdicts.Missed:   {Zh: "未达预期", En: "missed"},
}

var outcomes = map[target.Verdict]verdicts.Class{
	target.Exceeded: verdicts.Exceeded, target.Met: verdicts.Met, target.Missed: verdicts.Missed,
}

// report files all statements about one row as one finding.
func report(p *vet.Pass, said []verdicts.Said, a plan.Assessed) {
	here, there := classes[said[0].Class], classes[outcomes[a.Result.Verdict]]
	var marks []vet.Mark
	for i, s := range said {
		marks = append(marks, s.Mark)
		if i > 0 {
			marks[i].Role = vet.Evidence
		}
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：文中说“%s”，按指标表应为“%s”：%s", a.Item.Name, here.Zh, there.Zh, a.Result.Zh),
			En: fmt.Sprintf("%s: called %s, but by the table it is %s: %s", a.Item.Name, here.En, there.En, a.Result.En),
		},
		Marks: append(marks, resultMark(a.Item)),
	})
}

// resultMark is where the table prints a row's result, or else its name.
func resultMark(it plan.Item) vet.Mark {
	if facts := it.Measure().Facts; len(facts) > 0 && !facts[0].Span.IsZero() {
		return vet.Mark{Span: facts[0].Span, Text: facts[0].Text, Role: vet.Evidence}
	}
	return vet.Mark{Span: it.Span, Text: it.Name, Role: vet.Evidence}
}
