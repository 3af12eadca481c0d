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

// Overview is a plan as of a sequence number; 0 is now. What it holds is shared:
// callers only read it.
func (o *Office) Overview(ctx context.Context, a Actor, id string, asOf int64) (*Overview, error) {
	p, err := o.readable(ctx, a, id)
	if err != nil {
		return nil, err
	}
	var out *Overview
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		out, err = o.overview(v, p, asOf)
		return err
	})
	return out, err
}

func (o *Office) overview(v *ledger.View, p Plan, asOf int64) (*Overview, error) {
	asOf, err := p.upTo(v, asOf)
	if err != nil {
		return nil, err
	}
	key := planKey{plan: p.ID}
	if key.changed, err = changedUpTo(v, p, asOf); err != nil {
		return nil, err
	}
	kept, found := o.overviews.get(key)
	if !found {
		rows, err := rowsOf(v, p.ID, 0, asOf)
		if err != nil {
			return nil, err
		}
		kept = &Overview{Plan: p}
		kept.Sections = sections(kept.assess(rows))
		o.overviews.put(key, kept)
	}
	out := *kept
	out.AsOf, out.Now = asOf, v.Seq
	return &out, nil
}

// upTo is the event up to which a plan is told: asOf, or the last there is.
func (p Plan) upTo(v *ledger.View, asOf int64) (int64, error) {
	if asOf <= 0 || asOf > v.Seq {
		asOf = v.Seq
	}
	if asOf < p.Seq {
		return 0, ErrNotFound // there was no such plan yet
	}
	return asOf, nil
}

// rowsOf are the rows of a plan, or its row no (no > 0), with the last results and
// targets.
func rowsOf(q querier, id string, no int, asOf int64) ([]Row, error) {
	rows, err := list(q, func(s *sql.Rows) (r Row, err error) {
		var text string
		err = s.Scan(&r.No, &text, &r.Last)
		return r, errors.Join(err, json.Unmarshal([]byte(text), &r.Item))
	}, `SELECT no, item, last FROM indicator WHERE plan = $1 AND `+rowBounds+` ORDER BY no`, id, no)
	if err != nil {
		return nil, err
	}
	results, err := facts(q, id, no, asOf)
	if err != nil {
		return nil, err
	}
	changes, err := targetChanges(q, id, no, asOf)
	if err != nil {
		return nil, err
	}
	for _, f := range results {
		if r := at(rows, f.no); r != nil {
			r.Item.Measures[0].Facts = []plan.Fact{f.Fact}
		}
	}
	for _, c := range changes {
		if r := at(rows, c.no); r != nil {
			m := &r.Item.Measures[0]
			r.Baseline, r.Changed = cmp.Or(r.Baseline, m.Target.Text), c.Kind
			m.Target, m.HasTarget = c.Target, true
		}
	}
	return rows, nil
}

// rowBounds select the row $2, or all rows where that is 0, by the index.
const rowBounds = `no >= $2 AND no <= CASE WHEN $2 = 0 THEN 1000000 ELSE $2 END`

// at is the row of a number, if it measures anything; rows are numbered without
// gaps.
func at(rows []Row, no int) *Row {
	if len(rows) == 0 || no < rows[0].No || no > rows[len(rows)-1].No {
		return nil
	}
	if r := &rows[no-rows[0].No]; len(r.Item.Measures) > 0 {
		return r
	}
	return nil
}

func rowOf(q querier, id string, no int, asOf int64) (Row, error) {
	rows, err := rowsOf(q, id, no, asOf)
	if err == nil && len(rows) == 0 || no == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Row{}, err
	}
	return rows[0], nil
}

// judgedRow is one row with its verdict. Only a target that looks at another series,
// and a part of another row, need the whole plan to be judged.
func judgedRow(v *ledger.View, p Plan, no int, asOf int64) (Row, error) {
	r, err := rowOf(v, p.ID, no, asOf)
	if err != nil {
		return r, err
	}
	judged := r
	if r.Last > 0 {
		if judged, err = rowOf(v, p.ID, r.Last, asOf); err != nil {
			return r, err
		}
		r.LastItem = judged.Item
	}
	if judged.Item.Year == p.Year {
		return r, nil // a new indicator: no result yet
	}
	whole := []Row{judged}
	if !judged.Item.Top() || judged.Item.Measure().Target.Kind == target.Benchmark {
		if whole, err = rowsOf(v, p.ID, 0, asOf); err != nil {
			return r, err
		}
	}
	view := Overview{Plan: p}
	model := p.model(whole)
	view.judge(model, &judged)
	r.Result, r.HasResult = judged.Result, judged.HasResult
	return r, nil
}

// model is the rows as package plan knows them.
func (p Plan) model(rows []Row) *plan.Plan {
	out := &plan.Plan{Title: p.Title, Region: p.Region, ExecutedYear: p.Executed, PlannedYear: p.Year}
	for _, r := range rows {
		out.Indicators = append(out.Indicators, r.Item)
	}
	return out
}

// assess splits the rows into those of the plan's year, which it returns, and last
// year's, which it judges and pairs with them.
func (out *Overview) assess(rows []Row) (this []Row) {
	whole := out.Plan.model(rows)
	for i := range rows {
		if r := &rows[i]; r.Item.Year != out.Plan.Year {
			out.judge(whole, r)
			out.Last = append(out.Last, *r)
		}
	}
	for _, r := range rows {
		if r.Item.Year != out.Plan.Year {
			continue
		}
		if r.Last > 0 && r.Last <= len(rows) {
			l := rows[r.Last-1]
			r.LastItem, r.Result, r.HasResult = l.Item, l.Result, l.HasResult
		}
		this = append(this, r)
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
