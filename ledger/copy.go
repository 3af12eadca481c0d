package ledger

import (
	"context"
	"database/sql"
	"fmt"
)

// ownTables are the ledger's tables that a backup holds. Projections are not: they
// are filled anew.
var ownTables = []string{"event", "checkpoint", "blob"}

// keptTables are all tables that a backup holds.
func keptTables(modules []Module) []string {
	tables := ownTables
	for _, m := range modules {
		tables = append(tables[:len(tables):len(tables)], m.Keep...)
	}
	return tables
}

// copyTables copies whole tables from one database into the same, empty ones of
// another, whichever engines they are.
func copyTables(ctx context.Context, from querier, to querier, tables []string) error {
	for _, table := range tables {
		if err := copyTable(ctx, from, to, table); err != nil {
			return fmt.Errorf("copying %s: %w", table, err)
		}
	}
	return nil
}

// A statement takes rows until it has so many of them or bytes.
const (
	copyRows  = 64
	copyBytes = 1 << 20
)

func copyTable(ctx context.Context, from, to querier, table string) error {
	rows, err := from.QueryContext(ctx, `SELECT * FROM `+table)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	var args []any
	bytes := 0
	write := func() error {
		if len(args) == 0 {
			return nil
		}
		_, err := to.ExecContext(ctx, insertRows(table, columns, len(args)/len(columns), ""), args...)
		args, bytes = args[:0], 0
		return err
	}
	for rows.Next() {
		row, size, err := scanRow(rows, len(columns))
		if err != nil {
			return err
		}
		args, bytes = append(args, row...), bytes+size
		if len(args) >= copyRows*len(columns) || bytes >= copyBytes {
			if err := write(); err != nil {
				return err
			}
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return write()
}

// scanRow is the row's values and about how many bytes they take.
func scanRow(rows *sql.Rows, columns int) (values []any, size int, err error) {
	values = make([]any, columns)
	targets := make([]any, columns)
	for i := range values {
		targets[i] = &values[i]
	}
	err = rows.Scan(targets...)
	for _, v := range values {
		switch v := v.(type) {
		case []byte:
			size += len(v)
		case string:
			size += len(v)
		}
	}
	return values, size, err
}
