package web

var signOutRoute = route{pattern: "POST /sign-out", open: true, handle: signOut}

func signOut(r *request) error {
	if r.session.Token != "" {
		if err := r.app.Office.SignOut(r.Context(), r.session.Token, r.actor.Origin); err != nil {
			return err
		}
	}
	r.leave()
	r.redirect("/sign-in")
	return nil
}
