package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"sync"
	"time"

	"gangmu/office"
	"gangmu/render"
)

// page is what an action shows.
type page struct {
	name    string // of its template
	title   string // a key of the catalogue, or a text
	status  int    // default 200
	problem string // what went wrong with a form
	field   string // of it that is to blame
	where   []link // the pages above this one
	action  *link  // the one thing to do here
	script  string // an own script, by its name; one with a chart has chartScript
	bare    bool   // brings its own main element
	wait    bool   // is asked for again until the work is done
	data    any
}

// link leads somewhere.
type link struct {
	Href, Text string
	Here       bool
}

// layout is what templates see.
type layout struct {
	page
	r *request
}

func (l layout) Lang() string {
	if l.r.lang == render.En {
		return "en"
	}
	return "zh-CN"
}
func (l layout) Title() string   { return l.r.t(l.title) }
func (l layout) Problem() string { return l.problem }
func (l layout) Field() string   { return l.field }
func (l layout) Sent() string    { return l.r.URL.Path }
func (l layout) Where() []link   { return l.where }
func (l layout) Action() *link   { return l.action }
func (l layout) Bare() bool      { return l.bare }
func (l layout) Wait() bool      { return l.wait }
func (l layout) Data() any       { return l.data }
func (l layout) Demo() bool      { return l.r.app.Seats != nil }
func (l layout) Version() string { return l.r.app.Version }
func (l layout) Nav() []link     { return l.r.nav() }
func (l layout) Style() string   { return assetPath("style.css") }

// Scripts are those of the page; the bundle where it was built.
func (l layout) Scripts() (all []string) {
	if assetPath("app.js") != "" {
		all = append(all, assetPath("app.js"))
	}
	if assetPath(l.script) != "" {
		all = append(all, assetPath(l.script))
	}
	return all
}

// Me is who is signed in, nil for nobody.
func (l layout) Me() *office.Person {
	if l.r.session.Token == "" || l.r.session.Stage == office.StageFactor {
		return nil
	}
	return &l.r.session.Person
}

// Other is this page in the other language.
func (l layout) Other() link {
	to, text := "en", "English"
	if l.r.lang == render.En {
		to, text = "zh", "中文"
	}
	path := "/"
	if l.r.Method == http.MethodGet {
		path = l.r.URL.Path
	}
	q := l.r.URL.Query()
	q.Set("lang", to)
	return link{Href: path + "?" + q.Encode(), Text: text}
}

//go:embed templates/*.html
var templates embed.FS

type parsedKey struct {
	lang render.Lang
	name string
}

var parsed sync.Map // parsedKey -> *template.Template

// parse is the template of a page with the parts that all have.
func parse(l render.Lang, name string) (*template.Template, error) {
	if t, ok := parsed.Load(parsedKey{l, name}); ok {
		return t.(*template.Template), nil
	}
	t, err := template.New("").Funcs(template.FuncMap{
		"t":     func(key string, args ...any) string { return say(l, key, args...) },
		"of":    l.Of,
		"short": short,
		"when":  func(at time.Time) string { return at.Local().Format("2006-01-02 15:04") },
	}).ParseFS(templates, "templates/layout.html", "templates/part*.html", "templates/"+name+".html")
	if err == nil {
		parsed.Store(parsedKey{l, name}, t)
	}
	return t, err
}

// print answers with a page.
func (r *request) print(p page) error {
	t, err := parse(r.lang, p.name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "layout", layout{p, r}); err != nil {
		return err
	}
	if r.keep && p.status == 0 {
		r.app.pages.put(r.key(), b.Bytes())
	}
	r.answer(p.status, b.Bytes())
	return nil
}

// answer sends the bytes of a page; status 0 is 200.
func (r *request) answer(status int, page []byte) {
	r.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if status != 0 {
		r.w.WriteHeader(status)
	}
	_, _ = r.w.Write(page) // the reader may be gone
}

// short is a text that is not too long for a cell; files have the whole.
func short(s string) string {
	const longest = 200 // characters
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return s
}
