// Package named reads the places where a report names indicators one by one:
// lists of verdicts, of binding indicators, of those added and removed.
//
// It takes the names apart and says for which year they must stand in a table;
// whether they do is for the rules to say.
package named

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

// Name is a name as a list prints it, perhaps with its value behind it.
type Name struct {
	Text document.Text
	At   prose.Range
}

// Printed is the name itself.
func (n Name) Printed() string { return n.At.Of(n.Text.S) }

// Mark is where it stands.
func (n Name) Mark() vet.Mark { return vet.At(n.Text, n.At.Start, n.At.End, vet.Subject) }

// List is names that one year's table must hold; Year is 0 where either may.
type List struct {
	Year  int
	Names []Name
}

// Lists are all lists of a report.
func Lists(p *vet.Pass) []List {
	var out []List
	if len(p.Plan.Year(p.Plan.ExecutedYear)) > 0 {
		for _, l := range verdicts.Listed(p) {
			list := List{Year: p.Plan.ExecutedYear}
			for _, n := range l.Names {
				list.Names = append(list.Names, Name{n.Text, n.At})
			}
			out = append(out, list)
		}
	}
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Glossary {
			continue
		}
		if i := strings.Index(l.Text.S, "约束性指标"); i >= 0 {
			out = append(out, List{Names: bracketed(l.Text, i+len("约束性指标"))})
		}
	}
	for _, c := range Changes(p) {
		switch c.Kind {
		case Added:
			out = append(out, List{p.Plan.PlannedYear, c.Names})
		case Removed:
			out = append(out, List{p.Plan.ExecutedYear, c.Names})
		}
	}
	return out
}

// bracketed are the names in the bracket behind 约束性指标5项.
func bracketed(t document.Text, from int) []Name {
	rest := t.S[from:]
	open := strings.Index(rest, "（")
	if open < 0 || strings.ContainsAny(rest[:open], "，。；") || strings.Contains(rest[:open], "详见") {
		return nil
	}
	in, ok := prose.Bracket(t.S, prose.Range{Start: from, End: len(t.S)})
	if !ok || strings.Contains(in.Of(t.S), "等") {
		return nil
	}
	names := prose.Entries(t.S, in)
	if len(names) < 2 {
		return nil
	}
	var out []Name
	for _, n := range names {
		out = append(out, Name{t, n})
	}
	return out
}
