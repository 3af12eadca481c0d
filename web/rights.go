package web

import (
	"slices"

	"gangmu/office"
)

// holds reports whether whoever asks may do something about any unit: for what a
// page offers, while the office decides about each object.
func (r *request) holds(act office.Action) bool {
	if r.can(act) {
		return true
	}
	return slices.ContainsFunc(r.actor.Grants, func(g office.Grant) bool {
		return office.Can(r.actor, act, office.Object{Units: []string{g.Unit}})
	})
}

// unitsFor are the open units for which whoever asks may do something.
func (r *request) unitsFor(act office.Action) (out []office.Unit, err error) {
	all, err := r.units()
	if err != nil {
		return nil, err
	}
	above := map[string][]string{} // each unit with those above it; parents come first
	for _, u := range all {
		above[u.Code] = append([]string{u.Code}, above[u.Parent]...)
		if u.To == "" && office.Can(r.actor, act, office.Object{Units: above[u.Code]}) {
			out = append(out, u)
		}
	}
	return out, nil
}

// canFor says whether whoever asks may do something about an object of a unit.
func (r *request) canFor(act office.Action, unit string) (bool, error) {
	units, err := r.unitsFor(act)
	return slices.ContainsFunc(units, func(u office.Unit) bool { return u.Code == unit }), err
}
