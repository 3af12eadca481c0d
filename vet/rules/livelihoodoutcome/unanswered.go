package livelihoodoutcome

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/items"
	"gangmu/vet/rules/internal/prose"
)

// unanswered reports a promised amount without an outcome in its unit, where the
// item gives the same thing another unit or other amounts have their outcomes.
func unanswered(p *vet.Pass, it plan.Item, m plan.Measure, result items.Result, answered bool) {
	for q := range quantity.Scan(result.Range.Of(result.Text.S)) {
		if q.Kind != quantity.Amount || q.Quantity.Unit.Dim == quantity.None || answers(q.Quantity.Unit, m.Promise.Unit) {
			continue
		}
		at := prose.Range{Start: result.Range.Start + q.NumStart, End: result.Range.Start + q.NumEnd}
		if !sameThing(m, words(result, at.Start)) {
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("第%s件：承诺%s%s，结果写的是%s，计量单位不同。", it.No, m.Subject, m.Promise.String(), q.Quantity.String()),
				En: fmt.Sprintf("item %s: %s promised, %s delivered: another unit.", it.No, m.Promise.String(), q.Quantity.String()),
			},
			Marks:  []vet.Mark{vet.At(result.Text, at.Start, at.End, vet.Subject), items.Mark(it, vet.Evidence)},
			Values: []vet.Value{{Text: q.Quantity.String()}, {Text: m.Promise.String()}},
		})
		return
	}
	if answered {
		p.Report(vet.Finding{
			Severity: vet.Warning,
			Message: vet.Words{
				Zh: fmt.Sprintf("第%s件：承诺了%s%s，没有写这一项的结果（其他几项写了）。", it.No, m.Subject, m.Promise.String()),
				En: fmt.Sprintf("item %s: %s is promised without an outcome; the other amounts have one.", it.No, m.Promise.String()),
			},
			Marks: []vet.Mark{items.Mark(it, vet.Subject)},
		})
	}
}

// words are those before a number, from the last stop.
func words(r items.Result, end int) string {
	clauses := prose.Split(r.Text.S, prose.Range{Start: r.Range.Start, End: end}, "，、；。：")
	if len(clauses) == 0 {
		return ""
	}
	return clauses[len(clauses)-1].Of(r.Text.S)
}

// sameThing reports words that name what was promised, or no more than its verb:
// 建成50.6套.
func sameThing(m plan.Measure, said string) bool {
	a, b := items.ThingOf(m.Subject), items.ThingOf(said)
	if utf8.RuneCountInString(b.Noun) < 2 {
		return true
	}
	return strings.Contains(a.Noun, b.Noun) || a.Noun != "" && strings.Contains(b.Noun, a.Noun) || a.Like(b) != items.Unlike
}
