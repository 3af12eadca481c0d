package office

import (
	"strings"
	"testing"
	"time"

	"gangmu/ledger"
)

func TestAudit(t *testing.T) {
	each(t, func(w *world) {
		ctx, auditor := t.Context(), w.people[Audit]
		w.withPassword(w.people[Leader])
		w.pass(time.Hour)
		from := w.clock()
		_, err := w.SignIn(ctx, "10.0.0.66", "leader", "guess")
		w.fails(err, "sign-in-failed")
		_, err = w.SignIn(ctx, "10.0.0.67", "nobody", "guess")
		w.fails(err, "sign-in-failed")
		w.fails(w.ChangeSettings(ctx, w.people[Leader], DefaultSettings, "x"), "denied")
		w.fails(w.ChangeSettings(ctx, w.people[Public], DefaultSettings, "x"), "denied") // leaves nothing
		settings, err := w.Settings(ctx, w.people[Security])
		w.ok(err)
		w.fails(w.ChangeSettings(ctx, w.people[Security], settings, " "), "reason-missing")
		w.fails(w.ChangeSettings(ctx, w.people[Security], DefaultSettings, "x"), "changed-meanwhile")
		w.ok(w.ChangeSettings(ctx, w.people[Security], settings, "按测评要求"))

		got := func(f AuditFilter) string {
			t.Helper()
			list, err := w.Audit(ctx, auditor, f)
			w.ok(err)
			var lines []string
			for _, e := range list {
				lines = append(lines, strings.Join([]string{e.Name, e.Origin, e.Kind, string(e.Outcome)}, " "))
			}
			return strings.Join(lines, "\n")
		}
		want := "security 10.0.0.1 settings.changed done\n" +
			"leader 10.0.0.1 settings.change refused\n" +
			" 10.0.0.67 session.refused failed\n" +
			"leader 10.0.0.66 session.refused failed"
		if g := got(AuditFilter{From: from}); g != want {
			t.Errorf("got\n%s\nwant\n%s", g, want)
		}
		lines := strings.Split(want, "\n")
		for what, c := range map[string]struct {
			f    AuditFilter
			want string
		}{
			"refused": {AuditFilter{From: from, Outcome: Refused}, lines[1]},
			"failed":  {AuditFilter{From: from, Outcome: Failed}, lines[2] + "\n" + lines[3]},
			"done":    {AuditFilter{From: from, Outcome: Done}, lines[0]},
			"person":  {AuditFilter{From: from, Person: w.people[Leader].Person}, lines[1] + "\n" + lines[3]},
			"limit":   {AuditFilter{Limit: 2}, lines[0] + "\n" + lines[1]},
			"before":  {AuditFilter{From: from, Before: w.seq()}, strings.Join(lines[1:], "\n")},
			"later":   {AuditFilter{From: from, To: from.Add(-1)}, ""},
		} {
			if g := got(c.f); g != c.want {
				t.Errorf("%s: got\n%s\nwant\n%s", what, g, c.want)
			}
		}
		for _, r := range Roles {
			if r != Audit {
				_, err := w.Audit(ctx, w.people[r], AuditFilter{})
				w.fails(err, "denied")
			}
		}
		for e, err := range w.ledger.Events(ctx, ledger.Filter{}) {
			w.ok(err)
			if _, ok := kindNames[e.Kind]; !ok {
				t.Errorf("%s has no words", e.Kind)
			}
		}
	})
}
