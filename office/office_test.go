package office

import (
	"errors"
	"fmt"
	"path/filepath"
	"sort"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office/internal/secret"
)

// world is an office with a clock that the test moves and a person of each role
// in a district of three units.
type world struct {
	*Office
	t      *testing.T
	now    atomic.Int64
	people map[Role]Actor
}

const password = "Yunxi-2026"

// each runs a test in a fresh world on either engine.
func each(t *testing.T, test func(w *world)) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) { test(newWorld(t, c)) })
}

func newWorld(t *testing.T, c ledger.Config) *world {
	t.Helper()
	w := &world{t: t}
	w.open(c)
	w.settle()
	return w
}

func (w *world) open(c ledger.Config) {
	w.t.Helper()
	w.people = map[Role]Actor{}
	w.now.Store(time.Date(2026, 1, 16, 9, 0, 0, 0, time.UTC).UnixMicro())
	c.Clock = func() time.Time { return fromMicros(w.now.Load()) }
	c.Modules = []ledger.Module{Module()}
	o, err := New(Config{Ledger: ledgertest.Open(w.t, c), KeyFile: filepath.Join(w.t.TempDir(), "secret.key"), Clock: c.Clock})
	w.ok(err)
	w.Office = o
}

// settle makes the units and people, with cheap hashes and no second factor.
func (w *world) settle() {
	w.t.Helper()
	_, err := w.ledger.Do(w.t.Context(), ledger.System, func(tx *ledger.Tx) error {
		s := DefaultSettings
		s.Hashing, s.Factor = secret.Cost{Memory: 64, Time: 1, Threads: 1}, FactorChoice
		drafts := []ledger.Draft{{Kind: kindSettingsChanged, Subject: "settings/accounts", Payload: s}}
		for _, u := range []struct {
			code string
			unitOpened
		}{
			{"d", unitOpened{Kind: District, Name: "青禾区", From: "2026-01-01"}},
			{"d.fgw", unitOpened{Parent: "d", Kind: Department, Name: "区发展改革委", From: "2026-01-01"}},
			{"d.zhen", unitOpened{Parent: "d", Kind: Town, Name: "清溪镇", From: "2026-01-01"}},
		} {
			drafts = append(drafts, ledger.Draft{Kind: kindUnitOpened, Subject: unitSubject(u.code), Payload: u.unitOpened})
		}
		_, err := tx.AppendAll(drafts...)
		return err
	})
	w.ok(err)
	for _, r := range Roles {
		if r == Public {
			w.people[r] = Actor{Origin: "10.0.0.9"}
			continue
		}
		w.people[r] = w.person(string(r), Grant{r, "d"})
	}
}

// person makes somebody with a role.
func (w *world) person(login string, grants ...Grant) Actor {
	w.t.Helper()
	a := Actor{Name: login, Origin: "10.0.0.1", Unit: "d", Grants: grants}
	_, err := w.ledger.Do(w.t.Context(), ledger.System, func(tx *ledger.Tx) (err error) {
		if a.Person, err = addPerson(tx, NewPerson{Login: login, Name: login, Unit: "d"}); err != nil {
			return err
		}
		for _, g := range grants {
			if _, err := tx.Append(kindRoleGranted, personSubject(a.Person), roleEvent{Grant: g}); err != nil {
				return err
			}
		}
		return nil
	})
	w.ok(err)
	return a
}

func (w *world) ok(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// fails expects a failure of a code, with words in both languages.
func (w *world) fails(err error, code string) {
	w.t.Helper()
	if err == nil {
		w.t.Errorf("no error, want %s", code)
		return
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code || f.Zh == "" || f.En == "" {
		w.t.Errorf("%v, want %s", err, code)
	}
}

func (w *world) pass(d time.Duration) { w.now.Add(d.Microseconds()) }

// kinds are the kinds of the events after seq.
func (w *world) kinds(after int64) string {
	w.t.Helper()
	var kinds []string
	for e, err := range w.ledger.Events(w.t.Context(), ledger.Filter{From: after + 1}) {
		w.ok(err)
		kinds = append(kinds, e.Kind)
	}
	return strings.Join(kinds, " ")
}

func (w *world) seq() int64 {
	w.t.Helper()
	seq, err := w.ledger.LastSeq(w.t.Context())
	w.ok(err)
	return seq
}

// replays expects that the projections, filled anew from the events, are as they
// are.
func (w *world) replays() {
	w.t.Helper()
	before := w.tables()
	w.ok(w.ledger.Rebuild(w.t.Context()))
	if diff := cmp.Diff(before, w.tables()); diff != "" {
		w.t.Errorf("replay differs (-projection +replay):\n%s", diff)
	}
}

func (w *world) tables() map[string][]string {
	w.t.Helper()
	all := map[string][]string{}
	for _, p := range Module().Projections {
		for _, table := range p.Tables {
			rows, err := w.ledger.Query(w.t.Context(), `SELECT * FROM `+table)
			w.ok(err)
			columns, err := rows.Columns()
			w.ok(err)
			for rows.Next() {
				row := make([]any, len(columns))
				into := make([]any, len(columns))
				for i := range row {
					into[i] = &row[i]
				}
				w.ok(rows.Scan(into...))
				all[table] = append(all[table], fmt.Sprint(row...))
			}
			w.ok(errors.Join(rows.Err(), rows.Close()))
			sort.Strings(all[table])
		}
	}
	return all
}
