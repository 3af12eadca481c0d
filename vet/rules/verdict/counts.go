package verdict

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

// counts holds stated numbers of indicators against the computed ones. Rows that
// cannot be assessed may belong to either side.
func counts(p *vet.Pass) {
	c := p.Assessment().Counts
	all := c.Exceeded + c.Met + c.Missed + c.Undetermined
	if all < fewest {
		return
	}
	for _, said := range verdicts.Counts(p) {
		fits := func(least int) bool { return said.N >= least && said.N <= least+c.Undetermined }
		switch said.Class {
		case verdicts.Exceeded: // a report may call beaten targets just met
			continue
		case verdicts.Missed:
			if fits(c.Missed) {
				p.Agree(said.Mark)
				continue
			}
		case verdicts.Met: // with those exceeded, or beside them
			if fits(c.Exceeded+c.Met) || fits(c.Met) {
				p.Agree(said.Mark)
				continue
			}
		}
		word := classes[said.Class]
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("文中说%s%d项；按指标表逐项计算，超额完成%d项、完成%d项、未达预期%d项、不能判定%d项。", word.Zh, said.N, c.Exceeded, c.Met, c.Missed, c.Undetermined),
				En: fmt.Sprintf("%d indicators are called %s; by the table %d are exceeded, %d met, %d missed and %d cannot be assessed.", said.N, word.En, c.Exceeded, c.Met, c.Missed, c.Undetermined),
			},
			Marks: []vet.Mark{said.Mark},
		})
	}
}

// fewest rows make a table of indicators whose counts a report sums up.
const fewest = 10

// special holds the numbers of indicators that the report sets aside against
// each other: 特殊指标3项, 关于3项特殊指标.
func special(p *vet.Pass) {
	var first *vet.Mark
	n := 0
	for _, l := range p.Lines {
		if l.Box != "" || l.Part != extract.Annex {
			continue
		}
		for _, c := range prose.Split(l.Text.S, prose.Whole(l.Text.S), "，。；、") {
			v, mark, ok := specialOf(l.Text.S, c)
			if !ok {
				continue
			}
			at := vet.At(l.Text, mark.Start, mark.End, vet.Subject)
			switch {
			case first == nil:
				first, n = &at, v
			case v != n:
				p.Report(vet.Finding{
					Message: vet.Words{
						Zh: fmt.Sprintf("前面说特殊指标%d项，这里说%d项。", n, v),
						En: fmt.Sprintf("%d special indicators before, %d here.", n, v),
					},
					Marks: []vet.Mark{at, {Span: first.Span, Text: first.Text, Role: vet.Evidence}},
				})
			default:
				p.Agree(*first, at)
			}
		}
	}
}

func specialOf(s string, c prose.Range) (n int, at prose.Range, ok bool) {
	clause := c.Of(s)
	if !strings.Contains(clause, "特殊指标") {
		return 0, at, false
	}
	for m := range quantity.Scan(clause) {
		if m.Kind == quantity.Amount && m.Quantity.Unit.Text == "项" {
			n, ok = verdicts.Int(m.Quantity.Value)
			at = prose.Range{Start: c.Start + m.Start, End: c.Start + m.End}
		}
	}
	return n, at, ok
}
