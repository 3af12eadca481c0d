package web

import (
	"strconv"

	"gangmu/office"
)

var (
	accountRoute     = route{pattern: "GET /account", handle: account}
	tokenNewRoute    = route{pattern: "POST /account/tokens", handle: makeToken}
	tokenRevokeRoute = route{pattern: "POST /account/tokens/{id}/revoke", handle: revokeToken}
	sessionEndRoute  = route{pattern: "POST /account/sessions/{id}/end", handle: endSession}
)

type accountData struct {
	office.Account
	Grants []grantData
	Unit   string // its name
	Secret string // of a token that was just made; never shown again
	Name   string // of the token, as typed
	Days   string
}

func account(r *request) error {
	p, err := r.accountPage("")
	if err != nil {
		return err
	}
	return r.print(p)
}

// accountPage shows the ways into one's own account.
func (r *request) accountPage(key string) (page, error) {
	acc, err := r.app.Office.Account(r.Context(), r.actor, r.session.Token)
	if err != nil {
		return page{}, err
	}
	names, err := r.unitNames()
	if err != nil {
		return page{}, err
	}
	d := accountData{Account: acc, Unit: names[acc.Unit], Secret: key, Days: "90"}
	if d.Unit == "" {
		d.Unit = acc.Unit
	}
	for _, g := range acc.Grants {
		d.Grants = append(d.Grants, grantData{g, r.lang.Of(g.Role.Name()), names[g.Unit]})
	}
	return page{name: "account", title: "account.title", data: d}, nil
}

// makeToken shows the new token on the page that answers: it is not kept, so that
// nothing could be redirected to.
func makeToken(r *request) error {
	return r.onAccount(func() (string, error) {
		days, _ := strconv.Atoi(r.field("days")) // nonsense is refused as a number of days
		_, key, err := r.app.Office.MakeToken(r.Context(), r.actor, r.field("name"), days)
		return key, err
	})
}

func revokeToken(r *request) error {
	return r.onAccount(func() (string, error) {
		return "", r.app.Office.RevokeToken(r.Context(), r.actor, r.PathValue("id"))
	})
}

func endSession(r *request) error {
	return r.onAccount(func() (string, error) {
		return "", r.app.Office.EndSession(r.Context(), r.actor, r.PathValue("id"))
	})
}

// onAccount carries out a form of the page and shows the page again.
func (r *request) onAccount(do func() (key string, err error)) error {
	if err := r.form(); err != nil {
		return err
	}
	key, errDo := do()
	if errDo == nil && key == "" {
		r.redirect("/account")
		return nil
	}
	p, err := r.accountPage(key)
	switch {
	case errDo != nil && err != nil:
		return errDo
	case err != nil:
		return err
	case errDo != nil:
		d := p.data.(accountData)
		d.Name, d.Days = r.field("name"), r.field("days")
		p.data = d
		return r.again(p, errDo)
	}
	return r.print(p)
}
