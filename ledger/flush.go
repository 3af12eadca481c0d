package ledger

import (
	"fmt"
	"sync"
)

// checkpointEvery is how many events apart signed checkpoints are kept in the
// database: so closely can verify say where a rewriting began.
const checkpointEvery = 1024

// flush writes the events of the transaction with their hashes, and a checkpoint
// when it is due.
func (w *writer) flush(tx *Tx, t *tree) error {
	before := t.size
	args := make([]any, 0, len(tx.pending)*eventColumns)
	for i := range tx.pending {
		e := &tx.pending[i]
		args = append(args, e.Seq, e.ID, e.At.UnixMicro(), e.Actor, e.Origin, e.Kind, e.Subject,
			string(e.Payload), packed(t.add(e.leaf())))
	}
	for len(args) > 0 {
		rows := rowsAtOnce(len(args) / eventColumns)
		n := rows * eventColumns
		if _, err := tx.Exec(insertEvents()[rows], args[:n]...); err != nil {
			return fmt.Errorf("events: %w", err)
		}
		args = args[n:]
	}
	if before/checkpointEvery == t.size/checkpointEvery {
		return nil
	}
	note, err := w.signed(t)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO checkpoint (size, note) VALUES ($1, $2)`, t.size, note)
	return err
}

var eventNames = []string{"seq", "id", "at", "actor", "origin", "kind", "subject", "payload", "hashes"}

const eventColumns = 9

// insertEvents are the statements for 1, 4, 16 and 64 rows: few texts, so that
// they stay prepared.
var insertEvents = sync.OnceValue(func() map[int]string {
	statements := map[int]string{}
	for _, rows := range [...]int{1, 4, 16, 64} {
		statements[rows] = insertRows("event", eventNames, rows)
	}
	return statements
})

func rowsAtOnce(left int) int {
	for _, n := range [...]int{64, 16, 4} {
		if left >= n {
			return n
		}
	}
	return 1
}
