package web_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"strings"
	"testing"

	"gangmu/office"
	"gangmu/plan"
	"gangmu/web"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// examples are sound requests of the routes with names in their address or with a
// form. A route that is missing here fails TestEveryRoute.
var examples = map[string]struct{ path, form string }{
	"POST /demo":         {"/demo", "person={victim}"},
	"POST /sign-in":      {"/sign-in", "login=x&password=y"},
	"POST /sign-in/code": {"/sign-in/code", "code=000000"},
	"POST /sign-out":     {"/sign-out", ""},
	"GET /link/{token}":  {"/link/none", ""},
	"POST /link/{token}": {"/link/none", "password=Yunxi-2026&again=Yunxi-2026"},

	"POST /account/password":           {"/account/password", "old=a&password=b&again=b"},
	"POST /account/factor":             {"/account/factor", "code=000000"},
	"POST /account/tokens":             {"/account/tokens", "name=x&days=1"},
	"POST /account/tokens/{id}/revoke": {"/account/tokens/none/revoke", ""},
	"POST /account/sessions/{id}/end":  {"/account/sessions/none/end", ""},

	"GET /units/{code}":                 {"/units/999901", ""},
	"POST /units":                       {"/units", "code=999901.x&name=x&kind=department&parent=999901&from=2026-01-01"},
	"POST /units/{code}/change":         {"/units/999901.qx/change", "name=x&parent=999901&reason=x"},
	"POST /units/{code}/close":          {"/units/999901.qx/close", "to=2026-12-31&reason=x"},
	"GET /people/{id}":                  {"/people/{victim}", ""},
	"POST /people":                      {"/people", "login=new.one&name=x&unit=999901"},
	"POST /people/{id}/change":          {"/people/{victim}/change", "name=x&unit=999901&reason=x"},
	"POST /people/{id}/link":            {"/people/{victim}/link", ""},
	"POST /people/{id}/disable":         {"/people/{victim}/disable", "reason=x"},
	"POST /people/{id}/enable":          {"/people/{victim}/enable", "reason=x"},
	"POST /people/{id}/grant":           {"/people/{victim}/grant", "role=deputy&unit=999901"},
	"POST /people/{id}/revoke":          {"/people/{victim}/revoke", "role=deputy&unit=999901&reason=x"},
	"POST /people/{id}/factor":          {"/people/{victim}/factor", "reason=x"},
	"POST /people/{id}/sessions":        {"/people/{victim}/sessions", "reason=x"},
	"POST /people/{id}/identity":        {"/people/{victim}/identity", "issuer=x&name=y"},
	"POST /people/{id}/identity/remove": {"/people/{victim}/identity/remove", "issuer=x&name=y&reason=x"},
	"POST /settings":                    {"/settings", "seq=1&reason=x&factor=all&password_length=8&password_classes=3&password_days=90&password_history=5&failures=5&lock_seconds=300&idle_seconds=600&session_hours=12&link_hours=24"},

	"POST /drafts":                           {"/drafts", "file"},
	"GET /drafts/{id}":                       {"/drafts/{draft}", ""},
	"GET /drafts/{id}/compare":               {"/drafts/{draft}/compare?old=1&new=1", ""},
	"GET /drafts/{id}/{version}":             {"/drafts/{draft}/1", ""},
	"GET /drafts/{id}/{version}/as/{format}": {"/drafts/{draft}/1/as/source", ""},
	"POST /drafts/{id}/{version}/accept":     {"/drafts/{draft}/1/accept", "fingerprint=none&reason=x"},
	"POST /drafts/{id}/{version}/reopen":     {"/drafts/{draft}/1/reopen", "fingerprint=none&reason=x"},
	"GET /drafts/{id}/{version}/plan":        {"/drafts/{draft}/1/plan", ""},
	"POST /drafts/{id}/{version}/plan":       {"/drafts/{draft}/1/plan", "row=0&field=owner&value=x&reason=x"},
	"POST /drafts/{id}/{version}/adopt":      {"/drafts/{draft}/1/adopt", "year=2026&session=x&date=2026-01-20"},

	"POST /plan/new":      {"/plan/new", "unit=999901&year=2031&do=check"},
	"POST /plan/new/file": {"/plan/new/file", "file"},

	"POST /tasks/{plan}/accept":                       {"/tasks/999901-2026/accept", "row=45/999901"},
	"POST /tasks/contact":                             {"/tasks/contact", "address=x@example.gov.cn"},
	"GET /watch/{plan}":                               {"/watch/999901-2026", ""},
	"GET /watch/{plan}/{no}":                          {"/watch/999901-2026/45", ""},
	"GET /watch/{plan}/{no}/{unit}":                   {"/watch/999901-2026/45/999901", ""},
	"POST /watch/{plan}/{no}/{unit}/note":             {"/watch/999901-2026/45/999901/note", "period=2026-Q2&cause=x&measure=x&outlook=x"},
	"POST /watch/{plan}/{no}/{unit}/instruct":         {"/watch/999901-2026/45/999901/instruct", "text=x&due=2026-12-01"},
	"POST /watch/{plan}/{no}/{unit}/answer":           {"/watch/999901-2026/45/999901/answer", "of=1&text=x"},
	"GET /watch/{plan}/handout/{format}":              {"/watch/999901-2026/handout/txt", ""},
	"GET /sheets/{plan}":                              {"/sheets/999901-2026", ""},
	"GET /sheets/{plan}/{unit}/{period}":              {"/sheets/999901-2026/999901.nyj/2026-Q3", ""},
	"POST /sheets/{plan}/{unit}/{period}/save":        {"/sheets/999901-2026/999901.nyj/2026-Q3/save", "v 45/999901=4.1&b 45/999901=0"},
	"POST /sheets/{plan}/{unit}/{period}/{step}":      {"/sheets/999901-2026/999901.nyj/2026-Q2/unlock", "until=2026-11-20&reason=x"},
	"GET /sheets/{plan}/{unit}/{period}/template":     {"/sheets/999901-2026/999901.nyj/2026-Q3/template", ""},
	"POST /sheets/{plan}/{unit}/{period}/workbook":    {"/sheets/999901-2026/999901.nyj/2026-Q3/workbook", "file"},
	"POST /sheets/{plan}/{unit}/{period}/evidence":    {"/sheets/999901-2026/999901.nyj/2026-Q3/evidence", "file"},
	"GET /sheets/{plan}/{unit}/{period}/files/{hash}": {"/sheets/999901-2026/999901.nyj/2026-Q3/files/none", ""},
	"GET /assign/{plan}/template":                     {"/assign/999901-2026/template", ""},
	"POST /assign/{plan}/workbook":                    {"/assign/999901-2026/workbook", "file"},
	"GET /assign/{plan}":                              {"/assign/999901-2026", ""},
	"POST /assign/{plan}":                             {"/assign/999901-2026", ""},
	"POST /assign/{plan}/parts":                       {"/assign/999901-2026/parts", "row=45/999901&parts=sum"},
	"POST /assign/{plan}/hand-over":                   {"/assign/999901-2026/hand-over", "from=罗田（示例）&to=苏禾（示例）&reason=x"},

	"GET /plan/{plan}":               {"/plan/{plan}", ""},
	"GET /plan/{plan}/diff":          {"/plan/{plan}/diff", ""},
	"GET /plan/{plan}/{no}":          {"/plan/{plan}/1", ""},
	"POST /plan/{plan}/{no}/correct": {"/plan/{plan}/1/correct", "value=5&source=x&reason=x"},
	"POST /plan/{plan}/{no}/issue":   {"/plan/{plan}/2/issue", "target=5&document=x&date=2028-03-01"},
	"POST /plan/{plan}/{no}/adjust":  {"/plan/{plan}/2/adjust", "target=5&document=x&date=2028-03-01&reason=x"},
}

// TestEveryRoute asks every route as every role and holds the answers against a
// golden, with the headers that every answer has. {plan} is not published.
func TestEveryRoute(t *testing.T) {
	w, all := demoWorld(t)
	people := map[office.Role]string{}
	for role, v := range all {
		if role != office.Public {
			people[role] = v.get("/account").find(`href="/people/([0-9a-z]{26})"`)
		}
	}
	names := w.fillIn(all, people)
	var b strings.Builder
	b.WriteString("# route, then the status for each role (303! leads to the sign-in); written by TestEveryRoute -update\n")
	for _, pattern := range web.Patterns() {
		method, path, _ := strings.Cut(pattern, " ")
		x, known := examples[pattern]
		if !known {
			x.path = strings.TrimSuffix(path, "{$}")
		}
		if !known && (method != http.MethodGet || strings.Contains(x.path, "{")) {
			t.Errorf("%s has no example", pattern)
			continue
		}
		fmt.Fprintf(&b, "%-40s", pattern)
		for _, role := range office.Roles {
			v := w.visitor()
			if role != office.Public {
				v.post("/demo", "person", people[role])
			}
			v.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			v.ask(method, names.Replace(x.path), names.Replace(x.form))
			held(t, pattern, v)
			fmt.Fprintf(&b, " %s=%d", role, v.status)
			if strings.HasPrefix(v.header.Get("Location"), "/sign-in") {
				b.WriteString("!")
			}
		}
		b.WriteString("\n")
	}
	const golden = "testdata/routes.txt"
	if *update {
		ok(t, os.WriteFile(golden, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	ok(t, err)
	if string(want) != b.String() {
		t.Errorf("%s differs: run this test with -update and read the difference\n%s", golden, b.String())
	}
}

// fillIn replaces names in examples by what there is.
func (w *world) fillIn(all map[office.Role]*visitor, people map[office.Role]string) *strings.Replacer {
	w.t.Helper()
	planner := office.Actor{Person: people[office.PlanOffice], Grants: []office.Grant{{Role: office.PlanOffice, Unit: "999901"}}}
	hidden, err := w.office.Adopt(w.t.Context(), planner, office.Adoption{
		Year: 2028, Session: "第一次会议", Date: "2028-01-20", Unit: "999901",
		Rows: []plan.Item{
			office.TypedRow{Year: 2027, Name: "甲", Unit: "%", Target: "6", Actual: "5.9"}.Item(), office.TypedRow{Year: 2028, Name: "甲", Unit: "%", Target: "6"}.Item(),
		},
	})
	ok(w.t, err)
	all[office.System].post("/people", "login", "victim", "name", "王海", "unit", "999901.tjj")
	victim := all[office.System].find(`class="primary" href="/people/([0-9a-z]{26})"`)
	draft := all[office.PlanOffice].get("/drafts").find(`href="/drafts/([0-9a-z]{26})"`)
	return strings.NewReplacer("{victim}", victim, "{draft}", draft, "{plan}", hidden)
}

// ask sends a request; the form "file" is an upload.
func (v *visitor) ask(method, path, form string) {
	v.t.Helper()
	body, mediaType := []byte(form), "application/x-www-form-urlencoded"
	if form == "file" {
		var b bytes.Buffer
		parts := multipart.NewWriter(&b)
		ok(v.t, parts.WriteField("unit", "999901"))
		part, err := parts.CreateFormFile("file", "a.txt")
		ok(v.t, err)
		_, err = io.WriteString(part, "全区生产总值增长6%。")
		ok(v.t, err)
		ok(v.t, parts.Close())
		body, mediaType = b.Bytes(), parts.FormDataContentType()
	}
	req := v.request(method, path)
	if method == http.MethodPost {
		req.Body, req.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		req.Header.Set("Content-Type", mediaType)
	}
	res, err := v.client.Do(req)
	v.take(res, err)
}

// held expects the headers that every answer must have, and no style or script
// inside a page.
func held(t *testing.T, what string, v *visitor) {
	t.Helper()
	csp := v.header.Get("Content-Security-Policy")
	if !strings.HasPrefix(csp, "default-src 'none'; ") || strings.Contains(csp, "unsafe") || !strings.Contains(csp, "frame-ancestors 'none'") {
		t.Errorf("%s: policy %q", what, csp)
	}
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cache-Control": "no-store",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := v.header.Get(name); got != want {
			t.Errorf("%s: %s is %q", what, name, got)
		}
	}
	if !strings.HasPrefix(v.header.Get("Content-Type"), "text/html") {
		return
	}
	for _, inline := range []string{"<style", "<script>", " style=", " onclick=", "javascript:"} {
		if strings.Contains(v.body, inline) {
			t.Errorf("%s: the page has %s", what, inline)
		}
	}
}

// The API and what nobody serves have the same headers as pages.
func TestHeadersEverywhere(t *testing.T) {
	w, _ := demoWorld(t)
	for _, path := range []string{"/api/plans", "/api/openapi.json", "/api/none", "/none", "/static/none/none"} {
		v := w.visitor()
		v.ask(http.MethodGet, path, "")
		held(t, path, v)
	}
	for _, path := range []string{"/api/plans", "/plan", "/sign-in"} {
		v := w.visitor()
		v.ask("TRACE", path, "")
		held(t, "TRACE "+path, v)
		if v.status < 400 {
			t.Errorf("TRACE %s: %d", path, v.status)
		}
	}
}
