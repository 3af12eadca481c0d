package api

import (
	"context"
	"net/http"

	"gangmu/office"
)

// Unit is an office, a department or a town.
type Unit struct {
	Code      string `json:"code"`
	Parent    string `json:"parent,omitempty" doc:"The unit above"`
	Kind      string `json:"kind" enum:"district,department,town,enterprise"`
	Name      string `json:"name"`
	From      string `json:"from" format:"date"`
	To        string `json:"to,omitempty" format:"date" doc:"The last day of a closed one"`
	Successor string `json:"successor,omitempty"`
}

func unitOf(u office.Unit) Unit {
	return Unit{Code: u.Code, Parent: u.Parent, Kind: string(u.Kind), Name: u.Name, From: u.From, To: u.To, Successor: u.Successor}
}

func (a *API) units() {
	add(a, operation{
		id: "list-units", method: http.MethodGet, path: "/units", tag: "people", needs: office.ReadUnits,
		summary: "All units, closed ones too, each behind the one above it",
	}, func(ctx context.Context, actor office.Actor, in *Page) (*Many[Unit], error) {
		all, err := a.Office.Units(ctx, actor)
		if err != nil {
			return nil, err
		}
		return pageOf(all, *in, func(u office.Unit) string { return u.Code }, unitOf)
	})
	add(a, operation{
		id: "get-unit", method: http.MethodGet, path: "/units/{unit}", tag: "people", needs: office.ReadUnits, summary: "A unit",
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Unit string `path:"unit"`
	}) (*One[Unit], error) {
		u, err := a.Office.Unit(ctx, actor, in.Unit)
		return &One[Unit]{Body: unitOf(u)}, err
	})
}
