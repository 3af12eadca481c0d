package office

import (
	"context"
	"fmt"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/plan"
)

// BenchmarkOverview is a plan of 400 indicators with last year's results.
func BenchmarkOverview(b *testing.B) {
	o, a, id := benchPlan(b)
	for b.Loop() {
		if _, err := o.Overview(context.Background(), a, id, 0); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIndicator is one of them as of an earlier event.
func BenchmarkIndicator(b *testing.B) {
	o, a, id := benchPlan(b)
	seq, err := o.ledger.LastSeq(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := o.Indicator(context.Background(), a, id, 7, seq-1); err != nil {
			b.Fatal(err)
		}
	}
}

func benchPlan(b *testing.B) (*Office, Actor, string) {
	b.Helper()
	c := ledgertest.SQLite(b)
	c.Modules = []ledger.Module{Module()}
	o, err := New(Config{Ledger: ledgertest.Open(b, c), KeyFile: b.TempDir() + "/secret.key"})
	if err != nil {
		b.Fatal(err)
	}
	a := Actor{Person: "p", Grants: []Grant{{PlanOffice, "d"}, {Role: System}}}
	if err := o.OpenUnit(context.Background(), a, Unit{Code: "d", Kind: District, Name: "区", From: "2026-01-01"}); err != nil {
		b.Fatal(err)
	}
	var rows []plan.Item
	for year := 2025; year <= 2026; year++ {
		for i := range 400 {
			r := TypedRow{Year: year, No: fmt.Sprint(i + 1), Name: fmt.Sprintf("第%d项指标增速", i+1), Unit: "%", Section: fmt.Sprint(i / 50), Target: "8以上"}
			if year == 2025 {
				r.Actual = "8.2"
			}
			rows = append(rows, r.Item())
		}
	}
	id, err := o.Adopt(context.Background(), a, Adoption{Unit: "d", Year: 2026, Session: "一次会议", Date: "2026-01-16", Rows: rows})
	if err != nil {
		b.Fatal(err)
	}
	return o, a, id
}
