package indicatorname

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
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
	cells := map[cell][]extract.Claim{}
	keys := map[string]bool{}
	for _, c := range p.Claims {
		if !c.Table {
			continue
		}
		at := cellOf(c)
		cells[at] = append(cells[at], c)
		keys[c.Key] = true
	}
	for _, c := range p.Claims {
		if c.Table || c.Part == extract.Glossary || keys[c.Key] || said[c.Indicator] || strings.ContainsAny(c.Indicator, "和与及、") {
			continue
		}
		same := cells[cellOf(c)]
		if len(same) == 0 || len(c.Value.Value.String()) < distinct {
			continue
		}
		if r, link := tables[c.Year].Resolve(c.Indicator); link > rows.None && !other(c, r) && (link > rows.Short || lost(c.Indicator, r.Item.Name) == "") {
			continue
		}
		for _, row := range same {
			if row.Measure != c.Measure && c.Known() || rows.Likeness(subject(c.Indicator), subject(row.Indicator)) < nearly {
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

// cell is what equal values of one year and kind have in common.
type cell struct {
	year  int
	kind  extract.ClaimKind
	dim   quantity.Dimension
	base  string
	value string // in the base unit
}

func cellOf(c extract.Claim) cell {
	u := c.Value.Unit
	return cell{c.Year, c.Kind, u.Dim, u.Base, c.Value.Base().Low.Plain().String()}
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
