package office

import "context"

// Queue brings work that takes long to whoever does it. What is to be done stands
// in the ledger (Office.Waiting): a queue may lose a job, it is given again.
type Queue interface {
	// Enqueue asks for Office.Work on a version of a draft; asking twice is one job.
	Enqueue(ctx context.Context, job Job) error
	// Failed is how many jobs failed and are tried again, or were given up.
	Failed(ctx context.Context) (int, error)
}

// Job is the reading and vetting of one version of a draft.
type Job struct {
	Draft   string `json:"draft"`
	Version int    `json:"version"`
}
