package demo_test

import (
	"path/filepath"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office"
	"gangmu/office/demo"
	"gangmu/plan"
)

func load(t *testing.T) (*office.Office, []demo.Seat) {
	t.Helper()
	c := ledgertest.SQLite(t)
	c.Modules = []ledger.Module{office.Module()}
	o, err := office.New(office.Config{Ledger: ledgertest.Open(t, c), KeyFile: filepath.Join(t.TempDir(), "secret.key"), Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	seats, err := demo.Load(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return o, seats
}

func TestLoad(t *testing.T) {
	o, seats := load(t)
	ctx := t.Context()
	if len(seats) != len(office.Roles)-1 {
		t.Errorf("%d seats for %d roles", len(seats), len(office.Roles))
	}
	actors := map[office.Role]office.Actor{}
	for _, s := range seats {
		session, err := o.SignInDemo(ctx, "10.0.0.1", s.Person)
		if err != nil {
			t.Fatal(err)
		}
		_, a, err := o.Authenticate(ctx, session.Token, "10.0.0.1")
		if err != nil || !a.Has(s.Role) || s.Unit == "" || s.Try.Zh == "" || s.Try.En == "" {
			t.Errorf("%+v: %+v, %v", s, a, err)
		}
		actors[s.Role] = a
	}
	drafts, err := o.Drafts(ctx, actors[office.PlanOffice])
	if err != nil || len(drafts) != 1 || drafts[0].Latest().State != office.Read || drafts[0].Latest().Summary.Errors < 10 {
		t.Errorf("%+v, %v", drafts, err)
	}
	for id, want := range map[string]struct {
		this, last int
		counts     plan.Counts
	}{
		"999901-2026": {36, 36, plan.Counts{Exceeded: 21, Met: 7, Missed: 5, Undetermined: 3, Stated: 2}},
		"500151-2024": {38, 38, plan.Counts{Exceeded: 13, Met: 13, Missed: 9, Undetermined: 3, Stated: 2}}, // as the report counts itself: 26, 9, 3
	} {
		v, err := o.Overview(ctx, actors[office.Leader], id, 0)
		if err != nil {
			t.Fatal(err)
		}
		this, last := 0, 0
		for _, s := range v.Sections {
			for _, r := range s.Rows {
				if r.Item.Top() {
					this++
				}
			}
		}
		for _, r := range v.Last {
			if r.Item.Top() {
				last++
			}
		}
		if this != want.this || last != want.last || v.Counts != want.counts {
			t.Errorf("%s: %d rows, %d of last year, %+v; want %+v", id, this, last, v.Counts, want)
		}
	}
	// The public may look at both.
	if all, err := o.Plans(ctx, office.Actor{}); err != nil || len(all) != 2 {
		t.Errorf("%v, %v", all, err)
	}
}

// TestTheRealPlanStays: nobody changes the published figures.
func TestTheRealPlanStays(t *testing.T) {
	o, seats := load(t)
	planner := office.Actor{Person: seats[0].Person, Grants: []office.Grant{{Role: office.PlanOffice, Unit: "500151"}}}
	if err := o.CorrectFact(t.Context(), planner, "500151-2024", 1, office.FactChange{Value: "8", Source: "x", Reason: "x"}); err == nil {
		t.Error("a published figure was changed")
	}
}
