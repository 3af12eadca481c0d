package ledger

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io"
	"log/slog"
	"sync"
	"time"
)

// Config says where a ledger is and what it works with.
type Config struct {
	// Database is a postgres:// URL or the path of a SQLite file, made when missing.
	Database string
	// KeyFile holds the Ed25519 key that signs checkpoints; it is made at the
	// first start, readable by the owner alone.
	KeyFile string
	Modules []Module
	// Version of the program; a start with another one than before is an event.
	Version string
	// ReadOnly opens a ledger that exists, to look at it: nothing is made,
	// brought up to date or recorded, and commands are refused.
	ReadOnly bool
	// Fleeting is a ledger that is thrown away when the program ends: SQLite does
	// not wait for the disk.
	Fleeting bool

	Clock func() time.Time // default time.Now
	Rand  io.Reader        // default crypto/rand
	Log   *slog.Logger     // default slog.Default
}

// Ledger is an open ledger. Its methods may be called by many at once.
type Ledger struct {
	engine      engine
	write, read *sql.DB
	projections []Projection
	modules     []Module
	key         key
	log         *slog.Logger
	counted     counters
	readOnly    bool

	mu     sync.RWMutex // held for reading while a command is put into the queue
	closed bool
	queue  chan *command
	ended  chan struct{} // closed when the writer has ended
}

// Receipt is what a command gets when it is committed.
type Receipt struct {
	Seq    int64   // the last event as of this command: read the projections at or after it
	Events []Event // those that it appended
}

// Open brings the tables up to date, rebuilds the projections whose code changed,
// and starts the writer. The caller closes the ledger.
func Open(ctx context.Context, c Config) (*Ledger, error) {
	c = c.withDefaults()
	if c.ReadOnly {
		return openReadOnly(c)
	}
	k, err := loadKey(c.KeyFile, c.Rand)
	if err != nil {
		return nil, err
	}
	e, write, read, err := open(c.Database, c.Fleeting)
	if err != nil {
		return nil, cannotOpen(err)
	}
	if err := migrate(ctx, e, write, c.Modules); err != nil {
		return nil, cannotOpen(errors.Join(err, write.Close(), read.Close()))
	}
	l := &Ledger{
		engine: e, write: write, read: read, modules: c.Modules, key: k, log: c.Log,
		queue: make(chan *command, maxBatch), ended: make(chan struct{}),
	}
	for _, m := range c.Modules {
		l.projections = append(l.projections, m.Projections...)
	}
	l.start(c)
	if err := l.prepareUse(ctx, c.Version); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

func (c Config) withDefaults() Config {
	if c.Clock == nil {
		c.Clock = time.Now
	}
	if c.Rand == nil {
		c.Rand = rand.Reader
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	return c
}

func (l *Ledger) start(c Config) {
	w := &writer{
		engine: l.engine, db: l.write, projections: l.projections, clock: c.Clock, rand: c.Rand,
		log: l.log, queue: l.queue, counted: &l.counted,
		signed: l.key.sign,
	}
	if l.engine.prepares {
		w.prepared.ready = map[string]*sql.Stmt{}
	}
	go func() {
		defer close(l.ended)
		w.loop()
	}()
}

// prepareUse rebuilds what is stale and records the program and the key that work
// on the ledger from here on.
func (l *Ledger) prepareUse(ctx context.Context, version string) error {
	if err := l.rebuildStale(ctx); err != nil {
		return err
	}
	return l.recordStart(ctx, version)
}

// Do runs a command: it reads through tx, validates, and appends events. It may be
// run twice (a neighbour failed), so it must change nothing outside of tx but what
// it sets anew each time. It runs while others wait: no network, no waiting.
//
// When Do returns without error, everything is on disk. When it returns one,
// nothing of the command stays; only ErrUnknown leaves that open. A context that
// ends gives up a command that waits, not one that runs.
func (l *Ledger) Do(ctx context.Context, actor Actor, run func(tx *Tx) error) (Receipt, error) {
	return l.submit(&command{ctx: ctx, actor: actor, run: run})
}

func (l *Ledger) submit(c *command) (Receipt, error) {
	c.done = make(chan struct{})
	if err := l.enqueue(c); err != nil {
		return Receipt{}, err
	}
	select {
	case <-c.done:
	case <-c.ctx.Done():
		if c.state.CompareAndSwap(waiting, abandoned) {
			return Receipt{}, c.ctx.Err()
		}
		<-c.done
	}
	if c.err != nil {
		return Receipt{}, c.err
	}
	return c.receipt, nil
}

func (l *Ledger) enqueue(c *command) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	switch {
	case l.readOnly:
		return ErrReadOnly
	case l.closed:
		return ErrClosed
	}
	select {
	case l.queue <- c:
		return nil
	case <-c.ctx.Done():
		return c.ctx.Err()
	}
}

// Close lets the commands that wait come to their end, refuses new ones, and
// closes the database.
func (l *Ledger) Close() error {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		<-l.ended
		return nil
	}
	l.closed = true
	close(l.queue)
	l.mu.Unlock()
	<-l.ended
	return errors.Join(l.write.Close(), l.read.Close())
}

// Engine is "sqlite" or "postgres".
func (l *Ledger) Engine() string { return l.engine.Name }
