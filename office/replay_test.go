package office

import (
	"testing"

	"pgregory.net/rapid"

	"gangmu/ledger/ledgertest"
)

// TestReplayIsProjection: whatever people command, in any order and whether it was
// refused or not, the tables filled by replay are those that the commands filled.
func TestReplayIsProjection(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx := t.Context()
	id := w.adopt(w.upload("", "report.txt", short))
	var persons []string
	for _, r := range []Role{Reporter, Reviewer, Leader, Deputy, System, Security} {
		persons = append(persons, w.people[r].Person)
	}
	commands := map[string]func(rt *rapid.T, a Actor) error{
		"grant": func(rt *rapid.T, a Actor) error {
			return w.GrantRole(ctx, a, rapid.SampledFrom(persons).Draw(rt, "person"), grants.Draw(rt, "grant"))
		},
		"revoke": func(rt *rapid.T, a Actor) error {
			return w.RevokeRole(ctx, a, rapid.SampledFrom(persons).Draw(rt, "person"), grants.Draw(rt, "grant"), "调整")
		},
		"disable": func(rt *rapid.T, a Actor) error {
			return w.DisablePerson(ctx, a, rapid.SampledFrom(persons).Draw(rt, "person"), "调整")
		},
		"enable": func(rt *rapid.T, a Actor) error {
			return w.EnablePerson(ctx, a, rapid.SampledFrom(persons).Draw(rt, "person"), "调整")
		},
		"correct": func(rt *rapid.T, a Actor) error {
			return w.CorrectFact(ctx, a, id, rapid.IntRange(0, 5).Draw(rt, "no"), FactChange{Value: rapid.String().Draw(rt, "value"), Source: "统计局", Reason: "核实"})
		},
		"adjust": func(rt *rapid.T, a Actor) error {
			c := Change{Target: rapid.String().Draw(rt, "target"), Document: "决议", Date: "2026-08-20", Reason: "变化"}
			return w.AdjustTarget(ctx, a, id, rapid.IntRange(0, 5).Draw(rt, "no"), c)
		},
		"issue": func(rt *rapid.T, a Actor) error {
			c := Change{Target: rapid.String().Draw(rt, "target"), Document: "通知", Date: "2026-03-20"}
			return w.IssueTarget(ctx, a, id, rapid.IntRange(0, 5).Draw(rt, "no"), c)
		},
	}
	names := []string{"grant", "revoke", "disable", "enable", "correct", "adjust", "issue"}
	whose := map[string]Role{
		"grant": Security, "revoke": Security, "disable": System, "enable": System,
		"correct": PlanOffice, "adjust": PlanOffice, "issue": PlanOffice,
	}
	done := 0
	rapid.Check(t, func(rt *rapid.T) {
		for range rapid.IntRange(1, 6).Draw(rt, "steps") {
			command := rapid.SampledFrom(names).Draw(rt, "command")
			a := w.people[whose[command]]
			if rapid.IntRange(0, 9).Draw(rt, "somebody else") == 0 {
				a = w.people[Leader]
			}
			if err := commands[command](rt, a); err == nil {
				done++
			}
		}
		w.replays()
	})
	if done < 20 {
		t.Errorf("only %d commands were carried out", done)
	}
}

var grants = rapid.Custom(func(t *rapid.T) Grant {
	return Grant{rapid.SampledFrom(Roles).Draw(t, "role"), rapid.SampledFrom([]string{"d", "d.fgw"}).Draw(t, "unit")}
})

// FuzzTypedRow: whatever people type as a row, an event carries it unchanged.
func FuzzTypedRow(f *testing.F) {
	f.Add("地区生产总值增速", "%", "8以上", "6.3")
	f.Add("城乡居民收入比", "", "1.92:1", "\xff\x00")
	f.Add("水质", "", "保持或优于Ⅲ类", "完成市级下达目标")
	f.Fuzz(func(t *testing.T, name, unit, goal, actual string) {
		it := TypedRow{Year: 2026, No: "1", Name: name, Unit: unit, Target: goal, Actual: actual}.Item()
		text, err := jsonText(it)
		if err != nil {
			t.Fatal(err)
		}
		again, err := itemFrom(text)
		if err != nil {
			t.Fatal(err)
		}
		if second, _ := jsonText(again); second != text {
			t.Errorf("%s\n%s", text, second)
		}
		if again.Name != it.Name || again.Measure().Target.Text != it.Measure().Target.Text {
			t.Errorf("%+v\n%+v", it, again)
		}
	})
}
