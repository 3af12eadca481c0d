// Package extract turns a document into the plan that it contains.
//
// It decides what in a plan report is an indicator row, a key project, a
// livelihood item, a commitment, a term of the glossary; which year and place
// they belong to; and where each stands. It reads forms, not phrases: a table
// by its column heads, a box by its stage words, a sentence by its quantities.
// What a document does not give stays empty, and what looks like a plan but
// could not be read is said in Warnings. It does not judge: verdicts are
// computed in package plan, contradictions elsewhere.
package extract

import (
	"context"

	"gangmu/document"
	"gangmu/plan"
)

// Result is a document's plan and what the reader should know about the reading.
type Result struct {
	Plan     *plan.Plan
	Lines    []Line // the report's text with its parts, for checks
	Warnings []Warning
}

// Warning is something that looked like part of a plan and could not be read.
type Warning struct {
	Zh, En string
	Block  string // the table or paragraph it is about
}

// Claims are the statements of numbers in the running text. They take longer
// than the plan and are read only where somebody asks for them.
func (r *Result) Claims() []Claim { return ClaimsOf(r.Plan, r.Lines) }

// Identify is the plan of doc with nothing but its title, place and years.
func Identify(doc *document.Document) *plan.Plan {
	p := &plan.Plan{}
	identify(p, doc, newOutline(doc))
	return p
}

// Extract reads the plan out of doc. The only error is ctx's.
func Extract(ctx context.Context, doc *document.Document) (*Result, error) {
	r := &Result{Plan: &plan.Plan{}}
	o := newOutline(doc)
	identify(r.Plan, doc, o)

	steps := []func(*Result, *outline){
		readTables, readBoxes, readLists, readCommitments, readStatedIndicators, readGlossary,
	}
	for _, step := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step(r, o)
	}
	r.Lines = linesOf(o)
	return r, nil
}
