package ledger

import (
	"fmt"
	"strconv"
	"strings"
)

// Insert puts rows into a table with few statements, each of which is a way to the
// server and back: values are those of the columns, row after row. conflict is ""
// or a clause such as "ON CONFLICT (name) DO UPDATE SET …"; with it no two rows of
// one call may have the same key.
func (tx *Tx) Insert(table string, columns []string, conflict string, values ...any) error {
	for len(values) > 0 {
		rows := rowsAtOnce(len(values) / len(columns))
		n := rows * len(columns)
		if _, err := tx.Exec(insertRows(table, columns, rows, conflict), values[:n]...); err != nil {
			return fmt.Errorf("rows into %s: %w", table, err)
		}
		values = values[n:]
	}
	return nil
}

// rowsAtOnce is the next step of 1, 4, 16 and 64 rows: few texts, so that the
// statements stay prepared.
func rowsAtOnce(left int) int {
	for _, n := range [...]int{64, 16, 4} {
		if left >= n {
			return n
		}
	}
	return 1
}

// insertRows is the statement that inserts so many rows.
func insertRows(table string, columns []string, rows int, conflict string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `INSERT INTO %s (%s) VALUES `, table, strings.Join(columns, ", "))
	for i := range rows * len(columns) {
		switch {
		case i == 0:
			b.WriteString("(")
		case i%len(columns) == 0:
			b.WriteString("), (")
		default:
			b.WriteString(", ")
		}
		b.WriteString("$" + strconv.Itoa(i+1))
	}
	b.WriteString(") " + conflict)
	return b.String()
}
