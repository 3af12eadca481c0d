// Package pairs sets last year's result of an indicator beside this year's target.
//
// Only statements that are sure count, only single numbers, and of several that
// do not agree the table's. What the pair means is for the rules to say.
package pairs

import (
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
)

// Pair is one indicator's result and target, in units that convert.
type Pair struct {
	Last, Next extract.Claim
	// Order is that of the target's number to the result's: -1 below, 0, 1 above.
	Order int
}

type fact struct {
	key     string
	measure extract.ClaimMeasure
}

// Of are the pairs of a report, in the order of the targets; an indicator whose
// target stands in several places has one for each.
func Of(p *vet.Pass) []Pair { return vet.Shared(p.Reading, pairsOf) }

// all are those of a report.
type all []Pair

func pairsOf(p *vet.Reading) all {
	results := map[fact][]extract.Claim{}
	for _, c := range p.Claims {
		if c.Sure && c.Known() && c.Kind == extract.ActualClaim && c.Year == p.Plan.ExecutedYear && c.Year > 0 && len(c.Period) == len("2030") {
			f := fact{c.Key, c.Measure}
			results[f] = append(results[f], c)
		}
	}
	var out all
	for _, c := range p.Claims {
		if !c.Sure || c.Kind != extract.TargetClaim || c.Year != p.Plan.ExecutedYear+1 || c.Measure == extract.Points {
			continue
		}
		last, ok := One(results[fact{c.Key, c.Measure}])
		if !ok {
			continue
		}
		if order, ok := Compare(c.Value, last.Value); ok {
			out = append(out, Pair{last, c, order})
		}
	}
	return out
}

// One is the plain number that all claims state; a table's, where they differ.
func One(cs []extract.Claim) (extract.Claim, bool) {
	for _, c := range cs {
		if c.Table {
			return c, c.Value.Op == quantity.Equal
		}
	}
	for _, c := range cs {
		if d, ok := Compare(c.Value, cs[0].Value); !ok || d != 0 || c.Value.Op != quantity.Equal {
			return extract.Claim{}, false
		}
	}
	if len(cs) == 0 {
		return extract.Claim{}, false
	}
	return cs[0], true
}

// Compare is the order of two printed numbers in one unit; false where they have
// none.
func Compare(a, b quantity.Quantity) (int, bool) {
	if a.Form == quantity.Ratio && b.Form == quantity.Ratio {
		return a.Value.Cmp(b.Value), true
	}
	a, err := a.In(b.Unit)
	return a.Value.Cmp(b.Value), err == nil && a.Form == quantity.Single && b.Form == quantity.Single
}
