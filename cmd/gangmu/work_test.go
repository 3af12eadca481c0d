package main

import (
	"log/slog"
	"testing"
	"time"

	"gangmu/ledger/ledgertest"
	"gangmu/office"
)

// TestWorkBesideServe: with --workers 0 the server only takes reports; a process of
// its own reads them.
func TestWorkBesideServe(t *testing.T) {
	c := ledgertest.Postgres(t)
	s := &server{Addr: "127.0.0.1:0", Ledger: c, Log: slog.New(slog.DiscardHandler)}
	if err := s.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	w := &worker{Ledger: c, Workers: 1, Log: s.Log}
	if err := w.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	a := office.Actor{Person: "p", Grants: []office.Grant{{Role: office.System}, {Role: office.PlanOffice, Unit: "d"}}}
	if err := s.office.OpenUnit(t.Context(), a, office.Unit{Code: "d", Kind: office.District, Name: "区", From: "2026-01-01"}); err != nil {
		t.Fatal(err)
	}
	j, err := s.office.Upload(t.Context(), a, office.Upload{Unit: "d", File: "a.txt", Data: []byte("关于青禾区2025年计划执行情况的报告\n")})
	if err != nil {
		t.Fatal(err)
	}
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.After(time.Minute); ; {
		d, err := s.office.Draft(t.Context(), a, j.Draft)
		if err != nil {
			t.Fatal(err)
		}
		if d.Latest().State == office.Read {
			return
		}
		select {
		case <-tick.C:
		case <-end:
			t.Fatalf("still %s", d.Latest().State)
		}
	}
}
