package verdicts

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Count is a number of indicators with a verdict: 未达预期9项.
type Count struct {
	Class Class
	N     int
	Mark  vet.Mark
}

// Counts are the numbers that the report gives for its whole table.
func Counts(p *vet.Pass) []Count {
	var out []Count
	for _, l := range p.Lines {
		if l.Box != "" || l.Part != extract.Annex && l.Part != extract.Execution || !strings.Contains(l.Text.S, "指标") {
			continue
		}
		for _, c := range prose.Split(l.Text.S, prose.Whole(l.Text.S), "，。；、") {
			if count, ok := countOf(l.Text, c); ok {
				out = append(out, count)
			}
		}
	}
	return out
}

func countOf(t document.Text, c prose.Range) (Count, bool) {
	clause := c.Of(t.S)
	class, _, ok := ClassOf(clause)
	if i := strings.Index(clause, "完成或超额完成"); i >= 0 { // 预计完成或超额完成26项 names no target
		class, ok = Met, true
	}
	if !ok || strings.Contains(clause, "以上") || strings.Contains(clause, "等") {
		return Count{}, false
	}
	var n *quantity.Mention
	for m := range quantity.Scan(clause) {
		if m.Kind == quantity.Amount && m.Quantity.Unit.Text == "项" {
			if n != nil {
				return Count{}, false
			}
			n = &m
		}
	}
	if n == nil || n.Quantity.Value.Places() > 0 {
		return Count{}, false
	}
	v, ok := Int(n.Quantity.Value)
	return Count{class, v, vet.At(t, c.Start+n.Start, c.Start+n.End, vet.Subject)}, ok
}

// Int is a number as a small whole one.
func Int(n quantity.Number) (int, bool) {
	for i := range 1000 {
		if n.Equal(quantity.Int(int64(i))) {
			return i, true
		}
	}
	return 0, false
}
