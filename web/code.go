package web

import "gangmu/office"

var (
	codePage  = route{pattern: "GET /sign-in/code", stage: office.StageFactor, handle: showCode}
	codeRoute = route{pattern: "POST /sign-in/code", guess: true, stage: office.StageFactor, handle: giveCode}
)

var codeForm = page{name: "code", title: "code.title"}

func showCode(r *request) error { return r.print(codeForm) }

func giveCode(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	if err := r.app.Office.SecondFactor(r.Context(), r.session.Token, r.actor.Origin, r.field("code")); err != nil {
		return r.again(codeForm, err)
	}
	r.redirect("/")
	return nil
}
