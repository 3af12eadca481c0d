// Package page prints what was found in reports as a web page: the document on
// the left, the findings beside it, each rule's page below.
//
// It decides what the page shows and how it is marked up. Write makes one file
// that needs nothing else: styles and script stand in it and its policy allows
// them alone, by their hash. Without scripts everything is shown and linked;
// with them findings are filtered and walked through. The templates, the styles
// and the tokens of colour and type (static/tokens.css) also serve pages that a
// program delivers, which link to Style and Script instead.
package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"gangmu/render"
	"gangmu/vet"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed static/tokens.css static/vet.css static/vet.js
var static embed.FS

// Style is the style sheet of the page.
var Style = sync.OnceValue(func() string { return file("static/tokens.css") + file("static/vet.css") })

// Script is the script of the page.
var Script = sync.OnceValue(func() string { return file("static/vet.js") })

func file(name string) string {
	b, err := static.ReadFile(name)
	if err != nil {
		return "" // embedded: it is there
	}
	return string(b)
}

// parsed are the templates in one language.
var parsed = map[render.Lang]func() (*template.Template, error){
	render.Zh: sync.OnceValues(func() (*template.Template, error) { return parse(render.Zh) }),
	render.En: sync.OnceValues(func() (*template.Template, error) { return parse(render.En) }),
}

func parse(l render.Lang) (*template.Template, error) {
	return template.New("page").Funcs(template.FuncMap{
		"t": func(zh, en string) string { return l.Of(vet.Words{Zh: zh, En: en}) },
	}).ParseFS(templates, "templates/*.html")
}

// Write prints reports as one page in one file; version is the program's.
func Write(w io.Writer, all []render.Vetted, version string, l render.Lang) error {
	return execute(w, "file", l, struct {
		*View
		Style  template.CSS
		Script template.JS
		Policy string
	}{NewView(all, version, l), template.CSS(Style()), template.JS(Script()), policy()})
}

// Fragment prints the same without head and body, for a page around it.
func Fragment(w io.Writer, v *View) error { return execute(w, "vet", v.Lang, v) }

func execute(w io.Writer, name string, l render.Lang, data any) error {
	t, err := parsed[l]()
	if err != nil {
		return err
	}
	return t.ExecuteTemplate(w, name, data)
}

// policy allows the page its own style and script and nothing else.
func policy() string {
	return "default-src 'none'; style-src '" + hash(Style()) + "'; script-src '" + hash(Script()) +
		"'; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
