package web

import (
	"time"

	"gangmu/office"
)

var (
	personNewPage  = route{pattern: "GET /people/new", handle: showNewPerson}
	personNewRoute = route{pattern: "POST /people", handle: newPerson}
)

type newPersonData struct {
	office.NewPerson
	Units []office.Unit
}

func (r *request) newPersonPage(typed office.NewPerson) (page, error) {
	all, err := r.units()
	return page{
		name: "personnew", title: "person.new", where: []link{{Href: "/people", Text: r.t("nav.people")}}, data: newPersonData{typed, all},
	}, err
}

func showNewPerson(r *request) error {
	if !r.can(office.ManagePeople) {
		return errNoRight
	}
	p, err := r.newPersonPage(office.NewPerson{})
	if err != nil {
		return err
	}
	return r.print(p)
}

func newPerson(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	n := office.NewPerson{Login: r.field("login"), Name: r.field("name"), Unit: r.field("unit")}
	id, link, err := r.app.Office.AddPerson(r.Context(), r.actor, n)
	if err != nil {
		p, errPage := r.newPersonPage(n)
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	return r.showLink(id, n.Name, link)
}

// invitePerson makes a link for somebody who lost his password.
func invitePerson(r *request) error {
	id := r.PathValue("id")
	p, err := r.personPage(id)
	if err != nil {
		return err
	}
	l, err := r.app.Office.Invite(r.Context(), r.actor, id)
	if err != nil {
		return r.again(p, err)
	}
	return r.showLink(id, p.title, l)
}

type invitedData struct {
	Path, Name, Person string
	Address            string // to be handed on
	Expires            time.Time
}

// showLink shows a one-time link, the only time that it can be seen.
func (r *request) showLink(id, name string, l office.Link) error {
	scheme := "http://"
	if r.app.Secure {
		scheme = "https://"
	}
	return r.print(page{name: "invited", title: "invited.title", where: []link{{Href: "/people", Text: r.t("nav.people")}}, data: invitedData{
		Path: personPath(id), Name: name, Person: id, Address: scheme + r.Host + LinkPath(l), Expires: l.Expires,
	}})
}
