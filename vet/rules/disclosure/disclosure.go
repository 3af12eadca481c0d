// Package disclosure sums up missed targets that the body of the report does not
// own up to, and praise for what was missed.
package disclosure

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/rows"
)

// Rule looks for every missed indicator in the body: its name, that it was missed,
// its target and its result.
var Rule = &vet.Rule{
	ID: "disclosure", Since: "0.3", Requires: vet.Indicators,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "没有完成的指标，正文没有交代", En: "Missed targets that the body does not disclose"},
		What: vet.Words{
			Zh: "按指标表没有完成的指标，正文应当写明没有完成，并写出目标和实绩；小标题不应当反而夸奖。",
			En: "For every indicator that the table shows as missed the body says so, with target and result; its headings do not praise it.",
		},
		Why: vet.Words{
			Zh: "代表们听的是正文，不能让没有完成的只在附件里。",
			En: "Deputies hear the body; what was missed must not stand in an annex alone.",
		},
		Authority: "《中华人民共和国各级人民代表大会常务委员会监督法》",
		Silent: vet.Words{
			Zh: "不能判定的指标；其中项；正文已经写明的。",
			En: "Indicators that cannot be assessed; parts of other rows; those disclosed.",
		},
		Wrong: frame("进出口总值下降3.2%。"),
		Right: frame("进出口总值下降3.2%，与增长8%的年度目标有较大差距。"),
	},
	Run: run,
}

// frame is a report whose table has one missed row.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）扩大开放\n" + sentence +
		"\n附件1\n表1：2030年国民经济和社会发展计划指标完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n" +
		"\t1\n\t粮食产量（万吨）\n\t18\n\t19\n\n\t2\n\t进出口总值增速（%）\n\t8\n\t-3.2\n\n"
}

func run(p *vet.Pass) error {
	missed := missedRows(p)
	if len(missed) == 0 {
		return nil
	}
	table := rows.Printed(p.Reading, p.Plan.ExecutedYear)
	told := disclosed(p, table)
	var left []plan.Item
	for _, it := range missed {
		if !told[it.Name] {
			left = append(left, it)
		}
	}
	if len(left) > 0 {
		report(p, left, len(missed))
	}
	praise(p, missed)
	return nil
}

func missedRows(p *vet.Pass) []plan.Item {
	table := rows.Printed(p.Reading, p.Plan.ExecutedYear)
	var out []plan.Item
	for _, a := range p.Assessment().Rows {
		if _, ok := table.At(a.Item.Span); ok && a.Item.Top() && a.Result.Verdict == target.Missed {
			out = append(out, a.Item)
		}
	}
	return out
}

// shortfall are the words that own up to a missed target.
var shortfall = []string{"未完成", "未达", "未能", "没有完成", "没有达到", "低于", "不及", "差距", "困难", "回落", "未实现"}

// disclosed are the rows that a sentence of the body names together with words of
// shortfall and a number beside the result: the target.
func disclosed(p *vet.Pass, table rows.Table) map[string]bool {
	told := map[string]bool{}
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Annex || l.Part == extract.Glossary || l.Part == extract.Tasks {
			continue
		}
		for _, name := range ownedUp(l.Text.S, table) {
			told[name] = true
		}
	}
	return told
}

func report(p *vet.Pass, left []plan.Item, missed int) {
	var zh, en []string
	var marks []vet.Mark
	for _, it := range left {
		m := it.Measure()
		reached := ""
		if len(m.Facts) > 0 {
			reached = m.Facts[0].Text
		}
		zh = append(zh, fmt.Sprintf("%s（目标%s，实绩%s）", it.Name, m.Target.Text, reached))
		en = append(en, fmt.Sprintf("%s (target %s, result %s)", it.Name, m.Target.Text, reached))
		marks = append(marks, vet.Mark{Span: it.Span, Text: it.Name, Role: vet.Subject})
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%d项没有完成的指标，有%d项正文没有写明目标和差距：%s。", missed, len(left), strings.Join(zh, "、")),
			En: fmt.Sprintf("Of %d missed indicators the body does not disclose %d with target and shortfall: %s.", missed, len(left), strings.Join(en, ", ")),
		},
		Marks: marks,
	})
}
