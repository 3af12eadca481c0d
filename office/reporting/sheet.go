package reporting

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"math"
	"time"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
)

// sheetID names what a unit reports for a period of a plan.
type sheetID struct{ Plan, Unit, Period string }

func (id sheetID) subject() string { return "sheet/" + id.Plan + "/" + id.Unit + "/" + id.Period }

// SheetState is how far a sheet is, and by whom.
type SheetState struct {
	State     State
	Until     time.Time // end of an exception
	Reason    string    // of the last return, withdrawal or exception
	Submitter string    // ids of persons
	Reviewer  string
	Confirmer string
	Arrived   time.Time // when it was first submitted
	At        time.Time // of the last step
	Seq       int64     // of the last step; 0: nothing was done yet
}

// now is the state at a time: an exception that has ended locks the sheet again.
func (s SheetState) now(at time.Time) SheetState {
	if s.State == Unlocked && !at.Before(s.Until) {
		s.State = Confirmed
	}
	return s
}

func stateOf(q office.Reads, id sheetID, at time.Time) (SheetState, error) {
	s := SheetState{State: Open}
	var until, arrived, last int64
	err := query.One(q.QueryRow(`SELECT state, until, reason, submitter, reviewer, confirmer, arrived, at, seq FROM sheet
		WHERE plan = $1 AND unit = $2 AND period = $3`, id.Plan, id.Unit, id.Period),
		&s.State, &until, &s.Reason, &s.Submitter, &s.Reviewer, &s.Confirmer, &arrived, &last, &s.Seq)
	if errors.Is(err, query.ErrNone) {
		return s, nil
	}
	s.Until, s.At = query.Micros(until), query.Micros(last)
	if arrived != 0 {
		s.Arrived = query.Micros(arrived)
	}
	return s.now(at), err
}

// Cell is what stands in a sheet for a series and a period.
type Cell struct {
	Key
	Period   string
	Value    string
	Quality  Quality
	Remark   string
	Evidence []string
	Person   string // id
	At       time.Time
	Seq      int64 // 0: empty
}

// Quality is how sure a value is.
type Quality string

const (
	Final       Quality = ""
	Preliminary Quality = "preliminary" // 初步核算
	Early       Quality = "early"       // 快报
	Estimate    Quality = "forecast"    // 预计
)

// Qualities are all of them, in the order of pages.
var Qualities = []Quality{Final, Preliminary, Early, Estimate}

const cellColumns = `c.no, c.unit, c.period, c.value, c.quality, c.remark, c.evidence, c.person, c.at, c.seq`

func scanCell(rows *sql.Rows) (c Cell, err error) {
	var evidence string
	var at int64
	err = rows.Scan(&c.No, &c.Unit, &c.Period, &c.Value, &c.Quality, &c.Remark, &evidence, &c.Person, &at, &c.Seq)
	c.At = query.Micros(at)
	return c, errors.Join(err, json.Unmarshal([]byte(evidence), &c.Evidence))
}

// Line is a row of a sheet: a series with its cell.
type Line struct {
	Series
	Cell     Cell
	Counted  *Counted  // what counts now
	Before   []Counted // what counted in the year's earlier periods
	Last     *Counted  // what counted a year ago
	Parts    []Part    // what the parts say for the period
	Problems []Problem // what the checks say of the cell
}

// Sheet is what a unit reports for a period.
type Sheet struct {
	Plan   office.Plan
	Unit   office.Unit
	Period monitor.Period
	SheetState
	Due   time.Time // the first day that a value is due
	Lines []Line
	AsOf  int64 // the last event when it was read

	files []Evidence // that are about to be kept
}

// Late reports a sheet that was not submitted in time, as of a day.
func (s *Sheet) Late(today time.Time) bool {
	return late(s.Arrived, s.Due, today)
}

// Sheet is what a unit reports for a period; a unit that has nothing to report
// then has none.
func (s *Service) Sheet(ctx context.Context, a office.Actor, plan, unit, period string) (*Sheet, error) {
	if err := s.Allow(ctx, a, office.ReadSheet, sheetID{plan, unit, period}.subject(), office.Object{}); err != nil {
		return nil, err
	}
	var out *Sheet
	err := s.View(ctx, func(v *ledger.View) (err error) {
		if out, err = s.sheet(v, sheetID{plan, unit, period}); err == nil {
			out.AsOf = v.Seq
		}
		return err
	})
	return out, err
}

// sheet reads a sheet with all that its checks need.
func (s *Service) sheet(q office.Reads, id sheetID) (*Sheet, error) {
	period, err := monitor.ParsePeriod(id.Period)
	if err != nil || period.String() != id.Period {
		return nil, form.Invalid("bad-period", "期次要写成 2026-03、2026-01..02、2026-Q1、2026-H1 或 2026 的样子。", "A period is written 2026-03, 2026-01..02, 2026-Q1, 2026-H1 or 2026.")
	}
	out := &Sheet{Period: period}
	if out.Plan, err = office.PlanOf(q, id.Plan); err != nil {
		return nil, err
	}
	if out.Unit, err = office.UnitOf(q, id.Unit); err != nil {
		return nil, err
	}
	if out.SheetState, err = stateOf(q, id, s.Now()); err != nil {
		return nil, err
	}
	all, err := s.seriesOf(q, out.Plan, scope{owner: id.Unit})
	if err != nil {
		return nil, err
	}
	for _, one := range all {
		if one.Has(id.Period) {
			out.Lines = append(out.Lines, Line{Series: one, Cell: Cell{Key: one.Key, Period: id.Period}})
			if due := one.Due(period); out.Due.IsZero() || due.Before(out.Due) {
				out.Due = due
			}
		}
	}
	if len(out.Lines) == 0 {
		return nil, office.ErrNotFound
	}
	if err := out.fill(q, id, s.Now()); err != nil {
		return nil, err
	}
	return out, s.relate(q, out)
}

// fill reads cells, what counts, and the parts, and checks every line.
func (s *Sheet) fill(q office.Reads, id sheetID, now time.Time) error {
	line := map[Key]*Line{}
	for i := range s.Lines {
		line[s.Lines[i].Key] = &s.Lines[i]
	}
	cells, err := query.List(q, scanCell, `SELECT `+cellColumns+` FROM cell c JOIN series s ON s.plan = c.plan AND s.no = c.no AND s.unit = c.unit
		WHERE c.plan = $1 AND c.period = $2 AND s.owner = $3`, id.Plan, id.Period, id.Unit)
	if err != nil {
		return err
	}
	for _, c := range cells {
		if l := line[c.Key]; l != nil {
			l.Cell = c
		}
	}
	if err := s.fillCounted(q, id, line); err != nil {
		return err
	}
	if err := s.fillParts(q, id, line, now); err != nil {
		return err
	}
	for i := range s.Lines {
		s.Lines[i].Problems = s.Lines[i].check(s.Period, s.Lines)
	}
	return nil
}

// fillCounted reads what counts of the year for the sheet's series, and a year ago.
func (s *Sheet) fillCounted(q office.Reads, id sheetID, line map[Key]*Line) error {
	facts, err := eachUnit(s, func(unit string) ([]Counted, error) { return countedOf(q, id.Plan, unit, math.MaxInt64) })
	if err != nil {
		return err
	}
	for _, f := range latest(facts) {
		l := line[f.Key]
		p, err := monitor.ParsePeriod(f.Period)
		switch {
		case l == nil || err != nil:
		case f.Period == id.Period:
			l.Counted = &f
		case p.Compare(s.Period) < 0:
			l.Before = append(l.Before, f)
		}
	}
	return s.fillLast(q, id, line)
}

// fillLast reads what counted for the same period of the year before.
func (s *Sheet) fillLast(q office.Reads, id sheetID, line map[Key]*Line) error {
	then := s.Period
	then.Year--
	before := office.PlanID(s.Plan.Unit, s.Plan.Year-1)
	same, err := sameRows(q, id.Plan, before)
	if err != nil || len(same) == 0 {
		return err
	}
	facts, err := eachUnit(s, func(unit string) ([]Counted, error) {
		return query.List(q, scanCounted, `SELECT `+countedColumns+` FROM counted f WHERE f.plan = $1 AND f.unit = $2 AND f.period = $3 ORDER BY f.seq`, before, unit, then.String())
	})
	if err != nil {
		return err
	}
	for _, f := range latest(facts) {
		no, ok := same[f.No]
		if l := line[Key{no, f.Key.Unit}]; ok && l != nil {
			f.No = no
			l.Last = &f
		}
	}
	return nil
}

// eachUnit reads rows of each unit whose series stand in the sheet. A query by unit
// goes by an index, however many units there are.
func eachUnit[T any](s *Sheet, read func(unit string) ([]T, error)) (all []T, err error) {
	seen := map[string]bool{}
	for i := range s.Lines {
		unit := s.Lines[i].Key.Unit
		if seen[unit] {
			continue
		}
		seen[unit] = true
		of, err := read(unit)
		if err != nil {
			return nil, err
		}
		all = append(all, of...)
	}
	return all, nil
}
