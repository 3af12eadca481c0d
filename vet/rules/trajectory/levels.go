package trajectory

import (
	"fmt"
	"math"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// margin is by how many points the pace must rise to be worth a word: less is
// within what a printed digit moves.
const margin = 1.0

// levels holds 到2035年达到1000亿元 against this year's level, or last year's
// result.
func levels(p *vet.Pass) {
	said := map[string]bool{}
	for _, c := range p.Claims {
		if c.Kind != extract.TargetClaim || !c.Sure || !c.Known() || c.Year <= p.Plan.PlannedYear || c.Table || said[c.Key] || !amount(c) {
			continue
		}
		said[c.Key] = true
		level(p, c)
	}
}

func amount(c extract.Claim) bool { return c.Measure == extract.Level || c.Measure == extract.Count }

func level(p *vet.Pass, goal extract.Claim) {
	at := func(year int) (extract.Claim, bool) {
		return only(p, func(c extract.Claim) bool {
			return c.Key == goal.Key && c.Year == year && amount(c) && c.Value.Unit.Same(goal.Value.Unit)
		})
	}
	last, ok := at(p.Plan.ExecutedYear)
	now, planned := at(p.Plan.PlannedYear)
	if !ok || last.Value.Value.Sign() <= 0 || goal.Value.Value.Sign() <= 0 {
		return
	}
	base := last
	var pace float64
	switch rate, stated := growth(p, goal.Key, p.Plan.PlannedYear); {
	case planned && now.Value.Value.Sign() > 0:
		base, pace = now, yearly(last, now, 1)
	case stated:
		pace = number(rate.Value.Value)
	default:
		return
	}
	need := yearly(base, goal, goal.Year-base.Year)
	marks := []vet.Mark{facts.Mark(goal, vet.Subject), facts.Mark(base, vet.Evidence)}
	if need < pace+margin {
		p.Agree(marks...)
		return
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：从%d年的%s到%d年的%s，平均每年要增长%.1f%%，今年的目标是%.1f%%。", goal.Indicator, base.Year, base.Value, goal.Year, goal.Value, need, pace),
			En: fmt.Sprintf("%s: from %s in %d to %s in %d takes %.1f%% a year; this year's target is %.1f%%.", goal.Indicator, base.Value, base.Year, goal.Value, goal.Year, need, pace),
		},
		Marks:  marks,
		Values: []vet.Value{facts.Printed(goal), facts.Printed(base)},
	})
}

// yearly is the average growth in percent that leads from a to b.
func yearly(a, b extract.Claim, years int) float64 {
	x, y := number(a.Value.Base().Low), number(b.Value.Base().Low)
	return 100 * (math.Pow(y/x, 1/float64(years)) - 1)
}
