package main

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

// start runs the real server on a free port until the test ends.
func start(t *testing.T, c ledger.Config) *server {
	t.Helper()
	s := &server{Addr: "127.0.0.1:0", Ledger: c, Log: slog.New(slog.DiscardHandler), Workers: 1}
	if err := s.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("server: %v", err)
		}
	})
	return s
}

func TestServiceRoutes(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		s := start(t, c)
		for path, want := range map[string]string{
			"/healthz": "ok " + version + " 1\n", // the first event names the program
			"/metrics": "gangmu_ledger_events 1\n",
		} {
			answer, err := http.Get(s.URL() + path)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(answer.Body)
			answer.Body.Close()
			if answer.Header.Get("X-Content-Type-Options") != "nosniff" || answer.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("GET %s: headers %v", path, answer.Header)
			}
			if err != nil || answer.StatusCode != http.StatusOK || !strings.Contains(string(body), want) {
				t.Errorf("GET %s: %s, %v\n%s\nwant %q", path, answer.Status, err, body, want)
			}
		}
	})
}

func TestAddressInUse(t *testing.T) {
	first := start(t, ledgertest.SQLite(t))
	second := &server{Addr: first.listener.Addr().String(), Ledger: ledgertest.SQLite(t), Log: slog.New(slog.DiscardHandler)}
	err := second.Open(t.Context())
	if err == nil || problemOf(err).Code != "address" {
		t.Errorf("Open on a taken address: %v", err)
	}
}
