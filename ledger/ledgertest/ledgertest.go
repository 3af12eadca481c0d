// Package ledgertest runs a test on every engine that a ledger works on: an
// embedded SQLite file, and a private PostgreSQL where a server is installed.
package ledgertest

import (
	"log/slog"
	"path/filepath"
	"testing"

	"gangmu/internal/pgtest"
	"gangmu/ledger"
)

// Each runs test once per engine, with the address of an empty database in the
// configuration and a key file in a folder of its own.
func Each(t *testing.T, test func(t *testing.T, c ledger.Config)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// SQLite is the configuration of an empty SQLite ledger.
func SQLite(t testing.TB) ledger.Config {
	c := config(t)
	c.Database = filepath.Join(t.TempDir(), "gangmu.db")
	return c
}

// Postgres is the configuration of an empty ledger on the private server.
func Postgres(t testing.TB) ledger.Config {
	t.Helper()
	c := config(t)
	c.Database = pgtest.URL(t)
	return c
}

func config(t testing.TB) ledger.Config {
	return ledger.Config{
		KeyFile: filepath.Join(t.TempDir(), "key"),
		Version: "test",
		Log:     slog.New(slog.DiscardHandler),
	}
}

// Open opens the ledger and closes it when the test ends.
func Open(t testing.TB, c ledger.Config) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return l
}
