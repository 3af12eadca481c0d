package ledger_test

import (
	"fmt"
	"sync"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

// One event and its projection per command, with full sync: by one client after
// another, and by many at once who share commits. PostgreSQL waits for the disk
// only with GANGMU_TEST_FSYNC=on.
func BenchmarkDo(b *testing.B) {
	for _, engine := range []struct {
		name string
		open func(testing.TB) ledger.Config
	}{{"sqlite", ledgertest.SQLite}, {"postgres", ledgertest.Postgres}} {
		for _, clients := range []int{1, 32, 256} {
			b.Run(fmt.Sprintf("%s/clients=%d", engine.name, clients), func(b *testing.B) {
				l := open(b, engine.open(b))
				b.ResetTimer()
				inParallel(b, clients, func(i int) error {
					_, err := l.Do(b.Context(), li, move(fmt.Sprint("s", i%400), 1))
					return err
				})
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "commands/s")
			})
		}
		b.Run(engine.name+"/clients=32/values=40", func(b *testing.B) {
			l := open(b, engine.open(b))
			drafts := make([]ledger.Draft, 40)
			for i := range drafts {
				drafts[i] = ledger.Draft{Kind: "moved", Subject: fmt.Sprint("s", i), Payload: 1}
			}
			b.ResetTimer()
			inParallel(b, 32, func(int) error {
				_, err := l.Do(b.Context(), li, func(tx *ledger.Tx) error { _, err := tx.AppendAll(drafts...); return err })
				return err
			})
			b.ReportMetric(40*float64(b.N)/b.Elapsed().Seconds(), "values/s")
		})
	}
}

func inParallel(b *testing.B, clients int, do func(i int) error) {
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			for i := c; i < b.N; i += clients {
				if err := do(i); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkVerify(b *testing.B) {
	const events = 50_000
	l := open(b, ledgertest.SQLite(b))
	drafts := make([]ledger.Draft, 1000)
	for i := range drafts {
		drafts[i] = ledger.Draft{Kind: "note", Subject: fmt.Sprint("plan/2024/indicator/", i%40), Payload: map[string]any{"value": i, "unit": "亿元", "source": "统计局"}}
	}
	for range events / len(drafts) {
		if _, err := l.Do(b.Context(), li, func(tx *ledger.Tx) error { _, err := tx.AppendAll(drafts...); return err }); err != nil {
			b.Fatal(err)
		}
	}
	b.ResetTimer()
	for range b.N {
		if r, err := l.Verify(b.Context(), nil); err != nil || !r.Sound() {
			b.Fatal(r, err)
		}
	}
	b.ReportMetric(events*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}
