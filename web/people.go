package web

import (
	"strings"

	"gangmu/office"
)

var peopleRoute = route{pattern: "GET /people", handle: people}

// people are the accounts that whoever asks may see.
func people(r *request) error {
	all, err := r.app.Office.People(r.Context(), r.actor)
	if err != nil {
		return err
	}
	names, err := r.unitNames()
	if err != nil {
		return err
	}
	t := table{name: "people", columns: []column{
		{Key: "name", Head: r.t("person.name")}, {Key: "login", Head: r.t("person.login")}, {Key: "unit", Head: r.t("person.unit")},
		{Key: "roles", Head: r.t("person.roles")}, {Key: "state", Head: r.t("person.state")},
	}}
	for _, p := range all {
		state := r.t("person.active")
		if !p.Active {
			state = r.t("person.disabled")
		}
		t.add(cell{Text: p.Name, Href: personPath(p.ID)}, cell{Text: p.Login}, cell{Text: names[p.Unit]}, cell{Text: r.roles(p)}, cell{Text: state})
	}
	p := page{name: "table", title: "nav.people"}
	if r.can(office.ManagePeople) {
		p.action = &link{Href: "/people/new", Text: r.t("person.new")}
	}
	return r.printTable(p, t)
}

func personPath(id string) string { return "/people/" + id }

// roles are a person's roles, each once.
func (r *request) roles(p office.Person) string {
	var all []string
	seen := map[office.Role]bool{}
	for _, g := range p.Grants {
		if !seen[g.Role] {
			seen[g.Role] = true
			all = append(all, r.lang.Of(g.Role.Name()))
		}
	}
	return strings.Join(all, r.t("list.comma"))
}

// unitNames are the names of all units by their codes; none for who may not read
// them.
func (r *request) unitNames() (map[string]string, error) {
	names := map[string]string{}
	if !r.can(office.ReadUnits) {
		return names, nil
	}
	all, err := r.app.Office.Units(r.Context(), r.actor)
	for _, u := range all {
		names[u.Code] = u.Name
	}
	return names, err
}
