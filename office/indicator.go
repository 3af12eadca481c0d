package office

import (
	"context"
	"slices"

	"gangmu/ledger"
	"gangmu/plan"
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
	view, err := overview(v, p, asOf)
	if err != nil {
		return nil, err
	}
	row, ok := view.Row(no)
	if !ok {
		return nil, ErrNotFound
	}
	out := &Indicator{Plan: p, AsOf: view.AsOf, Now: view.Now, Row: row}
	if out.Adopted, err = itemOf(v, p.ID, no); err != nil {
		return nil, err
	}
	if out.Targets, err = targetChanges(v, p.ID, no, view.AsOf); err != nil {
		return nil, err
	}
	if out.Facts, err = facts(v, p.ID, no, view.AsOf); err != nil {
		return nil, err
	}
	out.Years, err = years(v, a, p, row.Item, view.AsOf)
	return out, err
}

// years finds an indicator in all plans of the unit that the actor may read. A year
// that stands in two plans is told by the later one, which has its results.
func years(v *ledger.View, a Actor, p Plan, it plan.Item, asOf int64) ([]YearRow, error) {
	all, err := list(v, scanPlan, `SELECT `+planColumns+` FROM plan WHERE unit = $1 AND seq <= $2 ORDER BY year`, p.Unit, asOf)
	if err != nil {
		return nil, err
	}
	path, err := unitPath(v, p.Unit)
	if err != nil {
		return nil, err
	}
	byYear := map[int]YearRow{}
	for _, other := range all {
		if !Can(a, ReadPlan, Object{Units: path, Public: other.Published}) {
			continue
		}
		rows, err := rowsOf(v, other, asOf)
		if err != nil {
			return nil, err
		}
		for _, year := range []int{other.Executed, other.Year} {
			if r, ok := sameIn(rows, year, it); ok {
				byYear[year] = yearRow(other.ID, r)
			}
		}
	}
	var out []YearRow
	for _, y := range byYear {
		out = append(out, y)
	}
	slices.SortFunc(out, func(x, y YearRow) int { return x.Year - y.Year })
	return out, nil
}

// sameIn is the row of a year that is the same indicator as it.
func sameIn(rows []Row, year int, it plan.Item) (Row, bool) {
	var of []Row
	var items []plan.Item
	for _, r := range rows {
		if r.Item.Year == year {
			of, items = append(of, r), append(items, r.Item)
		}
	}
	if len(of) == 0 {
		return Row{}, false
	}
	if at := plan.Match(items, []plan.Item{it})[0]; at >= 0 {
		return of[at], true
	}
	return Row{}, false
}

func yearRow(id string, r Row) YearRow {
	m := r.Item.Measure()
	y := YearRow{Year: r.Item.Year, Plan: id, No: r.No, Name: r.Item.Name, Unit: m.Unit, Target: m.Target.Text}
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
	out := &plan.Plan{Title: p.Title, Region: p.Region, ExecutedYear: p.Executed, PlannedYear: p.Year}
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		rows, err := rowsOf(v, p, v.Seq)
		out.Indicators = nil
		for _, r := range rows {
			out.Indicators = append(out.Indicators, r.Item)
		}
		return err
	})
	return out, err
}
