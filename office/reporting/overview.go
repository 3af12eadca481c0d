package reporting

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/query"
	"gangmu/plan"
)

// Watched is a series with what counts of it, and its light.
type Watched struct {
	Series
	Of        string // No of the row that it is a part (其中) of
	Printed   string // its No as printed
	Section   string
	OwnerName string
	Answers   string // name of the person
	Figures   []Counted
	monitor.Judgement
}

// Latest is the last figure that counts.
func (w Watched) Latest() *Counted {
	if w.From == nil {
		return nil
	}
	for i := range w.Figures {
		if factID(w.Figures[i]) == w.From.ID {
			return &w.Figures[i]
		}
	}
	return nil
}

// Missed reports a series that the counts name as 未认领: nobody has it, or who was
// named did not accept.
func (w Watched) Unowned() bool { return w.Seq == 0 || w.Person == "" || !w.Accepted }

// Counts are how many series show what.
type Counts struct{ Green, Yellow, Red, Missing, None, Unowned int }

// Overview is what a unit's series of a plan show as of a sequence number.
type Overview struct {
	Plan   office.Plan
	Unit   string
	Today  time.Time
	AsOf   int64
	Now    int64
	Rows   []Watched
	Counts Counts // of top rows, not of parts (其中)
}

// Overview is what the series of a unit (the plan's own for the whole) show as of
// a sequence number, 0 for now. Lights go by what counts.
func (s *Service) Overview(ctx context.Context, a office.Actor, id, unit string, asOf int64) (out *Overview, err error) {
	p, err := s.Plan(ctx, a, id)
	if err != nil {
		return nil, err
	}
	if unit == "" {
		unit = p.Unit
	}
	err = s.View(ctx, func(v *ledger.View) error {
		out, err = s.overview(v, p, unit, asOf)
		return err
	})
	return out, err
}

func (s *Service) overview(v *ledger.View, p office.Plan, unit string, asOf int64) (*Overview, error) {
	today := s.Now()
	then := asOf
	if asOf <= 0 || asOf > v.Seq {
		then = v.Seq
	}
	k, err := stampOf(v, p, unit, then, today)
	if err != nil {
		return nil, err
	}
	rows := s.kept.get(k)
	if rows == nil {
		if rows, err = s.watchAll(v, p, k, today); err != nil {
			return nil, err
		}
		s.kept.put(k, rows)
	}
	out := &Overview{Plan: p, Unit: unit, Now: v.Seq, AsOf: then, Today: today}
	names := namer{q: v, known: map[string]string{}}
	for _, w := range rows {
		w.OwnerName, w.Answers = names.unit(w.Owner), names.person(w.Person)
		out.add(w)
	}
	return out, names.err
}

// watchAll gives all series of a unit their lights.
func (s *Service) watchAll(q office.Reads, p office.Plan, k stamp, today time.Time) ([]Watched, error) {
	items, err := s.RowsOf(q, p, k.asOf)
	if err != nil {
		return nil, err
	}
	series, err := seriesAmong(q, p, items, scope{unit: k.unit})
	if err != nil {
		return nil, err
	}
	set, err := lightsOf(q, p.ID, k.asOf)
	if err != nil {
		return nil, err
	}
	h, err := historyAmong(q, p, items, k.unit, k.asOf)
	if err != nil {
		return nil, err
	}
	rows := make([]Watched, 0, len(series))
	for _, one := range series {
		w, err := h.watch(one, today, set)
		if err != nil {
			return nil, err
		}
		rows = append(rows, w)
	}
	return rows, nil
}

func (o *Overview) add(w Watched) {
	o.Rows = append(o.Rows, w)
	if w.Of != "" {
		return
	}
	switch w.Light {
	case monitor.Green:
		o.Counts.Green++
	case monitor.Yellow:
		o.Counts.Yellow++
	case monitor.Red:
		o.Counts.Red++
	case monitor.Missing:
		o.Counts.Missing++
	default:
		o.Counts.None++
	}
	if w.Unowned() {
		o.Counts.Unowned++
	}
}

// history is what is known of a unit's series up to a sequence number: this year's
// figures, and those of earlier plans of the same place.
type history struct {
	figures map[int][]Counted // of this plan by row
	before  map[int][]earlier // of earlier ones by row of this plan
	rows    map[int]plan.Item // of this plan
	last    map[int]plan.Item // last year's row with its result
}

type earlier struct {
	Counted
	year int
}

func (s *Service) historyOf(q office.Reads, p office.Plan, unit string, asOf int64) (history, error) {
	rows, err := s.RowsOf(q, p, asOf)
	if err != nil {
		return history{}, err
	}
	return historyAmong(q, p, rows, unit, asOf)
}

// historyAmong is historyOf where the plan's rows are known.
func historyAmong(q office.Reads, p office.Plan, rows []office.Row, unit string, asOf int64) (history, error) {
	h := history{figures: map[int][]Counted{}, before: map[int][]earlier{}, rows: map[int]plan.Item{}, last: map[int]plan.Item{}}
	facts, err := countedOf(q, p.ID, unit, asOf)
	if err != nil {
		return h, err
	}
	for _, f := range latest(facts) {
		h.figures[f.No] = append(h.figures[f.No], f)
	}
	for _, r := range rows {
		h.rows[r.No] = r.Item
	}
	for _, r := range rows {
		if r.Last > 0 && unit == p.Unit {
			h.last[r.No] = h.rows[r.Last]
		}
	}
	return h, h.readBefore(q, p, unit, asOf)
}

// yearsBefore is how many earlier plans are looked at.
const yearsBefore = 3

func (h history) readBefore(q office.Reads, p office.Plan, unit string, asOf int64) error {
	for year := p.Year - 1; year >= p.Year-yearsBefore; year-- {
		before := office.PlanID(p.Unit, year)
		same, err := sameRows(q, p.ID, before)
		if err != nil {
			return err
		}
		if len(same) == 0 {
			continue
		}
		facts, err := countedOf(q, before, unit, asOf)
		if err != nil {
			return err
		}
		for _, f := range latest(facts) {
			if no, ok := same[f.No]; ok {
				f.No = no
				h.before[no] = append(h.before[no], earlier{f, year})
			}
		}
	}
	return nil
}

// sameRows are the rows of an earlier plan that are the same indicator as one of
// this plan, by the earlier number.
func sameRows(q office.Reads, plan, before string) (map[int]int, error) {
	pairs, err := query.List(q, func(rows *sql.Rows) (p [2]int, err error) {
		err = rows.Scan(&p[0], &p[1])
		return p, err
	}, `SELECT l.no, i.no FROM indicator l JOIN indicator i ON i.series = l.series AND i.plan = $1 WHERE l.plan = $2`, plan, before)
	same := make(map[int]int, len(pairs))
	for _, p := range pairs {
		same[p[0]] = p[1]
	}
	return same, err
}

// watch gives a series its light.
func (h history) watch(s Series, today time.Time, set monitor.Settings) (Watched, error) {
	it := h.rows[s.No]
	w := Watched{Series: s, Of: it.Of, Printed: it.No, Section: it.Section, Figures: h.figures[s.No]}
	m := s.watched()
	m.Values = make([]monitor.Value, 0, len(w.Figures)+len(h.before[s.No]))
	for _, f := range w.Figures {
		v, err := s.value(f)
		if err != nil {
			return w, err
		}
		m.Values = append(m.Values, v)
	}
	for _, f := range h.before[s.No] {
		v, err := s.value(f.Counted)
		if err != nil {
			return w, err
		}
		m.Values = append(m.Values, v)
	}
	if facts := h.last[s.No].Measure().Facts; len(facts) > 0 && facts[0].HasValue && !facts[0].Change {
		base := facts[0].Quantity
		m.Context.Base = &base
	}
	w.Judgement = monitor.Judge(m, today, set)
	return w, nil
}

// namesOf are the names of all units and persons.
func namesOf(q office.Reads) (map[string]string, error) {
	names := map[string]string{}
	for _, table := range []string{`SELECT code, name FROM unit`, `SELECT id, name FROM person`} {
		rows, err := q.Query(table)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var id, name string
			if err := rows.Scan(&id, &name); err != nil {
				rows.Close()
				return nil, err
			}
			names[id] = name
		}
		if err := rows.Close(); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// Worst are the rows that need a look, the worst first.
func (o *Overview) Worst() []Watched {
	rank := map[monitor.Light]int{monitor.Red: 0, monitor.Missing: 1, monitor.Yellow: 2}
	var out []Watched
	for _, w := range o.Rows {
		if _, bad := rank[w.Light]; bad {
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b Watched) int { return rank[a.Light] - rank[b.Light] })
	return out
}
