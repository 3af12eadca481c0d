package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/demo"
	"gangmu/web/api"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// world is the API over the sample installation, with a token of every role.
type world struct {
	*httptest.Server
	t      testing.TB
	office *office.Office
	actors map[office.Role]office.Actor
	tokens map[office.Role]string
}

func newWorld(t testing.TB) *world {
	t.Helper()
	dir := t.TempDir()
	l, err := ledger.Open(t.Context(), ledger.Config{
		Database: filepath.Join(dir, "gangmu.db"), KeyFile: filepath.Join(dir, "signing.key"), Modules: []ledger.Module{office.Module()}, Log: slog.New(slog.DiscardHandler),
	})
	ok(t, err)
	t.Cleanup(func() { ok(t, l.Close()) })
	o, err := office.New(office.Config{Ledger: l, KeyFile: filepath.Join(dir, "secret.key"), Demo: true})
	ok(t, err)
	seats, err := demo.Load(t.Context(), o)
	ok(t, err)
	w := &world{t: t, office: o, actors: map[office.Role]office.Actor{}, tokens: map[office.Role]string{}}
	for _, s := range seats {
		_, key, err := o.MakeToken(t.Context(), office.Actor{Person: s.Person}, "程序", 30)
		ok(t, err)
		w.tokens[s.Role] = key
		w.actors[s.Role], err = o.AuthenticateToken(t.Context(), key, "")
		ok(t, err)
	}
	origin := func(r *http.Request) string { return "10.0.0.1" }
	w.Server = httptest.NewServer(api.New(api.Config{Office: o, Version: "test", Origin: origin, Log: slog.New(slog.DiscardHandler)}))
	t.Cleanup(w.Close)
	return w
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// answer is what a request was answered with.
type answer struct {
	status int
	header http.Header
	body   string
}

// ask sends a request as a role. A body that is a string is JSON, one of bytes a
// file. Further pairs are headers.
func (w *world) ask(as office.Role, method, path string, body any, headers ...string) answer {
	w.t.Helper()
	var reader io.Reader
	mediaType := "application/json"
	switch b := body.(type) {
	case string:
		reader = strings.NewReader(b)
	case []byte:
		reader, mediaType = bytes.NewReader(b), "application/octet-stream"
	}
	req, err := http.NewRequestWithContext(w.t.Context(), method, w.URL+path, reader)
	ok(w.t, err)
	if body != nil {
		req.Header.Set("Content-Type", mediaType)
	}
	if token := w.tokens[as]; token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	res, err := w.Client().Do(req)
	ok(w.t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	ok(w.t, err)
	return answer{res.StatusCode, res.Header, string(b)}
}

// is expects a status and reads the body.
func (a answer) is(t testing.TB, status int) map[string]any {
	t.Helper()
	if a.status != status {
		t.Fatalf("status %d, want %d: %s", a.status, status, a.body)
	}
	var out map[string]any
	if a.body != "" {
		ok(t, json.Unmarshal([]byte(a.body), &out))
	}
	return out
}

// fails expects problem details with a code.
func (a answer) fails(t testing.TB, status int, code string) map[string]any {
	t.Helper()
	p := a.is(t, status)
	if ct := a.header.Get("Content-Type"); ct != "application/problem+json" {
		t.Errorf("content type %q", ct)
	}
	if p["code"] != code || p["status"] != float64(status) || p["type"] != "urn:gangmu:problem:"+code || p["zh"] == "" || p["en"] == "" || p["kind"] == "" || p["title"] == "" {
		t.Errorf("want %s: %s", code, a.body)
	}
	return p
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		ok(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	ok(t, err)
	if string(want) != got {
		t.Errorf("%s differs; run the test with -update and read the difference\n%s", path, got)
	}
}
