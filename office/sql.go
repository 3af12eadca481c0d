package office

import (
	"database/sql"
	"encoding/json"
	"errors"
	"time"
)

// querier is what commands (*ledger.Tx) and queries (*ledger.View) read with.
type querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
}

// list reads all rows of a query.
func list[T any](q querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
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

// one reads the single row of a query; ErrNotFound when there is none.
func one(row *sql.Row, into ...any) error {
	err := row.Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return err
}

func texts(rows *sql.Rows) (s string, err error) {
	err = rows.Scan(&s)
	return s, err
}

func fromMicros(n int64) time.Time { return time.UnixMicro(n).UTC() }

func jsonText(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}
