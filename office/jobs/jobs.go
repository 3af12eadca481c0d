// Package jobs does the long work of an office with River: reading and vetting
// drafts, by any number of workers.
//
// The ledger says what is to be done (Office.Waiting); River only brings it to
// whoever is free, tries again after a failure and takes work from a worker that
// died. So nothing is lost with a queue: at the start and every minute it is given
// all that waits. On PostgreSQL the queue lies beside the ledger and other
// processes may work, too; with SQLite there is one process, and the queue is in
// its memory.
package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"
	_ "modernc.org/sqlite" // driver "sqlite"

	"gangmu/office"
)

// Config says how an office's work is done.
type Config struct {
	Database string // of the ledger: a postgres:// URL, or a path, for which the queue is in memory
	Office   *office.Office
	Workers  int // at once in this process; 0 only gives work to others, on PostgreSQL
	Log      *slog.Logger
	// Outbox is run every minute, too: it writes and sends what is due. nil for none.
	Outbox func(context.Context) error
}

const (
	// longest is what one draft may take; a job that runs longer is stopped and
	// tried again.
	longest = 5 * time.Minute
	// lost is when the job of a worker that died is given to another.
	lost = longest + time.Minute
	// sweep is how often what waits is given again.
	sweep = time.Minute
)

// Queue is an office's running queue. Close ends it.
type Queue struct {
	client client
	close  func() error
}

// client is what of river.Client does not depend on the engine.
type client interface {
	Insert(ctx context.Context, args river.JobArgs, opts *river.InsertOpts) (*rivertype.JobInsertResult, error)
	JobList(ctx context.Context, params *river.JobListParams) (*river.JobListResult, error)
	Start(ctx context.Context) error
	Stop(ctx context.Context) error
	StopAndCancel(ctx context.Context) error
}

// Start opens the queue, gives it all that waits, starts the workers and has the
// office use it. ctx bounds the start alone.
func Start(ctx context.Context, c Config) (*Queue, error) {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	q, err := open(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	if c.Workers > 0 {
		if err := q.client.Start(context.WithoutCancel(ctx)); err != nil {
			return nil, errors.Join(fmt.Errorf("queue: %w", err), q.close())
		}
	}
	c.Office.WorkThrough(q)
	return q, q.giveWaiting(ctx, c.Office)
}

func open(ctx context.Context, c Config) (*Queue, error) {
	q := &Queue{}
	if strings.HasPrefix(c.Database, "postgres://") || strings.HasPrefix(c.Database, "postgresql://") {
		pool, err := pgxpool.New(ctx, c.Database)
		if err != nil {
			return nil, err
		}
		q.close = func() error { pool.Close(); return nil }
		return q, connect(ctx, q, riverpgxv5.New(pool), c)
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	q.close = db.Close
	return q, connect(ctx, q, riversqlite.New(db), c)
}

// connect brings the queue's tables up to date and makes the client.
func connect[Tx any](ctx context.Context, q *Queue, driver riverdriver.Driver[Tx], c Config) error {
	migrator, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: c.Log})
	if err == nil {
		_, err = migrator.Migrate(ctx, rivermigrate.DirectionUp, nil)
	}
	if err != nil {
		return errors.Join(err, q.close())
	}
	q.client, err = river.NewClient(driver, q.config(c))
	if err != nil {
		return errors.Join(err, q.close())
	}
	return nil
}

func (q *Queue) config(c Config) *river.Config {
	workers := river.NewWorkers()
	river.AddWorker(workers, &draftWorker{office: c.Office})
	river.AddWorker(workers, &sweepWorker{office: c.Office, queue: q})
	river.AddWorker(workers, &outboxWorker{run: c.Outbox})
	config := &river.Config{
		Logger: c.Log, Workers: workers, JobTimeout: longest, RescueStuckJobsAfter: lost,
		PeriodicJobs: []*river.PeriodicJob{river.NewPeriodicJob(
			river.PeriodicInterval(sweep),
			func() (river.JobArgs, *river.InsertOpts) { return sweepArgs{}, nil },
			nil,
		)},
	}
	if c.Outbox != nil {
		config.PeriodicJobs = append(config.PeriodicJobs, river.NewPeriodicJob(
			river.PeriodicInterval(sweep),
			func() (river.JobArgs, *river.InsertOpts) { return outboxArgs{}, &river.InsertOpts{MaxAttempts: 1} },
			nil,
		))
	}
	if c.Workers > 0 {
		config.Queues = map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: c.Workers}}
	}
	return config
}

// unfinished are the states in which a job need not be given again.
var unfinished = river.UniqueOpts{ByArgs: true, ByState: []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
}}

// Enqueue gives a job to the workers.
func (q *Queue) Enqueue(ctx context.Context, j office.Job) error {
	_, err := q.client.Insert(ctx, draftArgs{j}, &river.InsertOpts{UniqueOpts: unfinished})
	return err
}

// mostFailed is how far failed jobs are counted.
const mostFailed = 1000

// Failed counts the jobs that failed and are tried again, or were given up.
func (q *Queue) Failed(ctx context.Context) (int, error) {
	failed := river.NewJobListParams().States(rivertype.JobStateRetryable, rivertype.JobStateDiscarded).First(mostFailed)
	found, err := q.client.JobList(ctx, failed)
	if err != nil {
		return 0, err
	}
	return len(found.Jobs), nil
}

func (q *Queue) giveWaiting(ctx context.Context, o *office.Office) error {
	waiting, err := o.Waiting(ctx)
	if err != nil {
		return err
	}
	for _, j := range waiting {
		if err := q.Enqueue(ctx, j); err != nil {
			return err
		}
	}
	return nil
}

// Close lets the workers finish what they do until ctx ends; what is broken off
// then waits for the next start.
func (q *Queue) Close(ctx context.Context) error {
	err := q.client.Stop(ctx)
	if err != nil && ctx.Err() != nil {
		short, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		err = q.client.StopAndCancel(short)
	}
	return errors.Join(err, q.close())
}
