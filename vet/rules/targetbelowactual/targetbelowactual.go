// Package targetbelowactual sums up targets that are easier than what was reached
// last year.
package targetbelowactual

import (
	"fmt"
	"slices"
	"strings"

	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/pairs"
)

// Rule compares the targets for levels, shares and counts with last year's
// results, in one finding. Growth cools normally and is left out.
var Rule = &vet.Rule{
	ID: "target-below-actual", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "目标低于上年实绩", En: "Targets below last year's results"},
		What: vet.Words{
			Zh: "总量、占比、数量类指标的目标劣于上年实绩的（控制类指标反之），汇总列出。",
			En: "Targets for levels, shares and counts that are worse than last year's results are summed up.",
		},
		Why: vet.Words{
			Zh: "目标定得比已经达到的还低，应当在报告中说明理由，也可能是漏改了数。",
			En: "A target below what was reached needs a reason in the report; or a number was not updated.",
		},
		Silent: vet.Words{
			Zh: "增速；与上年持平；不分好坏的指标。",
			En: "Rates of growth; targets equal to last year's result; indicators with no better side.",
		},
		Wrong: frame("75.5"),
		Right: frame("77"),
	},
	Run: run,
}

// frame is a report with a share's target.
func frame(goal string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"附件1\n表1：2030年国民经济和社会发展计划完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n\t1\n\t民营经济增加值占地区生产总值比重（%）\n\t75\n\t76\n\n" +
		"附件2\n表2：2031年国民经济和社会发展计划草案\n\t序号\n\t指标名称\n\t2031年目标\n\n\t1\n\t民营经济增加值占地区生产总值比重（%）\n\t" + goal + "\n\n"
}

// shown is how many indicators the message names.
const shown = 8

func run(p *vet.Pass) error {
	found, table := worst(pairs.Of(p))
	if len(found) == 0 {
		return nil
	}
	severity := vet.Info
	if table > 0 {
		severity = vet.Warning
	}
	var names, namesEn []string
	var marks []vet.Mark
	for i, pair := range found {
		if i < shown {
			names = append(names, fmt.Sprintf("%s%s→%s", pair.Next.Indicator, pair.Last.Value, pair.Next.Value))
			namesEn = append(namesEn, fmt.Sprintf("%s %s → %s", pair.Next.Indicator, pair.Last.Value, pair.Next.Value))
		}
		marks = append(marks,
			vet.Mark{Span: pair.Next.Span, Text: pair.Next.Text, Role: vet.Subject},
			vet.Mark{Span: pair.Last.Span, Text: pair.Last.Text, Role: vet.Evidence})
	}
	p.Report(vet.Finding{
		Severity: severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("%d项指标%d年的目标不如%d年的实绩：%s。请说明理由或核对数字。", len(found), p.Plan.ExecutedYear+1, p.Plan.ExecutedYear, strings.Join(names, "；")),
			En: fmt.Sprintf("%d targets for %d are worse than the results of %d: %s. Give the reason or check the numbers.", len(found), p.Plan.ExecutedYear+1, p.Plan.ExecutedYear, strings.Join(namesEn, "; ")),
		},
		Marks: marks,
	})
	return nil
}

// worst are the pairs with a worse target, one for each indicator, those of the
// table first: so many.
func worst(all []pairs.Pair) (found []pairs.Pair, table int) {
	slices.SortStableFunc(all, func(a, b pairs.Pair) int {
		switch {
		case a.Next.Table == b.Next.Table:
			return 0
		case a.Next.Table:
			return -1
		}
		return 1
	})
	seen := map[string]bool{}
	for _, pair := range all {
		name := pair.Next.Key + string(pair.Next.Measure)
		switch pair.Next.Measure {
		case extract.Level, extract.Share, extract.Count:
		default:
			continue
		}
		if seen[name] || !worse(pair) {
			continue
		}
		seen[name] = true
		found = append(found, pair)
		if pair.Next.Table {
			table++
		}
	}
	return found, table
}

// worse reports a target on the worse side of the result; one that is open to the
// better side (8以上, 超3.5亿元) is judged by its number.
func worse(pair pairs.Pair) bool {
	c := plan.ContextFor(pair.Next.Indicator, pair.Next.Value.Unit.Text)
	ceiling := c.Sense == target.Max || pair.Next.Goal.Sense == target.Max
	switch {
	case c.Either || pair.Next.Value.Form == quantity.Range:
		return false
	case ceiling:
		// a ceiling leaves room: 5.5以内 beside a result of 5.2 is no step back
		return false
	}
	return pair.Order < 0
}
