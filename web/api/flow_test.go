package api_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gangmu/office"
	"gangmu/sample"
)

// From a file to the plan of a year and a corrected result, by a program.
func TestFlow(t *testing.T) {
	w := newWorld(t)
	const planner = office.PlanOffice
	up := w.ask(planner, "POST", "/api/drafts?unit=999901.qx&file=%E6%8A%A5%E5%91%8A.docx", sample.Docx)
	up.is(t, 202)
	at := up.header.Get("Location")
	if v := w.ask(planner, "GET", at, nil).is(t, 200); v["state"] != "read" || v["file"] != "报告.docx" || v["errors"].(float64) < 1 {
		t.Fatalf("%v", v)
	}
	if f := w.ask(planner, "GET", at+"/findings", nil).is(t, 200); len(f["findings"].([]any)) == 0 {
		t.Error("no findings")
	}
	read := w.ask(planner, "GET", at+"/plan", nil).is(t, 200)
	first := read["indicators"].([]any)[0].(map[string]any)
	w.ask(planner, "POST", at+"/corrections", `{"row":0,"field":"name","value":"`+first["name"].(string)+`（更正）","reason":"全称"}`).is(t, 204)
	again := w.ask(planner, "GET", at+"/plan", nil).is(t, 200)
	if name := again["indicators"].([]any)[0].(map[string]any)["name"]; name != first["name"].(string)+"（更正）" {
		t.Error(name)
	}
	draft := strings.Split(at, "/")[3]
	made := w.ask(planner, "POST", "/api/plans", `{"year":2026,"session":"第一次会议","date":"2026-01-20","draft":"`+draft+`","version":1}`)
	if id := made.is(t, 201)["id"]; id != "999901.qx-2026" || made.header.Get("Location") != "/api/plans/999901.qx-2026" {
		t.Fatal(id)
	}
	w.ask(planner, "POST", "/api/plans", `{"year":2026,"session":"第一次会议","date":"2026-01-20","draft":"`+draft+`","version":1}`).fails(t, 409, "plan-exists")
}

func TestCorrection(t *testing.T) {
	w := newWorld(t)
	const planner, path = office.PlanOffice, "/api/plans/999901-2026/indicators/1"
	seen := w.ask(planner, "GET", path, nil)
	before := seen.is(t, 200)
	actual := func(body map[string]any) any {
		return body["indicator"].(map[string]any)["actual"].(map[string]any)["text"]
	}
	old := actual(before)
	fix := `{"value":"1234.5","source":"统计局","reason":"核实"}`
	changed := w.ask(planner, "POST", path+"/facts", fix, "If-Match", seen.header.Get("ETag"))
	after := changed.is(t, 201)
	facts := after["facts"].([]any)
	if actual(after) != "1234.5" || len(facts) != 2 || facts[1].(map[string]any)["reason"] != "核实" {
		t.Errorf("%v", after)
	}
	// Who looked before it is told, and changes nothing.
	w.ask(planner, "POST", path+"/facts", strings.Replace(fix, "1234.5", "9", 1), "If-Match", seen.header.Get("ETag")).fails(t, 412, "changed-meanwhile")
	// What happened to others since does not matter.
	w.ask(planner, "POST", "/api/plans/999901-2026/indicators/2/facts", fix, "If-Match", seen.header.Get("ETag")).is(t, 201)
	w.ask(planner, "POST", path+"/facts", strings.Replace(fix, "1234.5", "1234.6", 1), "If-Match", changed.header.Get("ETag")).is(t, 201)

	asOf := fmt.Sprintf("%s?as_of=%.0f", path, before["now"].(float64))
	if got := actual(w.ask("", "GET", asOf, nil).is(t, 200)); got != old {
		t.Errorf("as of before: %v, was %v", got, old)
	}
	acts := w.ask(office.Audit, "GET", "/api/audit?under=plan/999901-2026&limit=1", nil).is(t, 200)
	if act := acts["items"].([]any)[0].(map[string]any); act["origin"] != "10.0.0.1 api:程序" || act["kind"] != "fact.corrected" {
		t.Errorf("%v", act)
	}
}

// The pages of a list together are the list.
func TestPages(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/api/plans/999901-2026/indicators?", "/api/units?", "/api/people?", "/api/audit?from=" + time.Now().Add(-time.Hour).UTC().Format(time.RFC3339) + "&"} {
		as := office.PlanOffice
		if strings.HasPrefix(path, "/api/audit") {
			as = office.Audit
		}
		whole := w.ask(as, "GET", path+"limit=1000", nil).is(t, 200)["items"].([]any)
		var got []any
		for next := ""; ; {
			page := w.ask(as, "GET", path+"limit=7&after="+next, nil).is(t, 200)
			got = append(got, page["items"].([]any)...)
			if next, _ = page["next"].(string); next == "" {
				break
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(whole) || len(whole) < 8 {
			t.Errorf("%s: %d by pages, %d at once", path, len(got), len(whole))
		}
	}
}
