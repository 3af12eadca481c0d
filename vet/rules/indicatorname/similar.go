package indicatorname

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/vet"
	"gangmu/vet/rules/internal/rows"
)

// nearly is how much of two names must be common, and
// distinct how many digits a value must have, for equal values to mean one thing.
const (
	nearly   = 0.7
	distinct = 2
)

// similar finds statements that give a row's very value under a name that
// differs from the row's a little; names in said are dealt with.
func similar(p *vet.Pass, tables map[int]rows.Table, said map[string]bool) {
	byYear := map[int][]extract.Claim{}
	keys := map[string]bool{}
	for _, c := range p.Claims {
		if c.Table {
			byYear[c.Year] = append(byYear[c.Year], c)
			keys[c.Key] = true
		}
	}
	for _, c := range p.Claims {
		if c.Table || c.Part == extract.Glossary || keys[c.Key] || said[c.Indicator] || strings.ContainsAny(c.Indicator, "和与及、") {
			continue
		}
		if r, link := tables[c.Year].Resolve(c.Indicator); link > rows.None && !other(c, r) && (link > rows.Short || lost(c.Indicator, r.Item.Name) == "") {
			continue
		}
		for _, row := range byYear[c.Year] {
			if row.Kind != c.Kind || row.Measure != c.Measure && c.Known() || !sameValue(row, c) || rows.Likeness(subject(c.Indicator), subject(row.Indicator)) < nearly {
				continue
			}
			said[c.Indicator] = true
			p.Report(vet.Finding{
				Severity: vet.Info,
				Message: vet.Words{
					Zh: fmt.Sprintf("“%s”与指标表中的“%s”数值相同，名称不一致。", c.Indicator, row.Indicator),
					En: fmt.Sprintf("%s has the value of the table's %s, but another name.", c.Indicator, row.Indicator),
				},
				Marks: []vet.Mark{
					{Span: c.Span, Text: c.Text, Role: vet.Subject},
					{Span: row.Span, Text: row.Text, Role: vet.Evidence},
				},
			})
			break
		}
	}
}

// other reports a claim that the catalogue takes for another indicator than the
// row, although its name is like a short form of it.
func other(c extract.Claim, r rows.Row) bool {
	row, ok := catalogue.Lookup(printed(r))
	return ok && c.Known() && c.Key != row.ID
}

func sameValue(a, b extract.Claim) bool {
	return a.Value.Unit.Dim == b.Value.Unit.Dim && a.Value.Unit.Base == b.Value.Unit.Base &&
		a.Value.Base().Low.Equal(b.Value.Base().Low) && len(b.Value.Value.String()) >= distinct
}

func subject(name string) string {
	s := []rune(name)
	for _, tail := range []string{"增速", "增长", "数量"} {
		if n := len(s) - len([]rune(tail)); n > 0 && string(s[n:]) == tail {
			s = s[:n]
		}
	}
	return string(s)
}
