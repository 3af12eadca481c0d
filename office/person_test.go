package office

import (
	"strings"
	"testing"
)

func TestUnits(t *testing.T) {
	each(t, func(w *world) {
		ctx, admin := t.Context(), w.people[System]
		cun := Unit{Code: "d.zhen.cun", Parent: "d.zhen", Kind: Department, Name: " 统计站 ", From: "2026-02-01"}
		w.ok(w.OpenUnit(ctx, admin, cun))
		got, err := w.Unit(ctx, admin, cun.Code)
		w.ok(err)
		if got.Name != "统计站" || got.OpenOn("2026-01-31") || !got.OpenOn("2026-02-01") {
			t.Errorf("%+v", got)
		}
		w.fails(w.OpenUnit(ctx, admin, cun), "unit-exists")
		w.fails(w.OpenUnit(ctx, w.people[PlanOffice], cun), "denied")
		for code, u := range map[string]Unit{
			"bad-code":      {Code: "a/b", Parent: "d", Kind: Town, Name: "x", From: "2026-01-01"},
			"bad-parent":    {Code: "x", Kind: Town, Name: "x", From: "2026-01-01"},
			"no-parent":     {Code: "x", Parent: "none", Kind: Town, Name: "x", From: "2026-01-01"},
			"empty-field":   {Code: "x", Parent: "d", Kind: Town, Name: " ", From: "2026-01-01"},
			"too-long":      {Code: "x", Parent: "d", Kind: Town, Name: strings.Repeat("长", 61), From: "2026-01-01"},
			"bad-date":      {Code: "x", Parent: "d", Kind: Town, Name: "x", From: "2026年"},
			"bad-unit-kind": {Code: "x", Parent: "d", Kind: "x", Name: "x", From: "2026-01-01"},
		} {
			w.fails(w.OpenUnit(ctx, admin, u), code)
		}
		w.fails(w.ChangeUnit(ctx, admin, "d.zhen", "清溪街道", "d.zhen.cun", "改制"), "unit-cycle")
		w.fails(w.ChangeUnit(ctx, admin, "d.zhen", "清溪街道", "d", " "), "reason-missing")
		w.ok(w.ChangeUnit(ctx, admin, "d.zhen", "清溪街道", "d", "镇改街道"))
		w.fails(w.CloseUnit(ctx, admin, cun.Code, "2026-01-01", "", "并入"), "bad-date")
		w.ok(w.CloseUnit(ctx, admin, cun.Code, "2026-12-31", "d.fgw", "并入"))
		w.fails(w.CloseUnit(ctx, admin, cun.Code, "2026-12-31", "", "并入"), "unit-closed")
		all, err := w.Units(ctx, w.people[Reporter])
		w.ok(err)
		var codes []string
		for _, u := range all {
			codes = append(codes, u.Code)
		}
		if got := strings.Join(codes, " "); got != "d d.fgw d.zhen d.zhen.cun" {
			t.Error(got)
		}
		w.replays()
	})
}

func TestPeopleAndRoles(t *testing.T) {
	each(t, func(w *world) {
		ctx, admin, security := t.Context(), w.people[System], w.people[Security]
		id, link, err := w.AddPerson(ctx, admin, NewPerson{Login: " Wang.Hai ", Name: "王海", Unit: "d.fgw"})
		w.ok(err)
		if link.Token == "" {
			t.Error("no link")
		}
		p, err := w.Person(ctx, admin, id)
		w.ok(err)
		if p.Login != "wang.hai" || len(p.Grants) != 0 || !p.Active {
			t.Errorf("%+v", p)
		}
		_, _, err = w.AddPerson(ctx, admin, NewPerson{Login: "WANG.HAI", Name: "另一人", Unit: "d.fgw"})
		w.fails(err, "login-taken")
		_, _, err = w.AddPerson(ctx, w.people[PlanOffice], NewPerson{Login: "li", Name: "李", Unit: "d"})
		w.fails(err, "denied")

		fgw := Grant{PlanOffice, "d.fgw"}
		w.fails(w.GrantRole(ctx, admin, id, fgw), "denied") // accounts and roles are two people's work
		w.ok(w.GrantRole(ctx, security, id, fgw))
		w.fails(w.GrantRole(ctx, security, id, fgw), "role-held")
		w.fails(w.GrantRole(ctx, security, security.Person, fgw), "denied")
		w.fails(w.GrantRole(ctx, security, id, Grant{Public, "d"}), "bad-role")
		w.fails(w.GrantRole(ctx, security, id, Grant{Audit, "d"}), "roles-apart")
		w.fails(w.GrantRole(ctx, security, admin.Person, Grant{Audit, "d"}), "roles-apart")

		seen, err := w.People(ctx, w.people[Reporter])
		w.ok(err)
		if len(seen) != 1 || seen[0].Login != "reporter" {
			t.Errorf("a reporter sees %v", seen)
		}
		if _, err := w.Person(ctx, w.people[Reporter], id); err == nil {
			t.Error("a reporter sees an account")
		}

		w.fails(w.RevokeRole(ctx, security, admin.Person, Grant{System, "d"}, "调离"), "last-administrator")
		w.fails(w.DisablePerson(ctx, admin, security.Person, "调离"), "last-administrator")
		w.ok(w.RevokeRole(ctx, security, id, fgw, "调离"))
		w.fails(w.RevokeRole(ctx, security, id, fgw, "调离"), "role-not-held")
		w.ok(w.ChangePerson(ctx, admin, id, "王海", "d.zhen", "调动"))
		w.ok(w.DisablePerson(ctx, admin, id, "退休"))
		w.fails(w.DisablePerson(ctx, admin, id, "退休"), "person-disabled")
		w.ok(w.EnablePerson(ctx, admin, id, "返聘"))
		w.fails(w.EnablePerson(ctx, admin, id, "返聘"), "person-enabled")
		w.fails(w.DisablePerson(ctx, admin, "nobody", "退休"), "not-found")
		w.replays()
	})
}

// TestFirstStart: an empty installation has one administrator without a password,
// who appoints the first security administrator and nobody else.
func TestFirstStart(t *testing.T) {
	each(t, func(w *world) {
		if _, ok, err := w.FirstStart(t.Context()); ok || err != nil {
			t.Errorf("there are people: %t, %v", ok, err)
		}
	})
	eachEmpty(t, func(w *world) {
		ctx := t.Context()
		_, ok, err := w.FirstStart(ctx)
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		link, ok, err := w.FirstStart(ctx) // the first link was lost
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		session, err := w.UseLink(ctx, "10.0.0.1", link.Token, password)
		w.ok(err)
		if _, ok, _ := w.FirstStart(ctx); ok {
			t.Error("a second administrator is offered")
		}
		if session.Stage != StageEnrol {
			t.Errorf("an administrator without a second factor is %s", session.Stage)
		}
		_, a, err := w.Authenticate(ctx, session.Token, "10.0.0.1")
		w.ok(err)
		w.fails(w.OpenUnit(ctx, a, Unit{Code: "x", Parent: "root", Kind: Town, Name: "镇", From: "2026-01-01"}), "denied")
		a = w.enrol(session.Token)
		one, _, err := w.AddPerson(ctx, a, NewPerson{Login: "anquan", Name: "安全员", Unit: "root"})
		w.ok(err)
		w.fails(w.GrantRole(ctx, a, one, Grant{PlanOffice, "root"}), "denied")
		w.fails(w.GrantRole(ctx, a, a.Person, Grant{Security, "root"}), "denied")
		w.ok(w.GrantRole(ctx, a, one, Grant{Security, "root"}))
		two, _, err := w.AddPerson(ctx, a, NewPerson{Login: "er", Name: "二", Unit: "root"})
		w.ok(err)
		w.fails(w.GrantRole(ctx, a, two, Grant{Security, "root"}), "denied")
		w.replays()
	})
}
