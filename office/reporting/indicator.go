package reporting

import (
	"context"
	"slices"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/query"
)

// Indicator is one series with its months: what counts, what was known when, what
// is under way, and earlier years beside it.
type Indicator struct {
	Plan office.Plan
	Watched
	Months       []Month
	Earlier      []Year // the latest first
	Parts        []Watched
	Notes        []Note
	Instructions []Instruction
	Names        map[string]string // of units and persons
	AsOf, Now    int64
}

// Month is a period of the series' schedule.
type Month struct {
	Period   monitor.Period
	Counted  *Counted
	Versions []Counted // every figure that ever counted, the first one first
	Pending  *Cell     // what is filled in but does not count yet
	State    State
}

// Year is the figures of an earlier year.
type Year struct {
	Year    int
	Figures []Counted
}

// Indicator is a series of a plan as of a sequence number, 0 for now.
func (s *Service) Indicator(ctx context.Context, a office.Actor, id string, k Key, asOf int64) (out *Indicator, err error) {
	p, err := s.Plan(ctx, a, id)
	if err != nil {
		return nil, err
	}
	if k.Unit == "" {
		k.Unit = p.Unit
	}
	err = s.View(ctx, func(v *ledger.View) error {
		out = &Indicator{Plan: p, AsOf: asOf, Now: v.Seq}
		if asOf <= 0 || asOf > v.Seq {
			out.AsOf = v.Seq
		}
		return s.fillIndicator(v, out, k, office.Can(a, office.ReadSheet, office.Object{}))
	})
	return out, err
}

// fillIndicator reads the series; what is under way only for who may read sheets.
func (s *Service) fillIndicator(q office.Reads, out *Indicator, k Key, inside bool) error {
	rows, err := s.RowsOf(q, out.Plan, out.AsOf) // with the targets of then
	if err != nil {
		return err
	}
	found, err := seriesAmong(q, out.Plan, rows, scope{no: k.No, unit: k.Unit})
	if err == nil && len(found) == 0 {
		err = office.ErrNotFound
	}
	if err != nil {
		return err
	}
	one := found[0]
	set, err := lightsOf(q, out.Plan.ID, out.AsOf)
	if err != nil {
		return err
	}
	h, err := s.historyOf(q, out.Plan, k.Unit, out.AsOf)
	if err != nil {
		return err
	}
	if out.Watched, err = h.watch(one, s.Now(), set); err != nil {
		return err
	}
	if out.Names, err = namesOf(q); err != nil {
		return err
	}
	out.OwnerName, out.Answers = out.Names[one.Owner], out.Names[one.Person]
	for _, e := range h.before[k.No] {
		at := slices.IndexFunc(out.Earlier, func(y Year) bool { return y.Year == e.year })
		if at < 0 {
			at = len(out.Earlier)
			out.Earlier = append(out.Earlier, Year{Year: e.year})
		}
		out.Earlier[at].Figures = append(out.Earlier[at].Figures, e.Counted)
	}
	if err := out.fillMonths(q, k, inside); err != nil {
		return err
	}
	if err := s.fillPartsOf(q, out, k, rows, set); err != nil {
		return err
	}
	if !inside {
		return nil
	}
	if out.Notes, err = notesOf(q, out.Plan.ID, k, ""); err != nil {
		return err
	}
	all, err := instructionsOf(q, out.Plan.ID, 0)
	for _, i := range all {
		if i.Key == k {
			out.Instructions = append(out.Instructions, i)
		}
	}
	return err
}

func (out *Indicator) fillMonths(q office.Reads, k Key, inside bool) error {
	versions, err := query.List(q, scanCounted, `SELECT `+countedColumns+` FROM counted f WHERE f.plan = $1 AND f.no = $2 AND f.unit = $3 AND f.seq <= $4 ORDER BY f.seq`,
		out.Plan.ID, k.No, k.Unit, out.AsOf)
	if err != nil {
		return err
	}
	cells, err := query.List(q, scanCell, `SELECT `+cellColumns+` FROM cell c WHERE c.plan = $1 AND c.no = $2 AND c.unit = $3`, out.Plan.ID, k.No, k.Unit)
	if err != nil {
		return err
	}
	for _, p := range out.Schedule().Periods(out.Plan.Year) {
		m := Month{Period: p, State: Open}
		for _, f := range versions {
			if f.Period == p.String() {
				m.Versions = append(m.Versions, f)
			}
		}
		if n := len(m.Versions); n > 0 && m.Versions[n-1].Value != "" {
			m.Counted, m.State = &m.Versions[n-1], Confirmed
		}
		for _, c := range cells {
			if inside && c.Period == p.String() && out.AsOf == out.Now && (m.Counted == nil || m.Counted.Saved != c.Seq) {
				m.Pending = &c
			}
		}
		out.Months = append(out.Months, m)
	}
	return nil
}

// fillPartsOf watches the parts of the series.
func (s *Service) fillPartsOf(q office.Reads, out *Indicator, k Key, rows []office.Row, set monitor.Settings) error {
	all, err := seriesAmong(q, out.Plan, rows, scope{no: k.No})
	if err != nil {
		return err
	}
	for _, one := range all {
		if one.Parent != k.Unit || one.Key == k {
			continue
		}
		h, err := s.historyOf(q, out.Plan, one.Key.Unit, out.AsOf)
		if err != nil {
			return err
		}
		w, err := h.watch(one, s.Now(), set)
		if err != nil {
			return err
		}
		w.OwnerName, w.Answers = out.Names[one.Owner], out.Names[one.Person]
		out.Parts = append(out.Parts, w)
	}
	return nil
}
