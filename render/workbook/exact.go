package workbook

import (
	"encoding/json"
	"slices"
	"strings"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/span"
	"gangmu/target"
)

// stored is the whole item as a program writes it.
func stored(it plan.Item) string {
	b, err := json.Marshal(it)
	if err != nil {
		return ""
	}
	return noXML.Replace(string(b))
}

// noXML spells out the characters that JSON may hold and XML may not.
var noXML = strings.NewReplacer("\ufffe", `\ufffe`, "\uffff", `\uffff`)

// restored reads what stored has written. It comes from a file that anybody may
// have made, so that only known forms are taken.
func restored(s string) (it plan.Item, ok bool) {
	if s == "" || json.Unmarshal([]byte(s), &it) != nil {
		return it, false
	}
	for _, m := range it.Measures {
		if !known(m.Promise) || m.Target.Op > quantity.About || !slices.Contains(kinds, m.Target.Kind) {
			return it, false
		}
		for _, f := range m.Facts {
			if !known(f.Quantity) {
				return it, false
			}
		}
	}
	return it, true
}

var kinds = []target.Kind{
	"", target.Bound, target.Range, target.Double, target.About, target.Change,
	target.Benchmark, target.Grade, target.Delegated, target.Deferred, target.Open, target.Words,
}

// known reports a quantity whose form and comparator exist.
func known(q quantity.Quantity) bool {
	return q.Op <= quantity.About && q.Form <= quantity.Fraction && q.Unit.Dim <= quantity.Degree
}

// withoutPlaces is it without the places in its source.
func withoutPlaces(it plan.Item) plan.Item {
	it.Span = span.Span{}
	it.Measures = slices.Clone(it.Measures)
	for i := range it.Measures {
		m := &it.Measures[i]
		m.Facts = slices.Clone(m.Facts)
		for j := range m.Facts {
			m.Facts[j].Span = span.Span{}
		}
	}
	return it
}
