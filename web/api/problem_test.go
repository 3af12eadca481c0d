package api_test

import (
	"strings"
	"testing"
	"unicode"

	"gangmu/office"
)

func TestProblems(t *testing.T) {
	w := newWorld(t)
	const row = "/api/plans/999901-2026/indicators/1"
	large := `{"value":"` + strings.Repeat("x", 1<<20) + `"}`
	for _, c := range []struct {
		as           office.Role
		method, path string
		body         any
		headers      []string
		status       int
		code         string
	}{
		{method: "GET", path: "/api/nothing", status: 404, code: "no-operation"},
		{method: "DELETE", path: "/api/plans", status: 405, code: "bad-method"},
		{method: "GET", path: "/api/plans/none", status: 404, code: "not-found"},
		{method: "GET", path: "/api/plans?limit=0", status: 422, code: "bad-fields"},
		{method: "GET", path: "/api/plans?limt=5", status: 422, code: "bad-fields"},
		{method: "GET", path: "/api/plans?after=none", status: 422, code: "bad-cursor"},
		{method: "GET", path: "/api/plans/999901-2026?as_of=1", status: 404, code: "not-found"},
		{method: "GET", path: "/api/plans/999901-2026?as_of=-1", status: 422, code: "bad-fields"},
		{method: "GET", path: "/api/me", status: 401, code: "no-token"},
		{method: "GET", path: "/api/plans", headers: []string{"Authorization", "Bearer gangmu_wrong"}, status: 401, code: "bad-token"},
		{method: "GET", path: "/api/plans", headers: []string{"Authorization", "Basic YTpi"}, status: 401, code: "bad-token"},
		{as: office.Leader, method: "GET", path: "/api/audit", status: 403, code: "denied"},
		{as: office.Audit, method: "GET", path: "/api/audit?after=x", status: 422, code: "bad-cursor"},
		{as: office.PlanOffice, method: "POST", path: row + "/facts", body: `{`, status: 400, code: "bad-request"},
		{as: office.PlanOffice, method: "POST", path: row + "/facts", body: `{"value":1}`, status: 422, code: "bad-fields"},
		{as: office.PlanOffice, method: "POST", path: row + "/facts", body: `{"value":"1","source":"x","reason":"x","more":1}`, status: 422, code: "bad-fields"},
		{as: office.PlanOffice, method: "POST", path: row + "/facts", body: `{"value":"1","source":"x","reason":"x"}`, status: 422, code: "basis-missing"},
		{as: office.PlanOffice, method: "POST", path: row + "/facts", body: `{"value":"1","source":"x","reason":" "}`, headers: []string{"If-Match", `"99"`}, status: 422, code: "reason-missing"},
		{as: office.PlanOffice, method: "POST", path: row + "/facts", body: large, status: 413, code: "too-large"},
		{as: office.PlanOffice, method: "POST", path: row + "/facts", body: `{}`, headers: []string{"Content-Type", "text/xml"}, status: 415, code: "bad-media-type"},
	} {
		a := w.ask(c.as, c.method, c.path, c.body, c.headers...)
		if a.status != c.status {
			t.Errorf("%s %s %.60v: %d %s", c.method, c.path, c.body, a.status, a.body)
			continue
		}
		a.fails(t, c.status, c.code)
		if challenge := a.header.Get("WWW-Authenticate"); (challenge == "Bearer") != (c.status == 401) {
			t.Errorf("%s %s: challenge %q", c.method, c.path, challenge)
		}
	}
	if allow := w.ask("", "DELETE", "/api/plans", nil).header.Get("Allow"); allow != "GET, HEAD, POST" {
		t.Error(allow)
	}
	zh := w.ask("", "GET", "/api/me", nil).is(t, 401)
	en := w.ask("", "GET", "/api/me", nil, "Accept-Language", "en-GB,zh;q=0.5").is(t, 401)
	if zh["detail"] != zh["zh"] || en["detail"] != en["en"] || zh["detail"] == en["detail"] {
		t.Errorf("%v %v", zh, en)
	}
	fields := w.ask("", "GET", "/api/plans?limit=0", nil).is(t, 422)["errors"].([]any)
	if at := fields[0].(map[string]any)["location"]; at != "query.limit" {
		t.Error(at)
	}
}

// Whatever is sent, the answer is a success or problem details, never a failure of
// the program.
func FuzzBody(f *testing.F) {
	for _, x := range examples {
		if s, isText := x.body.(string); isText {
			f.Add(s, "application/json")
		}
	}
	f.Add(`{"year":2031,"session":"x","date":"2031-13-99","unit":"999901","rows":[{"year":2031,"name":"\u0000"}]}`, "application/json; charset=x")
	f.Add("\xff[[[[", "a+;b")
	w := newWorld(f)
	f.Fuzz(func(t *testing.T, body, mediaType string) {
		if strings.ContainsFunc(mediaType, unicode.IsControl) {
			return // no client sends it
		}
		w.t = t
		for _, path := range []string{"/api/plans", "/api/plans/999901-2026/indicators/1/facts", "/api/plans/999901-2026/indicators/9/targets"} {
			a := w.ask(office.PlanOffice, "POST", path, body, "Content-Type", mediaType)
			if a.status >= 500 {
				t.Errorf("%s: %d %s", path, a.status, a.body)
			}
			if a.status >= 400 {
				a.fails(t, a.status, a.is(t, a.status)["code"].(string))
			}
		}
	})
}
