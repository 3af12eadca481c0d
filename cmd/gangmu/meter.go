package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"gangmu/ledger"
)

// meter counts and times what the server does, as Prometheus reads it. Names of
// people, addresses and what was asked for stay out of it and out of the log.
type meter struct{ set *metrics.Set }

func newMeter(l *ledger.Ledger) *meter {
	set := metrics.NewSet()
	for name, value := range map[string]func(ledger.Stats) float64{
		"gangmu_ledger_events":                     func(s ledger.Stats) float64 { return float64(s.LastSeq) },
		"gangmu_ledger_commands_total":             func(s ledger.Stats) float64 { return float64(s.Commands) },
		"gangmu_ledger_commands_failed_total":      func(s ledger.Stats) float64 { return float64(s.Failed) },
		"gangmu_ledger_transactions_total":         func(s ledger.Stats) float64 { return float64(s.Transactions) },
		"gangmu_ledger_transactions_seconds_total": func(s ledger.Stats) float64 { return s.Busy.Seconds() },
		"gangmu_ledger_commands_waiting":           func(s ledger.Stats) float64 { return float64(s.Waiting) },
	} {
		set.NewGauge(name, func() float64 { return value(l.Stats()) })
	}
	return &meter{set}
}

// ServeHTTP is the page /metrics.
func (m *meter) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	m.set.WritePrometheus(w)
	metrics.WriteProcessMetrics(w)
}

// around times every request by its route, so that there are few names.
func (m *meter) around(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		seen := &statusWriter{ResponseWriter: w}
		next.ServeHTTP(seen, r)
		took := time.Since(started)
		// The innermost mux that saw this very request has set the pattern.
		labels := fmt.Sprintf(`{route=%q,status="%dxx"}`, r.Pattern, seen.code()/100)
		m.set.GetOrCreatePrometheusHistogram("gangmu_http_seconds" + labels).Update(took.Seconds())
		log.LogAttrs(r.Context(), slog.LevelDebug, "request",
			slog.String("method", r.Method), slog.String("route", r.Pattern),
			slog.Int("status", seen.code()), slog.Duration("took", took))
	})
}

// statusWriter remembers the status of the answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) code() int {
	if w.status == 0 {
		return http.StatusOK
	}
	return w.status
}

// Unwrap lets http.ResponseController flush and set deadlines.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
