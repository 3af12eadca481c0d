// Package local is the page that one person uses on the own machine: drop a
// report, see what was found in it, save the result.
//
// It decides who may ask for it and how long it lives. Requests must name the
// address that it listens on (so that no other name resolves to it), carry the
// secret of this run in their path and come from its own pages. Reports are kept
// in memory, the last few of them, and nothing is written or sent anywhere. It
// ends with the last of its windows; see life.go. What is found in a report and
// how results are written is given to it from outside.
package local

import (
	"context"
	"crypto/subtle"
	"io"
	"net/http"
	"sync"

	"gangmu/render"
	"gangmu/vet"
)

// Config is what the page needs to know and to be able to do.
type Config struct {
	Lang    render.Lang
	Version string
	Host    string // host:port that it listens on
	Secret  string // of this run, the first element of every path
	Limit   int64  // bytes of one file
	// Vet reads the files of one upload, the report and perhaps last year's in any
	// order, and says what it found, the report first. A panic or error concerns
	// this upload alone.
	Vet func(context.Context, []File) ([]Report, error)
	// Explain is a sentence for people about an error of Vet or of a format.
	Explain func(error) vet.Words
	Formats []Format
}

// File is a file as it was uploaded.
type File struct {
	Name string
	Data []byte
}

// Report is a file with what was found in it.
type Report struct {
	render.Vetted
	Data []byte
}

// Format is a way to save a result.
type Format struct {
	Suffix string // of the file's name: .sarif
	Type   string // media type
	Label  vet.Words
	Offers func(Report) bool // whether it is there for a report; nil for all
	Write  func(context.Context, io.Writer, []Report) error
}

// Server answers for the page.
type Server struct {
	Config
	handler http.Handler
	life    *life
	busy    chan struct{} // one report is read at a time

	mu      sync.Mutex
	results []*result // the last few, the newest last
}

// result is an upload with what was found.
type result struct {
	id      string
	reports []Report
}

func (r *result) vetted() []render.Vetted {
	out := make([]render.Vetted, len(r.reports))
	for i := range r.reports {
		out[i] = r.reports[i].Vetted
	}
	return out
}

const mostResults = 4

// New is a server that lives until the last window is closed.
func New(c Config) *Server {
	s := &Server{Config: c, life: newLife(), busy: make(chan struct{}, 1)}
	mux := http.NewServeMux()
	root := "/{secret}/"
	mux.HandleFunc("GET "+root+"{$}", s.start)
	mux.HandleFunc("POST "+root+"reports", s.upload)
	mux.HandleFunc("GET "+root+"reports/{id}/{$}", s.show)
	mux.HandleFunc("GET "+root+"reports/{id}/{name}", s.save)
	mux.HandleFunc("GET "+root+"window", s.window)
	mux.HandleFunc("GET "+root+"style.css", s.style)
	mux.HandleFunc("GET "+root+"page.js", s.script)
	s.handler = http.NewCrossOriginProtection().Handler(mux)
	return s
}

// Done is closed when nobody uses the page any more.
func (s *Server) Done() <-chan struct{} { return s.life.done }

// URL is where the page starts.
func (s *Server) URL() string { return "http://" + s.Host + "/" + s.Secret + "/" }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	headers(w.Header())
	if r.Host != s.Host {
		http.Error(w, "421 wrong host", http.StatusMisdirectedRequest)
		return
	}
	if !s.secret(r.URL.Path) {
		http.NotFound(w, r)
		return
	}
	s.life.touch()
	s.handler.ServeHTTP(w, r)
}

// secret compares without telling by its time how much of it is right.
func (s *Server) secret(path string) bool {
	want := "/" + s.Secret + "/"
	return len(path) >= len(want) && subtle.ConstantTimeCompare([]byte(path[:len(want)]), []byte(want)) == 1
}

// headers keep the page to itself: nothing is loaded from or sent to elsewhere,
// framed, or kept by the browser.
func headers(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "+
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// keep stores a result and forgets the oldest ones.
func (s *Server) keep(r *result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.results = append(s.results, r)
	if n := len(s.results); n > mostResults {
		s.results = append([]*result(nil), s.results[n-mostResults:]...)
	}
}

func (s *Server) result(id string) *result {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range s.results {
		if r.id == id {
			return r
		}
	}
	return nil
}
