package ledger

import (
	"context"
	"sync/atomic"
	"time"
)

// Stats are counts since Open.
type Stats struct {
	LastSeq      int64 // of the last commit by this program
	Commands     int64 // answered
	Failed       int64 // of them with an error, refusals included
	Transactions int64
	Busy         time.Duration // in transactions
	Waiting      int           // commands in the queue now
}

// Stats are the ledger's counts now.
func (l *Ledger) Stats() Stats {
	return Stats{
		LastSeq: l.counted.lastSeq.Load(), Commands: l.counted.commands.Load(), Failed: l.counted.failed.Load(),
		Transactions: l.counted.transactions.Load(), Busy: time.Duration(l.counted.busy.Load()), Waiting: len(l.queue),
	}
}

type counters struct {
	lastSeq, commands, failed, transactions, busy atomic.Int64
}

func (c *counters) command(err error) {
	c.commands.Add(1)
	if err != nil {
		c.failed.Add(1)
	}
}

func (c *counters) transaction(took time.Duration) {
	c.transactions.Add(1)
	c.busy.Add(int64(took))
}

// Size is what the database takes, in bytes; of PostgreSQL also what others keep in
// it.
func (l *Ledger) Size(ctx context.Context) (n int64, err error) {
	query := `SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()`
	if l.engine.Name == postgres.Name {
		query = `SELECT pg_database_size(current_database())`
	}
	return count(ctx, l.read, query)
}
