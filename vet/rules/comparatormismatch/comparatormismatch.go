// Package comparatormismatch finds one target number that is bounded in
// different ways: 6.5%左右 here, 6.5以上 there.
package comparatormismatch

import (
	"fmt"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// Rule compares what bounds the number of a target. Other numbers are
// target-mismatch's business.
var Rule = &vet.Rule{
	ID: "comparator-mismatch", Severity: vet.Info, Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "同一目标的“以上、以内、左右”前后不一致", En: "One target, different bounds"},
		What: vet.Words{
			Zh: "同一指标、同一年度的目标，数字相同，但一处写“以上”，另一处写“左右”或“以内”。",
			En: "Targets of one indicator and year have one number but are bounded differently: at least, about, at most.",
		},
		Why: vet.Words{
			Zh: "“左右”和“以上”的考核结果可能不同。",
			En: "About and at least can lead to different verdicts.",
		},
		Silent: vet.Words{
			Zh: "不写比较词的数按指标方向理解，与“以上”（越高越好）或“以内”（越低越好）视为一致；≥与以上、不低于视为一致；“限额以上、规模以上”是名称。",
			En: "A bare number counts as a floor or a ceiling by the better side of its indicator; ≥ and 以上 are the same; 限额以上 is part of a name.",
		},
		Wrong: examplePrefix + "全区社会消费品零售总额增长6%左右。\n",
		Right: examplePrefix + "全区社会消费品零售总额增长不低于6%。\n",
	},
	Run: run,
}

const examplePrefix = "2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
	"二、2031年国民经济和社会发展计划总体考虑\n社会消费品零售总额增长6%以上。\n三、2031年主要任务\n"

func run(p *vet.Pass) error {
	targets := func(c extract.Claim) bool {
		return c.Kind == extract.TargetClaim && c.Known() && side(c) != ""
	}
	for _, f := range facts.Of(p.Claims, targets) {
		if !f.OneTable() {
			continue
		}
		for _, c := range f.Conflicts(sameSide) {
			if sameNumber(c.Odd[0], c.Rest[0]) {
				report(p, c)
			}
		}
	}
	return nil
}

// side is what a target asks for: at least, at most or about its number; empty
// for targets without one number.
func side(c extract.Claim) target.Sense {
	switch c.Goal.Kind {
	case target.About:
		return "about"
	case target.Bound:
		return c.Goal.Sense
	}
	return ""
}

func sameSide(a, b extract.Claim) bool { return side(a) == side(b) || !sameNumber(a, b) }

func sameNumber(a, b extract.Claim) bool {
	x, y := a.Value, b.Value
	x.Op, y.Op, x.Near, y.Near = quantity.Equal, quantity.Equal, false, false
	return quantity.Exact(x, y)
}

var sides = map[target.Sense]vet.Words{
	target.Min: {Zh: "不低于", En: "at least"},
	target.Max: {Zh: "不高于", En: "at most"},
	"about":    {Zh: "左右", En: "about"},
}

// opposed reports a floor against a ceiling.
func opposed(a, b target.Sense) bool {
	return a == target.Min && b == target.Max || a == target.Max && b == target.Min
}

func report(p *vet.Pass, c facts.Conflict) {
	odd, rest := c.Odd[0], c.Rest[0]
	name, where := facts.Name(odd), facts.Places(c.Rest)
	severity := vet.Severity("")
	if opposed(side(odd), side(rest)) {
		severity = vet.Warning // both bounds leave nothing but the number itself
	}
	here, there := sides[side(odd)], sides[side(rest)]
	p.Report(vet.Finding{
		Severity: severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("%s的目标：此处为%s，%s为%s，数字相同，但一处是“%s”，一处是“%s”，请统一。", name.Zh, facts.Value(odd), where.Zh, facts.Value(rest), here.Zh, there.Zh),
			En: fmt.Sprintf("target of %s: one number, but %s (%s) here and %s (%s) in %s.", name.En, facts.Value(odd), here.En, facts.Value(rest), there.En, where.En),
		},
		Marks:  c.Marks(),
		Values: []vet.Value{facts.Printed(odd), facts.Printed(rest)},
	})
}
