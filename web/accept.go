package web

import "gangmu/office"

var (
	acceptRoute = route{pattern: "POST /drafts/{id}/{version}/accept", handle: accept}
	reopenRoute = route{pattern: "POST /drafts/{id}/{version}/reopen", handle: reopen}
)

// accept lets a finding stand, with a reason.
func accept(r *request) error {
	return r.onFinding(func(j office.Job) error {
		return r.app.Office.AcceptFinding(r.Context(), r.actor, j, r.field("fingerprint"), r.field("reason"))
	})
}

// reopen takes an acceptance back, with a reason.
func reopen(r *request) error {
	return r.onFinding(func(j office.Job) error {
		return r.app.Office.ReopenFinding(r.Context(), r.actor, j.Draft, r.field("fingerprint"), r.field("reason"))
	})
}

// onFinding carries out the form of a finding and goes back to its place.
func (r *request) onFinding(do func(office.Job) error) error {
	if err := r.form(); err != nil {
		return err
	}
	job, err := r.job()
	if err != nil {
		return err
	}
	if err := do(job); err != nil {
		return err
	}
	r.redirect(versionPath(job) + "#f" + query(r.field("no")))
	return nil
}
