package trajectory

import (
	"fmt"
	"math"
	"regexp"
	"strconv"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
	"gangmu/vet/rules/internal/prose"
)

// average is 年均增长7.5% of a five-year plan that its clause names.
var average = regexp.MustCompile(`“?十([三四五六])五”?[^，。；]*?年均[^，。；0-9]{0,36}?增长([0-9]+(?:\.[0-9]+)?)%`)

// ends are the last years of the five-year plans.
var ends = map[string]int{"三": 2020, "四": 2025, "五": 2030, "六": 2035}

const (
	span   = 5 // years of a plan
	fewest = 2 // so many of them must be known
)

func averages(p *vet.Pass) {
	said := map[string]bool{}
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Part == extract.Glossary {
			continue
		}
		for _, m := range average.FindAllStringSubmatchIndex(l.Text.S, -1) {
			c := prose.Range{Start: m[0], End: m[1]}
			hits := catalogue.Find(c.Of(l.Text.S))
			end := ends[l.Text.S[m[2]:m[3]]]
			if len(hits) != 1 || said[hits[0].Entry.ID] || p.Plan.PlannedYear > end || p.Plan.PlannedYear <= end-span {
				continue
			}
			said[hits[0].Entry.ID] = true
			rate, _ := strconv.ParseFloat(l.Text.S[m[4]:m[5]], 64)
			goal{hits[0].Entry, end, rate, vet.At(l.Text, m[0], m[1], vet.Subject)}.check(p)
		}
	}
}

// goal is an average growth in percent over the plan that ends with a year.
type goal struct {
	of   catalogue.Entry
	end  int
	rate float64
	mark vet.Mark
}

// check computes what the years without a number must average. Several values
// for one year leave it open.
func (g goal) check(p *vet.Pass) {
	marks := []vet.Mark{g.mark}
	made, years := 1.0, 0
	known, now := "", math.NaN()
	for year := g.end - span + 1; year <= p.Plan.PlannedYear; year++ {
		c, ok := growth(p, g.of.ID, year)
		if !ok {
			continue
		}
		rate := number(c.Value.Value)
		made *= 1 + rate/100
		years++
		known += fmt.Sprintf("%d年%s、", year, c.Value)
		marks = append(marks, facts.Mark(c, vet.Evidence))
		if year == p.Plan.PlannedYear {
			now = rate
		}
	}
	left := span - years
	if years < fewest || left <= 0 || math.IsNaN(now) {
		return
	}
	need := 100 * (math.Pow(math.Pow(1+g.rate/100, span)/made, 1/float64(left)) - 1)
	if need < now+margin {
		p.Agree(marks...)
		return
	}
	known = known[:len(known)-len("、")]
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s五年年均增长%v%%：已知%s，其余%d年平均要增长%.1f%%，高于今年的目标。", g.of.Zh, g.rate, known, left, need),
			En: fmt.Sprintf("%s: an average of %v%% over five years; after %s the other %d years must average %.1f%%, more than this year's target.", g.of.En, g.rate, known, left, need),
		},
		Marks: marks,
	})
}

// growth is the one growth that the report gives for a year.
func growth(p *vet.Pass, key string, year int) (extract.Claim, bool) {
	return only(p, func(c extract.Claim) bool { return c.Key == key && c.Year == year && c.Measure == extract.Growth })
}

// only is the first plain claim for a whole year that is wanted: a result of the
// past, a promise for this year. ok tells that the others say the same.
func only(p *vet.Pass, want func(extract.Claim) bool) (found extract.Claim, ok bool) {
	for _, c := range p.Claims {
		kind := extract.ActualClaim
		if c.Year >= p.Plan.PlannedYear {
			kind = extract.TargetClaim
		}
		if !c.Sure || c.Kind != kind || c.Value.Form != quantity.Single || len(c.Period) != len("2030") || !want(c) {
			continue
		}
		if ok && quantity.Compare(found.Value, c.Value).Relation == quantity.Differ {
			return found, false
		}
		if !ok {
			found, ok = c, true
		}
	}
	return found, ok
}

func number(n quantity.Number) float64 {
	f, _ := strconv.ParseFloat(n.Plain().String(), 64)
	return f
}
