package sumparts

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
	"gangmu/vet/rules/internal/prose"
)

// partitions are indicators of the catalogue whose parts leave no rest.
var partitions = []struct {
	whole string
	parts []string
}{
	{"gdp", []string{"primary-industry-value-added", "secondary-industry-value-added", "tertiary-industry-value-added"}},
	{"trade-total", []string{"exports", "imports"}},
	{"general-budget-revenue", []string{"tax-revenue", "nontax-revenue"}},
}

// wholes checks the levels that a report gives for an indicator and for all of
// its parts.
func wholes(p *vet.Pass) {
	for _, kind := range []extract.ClaimKind{extract.ActualClaim, extract.TargetClaim} {
		for _, part := range partitions {
			for _, w := range p.Claims {
				if w.Key == part.whole && w.Kind == kind && level(w) && partition(p, w, part.parts) {
					break
				}
			}
		}
	}
}

func level(c extract.Claim) bool {
	return c.Sure && (c.Measure == extract.Level || c.Measure == extract.Count) && c.Value.Form == quantity.Single && c.Value.Op == quantity.Equal
}

// partition reports whether all parts were found, in one paragraph.
func partition(p *vet.Pass, w extract.Claim, keys []string) bool {
	var parts []extract.Claim
	for _, key := range keys {
		for _, c := range p.Claims {
			near := len(parts) == 0 || parts[0].Span.Line == c.Span.Line && parts[0].Span.Block == c.Span.Block
			if c.Key == key && c.Kind == w.Kind && c.Period == w.Period && level(c) && near && c.Value.Unit.Same(w.Value.Unit) {
				parts = append(parts, c)
				break
			}
		}
	}
	if len(parts) < len(keys) {
		return false
	}
	s := sum{total: term{Quantity: w.Value}}
	marks := []vet.Mark{facts.Mark(w, vet.Subject)}
	for _, c := range parts {
		s.parts = append(s.parts, term{Quantity: c.Value})
		marks = append(marks, facts.Mark(c, vet.Evidence))
	}
	judge(p, s, marks)
	return true
}

// industryShares checks that the shares of the three industries make the whole:
// 第一产业增加值占比为6.8%，第二产业36.5%，第三产业56.7%.
func industryShares(p *vet.Pass, t document.Text, s prose.Range) {
	text := s.Of(t.S)
	first, second, third := strings.Index(text, "第一产业"), strings.Index(text, "第二产业"), strings.Index(text, "第三产业")
	if first < 0 || second < first || third < second || !strings.Contains(text, "比重") && !strings.Contains(text, "占") {
		return
	}
	var parts []term
	for _, at := range [][2]int{{first, second}, {second, third}, {third, len(text)}} {
		ts := terms(text, prose.Range{Start: at[0], End: at[1]})
		if len(ts) != 1 || ts[0].Unit.Text != "%" || ts[0].Op != quantity.Equal || strings.Contains(text[at[0]:ts[0].Start], "增长") {
			return
		}
		parts = append(parts, ts[0])
	}
	hundred := quantity.Quantity{Value: quantity.Int(100), Unit: parts[0].Unit}
	found := sum{total: term{Quantity: hundred}, parts: parts}
	marks := []vet.Mark{vet.At(t, s.Start+parts[0].Start, s.Start+parts[2].End, vet.Subject)}
	judge(p, found, marks)
}

// mistyped reports a sum that would hold if one digit of one number were another,
// or two had changed places.
func mistyped(s sum) bool {
	all := append([]term{s.total}, s.parts...)
	for i, odd := range all {
		want := quantity.Int(0)
		for j, t := range all {
			switch q, err := t.In(odd.Unit); {
			case err != nil:
				return false
			case j == i:
			case i > 0 && j > 0:
				want = want.Sub(q.Value)
			default:
				want = want.Add(q.Value)
			}
		}
		fixed := odd.Quantity
		fixed.Value = want
		if want.Sign() > 0 && facts.Slip(odd.Quantity, fixed) {
			return true
		}
	}
	return false
}

// judge reports parts that do not add up to their total.
func judge(p *vet.Pass, s sum, marks []vet.Mark) {
	total, added := s.total.interval(), s.parts[0].interval()
	for _, part := range s.parts[1:] {
		added = added.Add(part.interval())
	}
	if total.Overlaps(added) || s.atMost && !above(added, total) {
		p.Agree(marks...)
		return
	}
	shown, ok := add(s)
	if !ok {
		return
	}
	relation := vet.Words{Zh: "不等于", En: "not"}
	if s.atMost {
		relation = vet.Words{Zh: "超过", En: "more than"}
	}
	severity := vet.Severity("")
	if s.unsure {
		severity = vet.Warning
		if s.atMost && !above(s.parts[0].interval(), total) && !above(s.parts[len(s.parts)-1].interval(), total) && !mistyped(s) {
			severity = vet.Info // classes that overlap: 因私出境, 赴港澳台出境
		}
	}
	unit := s.parts[0].Unit.Text
	p.Report(vet.Finding{
		Severity: severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("各分项%s%s，%s合计的%s。", shown, unit, relation.Zh, s.total.String()),
			En: fmt.Sprintf("the parts make %s %s, %s the total of %s.", shown, unit, relation.En, s.total.String()),
		},
		Marks:  marks,
		Values: []vet.Value{{Text: s.total.String(), Interval: s.total.Unit.In(total).String()}, {Text: shown, Interval: s.parts[0].Unit.In(added).String()}},
	})
}
