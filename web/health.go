package web

import (
	"fmt"

	"gangmu/office"
	"gangmu/vet"
)

var healthRoute = route{pattern: "GET /health", handle: health}

type healthData struct {
	office.Health
	Size     string
	Findings []finding
}

// finding is one thing that is wrong, in the language of the page.
type finding struct{ Code, Text string }

// health is how the installation does, as gangmu doctor sees it.
func health(r *request) error {
	h, err := r.app.Office.Health(r.Context(), r.actor)
	if err != nil {
		return err
	}
	d := healthData{Health: h, Size: megabytes(h.Size)}
	for _, f := range h.Findings {
		d.Findings = append(d.Findings, finding{f.Code, r.lang.Of(vet.Words{Zh: f.Zh, En: f.En})})
	}
	return r.print(page{name: "health", title: "nav.health", data: d})
}

func megabytes(bytes int64) string { return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20)) }
