package vet

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"gangmu/document"
	"gangmu/extract"
)

// Result is what the rules say of one report.
type Result struct {
	Findings []Finding // in the order of the report
	Failed   []Failure // checks that did not run to their end
}

// Failure is a rule that failed by itself; the others ran all the same.
type Failure struct {
	Rule string
	Err  error
}

// Run applies rules to a report, several at once. The result does not depend on
// which was faster. The only error is ctx's.
func Run(ctx context.Context, doc *document.Document, r *extract.Result, rules []*Rule) (*Result, error) {
	claims := slices.Concat(r.Claims(), extract.TableClaims(r.Plan, r.Lines))
	passes := make([]*Pass, len(rules))
	errs := make([]error, len(rules))
	var wg sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, rule := range rules {
		passes[i] = &Pass{Document: doc, Plan: r.Plan, Lines: r.Lines, Claims: claims, rule: rule}
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
	out := &Result{}
	for i, p := range passes {
		out.Findings = append(out.Findings, p.findings...)
		if errs[i] != nil {
			out.Failed = append(out.Failed, Failure{rules[i].ID, errs[i]})
		}
	}
	slices.SortStableFunc(out.Findings, byPlace)
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
