// Package taskcoverage sums up indicators of the plan for which its tasks say
// nothing.
package taskcoverage

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/vet"
	"gangmu/vet/rules/internal/rows"
)

// Rule looks for every row of the planned year in the part on tasks.
var Rule = &vet.Rule{
	ID: "coverage", Since: "0.3", Requires: vet.Indicators,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "指标没有对应的任务", En: "Indicators without a task"},
		What: vet.Words{
			Zh: "计划年的每项指标，在主要任务部分都应当提到；没有提到的汇总列出。",
			En: "Every indicator of the planned year is spoken of in the part on tasks; those that are not are summed up.",
		},
		Why: vet.Words{
			Zh: "没有任务支撑的指标，靠什么完成说不清。",
			En: "Nobody can say how an indicator without a task will be reached.",
		},
		Silent: vet.Words{
			Zh: "没有主要任务部分的；其中项；用简称提到的。",
			En: "Reports without a part on tasks; parts of other rows; short names.",
		},
		Wrong: frame("稳住农业基本盘，粮食产量稳定在18万吨以上。"),
		Right: frame("稳住农业基本盘，粮食产量稳定在18万吨以上，空气质量优良天数达到320天。"),
	},
	Run: run,
}

// frame is a report whose tasks are one sentence.
func frame(task string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n三、2031年主要任务和重点工作\n（一）推进乡村振兴\n" + task +
		"\n附件2\n表2：2031年国民经济和社会发展计划草案\n\t序号\n\t指标名称\n\t2031年目标\n\n\t1\n\t粮食产量（万吨）\n\t18\n\n\t2\n\t空气质量优良天数（天）\n\t320\n\n"
}

func run(p *vet.Pass) error {
	ids := map[string]bool{}
	var tasks strings.Builder
	for _, l := range p.Lines {
		if l.Part != extract.Tasks {
			continue
		}
		tasks.WriteString(l.Text.S + "\n")
		for _, h := range catalogue.Find(l.Text.S) {
			ids[h.Entry.ID] = true
		}
	}
	if tasks.Len() == 0 {
		return nil
	}
	var names []string
	var marks []vet.Mark
	table := rows.Printed(p.Reading, p.Plan.PlannedYear).Tops()
	for _, r := range table {
		if mentioned(r, ids, tasks.String()) {
			continue
		}
		names = append(names, r.Item.Name)
		marks = append(marks, vet.Mark{Span: r.Item.Span, Text: r.Item.Name, Role: vet.Subject})
	}
	if len(marks) == 0 || len(marks) == len(table) {
		return nil
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%d项指标中有%d项在主要任务中没有提到：%s。", len(table), len(marks), strings.Join(names, "、")),
			En: fmt.Sprintf("%d of %d indicators are not spoken of in the tasks: %s.", len(marks), len(table), strings.Join(names, ", ")),
		},
		Marks: marks,
	})
	return nil
}

// leading is how many characters of an unknown name must stand in a task.
const leading = 4

func mentioned(r rows.Row, ids map[string]bool, tasks string) bool {
	if e, ok := catalogue.Lookup(r.Item.Name); ok && ids[e.ID] {
		return true
	}
	name := strings.NewReplacer("增速", "", "增长率", "", "数量", "", "下降", "", "（", "", "）", "").Replace(r.Item.Name)
	if strings.Contains(tasks, name) {
		return true
	}
	runes := []rune(name)
	return utf8.RuneCountInString(name) > leading && strings.Contains(tasks, string(runes[:leading]))
}
