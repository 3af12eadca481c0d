package web

var acceptRoute = route{pattern: "POST /drafts/{id}/{version}/accept", handle: accept}

// accept lets a finding stand, with a reason, and goes back to its place.
func accept(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	job, err := r.job()
	if err != nil {
		return err
	}
	if err := r.app.Office.AcceptFinding(r.Context(), r.actor, job, r.field("fingerprint"), r.field("reason")); err != nil {
		return err
	}
	r.redirect(versionPath(job) + "#f" + query(r.field("no")))
	return nil
}
