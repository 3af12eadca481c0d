package reporting_test

//lint:file-ignore ST1008 what a step allows, what came of it and what follows stand in this order

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/ledger/ledgertest"
	"gangmu/office"
	"gangmu/office/reporting"
)

const october = "2026-10"

// paper is what the model knows of a sheet. Values are hundredths, 0 for none.
type paper struct {
	state     reporting.State
	until     time.Time
	submitter string
	value     int
	base      int64
	counted   int
}

// now is the state at a time.
func (p *paper) now(at time.Time) reporting.State {
	if p.state == reporting.Unlocked && !at.Before(p.until) {
		return reporting.Confirmed
	}
	return p.state
}

// model is a unit with two parts whose sum it is, told apart from how the service
// does it.
type model struct {
	*world
	rt     *rapid.T
	no     int
	units  [3]string // the whole, then its parts
	papers [3]paper
}

// family opens three units and gives them a series and its parts.
func (w *world) family(rt *rapid.T, no, nth int) *model {
	m := &model{world: w, rt: rt, no: no}
	admin := office.Actor{Person: w.people[office.System].Person, Grants: []office.Grant{{Role: office.System}}}
	var rows []reporting.Assignment
	for i := range m.units {
		m.units[i] = fmt.Sprintf("%s.m%d-%d", district, nth, i)
		m.papers[i].state = reporting.Open
		w.ok(w.OpenUnit(w.t.Context(), admin, office.Unit{Code: m.units[i], Parent: district, Kind: office.Town, Name: m.units[i], From: "2026-01-01"}))
		row := reporting.Assignment{Key: reporting.Key{No: no, Unit: m.units[i]}, Spec: reporting.Spec{Owner: m.units[i], Target: "0.01"}}
		if row.Parts = reporting.Sum; i > 0 {
			row.Parts, row.Parent = reporting.None, m.units[0]
		}
		rows = append(rows, row)
	}
	w.ok(w.Assign(w.t.Context(), w.people[office.PlanOffice], planID, rows))
	return m
}

// agree: each figure stands for half a hundredth around it.
func (m *model) agree(whole int) bool {
	sum := m.papers[1].counted + m.papers[2].counted
	return whole == 0 || m.papers[1].counted == 0 || m.papers[2].counted == 0 || whole-sum <= 1 && sum-whole <= 1
}

// steps are what people do to sheet i; each says whether the model allows it, and
// what comes of it where it does.
var steps = map[string]func(m *model, i int, a office.Actor) (allowed bool, err error, then func()){
	"save": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p := &m.papers[i]
		value := rapid.SampledFrom([]int{20, 30}).Draw(m.rt, "value")
		if i == 0 {
			value = rapid.SampledFrom([]int{40, 49, 60}).Draw(m.rt, "value")
		}
		got, err := m.Save(m.t.Context(), a, planID, m.units[i], october, []reporting.Entry{
			{Key: reporting.Key{No: m.no, Unit: m.units[i]}, Value: fmt.Sprintf("0.%d", value), Remark: "已核实", Base: p.base}})
		if len(got.Conflicts) > 0 {
			m.rt.Fatalf("conflict with nobody: %+v", got.Conflicts)
		}
		return p.now(m.today).Fillable(), err, func() {
			if p.value = value; got.Seq > 0 {
				p.base = got.Seq
			}
		}
	},
	"submit": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p := &m.papers[i]
		return p.now(m.today).Fillable() && p.value > 0, m.Submit(m.t.Context(), a, planID, m.units[i], october),
			func() { p.state, p.submitter = reporting.Submitted, a.Person }
	},
	"withdraw": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p := &m.papers[i]
		return p.state == reporting.Submitted, m.Withdraw(m.t.Context(), a, planID, m.units[i], october), func() { p.state = reporting.Open }
	},
	"review": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p := &m.papers[i]
		return p.state == reporting.Submitted && p.submitter != a.Person, m.Review(m.t.Context(), a, planID, m.units[i], october),
			func() { p.state = reporting.Reviewed }
	},
	"return": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p := &m.papers[i]
		return p.state == reporting.Submitted || p.state == reporting.Reviewed, m.Return(m.t.Context(), a, planID, m.units[i], october, "核对"),
			func() { p.state = reporting.Returned }
	},
	"confirm": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p := &m.papers[i]
		allowed := p.state == reporting.Reviewed && p.submitter != a.Person
		if i == 0 {
			for _, part := range m.papers[1:] {
				allowed = allowed && part.now(m.today) == reporting.Confirmed
			}
			allowed = allowed && m.agree(p.value)
		} else {
			allowed = allowed && m.papers[0].now(m.today) != reporting.Confirmed
		}
		return allowed, m.Confirm(m.t.Context(), a, planID, m.units[i], october), func() {
			p.state, p.counted = reporting.Confirmed, p.value
			if whole := &m.papers[0]; i > 0 && whole.state == reporting.Unlocked {
				whole.state = reporting.Returned // what it says must be looked at again
			}
		}
	},
	"take back": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p := &m.papers[i]
		return p.now(m.today) == reporting.Confirmed && m.wholeOpen(i), m.TakeBack(m.t.Context(), a, planID, m.units[i], october, "更正"),
			func() { p.state = reporting.Reviewed }
	},
	"unlock": func(m *model, i int, a office.Actor) (bool, error, func()) {
		p, until := &m.papers[i], m.today.Add(time.Hour)
		return p.now(m.today) == reporting.Confirmed && m.wholeOpen(i), m.Unlock(m.t.Context(), a, planID, m.units[i], october, until, "更正"),
			func() { p.state, p.until = reporting.Unlocked, until }
	},
}

// wholeOpen: a part is taken back or opened only after its whole.
func (m *model) wholeOpen(i int) bool {
	return i == 0 || m.papers[0].now(m.today) != reporting.Confirmed
}

// holds compares the service with the model: states, what counts, and that parts
// and a whole that is closed agree.
func (m *model) holds(after string) {
	for i := range m.papers {
		p := &m.papers[i]
		sheet, err := m.Sheet(m.t.Context(), m.people[office.PlanOffice], planID, m.units[i], october)
		m.ok(err)
		if want := p.now(m.today); sheet.State != want {
			m.rt.Fatalf("after %s: sheet %d is %s, want %s", after, i, sheet.State, want)
		}
		got := ""
		if f := sheet.Lines[0].Counted; f != nil {
			got = f.Value
		}
		if want := fmt.Sprintf("0.%d", p.counted); got != want && (p.counted > 0 || got != "") {
			m.rt.Fatalf("after %s: of sheet %d %q counts, want %s", after, i, got, want)
		}
	}
	if m.papers[0].now(m.today) == reporting.Confirmed && !m.agree(m.papers[0].counted) {
		m.rt.Fatalf("after %s: the closed whole %d, its parts %d and %d", after, m.papers[0].counted, m.papers[1].counted, m.papers[2].counted)
	}
}

// replays: the tables filled by replay are those that the commands filled.
func replays(t *testing.T, w *world) {
	t.Helper()
	before := tables(t, w)
	w.ok(w.ledger.Rebuild(t.Context(), "reporting"))
	for name, rows := range tables(t, w) {
		if d := cmp.Diff(before[name], rows); d != "" {
			t.Errorf("%s after replay: %s", name, d)
		}
	}
}

// tables are the rows of the projection's tables, as text in their order.
func tables(t *testing.T, w *world) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, p := range reporting.Module().Projections {
		for _, name := range p.Tables {
			rows, err := w.ledger.Query(t.Context(), `SELECT * FROM `+name)
			w.ok(err)
			columns, err := rows.Columns()
			w.ok(err)
			for rows.Next() {
				row := make([]any, len(columns))
				for i := range row {
					row[i] = new(any)
				}
				w.ok(rows.Scan(row...))
				text := ""
				for i, v := range row {
					text += fmt.Sprintf("%s=%v ", columns[i], *v.(*any))
				}
				all[name] = append(all[name], text)
			}
			w.ok(rows.Err())
			rows.Close()
			slices.Sort(all[name])
		}
	}
	return all
}

// TestStates: whatever people do in whatever order, a sheet moves as the model
// says, and parts never disagree with a whole that is closed.
func TestStates(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	no, nth, done := w.row("城镇新增就业"), 0, map[string]int{}
	all := func(r office.Role) office.Actor { // two people who may do everything
		a := office.Actor{Person: w.people[r].Person, Origin: "test"}
		for _, role := range []office.Role{office.Reporter, office.Reviewer, office.PlanOffice} {
			a.Grants = append(a.Grants, office.Grant{Role: role, Unit: district})
		}
		return a
	}
	people := []office.Actor{all(office.Reporter), all(office.Reviewer)}
	names := []string{"save", "submit", "withdraw", "review", "return", "confirm", "take back", "unlock", "wait"}
	rapid.Check(t, func(rt *rapid.T) {
		w.today = time.Date(2026, 11, 3, 9, 0, 0, 0, time.Local)
		nth++
		m := w.family(rt, no, nth)
		if rapid.Bool().Draw(rt, "closed") {
			m.closeAll(people)
		}
		for range rapid.IntRange(4, 10).Draw(rt, "steps") {
			i := rapid.IntRange(0, 2).Draw(rt, "sheet")
			name, who := m.usual(i), people[0]
			if m.papers[i].submitter == who.Person {
				who = people[1]
			}
			if rapid.IntRange(0, 2).Draw(rt, "unusual") == 0 {
				name, who = rapid.SampledFrom(names).Draw(rt, "step"), rapid.SampledFrom(people).Draw(rt, "who")
			}
			if name == "wait" {
				w.today = w.today.Add(40 * time.Minute)
			} else {
				allowed, err, then := steps[name](m, i, who)
				if allowed != (err == nil) {
					rt.Fatalf("%s of sheet %d: %v, model says %v", name, i, err, allowed)
				}
				if allowed {
					then()
					done[name]++
				}
				name = fmt.Sprintf("%s of sheet %d", name, i)
			}
			m.holds(name)
		}
	})
	for name := range steps {
		if done[name] == 0 {
			t.Errorf("never: %s", name)
		}
	}
	replays(t, w)
}

// usual is what is mostly done to a sheet as it stands, and now and then otherwise.
func (m *model) usual(i int) string {
	one := func(names ...string) string { return rapid.SampledFrom(names).Draw(m.rt, "usual") }
	switch p := &m.papers[i]; p.now(m.today) {
	case reporting.Submitted:
		return one("review", "review", "review", "withdraw", "return")
	case reporting.Reviewed:
		return one("confirm", "confirm", "confirm", "return")
	case reporting.Confirmed:
		return one("unlock", "take back")
	default:
		if p.value == 0 {
			return "save"
		}
		return "submit"
	}
}

// closeAll brings the three sheets to where most of the year finds them.
func (m *model) closeAll(people []office.Actor) {
	for _, i := range []int{1, 2, 0} {
		ctx, p := m.t.Context(), &m.papers[i]
		if p.value = 20; i == 0 {
			p.value = 40
		}
		got, err := m.Save(ctx, people[0], planID, m.units[i], october, []reporting.Entry{{Key: reporting.Key{No: m.no, Unit: m.units[i]}, Value: fmt.Sprintf("0.%d", p.value), Remark: "已核实"}})
		m.ok(err)
		m.ok(m.Submit(ctx, people[0], planID, m.units[i], october))
		m.ok(m.Review(ctx, people[1], planID, m.units[i], october))
		m.ok(m.Confirm(ctx, people[1], planID, m.units[i], october))
		p.base, p.state, p.submitter, p.counted = got.Seq, reporting.Confirmed, people[0].Person, p.value
	}
}
