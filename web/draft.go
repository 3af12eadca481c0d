package web

import (
	"strconv"
	"time"

	"gangmu/office"
)

var draftRoute = route{pattern: "GET /drafts/{id}", handle: draft}

type draftData struct {
	office.Draft
	Table  shownTable
	Upload bool
	Last   office.Job   // the latest version
	Others []office.Job // earlier ones to compare it with, the newest first
}

// draft is a draft with its versions, the newest first.
func draft(r *request) error {
	d, err := r.app.Office.Draft(r.Context(), r.actor, r.PathValue("id"))
	if err != nil {
		return err
	}
	may, err := r.canFor(office.UploadDraft, d.Unit)
	if err != nil {
		return err
	}
	t := table{name: "versions", columns: []column{
		{Key: "no", Head: r.t("version.no"), Number: true}, {Key: "file", Head: r.t("version.file")}, {Key: "state", Head: r.t("draft.state"), Tight: true},
		{Key: "errors", Head: r.t("severity.error"), Number: true}, {Key: "warnings", Head: r.t("severity.warning"), Number: true},
		{Key: "infos", Head: r.t("severity.info"), Number: true}, {Key: "at", Head: r.t("draft.at"), Tight: true},
	}}
	data := draftData{Draft: d, Upload: may, Last: office.Job{Draft: d.ID, Version: d.Latest().No}}
	for i := len(d.Versions) - 1; i >= 0; i-- {
		v := d.Versions[i]
		job := office.Job{Draft: d.ID, Version: v.No}
		t.add(number(v.No), cell{Text: v.File, Href: versionPath(job)}, r.stateCell(v),
			readNumber(v, v.Summary.Errors), readNumber(v, v.Summary.Warnings), readNumber(v, v.Summary.Infos), cell{Text: minute(v.At)})
		if job != data.Last && v.State == office.Read && d.Latest().State == office.Read {
			data.Others = append(data.Others, job)
		}
	}
	data.Table = r.arrange(t)
	p := page{name: "draft", title: d.Title, where: r.underDrafts(), data: data}
	if d.Latest().State == office.Read {
		p.action = &link{Href: versionPath(data.Last), Text: r.t("version.findings")}
	}
	return r.printTable(p, t)
}

// job is the version that the address names.
func (r *request) job() (office.Job, error) {
	n, err := strconv.Atoi(r.PathValue("version"))
	if err != nil {
		return office.Job{}, office.ErrNotFound
	}
	return office.Job{Draft: r.PathValue("id"), Version: n}, nil
}

func minute(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }
