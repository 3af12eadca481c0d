package api

import (
	"context"
	"net/http"

	"gangmu/office"
)

// Person is somebody with an account.
type Person struct {
	ID     string  `json:"id"`
	Login  string  `json:"login"`
	Name   string  `json:"name"`
	Unit   string  `json:"unit" doc:"Where the person works"`
	Active bool    `json:"active"`
	Roles  []Grant `json:"roles"`
}

// Grant is a role that is held for a unit and those below it.
type Grant struct {
	Role string `json:"role"`
	Unit string `json:"unit"`
}

func personOf(p office.Person) Person {
	out := Person{ID: p.ID, Login: p.Login, Name: p.Name, Unit: p.Unit, Active: p.Active, Roles: []Grant{}}
	for _, g := range p.Grants {
		out.Roles = append(out.Roles, Grant{string(g.Role), g.Unit})
	}
	return out
}

func (a *API) people() {
	add(a, operation{
		id: "get-me", method: http.MethodGet, path: "/me", tag: "people", needs: office.ReadPeople, summary: "The person whose token it is",
	}, func(ctx context.Context, actor office.Actor, _ *struct{}) (*One[Person], error) {
		if actor.Person == "" {
			return nil, errNoToken
		}
		p, err := a.Office.Person(ctx, actor, actor.Person)
		return &One[Person]{Body: personOf(p)}, err
	})
	add(a, operation{
		id: "list-people", method: http.MethodGet, path: "/people", tag: "people", needs: office.ReadPeople,
		summary: "The people that the caller may see",
	}, func(ctx context.Context, actor office.Actor, in *Page) (*Many[Person], error) {
		if actor.Person == "" {
			return nil, errNoToken
		}
		all, err := a.Office.People(ctx, actor)
		if err != nil {
			return nil, err
		}
		return pageOf(all, *in, func(p office.Person) string { return p.ID }, personOf)
	})
	add(a, operation{
		id: "get-person", method: http.MethodGet, path: "/people/{person}", tag: "people", needs: office.ReadPeople, summary: "A person",
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Person string `path:"person"`
	}) (*One[Person], error) {
		p, err := a.Office.Person(ctx, actor, in.Person)
		return &One[Person]{Body: personOf(p)}, err
	})
}
