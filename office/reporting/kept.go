package reporting

import (
	"errors"
	"sync"
	"time"

	"gangmu/office"
	"gangmu/office/internal/query"
)

// stamp is all that the lights of a unit's series depend on. What was computed for
// one stamp holds for ever, so that nothing kept is ever stale.
type stamp struct {
	plan, unit string
	asOf       int64 // the last event that changed anything of it
	day        string

	given, accepted int64 // assignments, which are as of now
}

// stampOf reads the stamp of a unit's series as of a sequence number.
func stampOf(q office.Reads, p office.Plan, unit string, asOf int64, today time.Time) (stamp, error) {
	k := stamp{plan: p.ID, unit: unit, day: today.Format(time.DateOnly)}
	var figures, lights, assigned, facts, targets int64
	var before [yearsBefore]int64
	err := query.One(q.QueryRow(`SELECT
		coalesce((SELECT max(seq) FROM counted WHERE plan = $1 AND unit = $2 AND seq <= $3), 0),
		coalesce((SELECT max(seq) FROM counted WHERE plan = $4 AND unit = $2 AND seq <= $3), 0),
		coalesce((SELECT max(seq) FROM counted WHERE plan = $5 AND unit = $2 AND seq <= $3), 0),
		coalesce((SELECT max(seq) FROM counted WHERE plan = $6 AND unit = $2 AND seq <= $3), 0),
		coalesce((SELECT max(seq) FROM lights WHERE plan = $1 AND seq <= $3), 0),
		coalesce((SELECT max(seq) FROM fact WHERE plan = $1 AND seq <= $3), 0),
		coalesce((SELECT max(seq) FROM target_change WHERE plan = $1 AND seq <= $3), 0),
		coalesce(max(seq), 0), count(*), coalesce(sum(CASE WHEN accepted THEN 1 ELSE 0 END), 0)
		FROM series WHERE plan = $1 AND unit = $2`, p.ID, unit, asOf,
		office.PlanID(p.Unit, p.Year-1), office.PlanID(p.Unit, p.Year-2), office.PlanID(p.Unit, p.Year-3)),
		&figures, &before[0], &before[1], &before[2], &lights, &facts, &targets, &k.given, &assigned, &k.accepted)
	k.given += assigned << 40 // a plan has fewer events than that, and a unit fewer series
	k.asOf = max(figures, before[0], before[1], before[2], lights, facts, targets, p.Seq)
	return k, err
}

// kept is what was computed for stamps.
type kept struct {
	mu      sync.Mutex
	watched map[stamp][]Watched
}

// mostWatched bounds what is kept; about 200 kB an overview.
const mostWatched = 256

func (k *kept) get(of stamp) []Watched {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.watched[of]
}

func (k *kept) put(of stamp, rows []Watched) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.watched == nil || len(k.watched) >= mostWatched {
		k.watched = map[stamp][]Watched{}
	}
	k.watched[of] = rows
}

// namer looks up names as they are now, each once.
type namer struct {
	q     office.Reads
	known map[string]string
	err   error
}

func (n *namer) unit(code string) string {
	return n.name("unit/"+code, `SELECT name FROM unit WHERE code = $1`, code)
}

func (n *namer) person(id string) string {
	return n.name("person/"+id, `SELECT name FROM person WHERE id = $1`, id)
}

func (n *namer) name(key, text, id string) string {
	if name, ok := n.known[key]; ok || id == "" {
		return name
	}
	var name string
	if err := query.One(n.q.QueryRow(text, id), &name); err != nil && !errors.Is(err, query.ErrNone) {
		n.err = errors.Join(n.err, err)
	}
	n.known[key] = name
	return name
}
