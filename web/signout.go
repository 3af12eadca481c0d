package web

import "strings"

var signOutRoute = route{pattern: "POST /sign-out", open: true, handle: signOut}

func signOut(r *request) error {
	if r.session.Token != "" {
		if err := r.app.Office.SignOut(r.Context(), r.session.Token, r.actor.Origin); err != nil {
			return err
		}
	}
	r.leave()
	if strings.HasPrefix(r.session.Method, "oidc") {
		r.redirect("/sign-in?out=provider")
		return nil
	}
	r.redirect("/sign-in")
	return nil
}
