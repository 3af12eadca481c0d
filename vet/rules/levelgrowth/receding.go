package levelgrowth

import (
	"fmt"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// receding finds what is to grow while the least level that the text promises is
// below last year's: 增长7%, last year 202.9亿元, 200亿元以上. A floor a little below
// the computed level is only round; one that is passed already promises a fall.
func receding(p *vet.Pass) []vet.Finding {
	var out []vet.Finding
	said := map[string]bool{}
	for _, g := range p.Claims {
		if g.Kind != extract.TargetClaim || g.Measure != extract.Growth || !g.Sure || !g.Known() || said[g.Key] ||
			g.Year != p.Plan.PlannedYear || g.Value.Value.Sign() <= 0 || constantPrices(g.Key) {
			continue
		}
		floor, ok := floorOf(p.Claims, g)
		if !ok {
			continue
		}
		last, ok := levelOf(p.Claims, g, g.Year-1)
		if !ok || last.Kind != extract.ActualClaim || !last.Value.Unit.Same(floor.Value.Unit) ||
			floor.Value.Value.Mul(floor.Value.Unit.Scale).Cmp(last.Value.Base().Low) >= 0 {
			continue
		}
		said[g.Key] = true
		out = append(out, vet.Finding{
			Severity: vet.Warning,
			Message: vet.Words{
				Zh: fmt.Sprintf("%s%d年：目标增长%s，而上年已有%s，此处写%s，比上年还低。", g.Indicator, g.Year, g.Value, last.Value, floor.Value),
				En: fmt.Sprintf("%s %d: to grow by %s from %s, yet %s here is below last year's.", g.Indicator, g.Year, g.Value, last.Value, floor.Value),
			},
			Marks:  []vet.Mark{facts.Mark(floor, vet.Subject), facts.Mark(last, vet.Evidence), facts.Mark(g, vet.Evidence)},
			Values: []vet.Value{facts.Printed(floor), facts.Printed(last)},
		})
	}
	return out
}

// floorOf is the only level that the text promises as the least.
func floorOf(claims []extract.Claim, g extract.Claim) (found extract.Claim, ok bool) {
	for _, c := range claims {
		q := c.Value
		if c.Key != g.Key || c.Year != g.Year || c.Kind != g.Kind || !c.Sure || c.Added != "" || q.Form != quantity.Single ||
			c.Measure != extract.Level && c.Measure != extract.Count || q.Op != quantity.AtLeast && q.Op != quantity.More {
			continue
		}
		if ok {
			return found, false
		}
		found, ok = c, true
	}
	return found, ok
}
