// Package valuemismatch finds one fact that a report states with different
// results.
package valuemismatch

import (
	"fmt"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// Rule compares the results that overview, sections, annex text and tables give
// for one indicator, period and place.
var Rule = &vet.Rule{
	ID: "value-mismatch", Severity: vet.Error, Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "同一指标的完成情况前后不一致", En: "One result, different numbers"},
		What: vet.Words{
			Zh: "同一指标、同一时期、同一范围的完成情况，在概述、各节、附件文字和指标表中应当是同一个数。",
			En: "The result of one indicator for one period and place is the same number in the overview, the sections, the annex and the tables.",
		},
		Why: vet.Words{
			Zh: "代表会拿文字对照表格；两个数不可能同时成立。",
			En: "Readers hold the text against the tables; two different numbers cannot both stand.",
		},
		Silent: vet.Words{
			Zh: "按位数四舍五入后相同的（1.93亿元与19320.62万元）、其中项与总数、其他地区、其他年份、累计数。截断而不是四舍五入的，仍算不一致。",
			En: "Numbers that agree when rounded to the printed digits, parts against the whole, other places, other years, running totals. Cutting off instead of rounding is a mismatch.",
		},
		Wrong: examplePrefix + "社会消费品零售总额增长6.1%。\n",
		Right: examplePrefix + "社会消费品零售总额增长5.9%。\n",
	},
	Run: run,
}

const examplePrefix = "2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n全区社会消费品零售总额增长5.9%。\n（一）扩大消费\n"

func run(p *vet.Pass) error {
	results := func(c extract.Claim) bool {
		return c.Kind == extract.ActualClaim && !relative(c)
	}
	all := facts.Of(p.Claims, results)
	for _, f := range all {
		if !f.OneTable() {
			continue
		}
		p.Agree(f.Agreed(agree)...)
		for _, c := range f.Conflicts(agree) {
			report(p, c)
		}
	}
	for _, c := range facts.Doubts(p.Claims, all, results, agree) {
		report(p, c)
	}
	return nil
}

// relative reports a claim that measures a result against something else.
func relative(c extract.Claim) bool {
	return c.Measure == extract.Points || c.Measure == extract.Completion || c.Measure == extract.Gap
}

// agree is Compare; an amount given as a bound agrees with what it admits. Two
// ceilings (5.5以内, 5.2以内) restate one only with one number.
func agree(a, b extract.Claim) bool {
	if ceiling(a) && ceiling(b) {
		x, y := a.Value, b.Value
		x.Op, y.Op = quantity.Equal, quantity.Equal
		return quantity.Exact(x, y) || x.Unit.IsZero() || y.Unit.IsZero()
	}
	switch quantity.Compare(a.Value, b.Value).Relation {
	case quantity.Differ, quantity.Truncated:
		return false
	}
	return true
}

func ceiling(c extract.Claim) bool {
	return c.Value.Form == quantity.Single && (c.Value.Op == quantity.AtMost || c.Value.Op == quantity.Less) && !c.Value.Near
}

func report(p *vet.Pass, c facts.Conflict) {
	odd, rest := c.Odd[0], c.Rest[0]
	name, where := c.Name(), facts.Places(c.Rest)
	cut := vet.Words{}
	if quantity.Compare(odd.Value, rest.Value).Relation == quantity.Truncated {
		cut = vet.Words{Zh: "（只在截断尾数时相同，四舍五入后不同）", En: " (equal only when cut off, not when rounded)"}
	}
	severity := vet.Severity("")
	if !odd.Known() {
		severity = vet.Warning // the name alone links them
	}
	p.Report(vet.Finding{
		Severity: severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：此处为%s，%s为%s，两者不能同时成立%s。", name.Zh, facts.Value(odd), where.Zh, facts.Value(rest), cut.Zh),
			En: fmt.Sprintf("%s: %s here, %s in %s; both cannot stand%s.", name.En, facts.Value(odd), facts.Value(rest), where.En, cut.En),
		},
		Marks:  c.Marks(),
		Values: []vet.Value{facts.Printed(odd), facts.Printed(rest)},
	})
}
