package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"path/filepath"
	"time"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/demo"
	"gangmu/office/jobs"
	"gangmu/office/oidc"
	"gangmu/office/reporting"
	"gangmu/web"
)

// server is the running web application. Set the fields, call Open, then Run; what
// was opened is closed when Run returns, or by Close.
type server struct {
	Addr     string // ":0" takes a free port, see URL
	Ledger   ledger.Config
	Log      *slog.Logger
	Workers  int                         // how many reports are read at once; 0 only on PostgreSQL
	Secure   bool                        // it is reached by https, through a proxy
	Address  string                      // that browsers reach it by, where that is known
	Provider *oidc.Source                // of identities; nil for none
	Proxies  []netip.Prefix              // of ours, that say for whom they ask
	Over     map[string]reporting.Sender // ways out for reminders
	Demo     bool                        // a sample installation: it is filled, and visitors choose whom to be

	ledger   *ledger.Ledger
	office   *office.Office
	seats    []demo.Seat
	clock    *demo.Clock // of a demonstration
	jobs     *jobs.Queue
	listener net.Listener
	http     *http.Server
}

// stopTime is how long requests that run may take to end after the stop.
const stopTime = 15 * time.Second

// Open opens the ledger and takes the address.
func (s *server) Open(ctx context.Context) (err error) {
	s.Ledger.Log = s.Log
	s.Ledger.Modules = modules()
	if s.Demo {
		s.clock = demo.NewClock()
		s.Ledger.Clock, s.Ledger.Fleeting = s.clock.Now, true
	}
	if s.ledger, err = ledger.Open(ctx, s.Ledger); err != nil {
		return err
	}
	if err := s.openOffice(ctx); err != nil {
		return errors.Join(err, s.ledger.Close())
	}
	if s.listener, err = new(net.ListenConfig).Listen(ctx, "tcp", s.Addr); err != nil {
		return errors.Join(addressProblem(s.Addr, err), s.jobs.Close(ctx), s.ledger.Close())
	}
	s.http = &http.Server{
		Handler:           s.routes(),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(s.Log.Handler(), slog.LevelWarn),
	}
	return nil
}

// modules are the parts of the program that keep tables in the ledger.
func modules() []ledger.Module { return []ledger.Module{office.Module(), reporting.Module()} }

// openOffice opens the office, whose key lies beside that of the ledger, and
// starts its workers.
func (s *server) openOffice(ctx context.Context) (err error) {
	s.office, err = office.New(office.Config{
		Ledger: s.ledger, KeyFile: filepath.Join(filepath.Dir(s.Ledger.KeyFile), "secret.key"), Log: s.Log, Version: version, Demo: s.Demo, Clock: s.Ledger.Clock,
		Installation: func() office.Installation { return installation(s.Ledger, time.Now()) },
	})
	if err == nil && s.Demo {
		if s.seats, err = demo.Load(ctx, s.office); err == nil {
			err = demo.Year(ctx, reporting.New(s.office), s.clock, s.seats)
		}
	}
	if err == nil {
		s.jobs, err = jobs.Start(ctx, jobs.Config{Database: s.Ledger.Database, Office: s.office, Workers: s.Workers, Log: s.Log, Outbox: outbox(reporting.New(s.office), s.Over)})
	}
	return err
}

// URL is where the server answers.
func (s *server) URL() string { return "http://" + s.listener.Addr().String() }

// Run serves until ctx ends, then stops gracefully.
func (s *server) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.Serve(s.listener) }()
	s.Log.Info("serving", "address", s.listener.Addr().String(), "database", s.ledger.Engine(), "version", version)
	select {
	case err := <-failed:
		return errors.Join(err, s.Close())
	case <-ctx.Done():
		return s.Close()
	}
}

// Close takes no more requests, waits for those that run, and closes the ledger
// when all its commands are on disk.
func (s *server) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	err := s.http.Shutdown(ctx)
	if err != nil {
		err = s.http.Close()
	}
	err = errors.Join(err, s.jobs.Close(ctx), s.ledger.Close())
	s.Log.Info("stopped")
	return err
}

// routes are the service's own pages around those of the application.
func (s *server) routes() http.Handler {
	m := newMeter(s.ledger)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.healthz)
	mux.Handle("GET /metrics", m)
	mux.Handle("/", s.pages())
	return m.around(plain(mux), s.Log)
}

// plain has every answer taken for what it says it is, and shown in no frame; pages
// say more.
func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// pages are the application: its pages and its API.
func (s *server) pages() http.Handler {
	return web.New(web.Config{Office: s.office, Version: version, Secure: s.Secure, Address: s.Address, OIDC: s.Provider, Proxies: s.Proxies, Seats: s.seats, Log: s.Log})
}

// healthz answers 200 when the ledger can be read.
func (s *server) healthz(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	seq, err := s.ledger.LastSeq(ctx)
	if err != nil {
		s.Log.Error("health check failed", "error", err)
		http.Error(w, "database unavailable", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintf(w, "ok %s %d\n", version, seq)
}

func addressProblem(addr string, cause error) error {
	return &problem{
		Code:  "address",
		Zh:    fmt.Sprintf("地址 %s 用不了，可能已被别的程序占用。请用 --addr 换一个端口（%v）。", addr, cause),
		En:    fmt.Sprintf("the address %s cannot be used; another program may hold it. Choose another port with --addr (%v).", addr, cause),
		Cause: cause,
	}
}
