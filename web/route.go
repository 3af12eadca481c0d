package web

import (
	"errors"
	"net/http"
	"strconv"

	"gangmu/fault"
	"gangmu/office"
)

// route is one action: where it is asked for and what answers.
type route struct {
	pattern string       // as http.ServeMux has them
	open    bool         // also for who is not signed in
	stage   office.Stage // the one session that may ask, if not a full one
	guess   bool         // a secret is tried: who fails too often must wait
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
		if r.guess = rt.guess; r.guess {
			if err := r.waits(); err != nil {
				r.fail(err)
				return
			}
		}
		if r.keep = rt.kept && r.actor.Person != ""; r.keep {
			kept, done := a.pages.get(r.Context(), r.key())
			if kept != nil {
				r.answer(0, kept)
				return
			}
			defer done()
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

// waits refuses an address from which too many tries failed.
func (r *request) waits() error {
	if r.app.unknown(r.actor.Origin) {
		return nil
	}
	wait := r.app.guesses.Wait(r.actor.Origin)
	if wait <= 0 {
		return nil
	}
	r.w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())+1))
	return errTooMany
}

var errTooMany = &fault.Error{
	Kind: fault.TooMany, Code: "too-many-tries",
	Zh: "这个网络地址登录失败太多次，请过十分钟再试。忘记口令请找系统管理员发一次性链接。",
	En: "Too many sign-ins failed from this network address: try again in ten minutes. The system administrator can issue a one-time link.",
}

// tried counts a failure of a route on which secrets are tried.
func (r *request) tried(k fault.Kind) {
	if r.guess && k == fault.Unauthenticated {
		r.app.guesses.Failed(r.actor.Origin)
	}
}
