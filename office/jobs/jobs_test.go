package jobs_test

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office"
	"gangmu/office/jobs"
)

var planner = office.Actor{
	Person: "p1", Origin: "test",
	Grants: []office.Grant{{Role: office.PlanOffice, Unit: "d"}, {Role: office.System}},
}

const report = `关于虚山市青禾区2025年国民经济和社会发展计划执行情况及2026年计划草案的报告

2025年，地区生产总值增长6.1%。
`

func openOffice(t *testing.T, c ledger.Config) *office.Office {
	t.Helper()
	c.Modules = []ledger.Module{office.Module()}
	o, err := office.New(office.Config{Ledger: ledgertest.Open(t, c), KeyFile: filepath.Join(t.TempDir(), "secret.key")})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.OpenUnit(t.Context(), planner, office.Unit{Code: "d", Kind: office.District, Name: "青禾区", From: "2026-01-01"}); err != nil {
		t.Fatal(err)
	}
	return o
}

func start(t *testing.T, c jobs.Config) *jobs.Queue {
	t.Helper()
	c.Log = slog.New(slog.DiscardHandler)
	q, err := jobs.Start(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func upload(t *testing.T, o *office.Office) office.Job {
	t.Helper()
	j, err := o.Upload(t.Context(), planner, office.Upload{Unit: "d", File: "report.txt", Data: []byte(report)})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// read waits until a version is read.
func read(t *testing.T, o *office.Office, j office.Job) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		d, err := o.Draft(ctx, planner, j.Draft)
		if err != nil {
			t.Fatal(err)
		}
		if d.Latest().State == office.Read {
			return
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("still %s", d.Latest().State)
		}
	}
}

func stop(t *testing.T, q *jobs.Queue) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), 30*time.Second)
	defer cancel()
	if err := q.Close(ctx); err != nil {
		t.Error(err)
	}
}

// TestQueue: what is uploaded is read, and what waited from before the start.
func TestQueue(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		o := openOffice(t, c)
		o.WorkThrough(forgetful{})
		before := upload(t, o)
		q := start(t, jobs.Config{Database: c.Database, Office: o, Workers: 2})
		defer stop(t, q)
		after := upload(t, o)
		for range 3 { // asking again is one job
			if err := q.Enqueue(t.Context(), after); err != nil {
				t.Fatal(err)
			}
		}
		read(t, o, before)
		read(t, o, after)
	})
}

// forgetful is a queue that loses every job.
type forgetful struct{}

func (forgetful) Enqueue(context.Context, office.Job) error { return nil }

func (forgetful) Failed(context.Context) (int, error) { return 0, nil }

// TestAnotherProcessWorks: on PostgreSQL one process takes uploads and another one
// reads them.
func TestAnotherProcessWorks(t *testing.T) {
	c := ledgertest.Postgres(t)
	serving := openOffice(t, c)
	q := start(t, jobs.Config{Database: c.Database, Office: serving})
	defer stop(t, q)
	j := upload(t, serving)

	c2 := c
	c2.Modules = []ledger.Module{office.Module()}
	working, err := office.New(office.Config{Ledger: ledgertest.Open(t, c2), KeyFile: filepath.Join(t.TempDir(), "secret.key")})
	if err != nil {
		t.Fatal(err)
	}
	w := start(t, jobs.Config{Database: c.Database, Office: working, Workers: 1})
	defer stop(t, w)
	read(t, serving, j)
	read(t, serving, upload(t, serving))
}
