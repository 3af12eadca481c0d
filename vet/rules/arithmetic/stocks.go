package arithmetic

import (
	"fmt"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// stocks checks that last year's stock and what the plan adds make this year's
// stock: 224 and 25 new ones are 249. Losses may explain a smaller one, so it is
// a question, no error.
func stocks(p *vet.Pass) {
	for _, c := range p.Claims {
		if c.Added == "" || c.Kind != extract.TargetClaim || c.Year != p.Plan.PlannedYear || !whole(c) {
			continue
		}
		stock := func(year int, kind extract.ClaimKind) (extract.Claim, bool) {
			return single(p.Claims, func(d extract.Claim) bool {
				return d.Sure && d.Table && d.Key == c.Added && d.Year == year && d.Kind == kind && whole(d)
			})
		}
		before, ok := stock(c.Year-1, extract.ActualClaim)
		after, set := stock(c.Year, extract.TargetClaim)
		if !ok || !set || !before.Value.Unit.Same(after.Value.Unit) || !c.Value.Unit.Same(after.Value.Unit) {
			continue
		}
		sum := counted(before.Value).Add(counted(bare(c.Value)))
		marks := []vet.Mark{facts.Mark(c, vet.Subject), facts.Mark(before, vet.Evidence), facts.Mark(after, vet.Evidence)}
		if sum.Overlaps(counted(bare(after.Value))) {
			p.Agree(marks...)
			continue
		}
		f := mismatch(fmt.Sprintf("%s+%s", before.Value, bare(c.Value)), sum, bare(after.Value), marks)
		f.Severity = vet.Warning
		p.Report(f)
	}
}

// whole reports one number of things, whatever bounds it.
func whole(c extract.Claim) bool {
	dim := c.Value.Unit.Dim
	return c.Value.Form == quantity.Single && !c.Value.Near && (dim == quantity.Count || dim == quantity.People)
}

func bare(q quantity.Quantity) quantity.Quantity {
	q.Op = quantity.Equal
	return q
}
