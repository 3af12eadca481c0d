package reporting

import (
	"context"
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
	p, obj, err := s.planObject(ctx, id)
	if err != nil {
		return nil, err
	}
	obj.Public = p.Published
	if err := s.Allow(ctx, a, office.ReadPlan, "plan/"+id, obj); err != nil {
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
	out := &Overview{Plan: p, Unit: unit, Now: v.Seq, Today: s.Now()}
	if out.AsOf = asOf; asOf <= 0 || asOf > v.Seq {
		out.AsOf = v.Seq
	}
	series, err := seriesOf(v, p, scope{unit: unit})
	if err != nil {
		return nil, err
	}
	set, err := lightsOf(v, p.ID, out.AsOf)
	if err != nil {
		return nil, err
	}
	h, err := historyOf(v, p, unit, out.AsOf)
	if err != nil {
		return nil, err
	}
	names, err := namesOf(v)
	if err != nil {
		return nil, err
	}
	for _, one := range series {
		w, err := h.watch(one, out.Today, set)
		if err != nil {
			return nil, err
		}
		w.OwnerName, w.Answers = names[one.Owner], names[one.Person]
		out.add(w)
	}
	return out, nil
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

func historyOf(q office.Reads, p office.Plan, unit string, asOf int64) (history, error) {
	h := history{figures: map[int][]Counted{}, before: map[int][]earlier{}, rows: map[int]plan.Item{}, last: map[int]plan.Item{}}
	facts, err := countedOf(q, p.ID, unit, asOf)
	if err != nil {
		return h, err
	}
	for _, f := range latest(facts) {
		h.figures[f.No] = append(h.figures[f.No], f)
	}
	rows, err := office.RowsOf(q, p.ID, asOf)
	if err != nil {
		return h, err
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
		facts, err := query.List(q, scanCounted, `SELECT i.no, f.period, f.unit, f.seq, f.saved, f.value, f.quality, f.person, f.signer, f.at
			FROM counted f JOIN indicator l ON l.plan = f.plan AND l.no = f.no JOIN indicator i ON i.series = l.series AND i.plan = $1
			WHERE f.plan = $2 AND f.unit = $3 AND f.seq <= $4 ORDER BY f.seq`, p.ID, office.PlanID(p.Unit, year), unit, asOf)
		if err != nil {
			return err
		}
		for _, f := range latest(facts) {
			h.before[f.No] = append(h.before[f.No], earlier{f, year})
		}
	}
	return nil
}

// watch gives a series its light.
func (h history) watch(s Series, today time.Time, set monitor.Settings) (Watched, error) {
	it := h.rows[s.No]
	w := Watched{Series: s, Of: it.Of, Printed: it.No, Section: it.Section, Figures: h.figures[s.No]}
	m := s.watched()
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
