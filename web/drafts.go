package web

import (
	"fmt"
	"strconv"

	"gangmu/office"
)

var draftsRoute = route{pattern: "GET /drafts", handle: drafts}

// drafts are the reports in the making, the last touched first.
func drafts(r *request) error {
	all, err := r.app.Office.Drafts(r.Context(), r.actor)
	if err != nil {
		return err
	}
	units, err := r.unitNames()
	if err != nil {
		return err
	}
	t := table{name: "drafts", columns: []column{
		{Key: "title", Head: r.t("draft.title")}, {Key: "unit", Head: r.t("draft.unit")},
		{Key: "versions", Head: r.t("draft.versions"), Number: true}, {Key: "state", Head: r.t("draft.state"), Tight: true},
		{Key: "errors", Head: r.t("severity.error"), Number: true}, {Key: "warnings", Head: r.t("severity.warning"), Number: true},
		{Key: "infos", Head: r.t("severity.info"), Number: true}, {Key: "at", Head: r.t("draft.at"), Tight: true},
	}, empty: "draft.empty"}
	for _, d := range all {
		v := d.Latest()
		t.add(cell{Text: d.Title, Href: draftPath(d.ID)}, cell{Text: units[d.Unit]}, number(len(d.Versions)), r.stateCell(v),
			readNumber(v, v.Summary.Errors), readNumber(v, v.Summary.Warnings), readNumber(v, v.Summary.Infos), cell{Text: minute(v.At)})
	}
	p := page{name: "table", title: "nav.drafts"}
	if r.holds(office.UploadDraft) {
		p.action = &link{Href: "/drafts/new", Text: r.t("draft.new")}
	}
	return r.printTable(p, t)
}

func draftPath(id string) string { return "/drafts/" + id }

func versionPath(j office.Job) string { return fmt.Sprintf("/drafts/%s/%d", j.Draft, j.Version) }

func number(n int) cell { return cell{Text: strconv.Itoa(n)} }

// readNumber is a count that only a version that was read has.
func readNumber(v office.Version, n int) cell {
	if v.State != office.Read {
		return cell{}
	}
	return number(n)
}

func (r *request) stateCell(v office.Version) cell {
	c := cell{Text: r.t("draft." + string(v.State))}
	switch v.State {
	case office.Unreadable:
		c.Class = "error"
	case office.Read:
		c.Class = "accepted"
	}
	return c
}
