package web

import (
	"gangmu/office"
)

var (
	personRoute         = route{pattern: "GET /people/{id}", handle: person}
	personChangeRoute   = route{pattern: "POST /people/{id}/change", handle: changePerson}
	personInviteRoute   = route{pattern: "POST /people/{id}/link", handle: invitePerson}
	personDisableRoute  = route{pattern: "POST /people/{id}/disable", handle: disablePerson}
	personEnableRoute   = route{pattern: "POST /people/{id}/enable", handle: enablePerson}
	personGrantRoute    = route{pattern: "POST /people/{id}/grant", handle: grantRole}
	personRevokeRoute   = route{pattern: "POST /people/{id}/revoke", handle: revokeRole}
	personFactorRoute   = route{pattern: "POST /people/{id}/factor", handle: resetFactor}
	personSessionsRoute = route{pattern: "POST /people/{id}/sessions", handle: endSessions}
)

type personData struct {
	office.Person
	Grants []grantData
	Units  []office.Unit
	Roles  []office.Role // that can be granted
	// How the identity provider knows the person, where there is one.
	Issuer     string
	Identities []office.Identity
	// What whoever looks may do.
	Manage, Invite, Grant, Reset, End bool
}

type grantData struct {
	office.Grant
	Words, UnitName string
}

func person(r *request) error {
	p, err := r.personPage(r.PathValue("id"))
	if err != nil {
		return err
	}
	return r.print(p)
}

func (r *request) personPage(id string) (page, error) {
	p, err := r.app.Office.Person(r.Context(), r.actor, id)
	if err != nil {
		return page{}, err
	}
	may := func(act office.Action) bool { return office.Can(r.actor, act, office.Object{Person: id}) }
	d := personData{
		Person: p, Manage: may(office.ManagePeople), Invite: may(office.InvitePerson), Grant: may(office.GrantRole),
		Reset: may(office.ResetFactor), End: may(office.EndSessions),
	}
	if d.Units, err = r.units(); err != nil {
		return page{}, err
	}
	if err := r.identities(&d); err != nil {
		return page{}, err
	}
	names := map[string]string{}
	for _, u := range d.Units {
		names[u.Code] = u.Name
	}
	for _, g := range p.Grants {
		d.Grants = append(d.Grants, grantData{g, r.lang.Of(g.Role.Name()), names[g.Unit]})
	}
	for _, role := range office.Roles {
		if role.Grantable() {
			d.Roles = append(d.Roles, role)
		}
	}
	out := page{name: "person", title: p.Name, data: d}
	if r.can(office.ManagePeople) || r.can(office.GrantRole) {
		out.where = []link{{Href: "/people", Text: r.t("nav.people")}}
	}
	return out, nil
}

// units are the units to choose from; none for who may not read them.
func (r *request) units() ([]office.Unit, error) {
	if !r.can(office.ReadUnits) {
		return nil, nil
	}
	return r.app.Office.Units(r.Context(), r.actor)
}

func changePerson(r *request) error {
	return r.onPerson(func(id string) error {
		return r.app.Office.ChangePerson(r.Context(), r.actor, id, r.field("name"), r.field("unit"), r.field("reason"))
	})
}

func disablePerson(r *request) error {
	return r.onPerson(func(id string) error {
		return r.app.Office.DisablePerson(r.Context(), r.actor, id, r.field("reason"))
	})
}

func enablePerson(r *request) error {
	return r.onPerson(func(id string) error {
		return r.app.Office.EnablePerson(r.Context(), r.actor, id, r.field("reason"))
	})
}

func grantRole(r *request) error {
	return r.onPerson(func(id string) error {
		g := office.Grant{Role: office.Role(r.field("role")), Unit: r.field("unit")}
		return r.app.Office.GrantRole(r.Context(), r.actor, id, g)
	})
}

func revokeRole(r *request) error {
	return r.onPerson(func(id string) error {
		g := office.Grant{Role: office.Role(r.field("role")), Unit: r.field("unit")}
		return r.app.Office.RevokeRole(r.Context(), r.actor, id, g, r.field("reason"))
	})
}

func resetFactor(r *request) error {
	return r.onPerson(func(id string) error {
		return r.app.Office.ResetFactor(r.Context(), r.actor, id, r.field("reason"))
	})
}

func endSessions(r *request) error {
	return r.onPerson(func(id string) error {
		return r.app.Office.EndSessions(r.Context(), r.actor, id, r.field("reason"))
	})
}

// onPerson carries out a form of a person's page and shows the page again.
func (r *request) onPerson(do func(id string) error) error {
	if err := r.form(); err != nil {
		return err
	}
	id := r.PathValue("id")
	if err := do(id); err != nil {
		p, errPage := r.personPage(id)
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	r.redirect(personPath(id))
	return nil
}
