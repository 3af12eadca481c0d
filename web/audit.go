package web

import (
	"strconv"
	"time"

	"gangmu/office"
)

var auditRoute = route{pattern: "GET /audit", handle: audit}

// auditPage is how many acts stand on a page; auditFile how many in a file.
const auditPage, auditFile = 100, 1000

type auditData struct {
	Table    shownTable
	Outcome  string
	Outcomes []office.Outcome
	From, To string
	Older    string // the address of the next page
}

// audit is who did what, when, from where, with what outcome.
func audit(r *request) error {
	q := r.URL.Query()
	f := office.AuditFilter{Outcome: office.Outcome(q.Get("outcome")), From: dayOf(q.Get("from")), Limit: auditPage}
	if to := dayOf(q.Get("to")); !to.IsZero() {
		f.To = to.AddDate(0, 0, 1).Add(-time.Microsecond)
	}
	f.Before, _ = strconv.ParseInt(q.Get("before"), 10, 64) // nonsense is the first page
	if q.Get("format") != "" {
		f.Limit = auditFile
	}
	entries, err := r.app.Office.Audit(r.Context(), r.actor, f)
	if err != nil {
		return err
	}
	t := r.auditTable(entries)
	d := auditData{
		Table: r.arrange(t), Outcome: q.Get("outcome"), From: q.Get("from"), To: q.Get("to"),
		Outcomes: []office.Outcome{office.Done, office.Refused, office.Failed},
	}
	if len(entries) == f.Limit {
		d.Older = with(q, "before", strconv.FormatInt(entries[len(entries)-1].Seq, 10))
	}
	return r.printTable(page{name: "audit", title: "nav.audit", data: d}, t)
}

func (r *request) auditTable(entries []office.Entry) table {
	t := table{name: "audit", columns: []column{
		{Key: "seq", Head: r.t("audit.seq"), Number: true}, {Key: "at", Head: r.t("audit.at"), Tight: true}, {Key: "who", Head: r.t("audit.who"), Tight: true},
		{Key: "what", Head: r.t("audit.what"), Tight: true}, {Key: "subject", Head: r.t("audit.subject"), Tight: true}, {Key: "origin", Head: r.t("audit.origin"), Tight: true},
		{Key: "outcome", Head: r.t("audit.outcome"), Tight: true}, {Key: "detail", Head: r.t("audit.detail")},
	}}
	classes := map[office.Outcome]string{office.Done: "accepted", office.Refused: "error", office.Failed: "warning"}
	for _, e := range entries {
		who := e.Name
		if who == "" {
			who = r.t("audit.by." + e.Person)
		}
		t.add(
			cell{Text: strconv.FormatInt(e.Seq, 10)}, cell{Text: e.At.Local().Format(time.DateTime)}, cell{Text: who},
			cell{Text: r.lang.Of(e.Words)}, cell{Text: e.Subject}, cell{Text: e.Origin},
			cell{Text: r.t("audit." + string(e.Outcome)), Class: classes[e.Outcome]}, cell{Text: e.Detail},
		)
	}
	return t
}

// dayOf is a day of an address, zero for none.
func dayOf(s string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, s, time.Local)
	if err != nil {
		return time.Time{}
	}
	return t
}
