package vet

import (
	"strings"

	"gangmu/plan"
)

// Edition says which place and years a report is about.
type Edition struct {
	Region            string // empty where the report does not say
	Executed, Planned int    // 0 where the report does not say
}

// EditionOf is a plan's edition.
func EditionOf(p *plan.Plan) Edition {
	return Edition{p.Region, p.ExecutedYear, p.PlannedYear}
}

// Before reports whether e is last year's report of f's place: it plans the year
// that f looks back on, or looks back on the year before.
func (e Edition) Before(f Edition) bool {
	if e.Region == "" || f.Region == "" || f.Executed == 0 {
		return false
	}
	// 重庆市某区 and 某区 are one place.
	same := strings.HasSuffix(e.Region, f.Region) || strings.HasSuffix(f.Region, e.Region)
	return same && (e.Executed == f.Executed-1 || e.Executed == 0 && e.Planned == f.Executed)
}

// Pair is for each edition the index of last year's report of the same place,
// the first of several, or -1.
func Pair(all []Edition) []int {
	out := make([]int, len(all))
	byYear := map[int][]int{}
	for i, e := range all {
		year := e.Executed
		if year == 0 {
			year = e.Planned - 1
		}
		byYear[year] = append(byYear[year], i)
	}
	for i, f := range all {
		out[i] = -1
		for _, j := range byYear[f.Executed-1] {
			if all[j].Before(f) {
				out[i] = j
				break
			}
		}
	}
	return out
}
