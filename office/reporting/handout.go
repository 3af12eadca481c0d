package reporting

import (
	"context"
	"time"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/render/brief"
)

// Month is what the plan office hands out for a month of a plan: every indicator
// with its light, which lights changed, and what units say of deviations, all as of
// one event. The zero period is the last month that is over.
func (s *Service) Month(ctx context.Context, a office.Actor, id string, p monitor.Period) (out brief.Month, err error) {
	plan, err := s.Plan(ctx, a, id)
	if err != nil {
		return out, err
	}
	if p == (monitor.Period{}) {
		p = lastMonth(plan.Year, s.Now())
	}
	if p.Year != plan.Year {
		return out, office.ErrNotFound
	}
	err = s.View(ctx, func(v *ledger.View) error {
		out, err = s.month(v, plan, p)
		return err
	})
	if u, errUnit := s.Unit(ctx, a, a.Unit); errUnit == nil {
		out.Office = u.Name
	}
	return out, err
}

// month is what is handed out, without who issues it.
func (s *Service) month(v *ledger.View, plan office.Plan, p monitor.Period) (out brief.Month, err error) {
	root, err := v.Root()
	if err != nil {
		return out, err
	}
	out = brief.Month{Region: plan.Region, Plan: plan.ID, Period: p, Date: s.Now(), Seq: v.Seq, Size: v.Seq, Root: root}
	return out, s.fillMonth(v, plan, &out)
}

// lastMonth is the last month of a plan's year that is over, January at least.
func lastMonth(year int, today time.Time) monitor.Period {
	m := 12
	if today.Year() == year {
		m = max(1, int(today.Month())-1)
	}
	return monitor.Month(year, m)
}

func (s *Service) fillMonth(q office.Reads, plan office.Plan, out *brief.Month) error {
	set, err := lightsOf(q, plan.ID, out.Seq)
	if err != nil {
		return err
	}
	out.Settings = set.Version
	series, err := s.seriesOf(q, plan, scope{unit: plan.Unit})
	if err != nil {
		return err
	}
	h, err := s.historyOf(q, plan, plan.Unit, out.Seq)
	if err != nil {
		return err
	}
	names, err := namesOf(q)
	if err != nil {
		return err
	}
	today := s.Now()
	for _, one := range series {
		w, err := h.until(out.Period.Last).watch(one, today, set)
		if err != nil {
			return err
		}
		before, err := h.until(out.Period.Last-1).watch(one, today.AddDate(0, -1, 0), set)
		if err != nil {
			return err
		}
		out.Rows = append(out.Rows, h.row(w, names))
		if out.Period.Last > 1 && w.Light != before.Light && w.Light != monitor.None && before.Light != monitor.None {
			out.Changes = append(out.Changes, brief.Change{Name: w.Name, Was: before.Light, Is: w.Light})
		}
		if err := addNote(q, out, w); err != nil {
			return err
		}
	}
	return nil
}

// until is the history as it would be with no figure of a month after m.
func (h history) until(m int) history {
	figures := map[int][]Counted{}
	for no, all := range h.figures {
		for _, f := range all {
			if p, err := monitor.ParsePeriod(f.Period); err == nil && p.Last <= m {
				figures[no] = append(figures[no], f)
			}
		}
	}
	h.figures = figures
	return h
}

// row is a series as the table prints it.
func (h history) row(w Watched, names map[string]string) brief.Row {
	r := brief.Row{
		No: w.Printed, Name: w.Name, Unit: w.Measure, Binding: w.Binding, Part: w.Of != "", Owner: names[w.Owner],
		Target: brief.Figure{Text: w.Series.Goal.Text}, Judgement: w.Judgement,
	}
	if facts := h.last[w.No].Measure().Facts; len(facts) > 0 {
		r.LastYear.Text = facts[0].Text
	}
	if f := w.Latest(); f != nil {
		r.Value = brief.Figure{Text: f.Value, Ref: brief.Ref{Fact: factID(*f), Seq: f.Seq}}
		r.Quality = map[Quality]string{Preliminary: "初步数", Early: "快报数", Estimate: "预计数"}[f.Quality]
		if p, err := monitor.ParsePeriod(f.Period); err == nil {
			r.Period = p
		}
	}
	return r
}

// addNote adds the last note of a series that is red, of the period it goes by.
func addNote(q office.Reads, out *brief.Month, w Watched) error {
	f := w.Latest()
	if w.Light != monitor.Red || f == nil {
		return nil
	}
	notes, err := notesOf(q, out.Plan, w.Key, f.Period)
	if err != nil || len(notes) == 0 {
		return err
	}
	n := notes[0]
	out.Notes = append(out.Notes, brief.Note{Name: w.Name, Unit: n.Name, Cause: n.Cause, Measure: n.Measure, Outlook: n.Outlook, Ref: brief.Ref{Fact: factID(*f), Seq: n.Seq}})
	return nil
}
