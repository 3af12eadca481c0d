package reporting_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office"
	"gangmu/office/reporting"
)

// together runs f for 0 to n-1 at once.
func together(n int, f func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { f(i) })
	}
	all.Wait()
}

// TestOneCell: of many who fill in one cell at once one is saved, and everybody
// else sees what he wrote beside his own.
func TestOneCell(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		const people = 8
		w := newWorld(t, c)
		no, reporter := w.jobs(), w.people[office.Reporter]
		var answers [people]reporting.Saved
		together(people, func(i int) {
			var err error
			answers[i], err = w.Save(t.Context(), reporter, planID, town, october,
				[]reporting.Entry{{Key: reporting.Key{No: no, Unit: town}, Value: fmt.Sprintf("0.2%d", i)}})
			if err != nil {
				t.Error(err)
			}
		})
		winner, conflicts := "", 0
		for _, a := range answers {
			if a.Seq > 0 {
				if winner != "" {
					t.Errorf("%s and %s were both saved", winner, a.Cells[0].Value)
				}
				winner = a.Cells[0].Value
			}
		}
		for i, a := range answers {
			for _, c := range a.Conflicts {
				conflicts++
				if c.Cell.Value != winner || c.Mine.Value != fmt.Sprintf("0.2%d", i) || c.Name != reporter.Name {
					t.Errorf("%+v", c)
				}
			}
		}
		if conflicts != people-1 {
			t.Errorf("%d conflicts", conflicts)
		}
	})
}

// TestManyHands: many people push one sheet forth and back at once; its events
// follow one another as the table of moves allows, and the tables are their replay.
func TestManyHands(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		w := newWorld(t, c)
		no, ctx := w.jobs(), t.Context()
		w.save(town, october, no, town, "0.50")
		reporter, reviewer, planner := w.people[office.Reporter], w.people[office.Reviewer], w.people[office.PlanOffice]
		hands := []func() error{
			func() error { return w.Submit(ctx, reporter, planID, town, october) },
			func() error { return w.Withdraw(ctx, reporter, planID, town, october) },
			func() error { return w.Review(ctx, reviewer, planID, town, october) },
			func() error { return w.Return(ctx, reviewer, planID, town, october, "核对") },
			func() error { return w.Confirm(ctx, planner, planID, town, october) },
			func() error { return w.TakeBack(ctx, planner, planID, town, october, "核对") },
			func() error { return w.Unlock(ctx, planner, planID, town, october, w.today.Add(time.Hour), "核对") },
		}
		together(len(hands), func(i int) {
			for range 12 {
				if err := hands[i](); err != nil && fault.Of(err).Kind != fault.Conflict && fault.Of(err).Code != "denied" {
					t.Error(err)
				}
			}
		})
		may := map[string]string{ // kind of an event: those that may come before it, parted by blanks; at first there is none
			"sheet.submitted": " sheet.withdrawn sheet.returned sheet.unlocked", "sheet.withdrawn": "sheet.submitted",
			"sheet.reviewed": "sheet.submitted", "sheet.returned": "sheet.submitted sheet.reviewed sheet.taken-back",
			"sheet.confirmed": "sheet.reviewed sheet.taken-back", "sheet.taken-back": "sheet.confirmed", "sheet.unlocked": "sheet.confirmed",
		}
		last, n := "", 0
		w.ok(w.Events(ctx, ledger.Filter{Under: "sheet/" + planID + "/" + town + "/" + october}, func(e ledger.Event) error {
			if !strings.HasPrefix(e.Kind, "sheet.") {
				return nil
			}
			if !slices.Contains(strings.Split(may[e.Kind], " "), last) {
				t.Errorf("%s after %q", e.Kind, last)
			}
			last, n = e.Kind, n+1
			return nil
		}))
		if n == 0 {
			t.Error("nothing was done")
		}
		replays(t, w)
	})
}

// TestClocks: "as of" goes by sequence, whatever the clock of the machine says; a
// clock that is set back loses nothing and closes nothing.
func TestClocks(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	no, planner := w.jobs(), w.people[office.PlanOffice]
	w.save(town, october, no, town, "0.50")
	w.close(town, october)
	first, err := w.Indicator(t.Context(), planner, planID, reporting.Key{No: no, Unit: town}, 0)
	w.ok(err)
	w.ok(w.Unlock(t.Context(), planner, planID, town, october, w.today.Add(time.Hour), "更正"))
	w.today = w.today.Add(-26 * time.Hour) // a machine whose clock is a day behind takes over
	w.save(town, october, no, town, "0.52")
	w.close(town, october)
	now, err := w.Indicator(t.Context(), planner, planID, reporting.Key{No: no, Unit: town}, 0)
	w.ok(err)
	then, err := w.Indicator(t.Context(), planner, planID, reporting.Key{No: no, Unit: town}, first.AsOf)
	w.ok(err)
	if now.Latest().Value != "0.52" || then.Latest().Value != "0.50" || then.Zh != first.Zh || then.Light != first.Light {
		t.Errorf("now %+v, then %+v", now.Latest(), then.Latest())
	}
	if !now.Latest().At.Before(then.Latest().At) {
		t.Error("the test did not turn the clock back")
	}
}

// TestYearsTurn: the last sheet of a year is due in the next one, and stays in its
// own plan.
func TestYearsTurn(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	no := w.jobs()
	for _, day := range []struct {
		at   time.Time
		open bool
		late bool
	}{
		{time.Date(2026, 12, 31, 23, 59, 0, 0, time.Local), false, false},
		{time.Date(2027, 1, 1, 0, 0, 0, 0, time.Local), true, false},
		{time.Date(2027, 3, 1, 0, 0, 0, 0, time.Local), true, true},
	} {
		w.today = day.at
		duties, err := w.Calendar(t.Context(), w.people[office.PlanOffice], planID, town)
		w.ok(err)
		last := duties[len(duties)-1]
		if found := last.Period.String() == "2026-12"; found != day.open || found && (last.Late != day.late || last.Due.Year() != 2027) {
			t.Errorf("%s: %+v", day.at, last)
		}
	}
	w.save(town, "2026-12", no, town, "0.97")
	w.close(town, "2026-12")
	got, err := w.Indicator(t.Context(), w.people[office.PlanOffice], planID, reporting.Key{No: no, Unit: town}, 0)
	w.ok(err)
	if f := got.Latest(); f == nil || f.Period != "2026-12" {
		t.Errorf("%+v", got.Judgement)
	}
}
