// Package query reads and changes rows of projections, in a command or in a view.
package query

import (
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
)

// ErrNone answers a row that is not there. It also answers for what the actor may
// not even know of.
var ErrNone = &fault.Error{
	Kind: fault.NotFound, Code: "not-found",
	Zh: "没有找到。可能已经改名、停用，或者地址不完整。",
	En: "Not found. It may have been renamed or closed, or the address is incomplete.",
}

// Querier is what commands (*ledger.Tx) and queries (*ledger.View) read with.
type Querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
}

// List reads all rows of a query.
func List[T any](q Querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// One reads the single row of a query; ErrNone when there is none.
func One(row *sql.Row, into ...any) error {
	err := row.Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNone
	}
	return err
}

// Text is a row of one text.
func Text(rows *sql.Rows) (s string, err error) {
	err = rows.Scan(&s)
	return s, err
}

// Micros is a time as tables hold it.
func Micros(n int64) time.Time { return time.UnixMicro(n).UTC() }

// JSON is a value as tables hold it.
func JSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

// Exec changes tables.
func Exec(tx *ledger.Tx, text string, args ...any) error {
	_, err := tx.Exec(text, args...)
	return err
}

// Each makes the Apply of a projection of a function for one event.
func Each(apply func(*ledger.Tx, ledger.Event) error) func(*ledger.Tx, []ledger.Event) error {
	return func(tx *ledger.Tx, events []ledger.Event) error {
		for _, e := range events {
			if err := apply(tx, e); err != nil {
				return err
			}
		}
		return nil
	}
}
