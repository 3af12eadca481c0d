package web

import (
	"bytes"
	"fmt"
	"net/http"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/render/brief"
)

// handoutRoute is what the plan office hands out for a month: docx, xlsx or txt.
var handoutRoute = route{pattern: "GET /watch/{plan}/handout/{format}", handle: handout}

func handout(r *request) error {
	var p monitor.Period
	if text := r.URL.Query().Get("period"); text != "" {
		var err error
		if p, err = monitor.ParsePeriod(text); err != nil {
			return office.ErrNotFound
		}
	}
	m, err := r.app.reporting.Month(r.Context(), r.actor, r.PathValue("plan"), p)
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%s%d年%s", m.Region, m.Period.Year, m.Period.Zh())
	switch r.PathValue("format") {
	case "docx":
		b, err := brief.Word(m)
		if err != nil {
			return err
		}
		r.send(name+"经济运行简报.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b)
		return nil
	case "xlsx":
		var b bytes.Buffer
		if err := brief.Workbook(&b, m); err != nil {
			return err
		}
		r.send(name+"主要指标完成情况表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b.Bytes())
		return nil
	case "txt":
		subject, body := brief.Mail(m)
		r.w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		r.w.WriteHeader(http.StatusOK)
		fmt.Fprintf(r.w, "%s\n\n%s", subject, body)
		return nil
	}
	return office.ErrNotFound
}
