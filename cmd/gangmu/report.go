package main

import (
	"fmt"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/document/pdf"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/render"
	"gangmu/render/workbook"
)

// report is what was read from one file.
type report struct {
	file      string
	plan      *plan.Plan
	document  *document.Document // with extracted until the report is printed
	extracted *extract.Result
	vetted    render.Vetted // what vet found
	warnings  []both        // what was not read although it may matter
}

// read turns one input into its plan.
func (s *invocation) read(file string) (*report, error) {
	data, err := s.load(file)
	if err != nil {
		return nil, err
	}
	return s.parse(file, data)
}

// parse turns the bytes of a report into its plan.
func (s *invocation) parse(name string, data []byte) (*report, error) {
	limits := document.Limits{Input: s.maxSize, Expanded: s.maxSize}
	ctx := pdf.OnFirstStart(s.ctx, func() { fmt.Fprintln(s.Stderr, words["pdf_first"].in(s.lang)) })
	doc, err := open.Read(ctx, name, data, limits)
	if err != nil {
		return nil, err
	}
	result, err := s.extract(doc)
	if err != nil {
		return nil, err
	}
	r := &report{file: name, plan: result.Plan, document: doc, extracted: result}
	for _, w := range doc.Warnings {
		r.warnings = append(r.warnings, both{w.Zh, w.En})
	}
	for _, w := range result.Warnings {
		r.warnings = append(r.warnings, both{w.Zh, w.En})
	}
	return r, nil
}

// limits are those of one file.
func (s *invocation) limits() document.Limits {
	return document.Limits{Input: s.maxSize, Expanded: s.maxSize}
}

// extract finds the plan in a document, or reads it back from a workbook that
// was written of one.
func (s *invocation) extract(doc *document.Document) (*extract.Result, error) {
	if p, ok := workbook.Plan(doc); ok {
		return &extract.Result{Plan: p}, nil
	}
	return extract.Extract(s.ctx, doc)
}

// assessment is the scorecard of the executed year.
func (r *report) assessment() plan.Assessment { return r.plan.Assess() }

// empty reports a file in which no plan was found.
func (r *report) empty() bool {
	p := r.plan
	return len(p.Indicators)+len(p.Projects)+len(p.Livelihood)+len(p.Commitments) == 0
}
