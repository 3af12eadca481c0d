package web

import (
	"cmp"
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
	Changes            shownTable
}

// foundLine is a finding in one line.
type foundLine struct{ Class, Word, Message, Accepted string }

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
		Fixed: r.foundLines(c.Fixed), Fresh: r.foundLines(c.Fresh), Kept: r.foundLines(c.Kept),
	}
	t := r.changesTable(fmt.Sprintf("%s-%d-%d", d.Title, old, new), c.Changes)
	data.Changes = r.arrange(t)
	return r.printTables(page{
		name: "compare", title: r.t("compare.title", old, new), where: r.underDrafts(link{Href: draftPath(id), Text: d.Title}), data: data,
	}, t)
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

// changesTable is what changed between two plans, the old side by side with the new.
func (r *request) changesTable(name string, all []plan.Change) table {
	t := table{name: name, empty: "compare.same", columns: []column{
		{Key: "kind", Head: r.t("change.kind"), Tight: true, Pick: true}, {Key: "no", Head: r.t("audit.seq"), Number: true},
		{Key: "name", Head: r.t("indicator.name")}, {Key: "old", Head: r.t("change.old"), Number: true}, {Key: "new", Head: r.t("change.new"), Number: true},
		{Key: "note", Head: r.t("change.note")},
	}}
	for _, c := range all {
		no := cmp.Or(c.NewNo, c.OldNo)
		t.add(cell{Text: r.t("change." + string(c.Kind)), Value: string(c.Kind)}, cell{Text: no}, cell{Text: c.Name}, cell{Text: c.Old}, cell{Text: c.New},
			cell{Text: r.lang.Of(vet.Words{Zh: c.Zh, En: c.En})})
	}
	return t
}
