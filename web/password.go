package web

import (
	"gangmu/fault"
	"gangmu/office"
)

var (
	passwordPage  = route{pattern: "GET /account/password", stage: office.StageRenew, handle: showPassword}
	passwordRoute = route{pattern: "POST /account/password", stage: office.StageRenew, handle: changePassword}
)

var errTwice = &fault.Error{
	Kind: fault.Invalid, Code: "passwords-differ",
	Zh: "两次输入的新口令不一样，没有改动。请再输一次。",
	En: "The two new passwords differ; nothing was changed. Type them again.",
}

func (r *request) passwordForm() page {
	return page{name: "password", title: "password.title", data: struct{ Old bool }{r.session.Stage == office.StageRenew}}
}

func showPassword(r *request) error { return r.print(r.passwordForm()) }

func changePassword(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	if r.field("password") != r.field("again") {
		return r.again(r.passwordForm(), errTwice)
	}
	err := r.app.Office.ChangePassword(r.Context(), r.actor, r.session.Token, r.field("old"), r.field("password"))
	if err != nil {
		return r.again(r.passwordForm(), err)
	}
	r.redirect("/")
	return nil
}
