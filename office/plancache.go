package office

import (
	"math"
	"sync"
)

// planCache keeps what is computed from a plan: it depends on the plan and on the
// last event that changed it, on nothing else, so nothing in it is ever stale.
// What it holds is shared: callers only read it.
type planCache[T any] struct {
	mu   sync.Mutex
	kept map[planKey]T
}

type planKey struct {
	plan    string
	changed int64
}

const mostKept = 64

// get is what is kept, for whoever asks as of any event between two changes.
func (c *planCache[T]) get(k planKey) (T, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, found := c.kept[k]
	return v, found
}

func (c *planCache[T]) put(k planKey, v T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil || len(c.kept) >= mostKept {
		c.kept = map[planKey]T{}
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

// RowsOf are the rows of a plan as of a sequence number, 0 for now: its year's and
// last year's. They are shared: callers only read them.
func (o *Office) RowsOf(q Reads, p Plan, asOf int64) ([]Row, error) {
	if asOf <= 0 {
		asOf = math.MaxInt64
	}
	key := planKey{plan: p.ID}
	var err error
	if key.changed, err = changedUpTo(q, p, asOf); err != nil {
		return nil, err
	}
	if rows, kept := o.rows.get(key); kept {
		return rows, nil
	}
	rows, err := rowsOf(q, p.ID, 0, asOf)
	if err == nil {
		o.rows.put(key, rows)
	}
	return rows, err
}
