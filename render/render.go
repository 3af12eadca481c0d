// Package render prints plans and scorecards: as JSON for programs and as text
// for people.
//
// It decides words, order and alignment and computes nothing: verdicts and
// reasons come from package plan. The same input gives the same bytes. The JSON
// forms are a contract, described in docs/formats.md; the text forms are not.
package render

import "gangmu/vet"

// Lang is the language of fixed words; what a report prints stays as printed.
type Lang string

const (
	Zh Lang = "zh"
	En Lang = "en"
)

// pick is the text in the wanted language.
func (l Lang) pick(zh, en string) string {
	if l == En {
		return en
	}
	return zh
}

// Of is w in the language.
func (l Lang) Of(w vet.Words) string { return l.pick(w.Zh, w.En) }

// Failure says in JSON why a file could not be read.
type Failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}
