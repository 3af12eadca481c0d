package office

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"gangmu/ledger"
	"gangmu/plan"
)

// Plan is an adopted plan. Its baseline never changes.
type Plan struct {
	ID        string
	Unit      string // whose plan it is
	Year      int
	Executed  int // the year whose results it carries; 0 for none
	Title     string
	Region    string
	Session   string // that approved it
	Approved  string // day
	From      Job    // the draft that it was adopted from; zero for none
	Source    string // the file, or where its rows were taken from
	Published bool
	Locked    bool // only to look at
	Person    string
	At        time.Time
	Seq       int64
}

const planColumns = `id, unit, year, executed, title, region, session, approved, draft, version, source, published, locked, person, at, seq`

func scanPlan(rows *sql.Rows) (p Plan, err error) {
	var at int64
	err = rows.Scan(&p.ID, &p.Unit, &p.Year, &p.Executed, &p.Title, &p.Region, &p.Session, &p.Approved, &p.From.Draft, &p.From.Version,
		&p.Source, &p.Published, &p.Locked, &p.Person, &at, &p.Seq)
	p.At = fromMicros(at)
	return p, err
}

func planOf(q querier, id string) (Plan, error) {
	found, err := list(q, scanPlan, `SELECT `+planColumns+` FROM plan WHERE id = $1`, id)
	if err == nil && len(found) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Plan{}, err
	}
	return found[0], nil
}

// planObject is a plan, also as rights look at it.
func (o *Office) planObject(ctx context.Context, id string) (p Plan, obj Object, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		if p, err = planOf(v, id); err != nil {
			return err
		}
		obj.Public = p.Published
		obj.Units, err = unitPath(v, p.Unit)
		return err
	})
	return p, obj, err
}

// readable is a plan that the actor may read. Nobody learns of one that he may
// not.
func (o *Office) readable(ctx context.Context, a Actor, id string) (Plan, error) {
	p, obj, err := o.planObject(ctx, id)
	if err == nil {
		err = o.allow(ctx, a, ReadPlan, planSubject(id), obj)
	}
	if err != nil {
		return Plan{}, err
	}
	return p, nil
}

// Plans are the plans that the actor may read, the latest year first.
func (o *Office) Plans(ctx context.Context, a Actor) (out []Plan, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		out = nil
		all, err := list(v, scanPlan, `SELECT `+planColumns+` FROM plan ORDER BY locked, year DESC, unit`)
		if err != nil {
			return err
		}
		for _, p := range all {
			path, err := unitPath(v, p.Unit)
			if err != nil {
				return err
			}
			if Can(a, ReadPlan, Object{Units: path, Public: p.Published}) {
				out = append(out, p)
			}
		}
		return nil
	})
	return out, err
}

func itemOf(q querier, id string, no int) (it plan.Item, err error) {
	var text string
	if err := one(q.QueryRow(`SELECT item FROM indicator WHERE plan = $1 AND no = $2`, id, no), &text); err != nil {
		return it, err
	}
	return itemFrom(text)
}

func itemFrom(text string) (it plan.Item, err error) {
	err = json.Unmarshal([]byte(text), &it)
	return it, err
}

// FactState is a result as somebody entered it, and until a later one replaced it.
type FactState struct {
	Seq    int64
	Fact   plan.Fact
	Reason string // of a correction
	Person string // id; Name is his name as of now
	Name   string
	At     time.Time
	no     int
}

// TargetState is a target from some event on.
type TargetState struct {
	Seq  int64
	Kind string // of the event
	TargetChange
	Person, Name string
	At           time.Time
	no           int
}

// facts are those of a plan, or of one row (no > 0), up to a sequence number.
func facts(q querier, id string, no int, asOf int64) ([]FactState, error) {
	return list(q, func(rows *sql.Rows) (f FactState, err error) {
		var at int64
		var text string
		err = rows.Scan(&f.no, &f.Seq, &text, &f.Reason, &f.Person, &f.Name, &at)
		f.At = fromMicros(at)
		return f, errors.Join(err, json.Unmarshal([]byte(text), &f.Fact))
	}, `SELECT f.no, f.seq, f.fact, f.reason, f.person, coalesce(p.name, ''), f.at FROM fact f LEFT JOIN person p ON p.id = f.person
		WHERE f.plan = $1 AND f.no >= $2 AND f.no <= CASE WHEN $2 = 0 THEN 1000000 ELSE $2 END AND f.seq <= $3 ORDER BY f.seq`, id, no, asOf)
}

func targetChanges(q querier, id string, no int, asOf int64) ([]TargetState, error) {
	return list(q, func(rows *sql.Rows) (t TargetState, err error) {
		var at int64
		var text string
		err = rows.Scan(&t.no, &t.Seq, &t.Kind, &text, &t.Person, &t.Name, &at)
		t.At = fromMicros(at)
		return t, errors.Join(err, json.Unmarshal([]byte(text), &t.TargetChange))
	}, `SELECT t.no, t.seq, t.kind, t.change, t.person, coalesce(p.name, ''), t.at FROM target_change t LEFT JOIN person p ON p.id = t.person
		WHERE t.plan = $1 AND t.no >= $2 AND t.no <= CASE WHEN $2 = 0 THEN 1000000 ELSE $2 END AND t.seq <= $3 ORDER BY t.seq`, id, no, asOf)
}
