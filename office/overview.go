package office

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"gangmu/ledger"
	"gangmu/plan"
	"gangmu/target"
)

// Overview is a plan as of an event: the rows of its year, and last year's with
// their results.
type Overview struct {
	Plan     Plan
	AsOf     int64 // the event up to which it is told
	Now      int64 // the last event there is
	Sections []Section
	Counts   plan.Counts // of last year's verdicts
	Last     []Row       // last year's rows in the order of the report
	rows     map[int]Row
}

// Section is a group of indicators, binding ones first, parts (其中) behind the row
// that they belong to.
type Section struct {
	Name string
	Rows []Row
}

// Row is an indicator of a plan.
type Row struct {
	No       int       // within the plan, from 1
	Item     plan.Item // with the target and the result as of then
	Baseline string    // the target as adopted, where it has changed since
	Changed  string    // kind of the last change of the target: target.issued, target.adjusted
	// Last is the No of the same indicator in last year's rows (0: it is new); its
	// own last year's rows have none.
	Last      int
	LastItem  plan.Item
	Result    target.Result // of a row of last year; for one of this year that of Last
	HasResult bool
}

// Overview is a plan as of a sequence number; 0 is now.
func (o *Office) Overview(ctx context.Context, a Actor, id string, asOf int64) (*Overview, error) {
	p, err := o.readable(ctx, a, id)
	if err != nil {
		return nil, err
	}
	var out *Overview
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		out, err = overview(v, p, asOf)
		return err
	})
	return out, err
}

func overview(v *ledger.View, p Plan, asOf int64) (*Overview, error) {
	if asOf <= 0 || asOf > v.Seq {
		asOf = v.Seq
	}
	if asOf < p.Seq {
		return nil, ErrNotFound
	}
	rows, err := rowsOf(v, p, asOf)
	if err != nil {
		return nil, err
	}
	out := &Overview{Plan: p, AsOf: asOf, Now: v.Seq, rows: map[int]Row{}}
	this := out.assess(rows)
	for _, r := range slices.Concat(this, out.Last) {
		out.rows[r.No] = r
	}
	out.Sections = sections(this)
	return out, nil
}

// rowsOf are the rows of a plan with their last results and targets.
func rowsOf(q querier, p Plan, asOf int64) ([]Row, error) {
	rows, err := list(q, func(s *sql.Rows) (r Row, err error) {
		var text string
		err = s.Scan(&r.No, &text)
		return r, errors.Join(err, json.Unmarshal([]byte(text), &r.Item))
	}, `SELECT no, item FROM indicator WHERE plan = $1 ORDER BY no`, p.ID)
	if err != nil {
		return nil, err
	}
	results, err := facts(q, p.ID, 0, asOf)
	if err != nil {
		return nil, err
	}
	changes, err := targetChanges(q, p.ID, 0, asOf)
	if err != nil {
		return nil, err
	}
	for _, f := range results {
		if m := measure(rows, f.no); m != nil {
			m.Facts = []plan.Fact{f.Fact}
		}
	}
	for _, c := range changes {
		if m := measure(rows, c.no); m != nil {
			r := &rows[c.no-1]
			r.Baseline, r.Changed = cmp.Or(r.Baseline, m.Target.Text), c.Kind
			m.Target, m.HasTarget = c.Target, true
		}
	}
	return rows, nil
}

// measure is the measure of a row; rows are numbered without gaps.
func measure(rows []Row, no int) *plan.Measure {
	if no < 1 || no > len(rows) || len(rows[no-1].Item.Measures) == 0 {
		return nil
	}
	return &rows[no-1].Item.Measures[0]
}

// assess splits the rows into those of the plan's year, which it returns, and last
// year's, which it judges and pairs with them.
func (out *Overview) assess(rows []Row) (this []Row) {
	whole := plan.Plan{Region: out.Plan.Region, ExecutedYear: out.Plan.Executed, PlannedYear: out.Plan.Year}
	var before, now []plan.Item
	for _, r := range rows {
		whole.Indicators = append(whole.Indicators, r.Item)
		if r.Item.Year == out.Plan.Year {
			this, now = append(this, r), append(now, r.Item)
		} else {
			out.Last, before = append(out.Last, r), append(before, r.Item)
		}
	}
	for i := range out.Last {
		out.judge(&whole, &out.Last[i])
	}
	for i, j := range plan.Match(before, now) {
		if j >= 0 {
			l := out.Last[j]
			this[i].Last, this[i].LastItem, this[i].Result, this[i].HasResult = l.No, l.Item, l.Result, l.HasResult
		}
	}
	return this
}

func (out *Overview) judge(whole *plan.Plan, r *Row) {
	if !r.Item.Measure().HasTarget {
		return
	}
	if results := whole.AssessItem(r.Item); len(results) > 0 {
		r.Result, r.HasResult = results[0], true
		if r.Item.Top() {
			out.Counts.Add(r.Result)
		}
	}
}

// sections groups rows as the report does.
func sections(rows []Row) []Section {
	var out []Section
	for _, r := range rows {
		at := slices.IndexFunc(out, func(s Section) bool { return s.Name == r.Item.Section })
		if at < 0 {
			at = len(out)
			out = append(out, Section{Name: r.Item.Section})
		}
		out[at].Rows = append(out[at].Rows, r)
	}
	for i := range out {
		out[i].Rows = bindingFirst(out[i].Rows)
	}
	return out
}

// bindingFirst moves binding rows, each with its parts, to the front.
func bindingFirst(rows []Row) []Row {
	var first, rest []Row
	binding := false
	for _, r := range rows {
		if r.Item.Top() {
			binding = r.Item.Binding
		}
		if binding {
			first = append(first, r)
		} else {
			rest = append(rest, r)
		}
	}
	return append(first, rest...)
}

// Row is a row of either year.
func (out *Overview) Row(no int) (Row, bool) {
	r, ok := out.rows[no]
	return r, ok
}
