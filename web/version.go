package web

import (
	"bytes"
	"html/template"

	"gangmu/office"
	pages "gangmu/render/page"
	"gangmu/vet"
	"gangmu/web/internal/outcome"
)

var versionRoute = route{pattern: "GET /drafts/{id}/{version}", handle: version}

type versionData struct {
	office.Version
	Draft    office.Draft
	Path     string
	Problem  string
	Unread   []string      // what in the file was not read
	Body     template.HTML // the page of findings
	Formats  []link        // to download
	Previous *link         // what changed since the version before
	Plan     *link
}

// version is the page of findings of a version; before it is read, how far the
// work is.
func version(r *request) error {
	job, err := r.job()
	if err != nil {
		return err
	}
	d, err := r.app.Office.Draft(r.Context(), r.actor, job.Draft)
	if err != nil {
		return err
	}
	if job.Version < 1 || job.Version > len(d.Versions) {
		return office.ErrNotFound
	}
	data := versionData{Version: d.Versions[job.Version-1], Draft: d, Path: versionPath(job)}
	p := page{title: d.Title, where: r.underDrafts(link{Href: draftPath(d.ID), Text: d.Title}), data: &data}
	switch data.State {
	case office.Waiting:
		p.name, p.wait = "progress", true
		return r.print(p)
	case office.Unreadable:
		p.name, data.Problem = "unreadable", outcome.In(r.lang, data.Version.Problem())
		return r.print(p)
	}
	if r.Header.Get("HX-Request") != "" { // the page of progress asks whether it is time
		r.w.Header().Set("HX-Redirect", data.Path)
		return nil
	}
	for _, n := range data.Summary.Unread {
		data.Unread = append(data.Unread, r.lang.Of(vet.Words(n)))
	}
	p.name, p.bare, p.script = "vet", true, "vet.js"
	if err := r.findings(job, d, &data); err != nil {
		return err
	}
	return r.print(p)
}

// findings prints the document beside its findings.
func (r *request) findings(job office.Job, d office.Draft, data *versionData) error {
	v, _, err := r.app.Office.Vetted(r.Context(), r.actor, job)
	if err != nil {
		return err
	}
	view := pages.NewView([]vetted{v}, r.app.Version, r.lang)
	view.Hosted = true
	may, err := r.canFor(office.AcceptFinding, d.Unit)
	if err != nil {
		return err
	}
	if may {
		view.AcceptTo, view.ReopenTo = data.Path+"/accept", data.Path+"/reopen"
	}
	var body bytes.Buffer
	if err := pages.Fragment(&body, view); err != nil {
		return err
	}
	data.Body = template.HTML(body.String()) // escaped by its own templates
	for _, f := range formats {
		if f.offers == nil || f.offers(v) {
			data.Formats = append(data.Formats, link{Href: data.Path + "/as/" + f.name, Text: r.t("as." + f.name)})
		}
	}
	data.Plan = &link{Href: data.Path + "/plan", Text: r.t("adopt.see")}
	if r.holds(office.AdoptPlan) {
		data.Plan.Text = r.t("adopt.look")
	}
	if data.No > 1 && d.Versions[data.No-2].State == office.Read {
		data.Previous = &link{Href: comparePath(job.Draft, data.No-1, data.No), Text: r.t("compare.since")}
	}
	return nil
}
