package web

import (
	"errors"
	"net/http"

	"gangmu/office"
)

// route is one action: where it is asked for and what answers.
type route struct {
	pattern string       // as http.ServeMux has them
	open    bool         // also for who is not signed in
	stage   office.Stage // the one session that may ask, if not a full one
	kept    bool         // the page is a function of the ledger, the person and the address
	handle  func(r *request) error
}

// serve prepares the request of a route and answers its errors.
func (a *App) serve(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, in *http.Request) {
		r := a.newRequest(w, in)
		if err := r.identify(); err != nil {
			r.fail(err)
			return
		}
		if err := rt.admits(r); err != nil {
			if in.Method == http.MethodGet && errors.Is(err, errElsewhere) {
				r.redirect(r.gate())
				return
			}
			r.fail(err)
			return
		}
		if r.keep = rt.kept && r.actor.Person != ""; r.keep {
			if b, found := a.pages.get(r.key()); found {
				r.answer(0, b)
				return
			}
		}
		if err := rt.handle(r); err != nil {
			r.fail(err)
		}
	})
}

// errElsewhere says that something else is to be done first: sign in, give the
// second factor, change the password.
var errElsewhere = office.ErrSignedOut

// admits says whether the session is far enough for the route. Rights are the
// office's.
func (rt route) admits(r *request) error {
	switch {
	case rt.open, r.session.Stage == office.StageFull:
		return nil
	case rt.stage != "" && r.session.Stage == rt.stage:
		return nil
	}
	return errElsewhere
}

// gate is where the session can go on.
func (r *request) gate() string {
	switch r.session.Stage {
	case office.StageFactor:
		return "/sign-in/code"
	case office.StageEnrol:
		return "/account/factor"
	case office.StageRenew:
		return "/account/password"
	}
	return "/sign-in?next=" + query(r.URL.RequestURI())
}
