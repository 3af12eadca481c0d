package reporting

import (
	"context"
	"fmt"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
)

// Effect is what a sheet's cells will change when they count.
type Effect struct {
	Series
	Period        string
	Value, Counts string // what the cell says, and what counts now
	Now, Then     monitor.Judgement
}

// Changes reports an effect that is to be seen: another figure or another light.
func (e Effect) Changes() bool { return e.Value != e.Counts || e.Now.Light != e.Then.Light }

// Preview says what a sheet changes, before it is sent: figures and lights.
func (s *Service) Preview(ctx context.Context, a office.Actor, plan, unit, period string) (out []Effect, err error) {
	id := sheetID{plan, unit, period}
	if err := s.Allow(ctx, a, office.ReadSheet, id.subject(), office.Object{}); err != nil {
		return nil, err
	}
	err = s.View(ctx, func(v *ledger.View) error {
		sheet, err := s.sheet(v, id)
		if err == nil {
			out, err = s.effects(v, sheet, v.Seq)
		}
		return err
	})
	return out, err
}

// effects judges every line with a value twice: as it counts, and as it would.
func (s *Service) effects(q office.Reads, sheet *Sheet, asOf int64) (out []Effect, err error) {
	set, err := lightsOf(q, sheet.Plan.ID, asOf)
	if err != nil {
		return nil, err
	}
	histories := map[string]history{}
	for _, l := range sheet.Lines {
		if l.Cell.Value == "" {
			continue
		}
		h, known := histories[l.Key.Unit]
		if !known {
			if h, err = s.historyOf(q, sheet.Plan, l.Key.Unit, asOf); err != nil {
				return nil, err
			}
			histories[l.Key.Unit] = h
		}
		e := Effect{Series: l.Series, Period: l.Cell.Period, Value: l.Cell.Value}
		if l.Counted != nil {
			e.Counts = l.Counted.Value
		}
		now, err := h.watch(l.Series, s.Now(), set)
		if err != nil {
			return nil, err
		}
		figure := Counted{Key: l.Key, Period: l.Cell.Period, Seq: asOf + 1, Saved: l.Cell.Seq, Value: l.Cell.Value, Quality: l.Cell.Quality}
		then, err := h.with(figure).watch(l.Series, s.Now(), set)
		if err != nil {
			return nil, err
		}
		e.Now, e.Then = now.Judgement, then.Judgement
		out = append(out, e)
	}
	return out, nil
}

// with is the history as if one more figure counted.
func (h history) with(f Counted) history {
	figures := []Counted{f}
	for _, old := range h.figures[f.No] {
		if old.Period != f.Period {
			figures = append(figures, old)
		}
	}
	h.figures = map[int][]Counted{f.No: figures}
	return h
}

// explained says which red line of the sheet still lacks its deviation note.
func (s *Service) explained(q office.Reads, sheet *Sheet, asOf int64) error {
	effects, err := s.effects(q, sheet, asOf)
	if err != nil {
		return err
	}
	for _, e := range effects {
		if e.Then.Light != monitor.Red {
			continue
		}
		notes, err := notesOf(q, e.Plan, e.Key, e.Period)
		if err != nil {
			return err
		}
		if len(notes) == 0 {
			return errNoteMissing(e)
		}
	}
	return nil
}

func errNoteMissing(e Effect) error {
	return invalid("note-missing",
		fmt.Sprintf("“%s”将亮红灯（%s）请先写偏差说明：原因、措施、预计。", e.Name, e.Then.Zh),
		fmt.Sprintf("%s will be red (%s). Explain it first: cause, measure, outlook.", e.Name, e.Then.En))
}
