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
	said := append(verdicts.Lists(p), verdicts.Sentences(p)...)
	if len(said) == 0 && len(p.Plan.Indicators) == 0 {
		return nil
	}
	computed := verdicts.Assessed(p.Plan)
	found := 0
	for _, s := range said {
		a, ok := computed[verdicts.Place(s.Row.Item)]
		if ok && contradicts(s.Class, a.Result.Verdict) {
			report(p, s, a)
			found++
		}
	}
	if found == 0 { // otherwise the counts differ for the same reason
		counts(p)
	}
	return nil
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

func report(p *vet.Pass, s verdicts.Said, a plan.Assessed) {
	here, there := classes[s.Class], classes[outcomes[a.Result.Verdict]]
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：文中说“%s”，按指标表应为“%s”：%s", a.Item.Name, here.Zh, there.Zh, a.Result.Zh),
			En: fmt.Sprintf("%s: called %s, but by the table it is %s: %s", a.Item.Name, here.En, there.En, a.Result.En),
		},
		Marks: []vet.Mark{s.Mark, {Span: a.Item.Span, Text: a.Item.Name, Role: vet.Evidence}},
	})
}

// counts holds stated numbers of indicators against the computed ones. Rows that
// cannot be assessed may belong to either side.
func counts(p *vet.Pass) {
	c := p.Plan.Assess().Counts
	all := c.Exceeded + c.Met + c.Missed + c.Undetermined
	if all < fewest {
		return
	}
	for _, said := range verdicts.Counts(p) {
		least := map[verdicts.Class]int{verdicts.Met: c.Exceeded + c.Met, verdicts.Missed: c.Missed}[said.Class]
		if said.Class == verdicts.Exceeded || said.N >= least && said.N <= least+c.Undetermined {
			continue
		}
		word := classes[said.Class]
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("文中说%s%d项；按指标表逐项计算，超额完成%d项、完成%d项、未达预期%d项、不能判定%d项。", word.Zh, said.N, c.Exceeded, c.Met, c.Missed, c.Undetermined),
				En: fmt.Sprintf("%d indicators are called %s; by the table %d are exceeded, %d met, %d missed and %d cannot be assessed.", said.N, word.En, c.Exceeded, c.Met, c.Missed, c.Undetermined),
			},
			Marks: []vet.Mark{said.Mark},
		})
	}
}

// fewest rows make a table of indicators whose counts a report sums up.
const fewest = 10
