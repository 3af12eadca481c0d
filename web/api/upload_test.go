package api_test

import (
	"net/url"
	"testing"

	"gangmu/office"
	"gangmu/sample"
	"gangmu/web/internal/badfile"
)

// Whatever is handed in, the answer says what is wrong with it.
func TestBadUploads(t *testing.T) {
	w := newWorld(t)
	const planner, to = office.PlanOffice, "/api/drafts?unit=999901&file="
	for _, f := range badfile.All(sample.Docx) {
		up := w.ask(planner, "POST", to+url.QueryEscape(f.Name), f.Data)
		up.is(t, 202)
		at := up.header.Get("Location")
		v := w.ask(planner, "GET", at, nil).is(t, 200)
		if f.Code == "" {
			if v["state"] != "read" {
				t.Errorf("%s: %v", f.What, v)
			}
			continue
		}
		problem, _ := v["problem"].(map[string]any)
		if v["state"] != "unreadable" || problem["code"] != f.Code || problem["detail"] == "" {
			t.Errorf("%s: %v", f.What, v)
			continue
		}
		w.ask(planner, "GET", at+"/findings", nil).fails(t, 422, f.Code)
		w.ask(planner, "GET", at+"/plan", nil).fails(t, 422, f.Code)
	}
	w.ask(planner, "POST", to+"a.docx", []byte{}).fails(t, 422, "empty")
	w.ask(planner, "POST", "/api/drafts?unit=999901", sample.Docx).fails(t, 422, "bad-fields")
	w.ask(planner, "POST", "/api/drafts?unit=none&file=a.docx", sample.Docx).fails(t, 422, "no-unit")
	w.ask(planner, "POST", "/api/drafts/none/versions?file=a.docx", sample.Docx).fails(t, 404, "not-found")
	w.ask(planner, "POST", to+"a.docx", make([]byte, badfile.Largest+1)).fails(t, 413, "too-large")
}
