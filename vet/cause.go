package vet

import "slices"

// oneCauseOnce drops a finding about the very places of a stronger or earlier
// one: a wrong number breaks an equation as well as an equality, and is said once.
// Findings come in the order of the rules.
func oneCauseOnce(all []Finding) []Finding {
	byRank := slices.Clone(all)
	slices.SortStableFunc(byRank, func(a, b Finding) int { return a.Severity.Rank() - b.Severity.Rank() })
	said := map[Mark][]Finding{}
	dropped := map[*Mark]bool{} // by the first mark's address, which a finding keeps
	for _, f := range byRank {
		if len(f.Marks) == 0 || len(f.Values) == 0 {
			continue
		}
		subject := placeOf(f.Marks[0])
		if slices.ContainsFunc(said[subject], func(g Finding) bool { return g.Rule != f.Rule && within(f, g) }) {
			dropped[&f.Marks[0]] = true
			continue
		}
		for _, m := range f.Marks {
			said[placeOf(m)] = append(said[placeOf(m)], f)
		}
	}
	return slices.DeleteFunc(all, func(f Finding) bool { return len(f.Marks) > 0 && dropped[&f.Marks[0]] })
}

// within reports that all places of f are places of g.
func within(f, g Finding) bool {
	for _, m := range f.Marks {
		if !slices.ContainsFunc(g.Marks, func(n Mark) bool { return placeOf(n) == placeOf(m) }) {
			return false
		}
	}
	return true
}

func placeOf(m Mark) Mark { return Mark{File: m.File, Span: m.Span} }
