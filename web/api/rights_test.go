package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gangmu/office"
	"gangmu/plan"
	"gangmu/sample"
)

// operations are those of the document, in its order of paths.
type operationDoc struct {
	ID, Method, Path, Right string
	Open                    bool
}

func (w *world) operations() (all []operationDoc) {
	w.t.Helper()
	var doc struct {
		Paths map[string]map[string]struct {
			OperationID string                `json:"operationId"`
			Right       string                `json:"x-right"`
			Security    []map[string][]string `json:"security"`
		} `json:"paths"`
	}
	ok(w.t, json.Unmarshal([]byte(w.ask(office.Public, "GET", "/api/openapi.json", nil).body), &doc))
	for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
		for _, method := range slices.Sorted(maps.Keys(doc.Paths[path])) {
			o := doc.Paths[path][method]
			open := slices.ContainsFunc(o.Security, func(s map[string][]string) bool { return len(s) == 0 })
			all = append(all, operationDoc{o.OperationID, strings.ToUpper(method), path, o.Right, open})
		}
	}
	return all
}

// examples are a sound request of each operation: query and body. {plan} is one
// that is not published.
var examples = map[string]struct {
	query string
	body  any
}{
	"adopt-plan":      {body: `{"year":2030,"session":"第一次会议","date":"2030-01-20","unit":"999901","rows":[{"year":2030,"name":"甲","unit":"%","target":"6"}]}`},
	"correct-result":  {body: `{"value":"5.8","source":"统计局","reason":"核实","based_on":SEQ}`},
	"change-target":   {body: `{"kind":"adjusted","target":"6.5","document":"决议","date":"2028-08-20","reason":"变化","based_on":SEQ}`},
	"upload-draft":    {query: "?unit=999901&file=a.docx", body: sample.Docx},
	"upload-version":  {query: "?file=b.docx", body: sample.Docx},
	"correct-reading": {body: `{"row":0,"field":"owner","value":"区统计局","reason":"补充"}`},
	"accept-finding":  {body: `{"fingerprint":"FINGERPRINT","reason":"口径不同"}`},
	"reopen-finding":  {body: `{"fingerprint":"ACCEPTED","reason":"看错"}`},
	"diff-plans":      {}, "get-draft": {}, "get-findings": {}, "get-indicator": {}, "get-me": {}, "get-person": {}, "get-plan": {}, "get-read-plan": {},
	"get-unit": {}, "get-version": {}, "list-acts": {}, "list-drafts": {}, "list-indicators": {}, "list-people": {}, "list-plans": {}, "list-units": {},
}

// Every operation as every role. Operations are taken from the document, so that
// none can be forgotten.
func TestRights(t *testing.T) {
	w := newWorld(t)
	planner := w.actors[office.PlanOffice]
	hidden, err := w.office.Adopt(t.Context(), planner, office.Adoption{
		Year: 2028, Session: "第一次会议", Date: "2028-01-20", Unit: "999901",
		Rows: []plan.Item{
			office.TypedRow{Year: 2027, Name: "甲", Unit: "%", Target: "6", Actual: "5.9"}.Item(), office.TypedRow{Year: 2028, Name: "甲", Unit: "%", Target: "6"}.Item(),
		},
	})
	ok(t, err)
	drafts, err := w.office.Drafts(t.Context(), planner)
	ok(t, err)
	draft := drafts[len(drafts)-1].ID
	findings := w.ask(office.PlanOffice, "GET", "/api/drafts/"+draft+"/versions/1/findings", nil).body
	fingerprints := regexp.MustCompile(`"fingerprint": ?"([^"]+)"`).FindAllStringSubmatch(findings, 2)
	fingerprint, accepted := fingerprints[0][1], fingerprints[1][1]
	ok(t, w.office.AcceptFinding(t.Context(), planner, office.Job{Draft: draft, Version: 1}, accepted, "口径不同"))
	shapes := w.shapes()

	var b strings.Builder
	b.WriteString("# operation, right, then the status for each role; written by TestRights -update\n")
	for _, op := range w.operations() {
		x, known := examples[op.ID]
		if !known {
			t.Errorf("%s has no example", op.ID)
			continue
		}
		row := "1"
		if op.ID == "change-target" {
			row = "2"
		}
		fmt.Fprintf(&b, "%-16s %-16s", op.ID, op.Right)
		for _, role := range office.Roles {
			person := w.actors[office.Leader].Person
			path := strings.NewReplacer("{plan}", hidden, "{row}", row, "{draft}", draft, "{version}", "1", "{unit}", "999901", "{person}", person).Replace(op.Path)
			body := x.body
			if s, isText := body.(string); isText {
				got := w.ask(office.PlanOffice, "GET", "/api/plans/"+hidden, nil).is(t, 200)
				seq := strconv.FormatFloat(got["now"].(float64), 'f', 0, 64)
				body = strings.NewReplacer("SEQ", seq, "FINGERPRINT", fingerprint, "ACCEPTED", accepted).Replace(s)
			}
			a := w.ask(role, op.Method, path+x.query, body)
			fmt.Fprintf(&b, " %s=%d", role, a.status)
			shapes.check(t, op, a)
			if a.status >= 400 {
				a.fails(t, a.status, a.is(t, a.status)["code"].(string))
			}
			if a.status >= 500 {
				t.Errorf("%s as %s: %s", op.ID, role, a.body)
			}
		}
		b.WriteString("\n")
	}
	golden(t, "rights.txt", b.String())
}
