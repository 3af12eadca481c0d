package arithmetic

import (
	"fmt"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// distances checks 农村居民…增长6.8%，高于全体居民1.1个百分点 against both rates.
func distances(p *vet.Pass) {
	for i, c := range p.Claims {
		if c.Against == "" || !c.Sure || i == 0 {
			continue
		}
		own := p.Claims[i-1]
		other, ok := single(p.Claims, func(d extract.Claim) bool {
			return d.Key == c.Against && d.Measure == c.Of && d.Period == c.Period && d.Kind == c.Kind && d.Sure
		})
		if !ok || own.Key != c.Key || !percents(own, other) {
			continue
		}
		computed := own.Value.Interval().Sub(other.Value.Interval())
		marks := []vet.Mark{facts.Mark(c, vet.Subject), facts.Mark(own, vet.Evidence), facts.Mark(other, vet.Evidence)}
		if computed.Overlaps(c.Value.Interval()) {
			p.Agree(marks...)
			continue
		}
		how := fmt.Sprintf("%s%s-%s%s", facts.Name(own).Zh, own.Value, facts.Name(other).Zh, other.Value)
		p.Report(mismatch(how, computed, c.Value, marks))
	}
}

func percents(a, b extract.Claim) bool {
	plain := func(q quantity.Quantity) bool {
		return q.Form == quantity.Single && q.Op == quantity.Equal && q.Unit.Text == "%"
	}
	return plain(a.Value) && plain(b.Value)
}

// single is the first claim that fits, if all that fit say the same.
func single(claims []extract.Claim, fits func(extract.Claim) bool) (extract.Claim, bool) {
	var found extract.Claim
	ok := false
	for _, c := range claims {
		switch {
		case !fits(c):
		case !ok:
			found, ok = c, true
		case quantity.Compare(found.Value, c.Value).Relation != quantity.Agree:
			return found, false
		}
	}
	return found, ok
}
