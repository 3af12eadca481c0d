package office

import (
	"context"
	"time"

	"gangmu/ledger"
)

// Health is what the system administrator sees of the installation.
type Health struct {
	Installation
	Version string // of the program
	Engine  string // sqlite or postgres
	Seq     int64  // the last event
	At      time.Time
	Size    int64 // of the database in bytes
	Waiting int   // versions of drafts that are to be read
	Failed  int   // jobs that failed and are tried again, or were given up
}

// Installation is what only the program around the office can tell.
type Installation struct {
	Backup   time.Time        // when the last one was made from here; zero for none known
	Findings []ledger.Finding // what is wrong, and how to mend it
}

// Health looks at the installation. What is wrong stands first with what the
// program around the office found.
func (o *Office) Health(ctx context.Context, a Actor) (h Health, err error) {
	if err := o.allow(ctx, a, ReadHealth, "health", Object{}); err != nil {
		return h, err
	}
	if o.installation != nil {
		h.Installation = o.installation()
	}
	found, err := o.ledger.Examine(ctx, o.clock())
	if err != nil {
		return h, err
	}
	h.Findings = append(h.Findings, found...)
	h.Version, h.Engine = o.program, o.ledger.Engine()
	if h.Size, err = o.ledger.Size(ctx); err != nil {
		return h, err
	}
	for e, err := range o.ledger.Events(ctx, ledger.Filter{Newest: true, Limit: 1}) {
		if err != nil {
			return h, err
		}
		h.Seq, h.At = e.Seq, e.At
	}
	waiting, err := o.Waiting(ctx)
	if err != nil {
		return h, err
	}
	h.Waiting = len(waiting)
	if o.queue != nil {
		h.Failed, err = o.queue.Failed(ctx)
	}
	return h, err
}
