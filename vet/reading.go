package vet

import (
	"reflect"
	"slices"
	"sync"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/plan"
)

// Reading is a report as rules see it. Rules read it and change nothing.
type Reading struct {
	File     string // its name, for people
	Document *document.Document
	Plan     *plan.Plan
	Lines    []extract.Line
	Claims   []extract.Claim // of prose and of tables

	mu     sync.Mutex
	shared map[reflect.Type]func() any
}

// NewReading is what was extracted from doc, ready for the rules.
func NewReading(file string, doc *document.Document, r *extract.Result) *Reading {
	return &Reading{
		File: file, Document: doc, Plan: r.Plan, Lines: r.Lines,
		Claims: slices.Concat(r.Claims(), extract.TableClaims(r.Plan, r.Lines)),
		shared: map[reflect.Type]func() any{},
	}
}

// Shared is compute's result for r, computed once whichever rule asks first. The
// result's type is its name: each thing that rules share has a type of its own.
func Shared[T any](r *Reading, compute func(*Reading) T) T {
	key := reflect.TypeFor[T]()
	r.mu.Lock()
	once, ok := r.shared[key]
	if !ok {
		once = sync.OnceValue(func() any { return compute(r) })
		r.shared[key] = once
	}
	r.mu.Unlock()
	return once().(T)
}

// Assessment is the plan's scorecard, computed once.
func (r *Reading) Assessment() plan.Assessment {
	return Shared(r, func(r *Reading) plan.Assessment { return r.Plan.Assess() })
}

// holds reports whether the report has all of n.
func (r *Reading) holds(n Need) bool {
	for _, c := range []struct {
		need Need
		has  bool
	}{
		{Indicators, len(r.Plan.Indicators) > 0}, {Projects, len(r.Plan.Projects) > 0},
		{Livelihood, len(r.Plan.Livelihood) > 0}, {Terms, len(r.Plan.Glossary) > 0},
	} {
		if n&c.need != 0 && !c.has {
			return false
		}
	}
	return true
}
