package main

import (
	"context"
	"math/rand/v2"

	"gangmu/accuracy/plant"
	"gangmu/vet"
)

// plantAll draws the plants and vets each.
func plantAll(ctx context.Context, groups []*group, o options) ([]*trial, error) {
	var trials []*trial
	for _, k := range plant.Kinds {
		if !chosen(o.kinds, k.Name) {
			continue
		}
		for _, g := range groups {
			trials = append(trials, draw(k, g, o.seed, o.number)...)
		}
	}
	return trials, together(len(trials), func(i int) error { return trials[i].run(ctx) })
}

// draw picks at most n plants of a kind in a group, all if n is 0, spread over
// its reports: one of each report in a drawn order, then a second of each.
func draw(k plant.Kind, g *group, seed uint64, n int) []*trial {
	rng := rand.New(rand.NewPCG(seed, uint64(len(k.Name))))
	var queues [][]*trial
	for _, r := range g.reports {
		var q []*trial
		for _, p := range k.Plants(r.parts, seed) {
			if t := (&trial{group: g, report: r, kind: k, plant: p}); !t.known() {
				q = append(q, t)
			}
		}
		rng.Shuffle(len(q), func(i, j int) { q[i], q[j] = q[j], q[i] })
		queues = append(queues, q)
	}
	rng.Shuffle(len(queues), func(i, j int) { queues[i], queues[j] = queues[j], queues[i] })
	var out []*trial
	for round := 0; ; round++ {
		more := false
		for _, q := range queues {
			if round < len(q) && (n == 0 || len(out) < n) {
				out = append(out, q[round])
				more = true
			}
		}
		if !more {
			return out
		}
	}
}

// known reports that an error or warning stands at the place already: what vet
// says there of the edited text would prove nothing.
func (t *trial) known() bool {
	at := spanOf(t.report.text, t.plant.At)
	for _, f := range t.report.before {
		if f.Severity == vet.Info {
			continue
		}
		for _, m := range f.Marks {
			if !before(m.Span, at) && !before(at, m.Span) {
				return true
			}
		}
	}
	return false
}
