package web

import (
	"gangmu/office"
	"gangmu/office/demo"
)

var (
	signInPage  = route{pattern: "GET /sign-in", open: true, handle: showSignIn}
	signInRoute = route{pattern: "POST /sign-in", guess: true, open: true, handle: signIn}
	demoRoute   = route{pattern: "POST /demo", open: true, handle: demoSignIn}
)

type signInData struct {
	Login, Next string
	Provider    string // the name of the identity provider; empty for none
	To          string // where it is asked
	End         string // where one signs out of it
	Seats       []demo.Seat
}

func (r *request) signInForm(login, next string) page {
	d := signInData{Login: login, Next: local(next), Seats: r.app.Seats}
	if r.app.OIDC != nil {
		d.Provider, d.To, d.End = r.app.OIDC.Name, providerPath+"?next="+query(d.Next), r.providerEnd()
	}
	return page{name: "signin", title: "signin.title", data: d}
}

func showSignIn(r *request) error {
	next := r.URL.Query().Get("next")
	if r.session.Stage == office.StageFull {
		r.redirect(local(next))
		return nil
	}
	return r.print(r.signInForm("", next))
}

func signIn(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	login, next := r.field("login"), r.field("next")
	s, err := r.app.Office.SignIn(r.Context(), r.actor.Origin, login, r.field("password"))
	if err != nil {
		return r.again(r.signInForm(login, next), err)
	}
	return r.goOn(s, next)
}

// demoSignIn signs in as one of those whom the demonstration offers.
func demoSignIn(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	s, err := r.app.Office.SignInDemo(r.Context(), r.actor.Origin, r.field("person"))
	if err != nil {
		return err
	}
	return r.goOn(s, "/")
}

// goOn follows a sign-in: to what is still to be done, or to where the visitor
// wanted to go.
func (r *request) goOn(s office.Session, next string) error {
	r.enter(s)
	if s.Stage != office.StageFull {
		next = r.gate()
	}
	r.redirect(local(next))
	return nil
}
