package web

import (
	"time"

	"gangmu/office/reporting"
)

var sheetsRoute = route{pattern: "GET /sheets/{plan}", handle: sheets}

func sheetsPath(plan string) string { return "/sheets/" + plan }

func sheetPath(plan, unit, period string) string {
	return sheetsPath(plan) + "/" + unit + "/" + period
}

// sheets are all sheets of a plan whose periods have ended: the calendar.
func sheets(r *request) error {
	plan := r.PathValue("plan")
	duties, err := r.app.reporting.Calendar(r.Context(), r.actor, plan)
	if err != nil {
		return err
	}
	t := table{name: "sheets", empty: "sheets.empty", columns: []column{
		{Key: "period", Head: r.t("sheet.period"), Tight: true}, {Key: "unit", Head: r.t("sheet.unit")}, {Key: "state", Head: r.t("draft.state"), Tight: true},
		{Key: "due", Head: r.t("sheet.due"), Tight: true}, {Key: "late", Head: r.t("sheet.intime"), Tight: true}, {Key: "cells", Head: r.t("sheet.cells"), Tight: true}, {Key: "reason", Head: r.t("sheet.reason")},
	}}
	only := reporting.State(r.URL.Query().Get("state"))
	for i := len(duties) - 1; i >= 0; i-- {
		d := duties[i]
		if only != "" && d.State != only {
			continue
		}
		late := cell{Text: r.t("sheet.ontime")}
		if d.Late {
			late = cell{Text: r.t("sheet.late"), Class: "warning"}
		}
		t.add(cell{Text: d.Period.String(), Href: sheetPath(plan, d.Unit, d.Period.String())}, cell{Text: d.UnitName},
			cell{Text: r.lang.Of(d.State.Name()), Class: stateClass(d)}, cell{Text: d.Due.Format(time.DateOnly)}, late,
			cell{Text: r.t("sheet.filled", d.Filled, d.Cells)}, cell{Text: d.Reason})
	}
	return r.printTable(page{name: "table", title: "sheets.title", where: []link{{Href: watchPath(plan), Text: r.t("nav.watch")}}}, t)
}
