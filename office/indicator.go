package office

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"gangmu/ledger"
	"gangmu/plan"
	"gangmu/target"
)

// Indicator is one row of a plan with everything that is known of it.
type Indicator struct {
	Plan    Plan
	AsOf    int64
	Now     int64
	Row     Row
	Adopted plan.Item     // as it stands in the baseline
	Targets []TargetState // changes of the target, in order
	Facts   []FactState   // its results, in order; the last one counts
	Years   []YearRow     // the same indicator in all plans of the unit, by year
}

// YearRow is an indicator in one year: what was promised, what was reached.
type YearRow struct {
	Year   int
	Plan   string // id of the plan in which the row stands
	No     int
	Name   string // as printed that year
	Unit   string
	Target string
	Goal   string // the number that decides whether the target is met; empty for none
	Actual string
}

// Indicator is a row as of a sequence number; 0 is now.
func (o *Office) Indicator(ctx context.Context, a Actor, id string, no int, asOf int64) (*Indicator, error) {
	p, err := o.readable(ctx, a, id)
	if err != nil {
		return nil, err
	}
	var out *Indicator
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		out, err = indicator(v, a, p, no, asOf)
		return err
	})
	return out, err
}

func indicator(v *ledger.View, a Actor, p Plan, no int, asOf int64) (*Indicator, error) {
	asOf, err := p.upTo(v, asOf)
	if err != nil {
		return nil, err
	}
	out := &Indicator{Plan: p, AsOf: asOf, Now: v.Seq}
	if out.Row, err = judgedRow(v, p, no, asOf); err != nil {
		return nil, err
	}
	if out.Adopted, err = itemOf(v, p.ID, no); err != nil {
		return nil, err
	}
	if out.Targets, err = targetChanges(v, p.ID, no, asOf); err != nil {
		return nil, err
	}
	if out.Facts, err = facts(v, p.ID, no, asOf); err != nil {
		return nil, err
	}
	out.Years, err = years(v, a, p, no, asOf)
	return out, err
}

// years finds the indicator's series in all plans of the unit that the actor may
// read. A year that stands in two plans is told by the later one, which has its
// results.
func years(v *ledger.View, a Actor, p Plan, no int, asOf int64) ([]YearRow, error) {
	found, err := list(v, func(rows *sql.Rows) (f struct {
		id        string
		no        int
		published bool
	}, err error) {
		err = rows.Scan(&f.id, &f.no, &f.published)
		return f, err
	}, `SELECT i.plan, i.no, p.published FROM indicator i JOIN plan p ON p.id = i.plan
		WHERE i.series = (SELECT series FROM indicator WHERE plan = $1 AND no = $2) AND p.unit = $3 AND i.seq <= $4 ORDER BY p.year`, p.ID, no, p.Unit, asOf)
	if err != nil {
		return nil, err
	}
	path, err := unitPath(v, p.Unit)
	if err != nil {
		return nil, err
	}
	byYear := map[int]YearRow{}
	for _, f := range found {
		if !Can(a, ReadPlan, Object{Units: path, Public: f.published}) {
			continue
		}
		r, err := rowOf(v, f.id, f.no, asOf)
		if err != nil {
			return nil, err
		}
		byYear[r.Item.Year] = yearRow(f.id, r)
	}
	return slices.SortedFunc(maps.Values(byYear), func(x, y YearRow) int { return x.Year - y.Year }), nil
}

func yearRow(id string, r Row) YearRow {
	m := r.Item.Measure()
	y := YearRow{Year: r.Item.Year, Plan: id, No: r.No, Name: r.Item.Name, Unit: m.Unit, Target: m.Target.Text}
	if goal, _, _, ok := target.Goal(m.Target, plan.ContextFor(r.Item.Name, m.Unit)); ok {
		y.Goal = goal.String()
	}
	if len(m.Facts) > 0 {
		y.Actual = m.Facts[0].Text
	}
	return y
}

// DiffPlans sets two adopted plans side by side.
func (o *Office) DiffPlans(ctx context.Context, a Actor, old, new string) ([]plan.Change, error) {
	before, err := o.model(ctx, a, old)
	if err != nil {
		return nil, err
	}
	after, err := o.model(ctx, a, new)
	if err != nil {
		return nil, err
	}
	if old == new { // its two years
		return after.DiffYears(), nil
	}
	return plan.DiffPlans(before, after), nil
}

// model is an adopted plan as package plan knows it.
func (o *Office) model(ctx context.Context, a Actor, id string) (*plan.Plan, error) {
	p, err := o.readable(ctx, a, id)
	if err != nil {
		return nil, err
	}
	var out *plan.Plan
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		rows, err := rowsOf(v, id, 0, v.Seq)
		out = p.model(rows)
		return err
	})
	return out, err
}
