package local

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"html/template"
	"mime"
	"net/http"
	"strings"

	"gangmu/render"
	"gangmu/render/page"
	"gangmu/vet"
)

//go:embed templates/*.html static/local.css static/local.js
var assets embed.FS

// layout is what every page is made of.
type layout struct {
	Root    string // path of the start page
	Title   string
	Version string
	Lang    string
	Problem string
	Result  *shown
	T       func(zh, en string) string
}

// shown is a result with what can be saved of it.
type shown struct {
	Name  string
	Body  template.HTML // of package page
	Saves []saves
}

type saves struct{ Href, Label string }

func (s *Server) layout(title vet.Words) layout {
	l := layout{
		Root: "/" + s.Secret + "/", Title: s.Lang.Of(title), Version: s.Version, Lang: "zh-CN",
		T: func(zh, en string) string { return s.Lang.Of(vet.Words{Zh: zh, En: en}) },
	}
	if s.Lang == render.En {
		l.Lang = "en"
	}
	return l
}

// start is the page to drop a report on.
func (s *Server) start(w http.ResponseWriter, _ *http.Request) {
	s.print(w, http.StatusOK, s.layout(startTitle))
}

// fail is the same page with what went wrong.
func (s *Server) fail(w http.ResponseWriter, err error) {
	l := s.layout(startTitle)
	var p *problem
	if !errors.As(err, &p) {
		p = &problem{http.StatusUnprocessableEntity, s.Explain(err), err}
	}
	l.Problem = s.Lang.Of(p.words)
	s.print(w, p.status, l)
}

// show is the page of a result.
func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	found := s.result(r.PathValue("id"))
	if found == nil {
		s.fail(w, &problem{http.StatusNotFound, gone, nil})
		return
	}
	var body bytes.Buffer
	view := page.NewView(found.vetted(), s.Version, s.Lang)
	if err := page.Fragment(&body, view); err != nil {
		s.fail(w, err)
		return
	}
	l := s.layout(vet.Words{Zh: view.Title(), En: view.Title()})
	l.Result = &shown{Name: found.reports[0].File, Body: template.HTML(body.String())} // escaped by its own templates
	for _, f := range s.Formats {
		if f.Offers == nil || f.Offers(found.reports[0]) {
			l.Result.Saves = append(l.Result.Saves, saves{"result" + f.Suffix, s.Lang.Of(f.Label)})
		}
	}
	s.print(w, http.StatusOK, l)
}

// save sends a result in one of the formats.
func (s *Server) save(w http.ResponseWriter, r *http.Request) {
	found := s.result(r.PathValue("id"))
	if found == nil {
		s.fail(w, &problem{http.StatusNotFound, gone, nil})
		return
	}
	for _, f := range s.Formats {
		if r.PathValue("name") != "result"+f.Suffix || f.Offers != nil && !f.Offers(found.reports[0]) {
			continue
		}
		var b bytes.Buffer
		if err := f.Write(r.Context(), &b, found.reports); err != nil {
			s.fail(w, err)
			return
		}
		w.Header().Set("Content-Type", f.Type)
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{
			"filename": s.Lang.Of(vet.Words{Zh: "核查-", En: "vet-"}) + stem(found.reports[0].File) + f.Suffix,
		}))
		_, _ = w.Write(b.Bytes())
		return
	}
	http.NotFound(w, r)
}

// stem is a file's name without what says its format.
func stem(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[:i]
	}
	return name
}

var templates = template.Must(template.ParseFS(assets, "templates/*.html"))

func (s *Server) print(w http.ResponseWriter, status int, l layout) {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, "layout", l); err != nil {
		http.Error(w, "500", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(cmp.Or(status, http.StatusOK))
	_, _ = w.Write(b.Bytes())
}

func (s *Server) style(w http.ResponseWriter, _ *http.Request) {
	asset(w, "text/css; charset=utf-8", page.Style(), "static/local.css")
}

func (s *Server) script(w http.ResponseWriter, _ *http.Request) {
	asset(w, "text/javascript; charset=utf-8", page.Script(), "static/local.js")
}

// asset sends what the pages of findings have and what these add.
func asset(w http.ResponseWriter, mediaType, shared, own string) {
	data, err := assets.ReadFile(own)
	if err != nil {
		http.Error(w, "500", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", mediaType)
	_, _ = w.Write(append([]byte(shared+"\n"), data...))
}

var startTitle = vet.Words{Zh: "核查计划报告", En: "Check a plan report"}
