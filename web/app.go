// Package web is the application that many people use in a browser: pages over
// package office, printed on the server.
//
// It decides addresses, what a page shows and in which words, how a form becomes a
// command, and which status an error has. Who may do what is decided by office.Can
// alone; what a page does not offer is refused all the same when it is asked for.
// Pages read well without scripts; their state lives in the address.
//
// An action is one small file: its route stands beside its handler, and routes.go
// lists them all. Texts stand in words.tsv, in both languages.
package web

import (
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"gangmu/office"
	"gangmu/office/demo"
	"gangmu/office/oidc"
	"gangmu/office/reporting"
	"gangmu/web/api"
	"gangmu/web/internal/guess"
)

// Config is what the application works with.
type Config struct {
	Office  *office.Office
	Version string         // of the program
	Address string         // that browsers reach it by: https://plan.example; needed with OIDC
	OIDC    *oidc.Source   // another way to sign in; nil for none
	Secure  bool           // it is reached by https: cookies say so
	Proxies []netip.Prefix // whose word on where a request comes from is believed
	Seats   []demo.Seat    // of the sample installation: whom visitors can be; every page then says 示例
	Log     *slog.Logger   // default slog.Default
}

// App answers requests.
type App struct {
	Config
	handler   http.Handler
	reporting *reporting.Service
	pages     pageCache
	guesses   guess.Limiter
}

// New is the application over an office.
func New(c Config) *App {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	a := &App{Config: c, reporting: reporting.New(c.Office), guesses: guess.Limiter{Clock: time.Now}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /static/{hash}/{name}", asset)
	for _, r := range routes {
		mux.Handle(r.pattern, a.serve(r))
	}
	mux.Handle("/api/", api.New(api.Config{Office: c.Office, Version: c.Version, Origin: a.origin, Log: c.Log}))
	mux.Handle("/", a.serve(route{open: true, handle: notFound}))
	a.handler = http.NewCrossOriginProtection().Handler(mux)
	return a
}

func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	headers(w.Header())
	if a.Secure {
		w.Header().Set("Strict-Transport-Security", "max-age=31536000")
	}
	a.handler.ServeHTTP(w, r)
}

// headers keep pages to themselves: nothing is loaded from or sent to elsewhere,
// framed, or kept by the browser.
func headers(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "+
		"img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}
