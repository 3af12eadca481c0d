package office

import "sync"

// overviews keeps what overview has computed: it depends on the plan and on the
// last event that changed it, on nothing else, so nothing in it is ever stale.
type overviews struct {
	mu   sync.Mutex
	kept map[overviewKey]*Overview
}

type overviewKey struct {
	plan    string
	changed int64
}

const mostOverviews = 64

// get is a kept overview, for whoever asks as of any event between two changes.
func (c *overviews) get(k overviewKey) *Overview {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.kept[k]
}

func (c *overviews) put(k overviewKey, v *Overview) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil || len(c.kept) >= mostOverviews {
		c.kept = map[overviewKey]*Overview{}
	}
	c.kept[k] = v
}

// changedUpTo is the last event up to asOf that changed a plan.
func changedUpTo(q querier, p Plan, asOf int64) (seq int64, err error) {
	err = q.QueryRow(`SELECT max(seq) FROM (
			SELECT max(seq) AS seq FROM fact WHERE plan = $1 AND seq <= $2
			UNION ALL SELECT max(seq) FROM target_change WHERE plan = $1 AND seq <= $2
			UNION ALL SELECT seq FROM plan WHERE id = $1
		) changes`, p.ID, asOf).Scan(&seq)
	return seq, err
}
