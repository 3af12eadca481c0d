package jobs

import (
	"context"

	"github.com/riverqueue/river"

	"gangmu/office"
)

// draftArgs is the job of reading and vetting a version.
type draftArgs struct{ office.Job }

func (draftArgs) Kind() string { return "draft" }

type draftWorker struct {
	river.WorkerDefaults[draftArgs]
	office *office.Office
}

func (w *draftWorker) Work(ctx context.Context, job *river.Job[draftArgs]) error {
	return w.office.Work(ctx, job.Args.Job)
}

// sweepArgs is the job of looking for what waits, and forgetting what has expired.
type sweepArgs struct{}

func (sweepArgs) Kind() string { return "sweep" }

type sweepWorker struct {
	river.WorkerDefaults[sweepArgs]
	office *office.Office
	queue  *Queue
}

func (w *sweepWorker) Work(ctx context.Context, _ *river.Job[sweepArgs]) error {
	if err := w.office.Sweep(ctx); err != nil {
		return err
	}
	return w.queue.giveWaiting(ctx, w.office)
}

// outboxArgs is the job of writing and sending what is due. A round that fails is
// not tried again: the next one comes in a minute.
type outboxArgs struct{}

func (outboxArgs) Kind() string { return "outbox" }

type outboxWorker struct {
	river.WorkerDefaults[outboxArgs]
	run func(context.Context) error
}

func (w *outboxWorker) Work(ctx context.Context, _ *river.Job[outboxArgs]) error {
	if w.run == nil {
		return nil
	}
	return w.run(ctx)
}
