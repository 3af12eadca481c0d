package vet

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
)

// Result is what the rules say of one report.
type Result struct {
	Findings []Finding // in the order of the report
	Failed   []Failure // checks that did not run to their end
	Coverage Coverage
	Rules    []*Rule // that were applied
	Compared bool    // with a baseline
	Gone     int     // findings of the baseline that are no more
}

// Answered reports whether a rule was applied and ran to its end, so that its
// silence means something.
func (r *Result) Answered(rule string) bool {
	return slices.ContainsFunc(r.Rules, func(a *Rule) bool { return a.ID == rule }) &&
		!slices.ContainsFunc(r.Failed, func(f Failure) bool { return f.Rule == rule })
}

// Failure is a rule that failed by itself; the others ran all the same.
type Failure struct {
	Rule string
	Err  error
}

// Run applies rules to a report, several at once; earlier is last year's report
// or nil. The result does not depend on which rule was faster. The only error is
// ctx's.
func Run(ctx context.Context, r, earlier *Reading, rules []*Rule) (*Result, error) {
	passes := make([]*Pass, len(rules))
	errs := make([]error, len(rules))
	var wg sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, rule := range rules {
		passes[i] = &Pass{Reading: r, Earlier: earlier, rule: rule}
		if !r.holds(rule.Requires) || rule.Requires&Earlier != 0 && earlier == nil {
			continue
		}
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			if ctx.Err() == nil {
				errs[i] = passes[i].run()
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out := &Result{Rules: rules}
	var agreed []Mark
	for i, p := range passes {
		out.Findings = append(out.Findings, p.findings...)
		agreed = append(agreed, p.agreed...)
		if errs[i] != nil {
			out.Failed = append(out.Failed, Failure{rules[i].ID, errs[i]})
		}
	}
	out.Findings = oneCauseOnce(out.Findings)
	slices.SortStableFunc(out.Findings, byPlace)
	fingerprints(r, out.Findings)
	out.Coverage = cover(r, out.Findings, agreed)
	return out, nil
}

// run runs the pass's rule; a panic in it is its error.
func (p *Pass) run() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: %v", p.rule.ID, r)
		}
	}()
	return p.rule.Run(p)
}

func byPlace(a, b Finding) int {
	if len(a.Marks) == 0 || len(b.Marks) == 0 {
		return cmp.Compare(len(b.Marks), len(a.Marks))
	}
	x, y := a.Marks[0].Span, b.Marks[0].Span
	return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column), cmp.Compare(a.Rule, b.Rule))
}
