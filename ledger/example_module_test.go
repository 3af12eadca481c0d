package ledger_test

import (
	"os"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

// counting is the module of these tests: names with an amount that events move,
// and that the table refuses to let fall below zero.
func counting() ledger.Module {
	return ledger.Module{
		Name:       "counting",
		Migrations: os.DirFS("testdata/accounts"),
		Projections: []ledger.Projection{{
			Name: "balance", Version: 1, Tables: []string{"balance"}, Kinds: []string{"moved"},
			Apply: func(tx *ledger.Tx, events []ledger.Event) error {
				for _, e := range events {
					var by int64
					if err := e.Decode(&by); err != nil {
						return err
					}
					if _, err := tx.Exec(`INSERT INTO balance (name, amount, seq) VALUES ($1, 0, $2) ON CONFLICT (name) DO NOTHING`, e.Subject, e.Seq); err != nil {
						return err
					}
					if _, err := tx.Exec(`UPDATE balance SET amount = amount + $1, seq = $2 WHERE name = $3`, by, e.Seq, e.Subject); err != nil {
						return err
					}
				}
				return nil
			},
		}},
	}
}

// open opens a ledger with the counting module.
func open(t testing.TB, c ledger.Config) *ledger.Ledger {
	t.Helper()
	c.Modules = []ledger.Module{counting()}
	return ledgertest.Open(t, c)
}

var li = ledger.Actor{ID: "li", Origin: "10.0.0.7"}

// move is the command that adds to an amount.
func move(subject string, by int64) func(*ledger.Tx) error {
	return func(tx *ledger.Tx) error {
		_, err := tx.Append("moved", subject, by)
		return err
	}
}

// balances is the projection's table as the ledger's readers see it.
func balances(t testing.TB, l *ledger.Ledger) map[string][2]int64 {
	t.Helper()
	rows, err := l.Query(t.Context(), `SELECT name, amount, seq FROM balance`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := map[string][2]int64{}
	for rows.Next() {
		var name string
		var amount, seq int64
		if err := rows.Scan(&name, &amount, &seq); err != nil {
			t.Fatal(err)
		}
		all[name] = [2]int64{amount, seq}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// events are all of the kind that the tests make.
func events(t testing.TB, l *ledger.Ledger, f ledger.Filter) []ledger.Event {
	t.Helper()
	f.Kinds = []string{"moved"}
	var all []ledger.Event
	for e, err := range l.Events(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}
