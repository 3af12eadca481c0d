package web

import (
	"context"
	"errors"
	"net/http"

	"gangmu/fault"
	"gangmu/office"
	"gangmu/web/internal/outcome"
)

// fail answers an error with a page of its own.
func (r *request) fail(err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		return // nobody is there to be answered
	}
	r.keep = false
	f := outcome.Fault(err)
	r.tried(f.Kind)
	status := outcome.Status(f.Kind)
	if status >= http.StatusInternalServerError {
		r.app.Log.Error("request failed", "route", r.Pattern, "code", f.Code, "error", err)
	}
	if err := r.print(page{name: "failure", title: "failure.title", status: status, data: struct{ Text, Code string }{outcome.In(r.lang, f), f.Code}}); err != nil {
		http.Error(r.w, outcome.In(r.lang, f), status)
	}
}

// again answers a form that could not be carried out with the form itself: what
// was typed stands there, and above it what went wrong, with a link to the field.
func (r *request) again(p page, err error) error {
	f := outcome.Fault(err)
	switch f.Kind {
	case fault.Unauthenticated:
		r.tried(f.Kind)
		fallthrough
	case fault.Invalid, fault.Conflict, fault.Stale, fault.TooMany:
		p.problem, p.field, p.status = outcome.In(r.lang, f), f.Field, outcome.Status(f.Kind)
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
