package office

import (
	"strings"
	"testing"
	"time"
)

func TestToken(t *testing.T) {
	each(t, func(w *world) {
		ctx, reporter := t.Context(), w.people[Reporter]
		made, key, err := w.MakeToken(ctx, reporter, " 报表程序 ", 30)
		w.ok(err)
		if !strings.HasPrefix(key, "gangmu_") || made.Name != "报表程序" {
			t.Errorf("%+v %s", made, key)
		}
		a, err := w.AuthenticateToken(ctx, key, "10.0.0.7")
		w.ok(err)
		if a.Person != reporter.Person || a.Origin != "10.0.0.7 api:报表程序" || !a.Has(Reporter) {
			t.Errorf("%+v", a)
		}
		if _, _, err := w.Authenticate(ctx, key, "10.0.0.7"); err == nil {
			t.Error("a token opens pages")
		}
		w.fails(func() error { _, err := w.AuthenticateToken(ctx, key+"x", "10.0.0.7"); return err }(), "bad-token")

		// Its rights are the person's, as of now.
		w.ok(w.GrantRole(ctx, w.people[Security], reporter.Person, Grant{Reviewer, "d"}))
		if a, err = w.AuthenticateToken(ctx, key, "10.0.0.7"); err != nil || !a.Has(Reviewer) {
			t.Errorf("%+v %v", a, err)
		}
		w.ok(w.RevokeRole(ctx, w.people[Security], reporter.Person, Grant{Reviewer, "d"}, "调整"))
		if a, err = w.AuthenticateToken(ctx, key, "10.0.0.7"); err != nil || a.Has(Reviewer) {
			t.Errorf("%+v %v", a, err)
		}
		w.ok(w.DisablePerson(ctx, w.people[System], reporter.Person, "离职"))
		w.fails(func() error { _, err := w.AuthenticateToken(ctx, key, "10.0.0.7"); return err }(), "bad-token")
		w.ok(w.EnablePerson(ctx, w.people[System], reporter.Person, "返岗"))

		w.pass(30*24*time.Hour + time.Second)
		w.fails(func() error { _, err := w.AuthenticateToken(ctx, key, "10.0.0.7"); return err }(), "bad-token")
		w.ok(w.Sweep(ctx))
		if left, err := w.Tokens(ctx, reporter); err != nil || len(left) != 0 {
			t.Errorf("%v %v", left, err)
		}
	})
}

// A token in use is an event once an hour, not once a request.
func TestTokenIsNoted(t *testing.T) {
	each(t, func(w *world) {
		ctx, reporter := t.Context(), w.people[Reporter]
		made, key, err := w.MakeToken(ctx, reporter, "程序", 1)
		w.ok(err)
		before := w.seq()
		for range 3 {
			for range 3 {
				_, err := w.AuthenticateToken(ctx, key, "10.0.0.7")
				w.ok(err)
			}
			w.pass(time.Hour)
		}
		if got := w.kinds(before); got != "token.used token.used token.used" {
			t.Error(got)
		}
		if held, err := w.Tokens(ctx, reporter); err != nil || held[0].Used.IsZero() {
			t.Errorf("%+v %v", held, err)
		}
		w.fails(w.RevokeToken(ctx, w.people[Leader], made.ID), "not-found")
		w.ok(w.RevokeToken(ctx, reporter, made.ID))
		w.fails(func() error { _, err := w.AuthenticateToken(ctx, key, "10.0.0.7"); return err }(), "bad-token")
	})
}

func TestTokenLimits(t *testing.T) {
	each(t, func(w *world) {
		ctx, reporter := t.Context(), w.people[Reporter]
		make := func(a Actor, name string, days int) error { _, _, err := w.MakeToken(ctx, a, name, days); return err }
		w.fails(make(reporter, " ", 1), "empty-field")
		w.fails(make(reporter, "x", 0), "bad-days")
		w.fails(make(reporter, "x", mostDays+1), "bad-days")
		w.fails(make(w.people[Public], "x", 1), "denied")
		for range mostTokens {
			w.ok(make(reporter, "x", 1))
		}
		w.fails(make(reporter, "x", 1), "too-many-tokens")
		w.ok(w.EndSessions(ctx, w.people[Security], reporter.Person, "令牌泄露"))
		w.ok(make(reporter, "x", 1))
	})
}

func TestAccount(t *testing.T) {
	each(t, func(w *world) {
		ctx, leader := t.Context(), w.people[Leader]
		here := w.withPassword(leader)
		other, err := w.SignIn(ctx, "10.0.0.8", "leader", password)
		w.ok(err)
		acc, err := w.Account(ctx, leader, here.Token)
		w.ok(err)
		if len(acc.Sessions) != 2 || acc.Factor || acc.Renew.Sub(acc.Password) != 90*24*time.Hour {
			t.Fatalf("%+v", acc)
		}
		for _, s := range acc.Sessions {
			if s.Here != (s.Origin != "10.0.0.8") {
				t.Errorf("%+v", s)
			}
			if !s.Here {
				w.fails(w.EndSession(ctx, w.people[Reporter], s.ID), "not-found")
				w.ok(w.EndSession(ctx, leader, s.ID))
			}
		}
		_, _, err = w.Authenticate(ctx, other.Token, "")
		w.fails(err, "signed-out")
		_, _, err = w.Authenticate(ctx, here.Token, "")
		w.ok(err)
		w.pass(time.Hour)
		if acc, err = w.Account(ctx, leader, here.Token); err != nil || len(acc.Sessions) != 0 {
			t.Errorf("an idle session is shown: %+v %v", acc, err)
		}
	})
}
