package arithmetic

import (
	"fmt"
	"strconv"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// plans checks 完成年度计划的104.7% and 低于年度目标0.7个百分点 against the result before
// and the target that the report gives for it elsewhere.
func plans(p *vet.Pass) {
	for _, c := range p.Claims {
		if !c.Sure || c.Measure != extract.Completion && c.Measure != extract.Gap {
			continue
		}
		of := func(kind extract.ClaimKind) (extract.Claim, bool) {
			return single(p.Claims, func(d extract.Claim) bool {
				return d.Sure && d.Key == c.Key && d.Measure == c.Of && d.Kind == kind && d.Period == c.Period && d.Value.Form == quantity.Single
			})
		}
		own, ok := of(extract.ActualClaim)
		goal, set := of(extract.TargetClaim)
		if !ok || !set || own.Value.Op != quantity.Equal || goal.Value.Unit.Dim != own.Value.Unit.Dim || len(c.Period) != len(strconv.Itoa(c.Year)) {
			continue
		}
		// A target is exactly its number, whatever word bounds it.
		target := quantity.Point(goal.Value.Value.Mul(goal.Value.Unit.Scale))
		var computed quantity.Interval
		how := ""
		switch {
		case c.Measure == extract.Completion && own.Measure != extract.Growth:
			ratio, ok := counted(own.Value).Quo(target)
			if !ok {
				continue
			}
			computed, how = percent(ratio), fmt.Sprintf("%s÷%s", own.Value, goal.Value)
		case c.Measure == extract.Gap && c.Value.Unit.Dim == quantity.Points:
			computed, how = own.Value.Interval().Sub(quantity.Point(goal.Value.Value)), fmt.Sprintf("%s-%s", own.Value, goal.Value)
		case c.Measure == extract.Gap && c.Value.Unit.Same(own.Value.Unit):
			computed, how = counted(own.Value).Sub(target), fmt.Sprintf("%s-%s", own.Value, goal.Value)
		default:
			continue
		}
		stated := forgiving(c.Value)
		if c.Measure == extract.Gap {
			stated = counted(c.Value)
		}
		marks := []vet.Mark{facts.Mark(c, vet.Subject), facts.Mark(own, vet.Evidence), facts.Mark(goal, vet.Evidence)}
		if computed.Overlaps(stated) {
			p.Agree(marks...)
			continue
		}
		p.Report(mismatch(how, computed, c.Value, marks))
	}
}

// mismatch says what a computation gives and what is stated.
func mismatch(how string, computed quantity.Interval, stated quantity.Quantity, marks []vet.Mark) vet.Finding {
	sign, value := facts.Computed(computed, stated)
	return vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("算术不成立：%s%s%s，此处写%s。", how, sign, value, stated),
			En: fmt.Sprintf("the arithmetic does not hold: %s%s%s, not %s.", how, sign, value, stated),
		},
		Marks:  marks,
		Values: []vet.Value{{Text: stated.String(), Interval: printed(stated).String()}, {Text: value, Interval: computed.String()}},
	}
}

// printed is what a stated number admits, in its own unit.
func printed(q quantity.Quantity) quantity.Interval {
	if counted(q).Low.Equal(q.Value) {
		return counted(q)
	}
	return q.Interval()
}
