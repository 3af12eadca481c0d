package reporting_test

import (
	"strings"
	"testing"

	"gangmu/ledger/ledgertest"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
)

// What is kept of an overview is never stale: whatever it depends on changes it at
// once - who accepted, what counts, the rules of lights, the day.
func TestKeptOverviewIsNeverStale(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx := t.Context()
	planner, reporter := w.people[office.PlanOffice], w.people[office.Reporter]
	no := w.jobs()
	look := func() reporting.Watched {
		t.Helper()
		for range 2 { // the second comes from what is kept
			if _, err := w.Overview(ctx, planner, planID, "", 0); err != nil {
				t.Fatal(err)
			}
		}
		o, err := w.Overview(ctx, planner, planID, "", 0)
		w.ok(err)
		return find(t, o, no)
	}
	if !look().Unowned() {
		t.Error("accepted by nobody, and owned")
	}
	w.ok(w.Accept(ctx, reporter, planID, []reporting.Key{{No: no, Unit: district}}))
	if look().Unowned() {
		t.Error("the acceptance is not seen")
	}
	const month = "2026-10"
	w.save(town, month, no, town, "0.45")
	w.save(street, month, no, street, "0.40")
	w.save(farming, month, no, district, "0.85")
	w.close(town, month)
	w.close(street, month)
	w.close(farming, month)
	before := look()
	if before.Latest() == nil || before.Latest().Value != "0.85" {
		t.Fatalf("the confirmation is not seen: %+v", before.Judgement)
	}
	rules := monitor.Defaults().String()
	strict := strings.Replace(rules, "accumulating\tgreen\t10\t30", "accumulating\tyellow\t0\t0", 1)
	if rules == strict {
		t.Fatal("the rules are written otherwise")
	}
	w.ok(w.ChangeLights(ctx, planner, planID, strict, "试一试"))
	if after := look(); after.Version == before.Version {
		t.Errorf("other rules are not seen: %+v", after.Judgement)
	}
	w.today = w.today.AddDate(0, 2, 0)
	if late := look(); late.Light != monitor.Missing {
		t.Errorf("two months later it is %s", late.Light)
	}
}
