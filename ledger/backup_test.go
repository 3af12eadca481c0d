package ledger_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

// A backup made while people write is one state of the ledger; restored into
// either engine it verifies, continues, and shows the same projections.
func TestBackupUnderLoad(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		ctx, stop := context.WithCancel(t.Context())
		var writers sync.WaitGroup
		for i := range 4 {
			writers.Go(func() {
				for n := 0; ctx.Err() == nil; n++ {
					l.Do(ctx, li, func(tx *ledger.Tx) error {
						if _, err := tx.PutBlob([]byte(fmt.Sprint("file", n))); err != nil {
							return err
						}
						return move(fmt.Sprint("s", i), 1)(tx)
					})
				}
			})
		}
		for l.Stats().LastSeq < 100 { // until there is a load
			if _, err := l.Do(t.Context(), li, move("main", 1)); err != nil {
				t.Fatal(err)
			}
		}
		file := filepath.Join(t.TempDir(), "backup")
		r, err := l.Backup(t.Context(), file)
		stop()
		writers.Wait()
		if err != nil || !r.Sound() || r.Events < 100 || r.Files == 0 {
			t.Fatalf("backup: %+v, %v", r, err)
		}
		want := events(t, l, ledger.Filter{To: r.Events})
		ledgertest.Each(t, func(t *testing.T, into ledger.Config) {
			into.Modules = []ledger.Module{counting()}
			if _, err := ledger.Restore(t.Context(), file, into); err != nil {
				t.Fatal(err)
			}
			restored := open(t, into)
			if diff := cmp.Diff(want, events(t, restored, ledger.Filter{})); diff != "" {
				t.Errorf("events (-original +restored):\n%s", diff)
			}
			sums := map[string]int64{}
			for _, e := range want {
				sums[e.Subject]++
			}
			got := map[string]int64{}
			for name, amount := range balances(t, restored) {
				got[name] = amount[0]
			}
			if diff := cmp.Diff(sums, got); diff != "" {
				t.Errorf("projection (-events +restored):\n%s", diff)
			}
			if r, err := restored.Verify(t.Context(), nil); err != nil || !r.Sound() {
				t.Errorf("verify: %+v, %v", r, err)
			}
			if _, err := restored.Do(t.Context(), li, move("after", 1)); err != nil {
				t.Errorf("the restored ledger does not go on: %v", err)
			}
		})
	})
}

func TestRestoreRefuses(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		c.Modules = []ledger.Module{counting()}
		l := ledgertest.Open(t, c)
		if _, err := l.Do(t.Context(), li, move("a", 1)); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "backup")
		if _, err := l.Backup(t.Context(), file); err != nil {
			t.Fatal(err)
		}
		if _, err := l.Backup(t.Context(), file); fault.Of(err).Code != "backup-exists" {
			t.Errorf("a second backup to the same file: %v", err)
		}
		l.Close()
		if _, err := ledger.Restore(t.Context(), file, c); fault.Of(err).Code != "restore-not-empty" {
			t.Errorf("into the ledger itself: %v", err)
		}
		db, err := sql.Open("sqlite", file)
		if err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{`DROP TRIGGER event_no_update`, `UPDATE event SET actor = 'wang' WHERE seq = 2`} {
			if _, err := db.Exec(statement); err != nil {
				t.Fatal(err)
			}
		}
		db.Close()
		if _, err := ledger.Restore(t.Context(), file, ledgertest.SQLite(t)); fault.Of(err).Code != "backup-damaged" {
			t.Errorf("of a damaged backup: %v", err)
		}
	})
}
