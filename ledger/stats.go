package ledger

import (
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
