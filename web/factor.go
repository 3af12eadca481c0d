package web

import "gangmu/office"

var (
	factorPage  = route{pattern: "GET /account/factor", stage: office.StageEnrol, handle: showFactor}
	factorRoute = route{pattern: "POST /account/factor", stage: office.StageEnrol, handle: confirmFactor}
)

type factorData struct {
	office.Enrolment
	Recovery []string // after it is set up; never shown again
}

// showFactor makes a new secret each time: one that was shown and not confirmed
// does not count.
func showFactor(r *request) error { return r.factorForm(nil) }

func (r *request) factorForm(problem error) error {
	e, err := r.app.Office.BeginFactor(r.Context(), r.actor)
	if err != nil {
		return err
	}
	p := page{name: "factor", title: "factor.title", data: factorData{Enrolment: e}}
	if problem != nil {
		return r.again(p, problem)
	}
	return r.print(p)
}

func confirmFactor(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	codes, err := r.app.Office.ConfirmFactor(r.Context(), r.actor, r.session.Token, r.field("code"))
	if err != nil {
		return r.factorForm(err)
	}
	return r.print(page{name: "factor", title: "factor.done", data: factorData{Recovery: codes}})
}
