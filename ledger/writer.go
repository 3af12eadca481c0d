package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync/atomic"
	"time"
)

// command is one call of Do on its way through the writer.
type command struct {
	ctx   context.Context
	actor Actor
	run   func(*Tx) error
	alone bool // shares its transaction with no other
	state atomic.Int32
	done  chan struct{}
	// Set before done is closed.
	receipt Receipt
	err     error
}

// A command is waiting until the writer takes it or its caller gives it up.
const (
	waiting int32 = iota
	taken
	abandoned
)

// maxBatch bounds how long the first of a batch waits for the last.
const maxBatch = 256

// writer is the one goroutine that changes the database, and what only it uses.
type writer struct {
	engine      engine
	db          *sql.DB
	projections []Projection
	prepared    statements
	clock       func() time.Time
	rand        io.Reader
	log         *slog.Logger
	queue       chan *command
	tree        tree // of the last commit that this writer made or saw
	signed      func(*tree) (string, error)
	counted     *counters
}

// loop takes commands as they come, all that wait at once, until the queue is
// closed and empty.
func (w *writer) loop() {
	for first := range w.queue {
		w.batch(w.collect(first))
	}
	w.prepared.close()
}

// collect is first with what else waits already. One that must be alone ends the
// batch before it, or is the batch.
func (w *writer) collect(first *command) (batch []*command, next *command) {
	batch = []*command{first}
	if first.alone {
		return batch, nil
	}
	for len(batch) < maxBatch {
		select {
		case c, open := <-w.queue:
			if !open {
				return batch, nil
			}
			if c.alone {
				return batch, c
			}
			batch = append(batch, c)
		default:
			return batch, nil
		}
	}
	return batch, nil
}

func (w *writer) batch(batch []*command, next *command) {
	w.commit(batch)
	if next != nil {
		w.commit([]*command{next})
	}
}

// errTainted stops an attempt: a command failed after it had written.
var errTainted = errors.New("a command failed after writing")

// commit runs the commands in one transaction and answers them. It first hopes
// that none fails once it has written, which needs no savepoints; otherwise it
// starts again with one around each.
func (w *writer) commit(batch []*command) {
	batch = taking(batch)
	if len(batch) == 0 {
		return
	}
	started := time.Now()
	err := w.attempt(batch, false)
	if err != nil && !errors.Is(err, ErrUnknown) {
		if !errors.Is(err, errTainted) {
			w.log.Warn("transaction failed, trying once more", "error", err, "commands", len(batch))
		}
		err = w.attempt(batch, true)
	}
	if err != nil {
		w.log.Error("transaction failed", "error", err, "commands", len(batch), "took", time.Since(started))
	}
	for _, c := range batch {
		if err != nil && c.err == nil {
			c.err = err
		}
		w.counted.command(c.err)
		close(c.done)
	}
	w.counted.transaction(time.Since(started))
}

// taking are the commands that nobody has given up; from here on they run to
// their end.
func taking(batch []*command) []*command {
	kept := batch[:0]
	for _, c := range batch {
		if c.state.CompareAndSwap(waiting, taken) {
			kept = append(kept, c)
		}
	}
	return kept
}

// attempt is one transaction over the commands. Its error is that of the whole;
// a command's own is left in the command.
func (w *writer) attempt(batch []*command, careful bool) error {
	w.prepared.prepare(w.db)
	ctx := context.Background() // a caller that goes away must not break the others' transaction
	sqlTx, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return ErrNotDone.Because(err)
	}
	defer sqlTx.Rollback() // of no effect after Commit
	tx := &Tx{ctx: ctx, sql: sqlTx, w: w}
	t, err := w.begin(tx)
	if err != nil {
		return ErrNotDone.Because(err)
	}
	for _, c := range batch {
		if err := w.runOne(tx, c, careful); err != nil {
			return err
		}
	}
	if err := w.flush(tx, &t); err != nil {
		return ErrNotDone.Because(err)
	}
	if err := sqlTx.Commit(); err != nil {
		return w.afterBrokenCommit(ctx, err)
	}
	w.tree = t
	w.counted.lastSeq.Store(t.size)
	return nil
}

// begin takes the lock against other writers and finds the end of the ledger.
func (w *writer) begin(tx *Tx) (tree, error) {
	if w.engine.lock != "" {
		if _, err := tx.sql.ExecContext(tx.ctx, w.engine.lock); err != nil {
			return tree{}, fmt.Errorf("lock: %w", err)
		}
	}
	var err error
	if tx.seq, err = lastSeq(tx.ctx, tx.sql); err != nil {
		return tree{}, err
	}
	if tx.seq == w.tree.size {
		return w.tree, nil
	}
	return loadTree(tx.ctx, tx.sql, tx.seq) // another program wrote
}

// runOne runs one command inside the transaction. The error returned is only for
// what makes the transaction useless.
func (w *writer) runOne(tx *Tx, c *command, careful bool) error {
	seq, pending := tx.seq, len(tx.pending)
	tx.actor, tx.touched, tx.replaying = c.actor, false, false
	if careful {
		if _, err := tx.sql.ExecContext(tx.ctx, `SAVEPOINT command`); err != nil {
			return ErrNotDone.Because(err)
		}
	}
	c.err = safely(c.run, tx)
	if c.err == nil && careful {
		// Fails when the command passed over an error of PostgreSQL.
		_, c.err = tx.sql.ExecContext(tx.ctx, `RELEASE SAVEPOINT command`)
	}
	if c.err == nil {
		c.receipt = Receipt{Seq: tx.seq, Events: append([]Event(nil), tx.pending[pending:]...)}
		return nil
	}
	tx.seq, tx.pending = seq, tx.pending[:pending]
	if careful {
		if _, err := tx.sql.ExecContext(tx.ctx, `ROLLBACK TO SAVEPOINT command`); err != nil {
			return ErrNotDone.Because(err)
		}
	} else if tx.touched {
		return errTainted
	}
	return nil
}

// safely turns a panic of a command into its failure.
func safely(run func(*Tx) error, tx *Tx) (err error) {
	defer func() {
		if r := recover(); r != nil {
			tx.touched = true
			err = ErrPanic.Because(fmt.Errorf("panic: %v", r))
		}
	}()
	return run(tx)
}

// afterBrokenCommit says what can be said. SQLite has rolled back, or keeps the
// transaction open; with PostgreSQL the answer itself may have been lost.
func (w *writer) afterBrokenCommit(ctx context.Context, cause error) error {
	if w.engine.Name == sqlite.Name {
		w.db.ExecContext(ctx, `ROLLBACK`) // fails when there is nothing to roll back
		return ErrNotDone.Because(cause)
	}
	return ErrUnknown.Because(cause)
}
