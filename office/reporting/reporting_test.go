package reporting_test

import (
	"path/filepath"
	"testing"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/demo"
	"gangmu/office/reporting"
)

const (
	district = "999901"
	farming  = "999901.nyj"
	town     = "999901.qx"
	street   = "999901.fl"
	planID   = "999901-2026"
)

// world is a service over the demonstration's units and people, and its plan of
// 2026, on a day that the test sets.
type world struct {
	*reporting.Service
	t      *testing.T
	ledger *ledger.Ledger
	today  time.Time
	people map[office.Role]office.Actor
}

func newWorld(t *testing.T, c ledger.Config) *world {
	t.Helper()
	w := &world{t: t, today: time.Date(2026, 11, 3, 9, 0, 0, 0, time.Local), people: map[office.Role]office.Actor{}}
	clock := func() time.Time { return w.today }
	c.Modules, c.Clock = []ledger.Module{office.Module(), reporting.Module()}, clock
	w.ledger = ledgertest.Open(t, c)
	o, err := office.New(office.Config{Ledger: w.ledger, KeyFile: filepath.Join(t.TempDir(), "secret.key"), Demo: true, Clock: clock})
	w.ok(err)
	seats, err := demo.Load(t.Context(), o)
	w.ok(err)
	for _, s := range seats {
		w.people[s.Role] = office.Actor{Person: s.Person, Name: s.Name, Origin: "test", Grants: []office.Grant{{Role: s.Role, Unit: district}}}
	}
	w.Service = reporting.New(o)
	return w
}

func (w *world) ok(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// refused expects an error with a code.
func (w *world) refused(err error, code string) {
	w.t.Helper()
	if got := fault.Of(err); err == nil || got.Code != code {
		w.t.Errorf("%v, want %s", err, code)
	}
}

// row is the number of a row of the plan by its name.
func (w *world) row(name string) int {
	w.t.Helper()
	all, err := w.Series(w.t.Context(), w.people[office.PlanOffice], planID)
	w.ok(err)
	for _, s := range all {
		if s.Name == name {
			return s.No
		}
	}
	w.t.Fatalf("no row %s", name)
	return 0
}

// jobs assigns 城镇新增就业 to the department, with two towns whose sum it is.
func (w *world) jobs() int {
	w.t.Helper()
	no := w.row("城镇新增就业")
	reporter := w.people[office.Reporter].Person
	rows := []reporting.Assignment{
		{Key: reporting.Key{No: no}, Spec: reporting.Spec{Owner: farming, Person: reporter, Parts: reporting.Sum}},
		{Key: reporting.Key{No: no, Unit: town}, Spec: reporting.Spec{Owner: town, Person: reporter, Target: "0.5"}},
		{Key: reporting.Key{No: no, Unit: street}, Spec: reporting.Spec{Owner: street, Person: reporter, Target: "0.45"}},
	}
	w.ok(w.Assign(w.t.Context(), w.people[office.PlanOffice], planID, rows))
	return no
}

func (w *world) save(unit, period string, no int, of, value string) {
	w.t.Helper()
	sheet, err := w.Sheet(w.t.Context(), w.people[office.Reporter], planID, unit, period)
	w.ok(err)
	var base int64
	for _, l := range sheet.Lines {
		if l.No == no && l.Key.Unit == of {
			base = l.Cell.Seq
		}
	}
	saved, err := w.Save(w.t.Context(), w.people[office.Reporter], planID, unit, period, []reporting.Entry{{Key: reporting.Key{No: no, Unit: of}, Value: value, Base: base, Remark: "已核实"}})
	w.ok(err)
	if len(saved.Conflicts) > 0 {
		w.t.Fatalf("conflict: %+v", saved.Conflicts)
	}
}

// close brings a sheet from filled in to confirmed.
func (w *world) close(unit, period string) {
	w.t.Helper()
	ctx := w.t.Context()
	w.ok(w.Submit(ctx, w.people[office.Reporter], planID, unit, period))
	w.ok(w.Review(ctx, w.people[office.Reviewer], planID, unit, period))
	w.ok(w.Confirm(ctx, w.people[office.PlanOffice], planID, unit, period))
}

// TestMonth goes through a month on both databases: parts before the whole, parts
// and whole agree, what is confirmed counts and is locked, the light follows.
func TestMonth(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		w := newWorld(t, c)
		ctx := t.Context()
		no := w.jobs()
		planner, reporter, reviewer := w.people[office.PlanOffice], w.people[office.Reporter], w.people[office.Reviewer]
		w.ok(w.Accept(ctx, reporter, planID, []reporting.Key{{No: no, Unit: district}}))
		w.refused(w.Accept(ctx, reviewer, planID, []reporting.Key{{No: no, Unit: district}}), "not-yours")

		const month = "2026-10"
		w.save(town, month, no, town, "0.30")
		w.save(street, month, no, street, "0.20")
		w.refused(w.Submit(ctx, reporter, planID, street, month), "note-missing")
		w.ok(w.Explain(ctx, reporter, planID, reporting.Note{Key: reporting.Key{No: no, Unit: street}, Period: month, Cause: "项目晚开工", Measure: "补招工", Outlook: "12月底前完成"}))
		w.ok(w.Submit(ctx, reporter, planID, street, month))
		w.ok(w.Withdraw(ctx, reporter, planID, street, month))
		w.save(street, month, no, street, "0.24")
		w.save(farming, month, no, district, "0.60")
		w.ok(w.Submit(ctx, reporter, planID, farming, month))
		w.refused(w.Submit(ctx, reporter, planID, farming, month), "sheet-state")
		w.ok(w.Review(ctx, reviewer, planID, farming, month))
		w.refused(w.Confirm(ctx, planner, planID, farming, month), "parts-open")
		w.close(town, month)
		w.close(street, month)
		w.refused(w.Confirm(ctx, planner, planID, farming, month), "parts-differ")
		w.refused(w.Return(ctx, reviewer, planID, farming, month, "合计不对"), "denied")
		w.ok(w.Return(ctx, planner, planID, farming, month, "合计不对"))
		w.save(farming, month, no, district, "0.54")
		w.close(farming, month)

		o, err := w.Overview(ctx, planner, planID, "", 0)
		w.ok(err)
		light := find(t, o, no)
		if light.Light != monitor.Yellow || light.Unowned() || light.Latest().Value != "0.54" {
			t.Errorf("%+v", light.Judgement)
		}
		t.Log(light.Zh)

		_, err = w.Save(ctx, reporter, planID, town, month, []reporting.Entry{{Key: reporting.Key{No: no, Unit: town}, Value: "0.4"}})
		w.refused(err, "sheet-locked")
		w.refused(w.Unlock(ctx, planner, planID, town, month, w.today.Add(time.Hour), "更正"), "whole-confirmed")
		w.ok(w.Unlock(ctx, planner, planID, farming, month, w.today.Add(time.Hour), "更正"))
		w.ok(w.Unlock(ctx, planner, planID, town, month, w.today.Add(time.Hour), "更正"))
		w.save(town, month, no, town, "0.70")
		w.save(farming, month, no, district, "0.94")
		before, err := w.Overview(ctx, planner, planID, "", 0)
		w.ok(err)
		if got := find(t, before, no).Latest().Value; got != "0.54" {
			t.Errorf("while it is corrected %s counts", got)
		}
		w.close(town, month)
		w.close(farming, month)
		after, err := w.Overview(ctx, planner, planID, "", 0)
		w.ok(err)
		if got := find(t, after, no); got.Latest().Value != "0.94" || got.Light != monitor.Green {
			t.Errorf("%+v", got)
		}
		then, err := w.Overview(ctx, planner, planID, "", before.AsOf)
		w.ok(err)
		if got := find(t, then, no); got.Latest().Value != "0.54" || got.Light != light.Light || got.Zh != light.Zh {
			t.Errorf("as of %d: %+v", before.AsOf, got)
		}
		w.ok(w.ledger.Rebuild(ctx, "reporting"))
		again, err := w.Overview(ctx, planner, planID, "", 0)
		w.ok(err)
		if got := find(t, again, no); got.Latest().Value != "0.94" || len(again.Rows) != len(after.Rows) {
			t.Errorf("after replay: %+v", got)
		}
	})
}

func find(t *testing.T, o *reporting.Overview, no int) reporting.Watched {
	t.Helper()
	for _, r := range o.Rows {
		if r.No == no {
			return r
		}
	}
	t.Fatalf("no row %d", no)
	return reporting.Watched{}
}

// An indicator as of before an adjustment shows the target and the light of then,
// as the overview does.
func TestIndicatorAsOf(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx, planner := t.Context(), w.people[office.PlanOffice]
	no := w.row("招商引资到位资金")
	key := reporting.Key{No: no}
	w.ok(w.Assign(ctx, planner, planID, []reporting.Assignment{{Key: key, Spec: reporting.Spec{Owner: farming, Person: w.people[office.Reporter].Person}}}))
	w.save(farming, "2026-10", no, district, "120")
	w.close(farming, "2026-10")
	before, err := w.Indicator(ctx, planner, planID, key, 0)
	w.ok(err)
	w.ok(w.AdjustTarget(ctx, planner, planID, no, office.Change{Target: "150", Document: "决议", Date: "2026-11-02", Reason: "形势变化"}))
	after, err := w.Indicator(ctx, planner, planID, key, 0)
	w.ok(err)
	then, err := w.Indicator(ctx, planner, planID, key, before.AsOf)
	w.ok(err)
	if after.Series.Goal.Text != "150" || after.Zh == before.Zh {
		t.Errorf("after the adjustment: %s, %s", after.Series.Goal.Text, after.Zh)
	}
	if then.Series.Goal.Text != before.Series.Goal.Text || then.Zh != before.Zh {
		t.Errorf("as of before: %s, %s; it was %s, %s", then.Series.Goal.Text, then.Zh, before.Series.Goal.Text, before.Zh)
	}
}
