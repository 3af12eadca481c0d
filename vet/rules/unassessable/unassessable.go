// Package unassessable sums up targets that nobody will be able to test.
package unassessable

import (
	"fmt"
	"strings"

	"gangmu/plan"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/rows"
)

// Rule lists the planned year's targets without a number, a base or a reference.
var Rule = &vet.Rule{
	ID: "unassessable", Since: "0.3", Requires: vet.Indicators,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "不能考核的目标", En: "Targets that cannot be assessed"},
		What: vet.Words{
			Zh: "计划年指标表中没有数值、没有基数或者没有比较对象的目标，汇总列出。",
			En: "Targets of the planned year's table without a number, a base or a reference are summed up.",
		},
		Why: vet.Words{
			Zh: "年底无法判断完成没有；等上级下达的，下达后应当补上。",
			En: "At the year's end nobody can say whether they were met; those that a higher level sets are to be filled in later.",
		},
		Silent: vet.Words{
			Zh: "等级目标（保持Ⅲ类）；其中项；上年有数的“较上年提高”。",
			En: "Grades (保持Ⅲ类); parts of other rows; changes against a value that the report gives.",
		},
		Wrong: frame("完成市级下达目标"),
		Right: frame("3"),
	},
	Run: run,
}

// frame is a report with one target.
func frame(goal string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"附件2\n表2：2031年国民经济和社会发展计划草案\n\t序号\n\t指标名称\n\t2031年目标\n\n\t1\n\t粮食产量（万吨）\n\t18\n\n\t2\n\t单位地区生产总值能耗下降（%）\n\t" + goal + "\n\n"
}

func run(p *vet.Pass) error {
	last := rows.Printed(p.Reading, p.Plan.ExecutedYear)
	var names []string
	var marks []vet.Mark
	for _, r := range rows.Printed(p.Reading, p.Plan.PlannedYear).Tops() {
		m := r.Item.Measure()
		why := reason(m, r, last)
		if why == "" {
			continue
		}
		names = append(names, r.Item.Name+"（"+why+"）")
		marks = append(marks, vet.Mark{Span: r.Item.Span, Text: r.Item.Name, Role: vet.Subject})
	}
	if len(marks) == 0 {
		return nil
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%d年有%d项目标没有可考核的数：%s。", p.Plan.PlannedYear, len(marks), strings.Join(names, "、")),
			En: fmt.Sprintf("%d targets for %d give nothing to test: %s.", len(marks), p.Plan.PlannedYear, strings.Join(names, ", ")),
		},
		Marks: marks,
	})
	return nil
}

// reason is what the target lacks; empty when it can be tested.
func reason(m plan.Measure, r rows.Row, last rows.Table) string {
	switch m.Target.Kind {
	case target.Delegated:
		return "待上级下达"
	case target.Deferred:
		return "按规划期统筹"
	case target.Open, target.Words:
		if m.HasTarget && m.Target.Text != "" {
			return "“" + m.Target.Text + "”"
		}
		return "没有目标值"
	case target.Change:
		before, ok := last.Find(r.Item.Name)
		if !ok || len(before.Item.Measure().Facts) == 0 || !before.Item.Measure().Facts[0].HasValue {
			return "没有上年数"
		}
	}
	if !m.HasTarget {
		return "没有目标值"
	}
	return ""
}
