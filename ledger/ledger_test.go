package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

func TestAppendedEventsAreRead(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		at := time.Date(2024, 3, 31, 9, 0, 0, 123456789, time.FixedZone("CST", 8*3600))
		c.Clock = func() time.Time { return at }
		l := open(t, c)
		receipt, err := l.Do(t.Context(), li, func(tx *ledger.Tx) error {
			_, err := tx.AppendAll(
				ledger.Draft{Kind: "moved", Subject: "plan/2024/indicator/1", Payload: 5},
				ledger.Draft{Kind: "moved", Subject: "plan/2024", Payload: 7},
			)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		got := events(t, l, ledger.Filter{})
		if diff := cmp.Diff(receipt.Events, got); diff != "" {
			t.Errorf("read differs from the receipt (-receipt +read):\n%s", diff)
		}
		want := ledger.Event{
			Seq: receipt.Seq, ID: got[1].ID, At: at.UTC().Truncate(time.Microsecond), Actor: "li", Origin: "10.0.0.7",
			Kind: "moved", Subject: "plan/2024", Payload: []byte("7"),
		}
		if diff := cmp.Diff(want, got[1]); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if last, err := l.LastSeq(t.Context()); err != nil || last != receipt.Seq {
			t.Errorf("LastSeq = %d, %v, want %d", last, err, receipt.Seq)
		}
	})
}

func TestFilter(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		for i, subject := range []string{"plan/2024", "plan/2024/1", "plan/20240", "plan/2023", "plan/2024/1/2"} {
			actor := ledger.Actor{ID: fmt.Sprint("p", i%2)}
			if _, err := l.Do(t.Context(), actor, move(subject, int64(i))); err != nil {
				t.Fatal(err)
			}
		}
		first := events(t, l, ledger.Filter{})[0].Seq
		tests := []struct {
			name   string
			filter ledger.Filter
			want   []string
		}{
			{"all", ledger.Filter{}, []string{"0", "1", "2", "3", "4"}},
			{"newest", ledger.Filter{Newest: true, Limit: 2}, []string{"4", "3"}},
			{"subject", ledger.Filter{Subject: "plan/2024"}, []string{"0"}},
			{"under", ledger.Filter{Under: "plan/2024"}, []string{"0", "1", "4"}},
			{"actor", ledger.Filter{Actor: "p1"}, []string{"1", "3"}},
			{"range", ledger.Filter{From: first + 1, To: first + 2}, []string{"1", "2"}},
			{"all of it", ledger.Filter{From: first, Under: "plan/2024", Actor: "p0", Newest: true, Limit: 1}, []string{"4"}},
		}
		for _, tt := range tests {
			var got []string
			for _, e := range events(t, l, tt.filter) {
				got = append(got, string(e.Payload))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.name, diff)
			}
		}
	})
}

// More events than a page holds come once each, in order, both ways.
func TestEventsOverPages(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		const n = 1300
		drafts := make([]ledger.Draft, n)
		for i := range drafts {
			drafts[i] = ledger.Draft{Kind: "moved", Subject: "s", Payload: i}
		}
		if _, err := l.Do(t.Context(), li, func(tx *ledger.Tx) error { _, err := tx.AppendAll(drafts...); return err }); err != nil {
			t.Fatal(err)
		}
		for _, newest := range []bool{false, true} {
			all := events(t, l, ledger.Filter{Newest: newest})
			if len(all) != n {
				t.Fatalf("newest %v: %d events, want %d", newest, len(all), n)
			}
			for i, e := range all {
				want := i
				if newest {
					want = n - 1 - i
				}
				if string(e.Payload) != fmt.Sprint(want) {
					t.Fatalf("newest %v: event %d is %s, want %d", newest, i, e.Payload, want)
				}
			}
		}
	})
}

func TestFoldAsOf(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		var seqs []int64
		for _, by := range []int64{5, 2, 4} {
			r, err := l.Do(t.Context(), li, move("s", by))
			if err != nil {
				t.Fatal(err)
			}
			seqs = append(seqs, r.Seq)
		}
		for asOf, want := range map[int64]int64{seqs[0]: 5, seqs[1]: 7, seqs[2]: 11, 0: 11} {
			got, err := ledger.Fold(t.Context(), l, "s", asOf, int64(0), func(sum int64, e ledger.Event) (int64, error) {
				var by int64
				err := e.Decode(&by)
				return sum + by, err
			})
			if err != nil || got != want {
				t.Errorf("as of %d: %d, %v, want %d", asOf, got, err, want)
			}
		}
	})
}

// Commands that fail before, after and while writing, and one that panics, leave
// nothing and do not hinder those that run beside them.
func TestFailuresStayAlone(t *testing.T) {
	refused := errors.New("refused")
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		commands := map[string]func(*ledger.Tx) error{
			"good":                   move("good", 1),
			"refused before writing": func(*ledger.Tx) error { return refused },
			"refused after writing": func(tx *ledger.Tx) error {
				return errors.Join(move("after", 1)(tx), refused)
			},
			"broken by a constraint": move("poor", -1),
			"broken statement": func(tx *ledger.Tx) error {
				_, err := tx.Query(`SELECT nothing FROM nowhere`)
				return err
			},
			"broken statement passed over": func(tx *ledger.Tx) error {
				tx.Exec(`INSERT INTO nowhere VALUES (1)`)
				return refused
			},
			"panic":     func(tx *ledger.Tx) error { panic("oh") },
			"bad event": move("line\nbreak", 1),
		}
		const rounds = 20
		var all sync.WaitGroup
		for range rounds {
			for name, run := range commands {
				all.Go(func() {
					_, err := l.Do(context.WithoutCancel(t.Context()), li, run)
					if (err == nil) != (name == "good") {
						t.Errorf("%s: error %v", name, err)
					}
					if name == "panic" && !errors.Is(err, ledger.ErrPanic) || name == "bad event" && fault.Of(err).Kind != fault.Invalid {
						t.Errorf("%s: %v", name, err)
					}
				})
			}
		}
		all.Wait()
		got := balances(t, l)
		if len(got) != 1 || got["good"][0] != rounds {
			t.Errorf("balances = %v, want good %d alone", got, rounds)
		}
		if n := len(events(t, l, ledger.Filter{})); n != rounds {
			t.Errorf("%d events, want %d", n, rounds)
		}
	})
}

// What a command reads includes what commands before it did, committed or not.
func TestCommandsSeeEachOther(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		increment := func(tx *ledger.Tx) error {
			var next int64
			if err := tx.QueryRow(`SELECT coalesce(max(amount), 0) + 1 FROM balance`).Scan(&next); err != nil {
				return err
			}
			return move(fmt.Sprint("n", next), next)(tx)
		}
		const n = 100
		var all sync.WaitGroup
		for range n {
			all.Go(func() {
				if _, err := l.Do(context.WithoutCancel(t.Context()), li, increment); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		got := balances(t, l)
		for i := int64(1); i <= n; i++ {
			if got[fmt.Sprint("n", i)][0] != i {
				t.Fatalf("%d is missing: no two commands may read the same state", i)
			}
		}
	})
}

func TestContext(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		ctx, cancel := context.WithCancel(t.Context())
		inside, release := make(chan struct{}), make(chan struct{})
		var all sync.WaitGroup
		all.Go(func() { // running when its caller gives up: it comes to its end
			_, err := l.Do(ctx, li, func(tx *ledger.Tx) error {
				close(inside)
				<-release
				return move("running", 1)(tx)
			})
			if err != nil {
				t.Errorf("running: %v", err)
			}
		})
		<-inside
		waits := make(chan error, 1)
		go func() {
			_, err := l.Do(ctx, li, move("waiting", 1))
			waits <- err
		}()
		cancel()
		if err := <-waits; !errors.Is(err, context.Canceled) {
			t.Errorf("waiting: %v, want canceled", err)
		}
		close(release)
		all.Wait()
		if diff := cmp.Diff([]string{"running"}, keys(balances(t, l))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestCloseDrains(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		inside, release := make(chan struct{}), make(chan struct{})
		answers := make(chan error, 2)
		do := func(run func(*ledger.Tx) error) {
			_, err := l.Do(context.WithoutCancel(t.Context()), li, run)
			answers <- err
		}
		go do(func(tx *ledger.Tx) error { close(inside); <-release; return move("a", 1)(tx) })
		<-inside
		closed := make(chan error, 1)
		go func() { closed <- l.Close() }()
		for { // until the ledger refuses
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := l.Do(ctx, li, move("late", 1)); errors.Is(err, ledger.ErrClosed) {
				break
			}
		}
		close(release)
		if err := errors.Join(<-answers, <-closed); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"a"}, keys(balances(t, open(t, c)))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func keys[V any](m map[string]V) (all []string) {
	for k := range m {
		all = append(all, k)
	}
	return all
}

// Several programs may work on one database: sequence and tree stay whole.
func TestTwoPrograms(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		programs := []*ledger.Ledger{open(t, c), open(t, c)}
		const each = 50
		var all sync.WaitGroup
		for _, l := range programs {
			for range each {
				all.Go(func() {
					if _, err := l.Do(context.WithoutCancel(t.Context()), li, move("s", 1)); err != nil {
						t.Error(err)
					}
				})
			}
		}
		all.Wait()
		if got := balances(t, programs[0])["s"][0]; got != 2*each {
			t.Errorf("sum %d, want %d", got, 2*each)
		}
		if r, err := programs[1].Verify(t.Context(), nil); err != nil || !r.Sound() {
			t.Errorf("verify: %v, %v", summary(r), err)
		}
	})
}
