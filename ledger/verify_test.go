package ledger_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

// written is a closed ledger with n events, its checkpoint, and how to reach its
// tables behind the ledger's back, guards off.
func written(t testing.TB, c ledger.Config, n int) (checkpoint []byte, tamper func(statement string, args ...any)) {
	t.Helper()
	l := open(t, c)
	for i := 1; i < n; i++ { // the first one names the program
		if _, err := l.Do(t.Context(), li, move(fmt.Sprint("s", i%3), int64(i))); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Do(t.Context(), li, func(tx *ledger.Tx) error { _, err := tx.PutBlob([]byte("file")); return err }); err != nil {
		t.Fatal(err)
	}
	checkpoint, err := l.Checkpoint(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	driver, unguard := "sqlite", []string{"DROP TRIGGER event_no_update", "DROP TRIGGER event_no_delete", "DROP TRIGGER blob_no_update"}
	if l.Engine() == "postgres" {
		driver, unguard = "pgx", []string{
			"GRANT ALL ON event, blob TO CURRENT_USER",
			"ALTER TABLE event DISABLE TRIGGER ALL", "ALTER TABLE blob DISABLE TRIGGER ALL",
		}
	}
	db, err := sql.Open(driver, c.Database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	tamper = func(statement string, args ...any) {
		t.Helper()
		if _, err := db.Exec(statement, args...); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	for _, s := range unguard {
		tamper(s)
	}
	return checkpoint, tamper
}

// verify looks at the ledger without changing it.
func verify(t testing.TB, c ledger.Config, checkpoint []byte) *ledger.Report {
	t.Helper()
	c.ReadOnly = true
	l, err := ledger.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	r, err := l.Verify(t.Context(), checkpoint)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// summary is the damages as "code from-to".
func summary(r *ledger.Report) (all []string) {
	for _, d := range r.Damages {
		all = append(all, fmt.Sprintf("%s %d-%d", d.Code, d.From, d.To))
	}
	return all
}

func TestVerify(t *testing.T) {
	tests := []struct {
		name       string
		tampering  []string
		want       []string // without a checkpoint
		checkpoint []string // what it shows beyond
	}{
		{name: "untouched"},
		{"payload", []string{`UPDATE event SET payload = '999' WHERE seq = 7`}, []string{"event-changed 7-7"}, nil},
		{"time", []string{`UPDATE event SET at = at + 1 WHERE seq = 1`}, []string{"event-changed 1-1"}, nil},
		{"actor, subject", []string{
			`UPDATE event SET actor = 'wang' WHERE seq = 3`, `UPDATE event SET subject = 'other' WHERE seq = 12`,
		}, []string{"event-changed 3-3", "event-changed 12-12"}, nil},
		{"dropped", []string{`DELETE FROM event WHERE seq IN (5, 6, 9)`}, []string{"event-missing 5-6", "event-missing 9-9"}, nil},
		{"reordered", []string{
			`UPDATE event SET seq = 1000 WHERE seq = 4`, `UPDATE event SET seq = 4 WHERE seq = 5`, `UPDATE event SET seq = 5 WHERE seq = 1000`,
		}, []string{"hash-changed 4-4", "hash-changed 5-5"}, nil},
		{"hash of another event", []string{`UPDATE event SET hashes = (SELECT hashes FROM event WHERE seq = 7) WHERE seq = 9`}, []string{"event-changed 9-9", "hash-changed 9-10"}, nil},
		{"file", []string{`UPDATE blob SET data = hash`}, []string{"file-changed 0-0"}, nil},
		{"tail", []string{`DELETE FROM event WHERE seq > 18`}, nil, []string{"tail-cut 19-20"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
				checkpoint, tamper := written(t, c, 20)
				for _, statement := range tt.tampering {
					if c.Database[0] == 'p' {
						statement = strings.ReplaceAll(statement, "data = hash", "data = hash::bytea")
					}
					tamper(statement)
				}
				if diff := cmp.Diff(tt.want, summary(verify(t, c, nil))); diff != "" {
					t.Errorf("alone (-want +got):\n%s", diff)
				}
				r := verify(t, c, checkpoint)
				if diff := cmp.Diff(append(slices.Clone(tt.want), tt.checkpoint...), summary(r), cmp.Transformer("sorted", func(s []string) string {
					s = slices.Clone(s)
					slices.Sort(s)
					return strings.Join(s, "\n")
				})); diff != "" {
					t.Errorf("with the checkpoint (-want +got):\n%s", diff)
				}
				if r.Signed != 20 || r.StrangeSigner {
					t.Errorf("checkpoint covers %d, strange signer %v", r.Signed, r.StrangeSigner)
				}
			})
		})
	}
}

// The database itself refuses to change what was written.
func TestGuards(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		for _, statement := range []string{
			`UPDATE event SET actor = 'wang'`, `DELETE FROM event`, `UPDATE blob SET size = 0`, `DELETE FROM checkpoint`,
		} {
			_, err := l.Do(t.Context(), li, func(tx *ledger.Tx) error {
				if _, err := tx.PutBlob([]byte("x")); err != nil {
					return err
				}
				if _, err := tx.Exec(`INSERT INTO checkpoint (size, note) VALUES (0, '')`); err != nil {
					return err
				}
				_, err := tx.Exec(statement)
				return err
			})
			if err == nil {
				t.Errorf("%s went through", statement)
			}
		}
	})
}

// A ledger replaced as a whole, with hashes that fit each other, shows against a
// checkpoint from outside.
func TestVerifyReplacedLedger(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		checkpoint, _ := written(t, c, 9)
		other := ledgertest.SQLite(t)
		written(t, other, 12)
		if got := summary(verify(t, other, nil)); got != nil {
			t.Errorf("alone: %v, want nothing to see", got)
		}
		r := verify(t, other, checkpoint)
		if diff := cmp.Diff([]string{"rewritten 1-9"}, summary(r)); diff != "" || !r.StrangeSigner {
			t.Errorf("strange signer %v, (-want +got):\n%s", r.StrangeSigner, diff)
		}
	})
}

// Checkpoints inside narrow down where a rewriting with fitting hashes began.
func TestVerifyNarrowsRewriting(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		for range 5 {
			drafts := make([]ledger.Draft, 700)
			for i := range drafts {
				drafts[i] = ledger.Draft{Kind: "moved", Subject: "s", Payload: i}
			}
			if _, err := l.Do(t.Context(), li, func(tx *ledger.Tx) error { _, err := tx.AppendAll(drafts...); return err }); err != nil {
				t.Fatal(err)
			}
		}
		r, err := l.Verify(t.Context(), nil)
		if err != nil || !r.Sound() || r.Events != 3501 {
			t.Fatalf("untouched: %+v, %v", r, err)
		}
		l.Close()
		_, tamper := written(t, c, 1)
		ledger.Rewrite(t, tamper, c, 2000)
		got := summary(verify(t, c, nil))
		if diff := cmp.Diff([]string{"rewritten 1402-2101"}, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// Whatever byte of the database file is changed: either verify says so, or every
// event is still what it was.
func TestVerifyAnyByte(t *testing.T) {
	c := ledgertest.SQLite(t)
	written(t, c, 40)
	l := open(t, c)
	want := events(t, l, ledger.Filter{})
	l.Close()
	sound, err := os.ReadFile(c.Database)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		damaged := bytes.Clone(sound)
		at := rapid.IntRange(0, len(sound)-1).Draw(rt, "at")
		damaged[at] ^= byte(rapid.IntRange(1, 255).Draw(rt, "by"))
		n++
		c := c
		c.Database = filepath.Join(dir, fmt.Sprint(n))
		if err := os.WriteFile(c.Database, damaged, 0o600); err != nil {
			rt.Fatal(err)
		}
		defer os.Remove(c.Database)
		c.ReadOnly = true
		l, err := ledger.Open(t.Context(), c)
		if err != nil {
			rt.Fatal(err)
		}
		defer l.Close()
		r, err := l.Verify(t.Context(), nil)
		if err != nil || !r.Sound() {
			return // it says so
		}
		var got []ledger.Event
		for e, err := range l.Events(t.Context(), ledger.Filter{Kinds: []string{"moved"}}) {
			if err != nil {
				rt.Fatal(err)
			}
			got = append(got, e)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("byte %d changed, verify silent (-want +got):\n%s", at, diff)
		}
	})
}

func TestBadCheckpoint(t *testing.T) {
	c := ledgertest.SQLite(t)
	checkpoint, _ := written(t, c, 3)
	c.ReadOnly = true
	l := ledgertest.Open(t, c)
	for _, bad := range [][]byte{{}, []byte("x"), checkpoint[:len(checkpoint)/2], bytes.Replace(checkpoint, []byte("\n3\n"), []byte("\n4\n"), 1)} {
		if _, err := l.Verify(t.Context(), bad); err == nil {
			t.Errorf("%q was taken for a checkpoint", bad)
		}
	}
}
