package web

import (
	"context"
	"errors"
	"net/http"

	"gangmu/document"
	"gangmu/fault"
	"gangmu/office"
	"gangmu/render"
)

// statuses are the one place where an error becomes an HTTP status.
var statuses = map[fault.Kind]int{
	fault.Invalid:         http.StatusUnprocessableEntity,
	fault.NotFound:        http.StatusNotFound,
	fault.Conflict:        http.StatusConflict,
	fault.Unauthenticated: http.StatusUnauthorized,
	fault.Denied:          http.StatusForbidden,
	fault.TooLarge:        http.StatusRequestEntityTooLarge,
	fault.Unavailable:     http.StatusServiceUnavailable,
	fault.Damaged:         http.StatusInternalServerError,
	fault.Internal:        http.StatusInternalServerError,
}

// faultOf puts any error into words for people.
func faultOf(err error) *fault.Error {
	var d *document.Error
	if errors.As(err, &d) {
		return &fault.Error{Kind: fault.Invalid, Code: d.Code, Zh: d.Message, En: d.MessageEn, Cause: err}
	}
	return fault.Of(err)
}

func in(l render.Lang, f *fault.Error) string {
	if l == render.En {
		return f.En
	}
	return f.Zh
}

// fail answers an error with a page of its own.
func (r *request) fail(err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		return // nobody is there to be answered
	}
	r.keep = false
	f := faultOf(err)
	status := statuses[f.Kind]
	if status >= http.StatusInternalServerError || status == 0 {
		r.app.Log.Error("request failed", "route", r.Pattern, "code", f.Code, "error", err)
	}
	if err := r.print(page{name: "failure", title: "failure.title", status: status, data: struct{ Text, Code string }{in(r.lang, f), f.Code}}); err != nil {
		http.Error(r.w, in(r.lang, f), status)
	}
}

// again answers a form that could not be carried out with the form itself: what
// was typed stands there, and above it what went wrong.
func (r *request) again(p page, err error) error {
	f := faultOf(err)
	switch f.Kind {
	case fault.Invalid, fault.Conflict, fault.Unauthenticated:
		p.problem, p.status = in(r.lang, f), statuses[f.Kind]
		return r.print(p)
	}
	return err
}

func notFound(*request) error { return office.ErrNotFound }

// errNoRight answers a page that only shows a form: the form's command would be
// refused by the office.
var errNoRight = &fault.Error{
	Kind: fault.Denied, Code: "denied",
	Zh: "您没有这项权限，没有改动。需要时请安全管理员授予角色。",
	En: "You may not do this; nothing was changed. Ask the security administrator for a role.",
}
