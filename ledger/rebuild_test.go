package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

// replay == projection: whatever was commanded, and whichever of it failed, the
// tables filled by replay are those that the commands filled.
func TestReplayIsProjection(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		rapid.Check(t, func(rt *rapid.T) {
			steps := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) ledger.Draft {
				return ledger.Draft{
					Kind:    "moved",
					Subject: rapid.SampledFrom([]string{"甲", "乙", "丙"}).Draw(rt, "subject"),
					Payload: rapid.Int64Range(-5, 9).Draw(rt, "by"), // some overdraw and fail
				}
			}), 1, 6).Draw(rt, "steps")
			for _, d := range steps {
				l.Do(t.Context(), li, func(tx *ledger.Tx) error { _, err := tx.AppendAll(d); return err })
			}
			before := balances(t, l)
			if err := l.Rebuild(t.Context()); err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(before, balances(t, l)); diff != "" {
				rt.Fatalf("replay differs (-projection +replay):\n%s", diff)
			}
		})
	})
}

// A start with other code of a projection fills its tables anew.
func TestStartRebuildsStale(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		if _, err := l.Do(t.Context(), li, move("甲", 5)); err != nil {
			t.Fatal(err)
		}
		l.Close()
		doubled := counting()
		p := &doubled.Projections[0]
		p.Version++
		apply := p.Apply
		p.Apply = func(tx *ledger.Tx, events []ledger.Event) error {
			if err := apply(tx, events); err != nil {
				return err
			}
			return apply(tx, events)
		}
		c.Modules = []ledger.Module{doubled}
		if got := balances(t, ledgertest.Open(t, c))["甲"][0]; got != 10 {
			t.Errorf("after the start: %d, want 10 by the new code", got)
		}
	})
}

// A projection is a function of the events: it cannot make some.
func TestProjectionCannotAppend(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		m := counting()
		m.Projections[0].Apply = func(tx *ledger.Tx, events []ledger.Event) error { return move("甲", 1)(tx) }
		c.Modules = []ledger.Module{m}
		l := ledgertest.Open(t, c)
		if _, err := l.Do(t.Context(), li, move("甲", 1)); err == nil {
			t.Error("a projection appended an event")
		}
	})
}
