package unitbasis

import (
	"fmt"
	"regexp"
	"strings"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// inPoints is 增长13.4个百分点. A change of an amount is a percentage; points
// measure how far a rate or a share moved.
var inPoints = regexp.MustCompile(`(?:同比|比上年|较上年)?(?:增长|下降)[0-9]+(?:\.[0-9]+)?个百分点`)

func growthInPoints(p *vet.Pass) {
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Part == extract.Glossary || !strings.Contains(l.Text.S, "个百分点") {
			continue
		}
		for _, c := range prose.Clauses(l.Text.S, prose.Whole(l.Text.S)) {
			m := inPoints.FindStringIndex(c.Of(l.Text.S))
			if m == nil {
				continue
			}
			before := c.Of(l.Text.S)[:m[0]]
			hits := catalogue.Find(before)
			if len(hits) != 1 || hits[0].End != len(before) || strings.Contains(before, "拉动") || !isAmount(hits[0].Entry) {
				continue
			}
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("%s是总量，增减用%%，不用“个百分点”。", hits[0].Entry.Zh),
					En: fmt.Sprintf("%s is an amount: its change is in percent, not in points.", hits[0].Entry.En),
				},
				Marks: []vet.Mark{vet.At(l.Text, c.Start+m[0], c.Start+m[1], vet.Subject)},
			})
		}
	}
}

func isAmount(e catalogue.Entry) bool {
	return e.Measure == catalogue.Level && (e.Kind == catalogue.LevelKind || e.Kind == catalogue.CountKind)
}
