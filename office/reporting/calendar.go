package reporting

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/query"
)

// Duty is a sheet of the calendar: what a unit reports for a period, how far it is
// and when it is due.
type Duty struct {
	Unit, UnitName string
	Period         monitor.Period
	State          State
	Due            time.Time
	Late           bool // not submitted, or submitted after the due day
	Cells, Filled  int
	Reason         string // of the last return or exception
	Seq            int64  // of the last step
}

// Calendar are the sheets of a plan whose periods have ended, the earliest due
// first; units restricts it to some that report.
func (s *Service) Calendar(ctx context.Context, a office.Actor, plan string, units ...string) (out []Duty, err error) {
	err = s.inside(ctx, a, plan, func(v *ledger.View, p office.Plan) (err error) {
		out, err = s.calendar(v, p, units)
		return err
	})
	return out, err
}

func (s *Service) calendar(q office.Reads, p office.Plan, units []string) ([]Duty, error) {
	given, err := query.List(q, scanSeries, `SELECT no, unit, accepted, spec, seq FROM series WHERE plan = $1`, p.ID)
	if err != nil {
		return nil, err
	}
	all := map[sheetID]*Duty{}
	today := s.Now()
	for _, one := range given {
		if len(units) > 0 && !slices.Contains(units, one.Owner) {
			continue
		}
		for _, period := range one.Schedule().Periods(p.Year) {
			if !over(period, today) {
				continue
			}
			id := sheetID{p.ID, one.Owner, period.String()}
			d := all[id]
			if d == nil {
				d = &Duty{Unit: one.Owner, Period: period, State: Open, Due: one.Due(period)}
				all[id] = d
			}
			d.Cells++
			if due := one.Due(period); due.Before(d.Due) {
				d.Due = due
			}
		}
	}
	if err := s.fillDuties(q, p, all, today); err != nil {
		return nil, err
	}
	out := make([]Duty, 0, len(all))
	for _, d := range all {
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b Duty) int {
		return cmp.Or(a.Due.Compare(b.Due), a.Period.Compare(b.Period), cmp.Compare(a.Unit, b.Unit))
	})
	return out, nil
}

// over reports a period that has ended by a day.
func over(p monitor.Period, today time.Time) bool {
	y, m, _ := today.Date()
	return y > p.Year || y == p.Year && int(m) > p.Last
}

// fillDuties reads how far the sheets are.
func (s *Service) fillDuties(q office.Reads, p office.Plan, all map[sheetID]*Duty, today time.Time) error {
	names, err := namesOf(q)
	if err != nil {
		return err
	}
	type row struct {
		unit, period string
		SheetState
	}
	states, err := query.List(q, func(rows *sql.Rows) (r row, err error) {
		var until, arrived int64
		err = rows.Scan(&r.unit, &r.period, &r.State, &until, &arrived, &r.Reason, &r.Seq)
		r.Until = query.Micros(until)
		if arrived != 0 {
			r.Arrived = query.Micros(arrived)
		}
		return r, err
	}, `SELECT unit, period, state, until, arrived, reason, seq FROM sheet WHERE plan = $1`, p.ID)
	if err != nil {
		return err
	}
	known := map[sheetID]SheetState{}
	for _, r := range states {
		known[sheetID{p.ID, r.unit, r.period}] = r.now(today)
	}
	filled, err := query.List(q, func(rows *sql.Rows) (r struct {
		unit, period string
		n            int
	}, err error) {
		err = rows.Scan(&r.unit, &r.period, &r.n)
		return r, err
	}, `SELECT s.owner, c.period, count(*) FROM cell c JOIN series s ON s.plan = c.plan AND s.no = c.no AND s.unit = c.unit
		WHERE c.plan = $1 AND c.value <> '' GROUP BY s.owner, c.period`, p.ID)
	if err != nil {
		return err
	}
	for _, f := range filled {
		if d := all[sheetID{p.ID, f.unit, f.period}]; d != nil {
			d.Filled = f.n
		}
	}
	for id, d := range all {
		d.UnitName = names[d.Unit]
		st, found := known[id]
		if found {
			d.State, d.Reason, d.Seq = st.State, st.Reason, st.Seq
		}
		d.Late = late(st.Arrived, d.Due, today)
	}
	return nil
}

// late reports something that arrived after its due day, or is still missing then.
func late(arrived, due, today time.Time) bool {
	if arrived.IsZero() {
		arrived = today
	}
	return arrived.Local().Format(time.DateOnly) > due.Format(time.DateOnly)
}

// Tasks are what waits for somebody in a plan.
type Tasks struct {
	Accept  []Series // to be accepted by name
	Fill    []Duty   // of units that he reports for
	Review  []Duty   // of units that he reviews
	Confirm []Duty   // that the plan office confirms
	Answer  []Instruction
}

// Empty reports that nothing waits.
func (t Tasks) Empty() bool {
	return len(t.Accept)+len(t.Fill)+len(t.Review)+len(t.Confirm)+len(t.Answer) == 0
}

// Tasks are what waits for the actor in a plan.
func (s *Service) Tasks(ctx context.Context, a office.Actor, plan string) (out Tasks, err error) {
	err = s.inside(ctx, a, plan, func(v *ledger.View, p office.Plan) error {
		out = Tasks{}
		series, err := s.seriesOf(v, p, scope{})
		if err != nil {
			return err
		}
		for _, one := range series {
			if one.Seq > 0 && one.Person == a.Person && !one.Accepted {
				out.Accept = append(out.Accept, one)
			}
		}
		duties, err := s.calendar(v, p, nil)
		if err != nil {
			return err
		}
		if err := out.sort(v, a, duties); err != nil {
			return err
		}
		return out.instructions(v, a, plan)
	})
	return out, err
}

func (t *Tasks) sort(q office.Reads, a office.Actor, duties []Duty) error {
	paths := map[string]office.Object{}
	for _, d := range duties {
		obj, known := paths[d.Unit]
		if !known {
			path, err := office.UnitPath(q, d.Unit)
			if err != nil {
				return err
			}
			obj.Units = path
			paths[d.Unit] = obj
		}
		switch {
		case d.State.Fillable() && office.Can(a, office.ReportSheet, obj):
			t.Fill = append(t.Fill, d)
		case d.State == Submitted && office.Can(a, office.ReviewSheet, obj):
			t.Review = append(t.Review, d)
		case d.State == Reviewed && office.Can(a, office.ConfirmSheet, obj):
			t.Confirm = append(t.Confirm, d)
		}
	}
	return nil
}

// instructions are the open ones of units that the actor reports for.
func (t *Tasks) instructions(q office.Reads, a office.Actor, plan string) error {
	all, err := instructionsOf(q, plan, 0)
	if err != nil {
		return err
	}
	for _, i := range all {
		if !i.Open() || i.Owner == "" {
			continue
		}
		path, err := office.UnitPath(q, i.Owner)
		if err != nil {
			return err
		}
		if office.Can(a, office.ReportSheet, office.Object{Units: path}) {
			t.Answer = append(t.Answer, i)
		}
	}
	return nil
}
