package ledger

// checkpointEvery is how many events apart signed checkpoints are kept in the
// database: so closely can verify say where a rewriting began.
const checkpointEvery = 1024

// flush writes the events of the transaction with their hashes, and a checkpoint
// when it is due.
func (w *writer) flush(tx *Tx, t *tree) error {
	before := t.size
	args := make([]any, 0, len(tx.pending)*len(eventColumns))
	for i := range tx.pending {
		e := &tx.pending[i]
		args = append(args, e.Seq, e.ID, e.At.UnixMicro(), e.Actor, e.Origin, e.Kind, e.Subject,
			string(e.Payload), packed(t.add(e.leaf())))
	}
	if err := tx.Insert("event", eventColumns, "", args...); err != nil {
		return err
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

var eventColumns = []string{"seq", "id", "at", "actor", "origin", "kind", "subject", "payload", "hashes"}
