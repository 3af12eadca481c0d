package web

import (
	"fmt"
	"strconv"

	"gangmu/office"
	"gangmu/plan"
	"gangmu/render"
	"gangmu/vet"
)

var compareRoute = route{pattern: "GET /drafts/{id}/compare", handle: compare}

func comparePath(draft string, old, new int) string {
	return fmt.Sprintf("/drafts/%s/compare?old=%d&new=%d", draft, old, new)
}

type compareData struct {
	Old, New           office.Version
	OldPath, NewPath   string
	Fixed, Fresh, Kept []foundLine
	Changes            []changeLine
}

// foundLine is a finding in one line.
type foundLine struct{ Class, Word, Message, Accepted string }

// changeLine is one difference between the plans of two versions.
type changeLine struct{ Kind, No, Name, Old, New, Note string }

// compare is what changed from one version to another.
func compare(r *request) error {
	id := r.PathValue("id")
	old, err1 := strconv.Atoi(r.URL.Query().Get("old"))
	new, err2 := strconv.Atoi(r.URL.Query().Get("new"))
	if err1 != nil || err2 != nil {
		return office.ErrNotFound
	}
	before, after := office.Job{Draft: id, Version: old}, office.Job{Draft: id, Version: new}
	c, err := r.app.Office.Compare(r.Context(), r.actor, before, after)
	if err != nil {
		return err
	}
	d, err := r.app.Office.Draft(r.Context(), r.actor, id)
	if err != nil {
		return err
	}
	data := compareData{
		Old: c.Old, New: c.New, OldPath: versionPath(before), NewPath: versionPath(after),
		Fixed: r.foundLines(c.Fixed), Fresh: r.foundLines(c.Fresh), Kept: r.foundLines(c.Kept), Changes: r.changeLines(c.Changes),
	}
	return r.print(page{
		name: "compare", title: r.t("compare.title", old, new), where: r.underDrafts(link{Href: draftPath(id), Text: d.Title}), data: data,
	})
}

func (r *request) foundLines(all []vet.Finding) (out []foundLine) {
	for _, f := range all {
		line := foundLine{Class: string(f.Severity), Word: render.SeverityWord(f.Severity, r.lang), Message: r.lang.Of(f.Message)}
		if f.Accepted != nil {
			line.Accepted = f.Accepted.Reason
		}
		out = append(out, line)
	}
	return out
}

func (r *request) changeLines(all []plan.Change) (out []changeLine) {
	for _, c := range all {
		no := c.NewNo
		if no == "" {
			no = c.OldNo
		}
		out = append(out, changeLine{
			Kind: r.t("change." + string(c.Kind)), No: no, Name: c.Name, Old: c.Old, New: c.New, Note: r.lang.Of(vet.Words{Zh: c.Zh, En: c.En}),
		})
	}
	return out
}
