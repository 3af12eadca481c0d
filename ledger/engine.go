package ledger

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib" // driver "pgx"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // driver "sqlite"
)

// engine is everything in which the two databases differ.
type engine struct {
	Name    string // "sqlite" or "postgres"
	dialect goose.Dialect
	guards  string // folder of its guard migration
	// lock keeps other writers out until the transaction ends; SQLite's
	// transactions begin with the lock.
	lock string
	// snapshot are the options of a read-only transaction that sees one state.
	snapshot sql.TxOptions
	readers  int
	// prepares says that statements are kept prepared by us; pgx keeps its own.
	prepares bool
}

var sqlite = engine{
	Name: "sqlite", dialect: goose.DialectSQLite3, guards: "migrations/sqlite",
	snapshot: sql.TxOptions{ReadOnly: true}, readers: 8, prepares: true,
}

var postgres = engine{
	Name: "postgres", dialect: goose.DialectPostgres, guards: "migrations/postgres",
	lock:     `SELECT pg_advisory_xact_lock(70711)`,
	snapshot: sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}, readers: 16,
}

// querier is what a *sql.DB, *sql.Conn and *sql.Tx have in common.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// open connects to the database at address: a postgres:// URL, or the path of a
// SQLite file. The first pool has one connection, for the writer.
func open(address string, fleeting bool) (e engine, write, read *sql.DB, err error) {
	if strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://") {
		e = postgres
		write, err = sql.Open("pgx", address)
		if err == nil {
			read, err = sql.Open("pgx", address)
		}
	} else {
		e = sqlite
		sync := "FULL" // a commit waits for the disk
		if fleeting {
			sync = "OFF"
		}
		write, err = sql.Open("sqlite", sqliteName(address, "_txlock=immediate&_pragma=synchronous("+sync+")"))
		if err == nil {
			read, err = sql.Open("sqlite", sqliteName(address, "_pragma=query_only(1)"))
		}
	}
	if err != nil {
		return e, nil, nil, fmt.Errorf("address of the database: %w", err)
	}
	write.SetMaxOpenConns(1)
	write.SetMaxIdleConns(1)
	read.SetMaxOpenConns(e.readers)
	read.SetMaxIdleConns(e.readers)
	return e, write, read, nil
}

// sqliteName is the file with the settings that each connection needs.
func sqliteName(path, more string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	u.RawQuery = "_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)" +
		"&_pragma=foreign_keys(1)&_pragma=cache_size(-16000)&" + more
	return u.String()
}
