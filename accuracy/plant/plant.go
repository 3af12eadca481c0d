// Package plant makes single errors in a report on purpose, so that what the
// checks find can be counted.
//
// It decides where an edit of a kind surely contradicts something else in the
// same text, table or arithmetic, and where an edit surely does not (the benign
// kinds). It reads the plain text with means of its own - regular expressions,
// line structure, interval arithmetic - and never asks the packages that are
// being measured; otherwise a place that they do not understand would be missing
// from both sides. What the checks should say is left out: only where they should.
package plant

import (
	"cmp"
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// Range is a stretch of a text in bytes, End exclusive.
type Range struct{ Start, End int }

// Overlaps reports whether the ranges share a byte; an empty range stands for the
// place between two bytes and touches both.
func (r Range) Overlaps(o Range) bool { return r.Start <= o.End && o.Start <= r.End }

// Plant is one edit of a text: the bytes of At become With.
type Plant struct {
	Kind    string
	At      Range
	With    string
	Against []Range // what the edit contradicts, in the unedited text; empty if benign
	Why     string  // for people
}

// Apply makes the edit.
func (p Plant) Apply(text string) string { return text[:p.At.Start] + p.With + text[p.At.End:] }

// Edited is the edit's place in the edited text.
func (p Plant) Edited() Range { return Range{p.At.Start, p.At.Start + len(p.With)} }

// Moved is where an unedited stretch stands in the edited text.
func (p Plant) Moved(r Range) Range {
	shift := len(p.With) - (p.At.End - p.At.Start)
	if r.Start >= p.At.End {
		r.Start += shift
	}
	if r.End >= p.At.End {
		r.End += shift
	}
	return r
}

// Kind is one way to edit a report.
type Kind struct {
	Name   string
	Benign bool     // the edit contradicts nothing
	Rules  []string // the checks that can answer for it
	find   func(*Report, *rand.Rand) []Plant
}

// Plants are the edits of the kind that the report offers, in its order. They
// depend on nothing but the text and the seed.
func (k Kind) Plants(r *Report, seed uint64) []Plant {
	h := fnv.New64a()
	h.Write([]byte(k.Name))
	out := k.find(r, rand.New(rand.NewPCG(seed, h.Sum64())))
	out = slices.DeleteFunc(out, func(p Plant) bool { return r.Text[p.At.Start:p.At.End] == p.With })
	for i := range out {
		out[i].Kind = k.Name
	}
	slices.SortStableFunc(out, func(a, b Plant) int { return cmp.Compare(a.At.Start, b.At.Start) })
	return out
}

// Kinds are all of them, errors first.
var Kinds = []Kind{
	{"table-actual", false, []string{"value-mismatch"}, tableActuals},
	{"table-target", false, []string{"target-mismatch"}, tableTargets},
	{"table-verdict", false, []string{"verdict"}, tableVerdicts},
	{"verdict-words", false, []string{"verdict"}, verdictWords},
	{"verdict-lists", false, []string{"verdict", "count-list"}, verdictLists},
	{"binding", false, []string{"binding", "count-list"}, bindings},
	{"repeated", false, []string{"value-mismatch", "target-mismatch"}, repeated},
	{"again", false, []string{"value-mismatch", "target-mismatch"}, again},
	{"other-scale", false, []string{"value-mismatch", "livelihood-text"}, otherScales},
	{"slip", false, []string{"value-mismatch", "target-mismatch"}, slips},
	{"sign", false, []string{"value-mismatch", "direction-words"}, signs},
	{"unit", false, []string{"value-mismatch", "unit-basis"}, units},
	{"year", false, []string{"deixis", "references", "value-mismatch"}, years},
	{"year-cell", false, []string{"deixis"}, yearCells},
	{"date", false, []string{"deixis"}, dates},
	{"caption", false, []string{"numbering"}, captions},
	{"reference", false, []string{"references"}, references},
	{"table-near", false, []string{"value-mismatch", "target-mismatch"}, tableNears},
	{"table-unit", false, []string{"value-mismatch", "target-mismatch"}, tableUnits},
	{"comparator", false, []string{"comparator-mismatch"}, comparators},
	{"order", false, []string{"order", "arithmetic"}, orders},
	{"verdict-flip", false, []string{"verdict"}, verdictFlips},
	{"rest-count", false, []string{"binding"}, restCounts},
	{"binding-name", false, []string{"binding"}, bindingNames},
	{"count-list", false, []string{"count-list"}, countLists},
	{"count-items", false, []string{"count-list", "livelihood-status"}, countItems},
	{"sum-parts", false, []string{"sum-parts"}, sums},
	{"shares", false, []string{"sum-parts"}, shares},
	{"from-to", false, []string{"arithmetic", "level-growth"}, fromTo},
	{"percent-of", false, []string{"arithmetic"}, percentOf},
	{"points", false, []string{"arithmetic"}, points},
	{"increment", false, []string{"arithmetic"}, increments},
	{"direction", false, []string{"direction-words", "arithmetic"}, directions},
	{"parallel", false, []string{"parallel"}, parallels},
	{"stage", false, []string{"stage-mismatch"}, stages},
	{"stage-box", false, []string{"stage-mismatch"}, stageBoxes},
	{"livelihood", false, []string{"livelihood-outcome"}, livelihood},
	{"numbering", false, []string{"numbering"}, numbering},
	{"glossary", false, []string{"glossary-unused"}, glossary},
	{"glossary-body", false, []string{"glossary-unused", "term-drift"}, glossaryBody},
	{"mnemonic", false, []string{"mnemonic"}, mnemonics},
	{"formula", false, []string{"mnemonic", "glossary-unused"}, formulas},
	{"bracket-kind", false, []string{"residue"}, bracketKinds},
	{"brackets", false, []string{"residue"}, brackets},
	{"stops", false, []string{"residue"}, stops},
	{"commas", false, []string{"residue"}, commas},

	{"benign-unit", true, nil, otherUnits},
	{"benign-width", true, nil, otherWidths},
	{"benign-synonym", true, nil, synonyms},
	{"benign-verb", true, nil, verbs},
	{"benign-place", true, nil, otherPlaces},
	{"benign-year", true, nil, otherYears},
	{"benign-rounding", true, nil, roundings},
}
