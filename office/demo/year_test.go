package demo_test

import (
	"path/filepath"
	"testing"
	"time"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office"
	"gangmu/office/demo"
	"gangmu/office/reporting"
)

// A visitor finds the tenth month: some sheets late, one being corrected, three
// lights red with a sentence each, indicators that nobody took on.
func TestYear(t *testing.T) {
	clock := demo.NewClock()
	c := ledgertest.SQLite(t)
	c.Clock, c.Modules = clock.Now, []ledger.Module{office.Module(), reporting.Module()}
	o, err := office.New(office.Config{Ledger: ledgertest.Open(t, c), KeyFile: filepath.Join(t.TempDir(), "secret.key"), Demo: true, Clock: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	seats, err := demo.Load(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	s := reporting.New(o)
	began := time.Now()
	if err := demo.Year(t.Context(), s, clock, seats); err != nil {
		t.Fatal(err)
	}
	t.Log(time.Since(began))
	leader := office.Actor{Person: seats[3].Person, Grants: []office.Grant{{Role: office.Leader, Unit: "999901"}}}
	view, err := s.Overview(t.Context(), leader, "999901-2026", "", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range view.Rows {
		t.Logf("%s %s %s %s", w.Light.Mark(), w.Name, w.Series.Goal.Text, w.Zh)
	}
	if view.Counts.Red != 3 || view.Counts.Missing == 0 || view.Counts.Yellow == 0 || view.Counts.Unowned < 2 {
		t.Errorf("%+v", view.Counts)
	}
	duties, err := s.Calendar(t.Context(), leader, "999901-2026")
	if err != nil {
		t.Fatal(err)
	}
	states := map[reporting.State]int{}
	late := 0
	for _, d := range duties {
		states[d.State]++
		if d.Late && d.State == reporting.Open {
			late++
		}
	}
	if late != 2 || states[reporting.Unlocked] != 1 || states[reporting.Reviewed] != 1 {
		t.Errorf("%d late, %v", late, states)
	}
}
