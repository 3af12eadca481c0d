package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"gangmu/fault"
	"gangmu/office"
	"gangmu/render"
)

// request is one request with whoever makes it.
type request struct {
	*http.Request
	app     *App
	w       http.ResponseWriter
	lang    render.Lang
	session office.Session // without a token: nobody is signed in
	actor   office.Actor
	keep    bool // the page may be kept
	guess   bool // a failure may be somebody who tries passwords
}

const (
	languageCookie = "gangmu-lang"
	largestForm    = 64 << 10 // bytes of a form without a file
)

func (a *App) newRequest(w http.ResponseWriter, in *http.Request) *request {
	r := &request{Request: in, app: a, w: w, lang: render.Zh}
	r.actor.Origin = a.origin(in)
	if c, err := in.Cookie(languageCookie); err == nil && c.Value == string(render.En) {
		r.lang = render.En
	}
	switch l := render.Lang(in.URL.Query().Get("lang")); l {
	case render.Zh, render.En:
		r.lang = l
		http.SetCookie(w, &http.Cookie{
			Name: languageCookie, Value: string(l), Path: "/", MaxAge: 365 * 24 * 3600,
			HttpOnly: true, Secure: a.Secure, SameSite: http.SameSiteLaxMode,
		})
	}
	return r
}

// cookieName is that of the session. Browsers take a __Host- cookie only by https
// and only for this very host.
func (a *App) cookieName() string {
	if a.Secure {
		return "__Host-gangmu"
	}
	return "gangmu"
}

// identify finds out who asks. A session that has ended is nobody's.
func (r *request) identify() error {
	c, err := r.Cookie(r.app.cookieName())
	if err != nil || c.Value == "" {
		return nil
	}
	s, actor, err := r.app.Office.Authenticate(r.Context(), c.Value, r.actor.Origin)
	switch {
	case errors.Is(err, office.ErrSignedOut):
		return nil
	case err != nil:
		return err
	}
	r.session, r.actor = s, actor
	return nil
}

// enter hands a new session to the browser.
func (r *request) enter(s office.Session) {
	r.session = s
	r.cookie(s.Token, 0)
}

// leave takes the session back.
func (r *request) leave() { r.cookie("", -1) }

func (r *request) cookie(value string, age int) {
	http.SetCookie(r.w, &http.Cookie{
		Name: r.app.cookieName(), Value: value, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: r.app.Secure, SameSite: http.SameSiteLaxMode,
	})
}

// field is a value of the form.
func (r *request) field(name string) string { return r.PostFormValue(name) }

// form reads the form; a request that is none is an error.
func (r *request) form() error {
	r.Body = http.MaxBytesReader(r.w, r.Body, largestForm)
	if err := r.ParseForm(); err != nil {
		return errForm.Because(err)
	}
	return nil
}

var errForm = &fault.Error{
	Kind: fault.Invalid, Code: "bad-form",
	Zh: "表单没有完整收到，没有改动。请返回后再提交一次。",
	En: "The form did not arrive whole; nothing was changed. Go back and send it again.",
}

// redirect answers a form: the browser goes on to a page, which it may reload.
func (r *request) redirect(to string) { http.Redirect(r.w, r.Request, to, http.StatusSeeOther) }

// local is a path of this application, or the start page for anything else.
func local(path string) string {
	u, err := url.Parse(path)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n") {
		return "/"
	}
	return path
}

func query(s string) string { return url.QueryEscape(s) }

func (r *request) can(act office.Action) bool { return office.Can(r.actor, act, office.Object{}) }
