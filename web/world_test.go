package web_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/demo"
	"gangmu/office/reporting"
	"gangmu/web"
)

const password = "Yunxi-2026"

// world is a served application with a fresh ledger.
type world struct {
	*httptest.Server
	t      *testing.T
	office *office.Office
	link   office.Link // of the first start
}

func newWorld(t *testing.T) *world {
	t.Helper()
	dir := t.TempDir()
	l, err := ledger.Open(t.Context(), ledger.Config{
		Database: filepath.Join(dir, "gangmu.db"), KeyFile: filepath.Join(dir, "signing.key"), Modules: []ledger.Module{office.Module(), reporting.Module()},
	})
	ok(t, err)
	t.Cleanup(func() { ok(t, l.Close()) })
	o, err := office.New(office.Config{Ledger: l, KeyFile: filepath.Join(dir, "secret.key")})
	ok(t, err)
	w := &world{t: t, office: o}
	var first bool
	w.link, first, err = o.FirstStart(t.Context())
	ok(t, err)
	if !first {
		t.Fatal("the ledger is not empty")
	}
	w.Server = httptest.NewServer(web.New(web.Config{Office: o, Version: "test"}))
	t.Cleanup(w.Close)
	return w
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// demoWorld is the application on the sample installation.
func demoWorld(t *testing.T) (*world, map[office.Role]*visitor) {
	t.Helper()
	clock := demo.NewClock()
	dir := t.TempDir()
	l, err := ledger.Open(t.Context(), ledger.Config{
		Database: filepath.Join(dir, "gangmu.db"), KeyFile: filepath.Join(dir, "signing.key"), Modules: []ledger.Module{office.Module(), reporting.Module()},
		Clock: clock.Now, Fleeting: true,
	})
	ok(t, err)
	t.Cleanup(func() { ok(t, l.Close()) })
	o, err := office.New(office.Config{Ledger: l, KeyFile: filepath.Join(dir, "secret.key"), Demo: true, Clock: clock.Now})
	ok(t, err)
	seats, err := demo.Load(t.Context(), o)
	ok(t, err)
	ok(t, demo.Year(t.Context(), reporting.New(o), clock, seats))
	w := &world{t: t, office: o, Server: httptest.NewServer(web.New(web.Config{Office: o, Version: "test", Seats: seats}))}
	t.Cleanup(w.Close)
	all := map[office.Role]*visitor{office.Public: w.visitor()}
	for _, s := range seats {
		all[s.Role] = w.visitor().post("/demo", "person", s.Person).sees(200, "示例")
	}
	return w, all
}

// visitor is a browser without scripts.
type visitor struct {
	*world
	client *http.Client
	status int
	path   string // where redirects led
	body   string
	header http.Header
}

func (w *world) visitor() *visitor {
	jar, err := cookiejar.New(nil)
	ok(w.t, err)
	return &visitor{world: w, client: &http.Client{Jar: jar}}
}

func (v *visitor) get(path string) *visitor {
	v.t.Helper()
	res, err := v.client.Get(v.URL + path)
	return v.take(res, err)
}

// post sends a form of name, value pairs.
func (v *visitor) post(path string, pairs ...string) *visitor {
	v.t.Helper()
	form := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return v.send(path, form)
}

func (v *visitor) send(path string, form url.Values) *visitor {
	v.t.Helper()
	res, err := v.client.PostForm(v.URL+path, form)
	return v.take(res, err)
}

func (v *visitor) take(res *http.Response, err error) *visitor {
	v.t.Helper()
	ok(v.t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	ok(v.t, err)
	v.status, v.path, v.body, v.header = res.StatusCode, res.Request.URL.Path, string(b), res.Header
	return v
}

// sees expects a status and texts on the page.
func (v *visitor) sees(status int, texts ...string) *visitor {
	v.t.Helper()
	if v.status != status {
		v.t.Errorf("%s: status %d, want %d", v.path, v.status, status)
	}
	for _, text := range texts {
		if !strings.Contains(html.UnescapeString(v.body), text) {
			v.t.Errorf("%s does not say %q:\n%s", v.path, text, plain(v.body))
		}
	}
	return v
}

var tags = regexp.MustCompile(`(?s)<[^>]*>`)

func plain(s string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(s, " "))), " ")
}

// find is what the first group of a pattern has on the page.
func (v *visitor) find(pattern string) string {
	v.t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(html.UnescapeString(v.body))
	if m == nil {
		v.t.Fatalf("%s has no %s:\n%s", v.path, pattern, plain(v.body))
	}
	return m[1]
}

// enrol sets a password by a link and a second factor.
func (v *visitor) enrol(link string) *visitor {
	v.t.Helper()
	v.post(link, "password", password, "again", password)
	if v.path == "/account/factor" {
		v.post("/account/factor", "code", code(v.t, v.find(`密钥</dt><dd><code>([A-Z2-7 ]+)`)))
		v.sees(200, "恢复码")
	}
	return v
}

// code is the one-time password of now, as RFC 6238 has it.
func code(t *testing.T, key string) string {
	t.Helper()
	b, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(strings.ReplaceAll(key, " ", ""))
	ok(t, err)
	mac := hmac.New(sha1.New, b)
	ok(t, binary.Write(mac, binary.BigEndian, time.Now().Unix()/30))
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 15
	return fmt.Sprintf("%06d", binary.BigEndian.Uint32(sum[at:])&0x7fffffff%1_000_000)
}

// settle goes from the first start to a person of every role, through the pages.
func (w *world) settle() map[office.Role]*visitor {
	w.t.Helper()
	all := map[office.Role]*visitor{office.Public: w.visitor()}
	admin := w.visitor().enrol(web.LinkPath(w.link))
	all[office.System] = admin
	links, ids := map[office.Role]string{}, map[office.Role]string{}
	for _, r := range office.Roles {
		if r == office.Public || r == office.System {
			continue
		}
		admin.post("/people", "login", string(r), "name", r.Name().Zh, "unit", "root").sees(200, "一次性链接")
		links[r], ids[r] = admin.find(`(/link/[^< ]+)`), admin.find(`class="primary" href="/people/([0-9a-z]{26})"`)
	}
	admin.post("/people/"+ids[office.Security]+"/grant", "role", string(office.Security), "unit", "root").sees(200, "安全管理员")
	security := w.visitor().enrol(links[office.Security])
	all[office.Security] = security
	for r, link := range links {
		if r == office.Security {
			continue
		}
		security.post("/people/"+ids[r]+"/grant", "role", string(r), "unit", "root").sees(200, r.Name().Zh)
		all[r] = w.visitor().enrol(link)
	}
	return all
}

func (v *visitor) request(method, path string) *http.Request {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.t.Context(), method, v.URL+path, nil)
	ok(v.t, err)
	return req
}

// session is the token of whoever is signed in, empty for nobody.
func (v *visitor) session() string {
	v.t.Helper()
	u, err := url.Parse(v.URL)
	ok(v.t, err)
	for _, c := range v.client.Jar.Cookies(u) {
		if c.Name == "gangmu" {
			return c.Value
		}
	}
	return ""
}

// upload sends a file as a new draft, or as a version of one.
func (v *visitor) upload(draft, name string, data []byte) *visitor {
	v.t.Helper()
	return v.sendFile("/drafts", data, "unit", "root", "draft", draft, "", name)
}

// sendFile sends a form of name, value pairs with a file; the file's name goes with
// an empty one.
func (v *visitor) sendFile(path string, data []byte, pairs ...string) *visitor {
	v.t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	name := "file.xlsx"
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == "" {
			name = pairs[i+1]
			continue
		}
		ok(v.t, form.WriteField(pairs[i], pairs[i+1]))
	}
	part, err := form.CreateFormFile("file", name)
	ok(v.t, err)
	_, err = part.Write(data)
	ok(v.t, errors.Join(err, form.Close()))
	res, err := v.client.Post(v.URL+path, form.FormDataContentType(), &b)
	return v.take(res, err)
}

// lastSeq is the number of the last event.
func (w *world) lastSeq() (seq string) {
	w.t.Helper()
	ok(w.t, w.office.View(w.t.Context(), func(v *ledger.View) error {
		seq = strconv.FormatInt(v.Seq, 10)
		return nil
	}))
	return seq
}
