package office

import (
	"strings"
	"testing"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office/internal/totp"
)

// eachEmpty runs a test in an office without anybody.
func eachEmpty(t *testing.T, test func(w *world)) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		w := &world{t: t}
		w.open(c)
		test(w)
	})
}

// withPassword lets somebody set the usual password by a link and sign in.
func (w *world) withPassword(a Actor) Session {
	w.t.Helper()
	link, err := w.Invite(w.t.Context(), w.people[System], a.Person)
	w.ok(err)
	s, err := w.UseLink(w.t.Context(), "10.0.0.1", link.Token, password)
	w.ok(err)
	return s
}

// enrol sets up a second factor for the holder of a session.
func (w *world) enrol(token string) Actor {
	w.t.Helper()
	ctx := w.t.Context()
	_, a, err := w.Authenticate(ctx, token, "10.0.0.1")
	w.ok(err)
	_, err = w.BeginFactor(ctx, a)
	w.ok(err)
	_, err = w.ConfirmFactor(ctx, a, token, w.code(a.Person))
	w.ok(err)
	_, a, err = w.Authenticate(ctx, token, "10.0.0.1")
	w.ok(err)
	return a
}

// code is what the person's app shows now.
func (w *world) code(person string) string {
	w.t.Helper()
	c, err := credentialOf(w.reader(w.t.Context()), person)
	w.ok(err)
	sealed := c.factor
	if sealed == nil {
		sealed = c.pending
	}
	key, err := w.factors.Open(sealed, person)
	w.ok(err)
	return totp.Code(key, totp.Step(w.clock()))
}

func TestSignIn(t *testing.T) {
	each(t, func(w *world) {
		ctx, who := t.Context(), w.people[PlanOffice]
		_, err := w.SignIn(ctx, "10.0.0.1", "plan-office", password)
		w.fails(err, "sign-in-failed") // no password was ever set: there is no default
		w.withPassword(who)
		before := w.seq()
		s, err := w.SignIn(ctx, "10.0.0.1", " Plan-Office ", password)
		w.ok(err)
		if s.Stage != StageFull || s.Person.ID != who.Person || w.kinds(before) != kindSessionOpened {
			t.Errorf("%+v, %s", s, w.kinds(before))
		}
		_, a, err := w.Authenticate(ctx, s.Token, "10.0.0.1")
		w.ok(err)
		if !a.Has(PlanOffice) {
			t.Errorf("%+v", a)
		}
		for login, given := range map[string]string{"plan-office": "Wrong-2026", "nobody": password, "": "", "reporter": ""} {
			_, err := w.SignIn(ctx, "10.0.0.1", login, given)
			w.fails(err, "sign-in-failed")
		}
		w.ok(w.SignOut(ctx, s.Token, "10.0.0.1"))
		_, a, err = w.Authenticate(ctx, s.Token, "10.0.0.1")
		w.fails(err, "signed-out")
		if a.Person != "" || a.Grants != nil {
			t.Errorf("an actor without a session: %+v", a)
		}
		w.ok(w.SignOut(ctx, s.Token, "10.0.0.1"))
	})
}

// TestLockout: after five failures even the right password does not count until
// the time is over.
func TestLockout(t *testing.T) {
	each(t, func(w *world) {
		ctx := t.Context()
		w.withPassword(w.people[Leader])
		for range 5 {
			_, err := w.SignIn(ctx, "10.0.0.66", "leader", "guess")
			w.fails(err, "sign-in-failed")
		}
		_, err := w.SignIn(ctx, "10.0.0.1", "leader", password)
		w.fails(err, "locked")
		w.pass(299 * time.Second)
		_, err = w.SignIn(ctx, "10.0.0.1", "leader", password)
		w.fails(err, "locked")
		w.pass(time.Second)
		_, err = w.SignIn(ctx, "10.0.0.1", "leader", password)
		w.ok(err)
		for range 4 { // a success starts the count anew
			_, err = w.SignIn(ctx, "10.0.0.1", "leader", "guess")
			w.fails(err, "sign-in-failed")
		}
		_, err = w.SignIn(ctx, "10.0.0.1", "leader", password)
		w.ok(err)
	})
}

func TestSessionsEnd(t *testing.T) {
	each(t, func(w *world) {
		ctx, who := t.Context(), w.people[Reviewer]
		s := w.withPassword(who)
		alive := func() error {
			_, _, err := w.Authenticate(ctx, s.Token, "10.0.0.1")
			return err
		}
		for range 20 { // in use, it goes on
			w.pass(9 * time.Minute)
			w.ok(alive())
		}
		w.pass(10 * time.Minute)
		w.fails(alive(), "signed-out") // idle
		w.ok(w.Sweep(ctx))

		in := func() {
			var err error
			s, err = w.SignIn(ctx, "10.0.0.1", "reviewer", password)
			w.ok(err)
		}
		in()
		for range 100 { // even in use it ends some day
			w.pass(9 * time.Minute)
			if alive() != nil {
				break
			}
		}
		w.fails(alive(), "signed-out")
		for what, end := range map[string]func() error{
			"a role is taken away":      func() error { return w.RevokeRole(ctx, w.people[Security], who.Person, who.Grants[0], "调离") },
			"an administrator ends it":  func() error { return w.EndSessions(ctx, w.people[System], who.Person, "遗失电脑") },
			"the person ends it":        func() error { return w.EndSessions(ctx, who, who.Person, "") },
			"the second factor is lost": func() error { return w.ResetFactor(ctx, w.people[Security], who.Person, "换手机") },
		} {
			in()
			w.ok(end())
			if alive() == nil {
				t.Errorf("%s: the session goes on", what)
			}
		}
		in()
		w.ok(w.DisablePerson(ctx, w.people[System], who.Person, "退休"))
		w.fails(alive(), "signed-out")
		_, err := w.SignIn(ctx, "10.0.0.1", "reviewer", password)
		w.fails(err, "sign-in-failed")
		w.fails(w.EndSessions(ctx, w.people[Reporter], who.Person, ""), "denied")
	})
}

func TestLinksServeOnce(t *testing.T) {
	each(t, func(w *world) {
		ctx, who := t.Context(), w.people[Deputy]
		first, err := w.Invite(ctx, w.people[System], who.Person)
		w.ok(err)
		second, err := w.Invite(ctx, w.people[System], who.Person)
		w.ok(err)
		_, err = w.UseLink(ctx, "10.0.0.1", first.Token, password)
		w.fails(err, "link-expired")
		_, err = w.UseLink(ctx, "10.0.0.1", second.Token, "short")
		w.fails(err, "password-short") // and the link is still good
		p, err := w.LinkHolder(ctx, second.Token)
		w.ok(err)
		if p.ID != who.Person {
			t.Error(p)
		}
		_, err = w.UseLink(ctx, "10.0.0.1", second.Token, password)
		w.ok(err)
		_, err = w.UseLink(ctx, "10.0.0.1", second.Token, password)
		w.fails(err, "link-expired")
		third, err := w.Invite(ctx, w.people[System], who.Person)
		w.ok(err)
		w.pass(24 * time.Hour)
		_, err = w.UseLink(ctx, "10.0.0.1", third.Token, "Another-2026")
		w.fails(err, "link-expired")
		_, err = w.Invite(ctx, w.people[System], w.people[System].Person)
		w.fails(err, "denied")
	})
}

func TestPasswords(t *testing.T) {
	s := DefaultSettings
	for given, code := range map[string]string{
		"Qinghe-26": "", "青禾区plan2026": "", "Ab1": "password-short", "qinghe26": "password-simple",
		"QINGHEQU!": "password-simple", "wanghai-26Q": "password-name", "王海Qh-2026": "password-name",
		strings.Repeat("Ab1-", 80): "password-long", "Ab1-\xff\xff\xff\xff": "password-long",
	} {
		err := s.checkPassword(given, "wanghai", "王海")
		if code == "" && err != nil || code != "" && (err == nil || fault.Of(err).Code != code) {
			t.Errorf("%q: %v, want %q", given, err, code)
		}
	}
	each(t, func(w *world) {
		ctx, who := t.Context(), w.people[Leader]
		session := w.withPassword(who)
		other, err := w.SignIn(ctx, "10.0.0.2", "leader", password)
		w.ok(err)
		w.fails(w.ChangePassword(ctx, who, session.Token, "wrong", "Another-2026"), "password-wrong")
		w.fails(w.ChangePassword(ctx, who, session.Token, password, password), "password-reused")
		w.fails(w.ChangePassword(ctx, who, session.Token, password, "short"), "password-short")
		last := password
		for _, next := range []string{"Next-2026-a", "Next-2026-b", "Next-2026-c", "Next-2026-d", "Next-2026-e"} {
			w.ok(w.ChangePassword(ctx, who, session.Token, last, next))
			last = next
			w.fails(w.ChangePassword(ctx, who, session.Token, last, password), "password-reused")
		}
		w.ok(w.ChangePassword(ctx, who, session.Token, last, "Next-2026-f"))
		w.ok(w.ChangePassword(ctx, who, session.Token, "Next-2026-f", password)) // long ago
		if _, _, err := w.Authenticate(ctx, session.Token, ""); err != nil {
			t.Error("the session that changed it ends: ", err)
		}
		_, _, err = w.Authenticate(ctx, other.Token, "")
		w.fails(err, "signed-out")

		w.pass(91 * 24 * time.Hour)
		session, err = w.SignIn(ctx, "10.0.0.1", "leader", password)
		w.ok(err)
		_, a, err := w.Authenticate(ctx, session.Token, "")
		w.ok(err)
		if session.Stage != StageRenew || a.Grants != nil {
			t.Errorf("an old password: %s, %v", session.Stage, a.Grants)
		}
		w.ok(w.ChangePassword(ctx, a, session.Token, password, "Renewed-2026"))
		if _, a, err = w.Authenticate(ctx, session.Token, ""); err != nil || !a.Has(Leader) {
			t.Errorf("after the change: %v, %v", a, err)
		}
	})
}

func TestSecondFactor(t *testing.T) {
	each(t, func(w *world) {
		ctx, who := t.Context(), w.people[Leader]
		session := w.withPassword(who)
		_, err := w.ConfirmFactor(ctx, who, session.Token, "000000")
		w.fails(err, "factor-not-begun")
		e, err := w.BeginFactor(ctx, who)
		w.ok(err)
		if !strings.HasPrefix(e.URL, "otpauth://totp/Gangmu:leader?") || !strings.Contains(e.URL, e.Secret) {
			t.Error(e)
		}
		_, err = w.ConfirmFactor(ctx, who, session.Token, "no code")
		w.fails(err, "code-wrong")
		recovery, err := w.ConfirmFactor(ctx, who, session.Token, w.code(who.Person))
		w.ok(err)
		_, err = w.BeginFactor(ctx, who)
		w.fails(err, "factor-set")

		in := func() Session {
			t.Helper()
			s, err := w.SignIn(ctx, "10.0.0.1", "leader", password)
			w.ok(err)
			_, a, err := w.Authenticate(ctx, s.Token, "")
			w.ok(err)
			if s.Stage != StageFactor || a.Person != "" {
				t.Fatalf("after the password alone: %s, %+v", s.Stage, a)
			}
			return s
		}
		full := func(s Session) bool {
			got, a, err := w.Authenticate(ctx, s.Token, "")
			w.ok(err)
			return got.Stage == StageFull && a.Has(Leader)
		}
		s := in()
		w.fails(w.SecondFactor(ctx, s.Token, "10.0.0.1", w.code(who.Person)), "code-wrong") // it confirmed the set-up
		w.pass(30 * time.Second)
		code := w.code(who.Person)
		w.ok(w.SecondFactor(ctx, s.Token, "10.0.0.1", code[:3]+" "+code[3:]))
		if !full(s) {
			t.Error("not signed in")
		}
		s = in()
		w.fails(w.SecondFactor(ctx, s.Token, "10.0.0.1", code), "code-wrong") // used
		w.ok(w.SecondFactor(ctx, s.Token, "10.0.0.1", strings.ToUpper(recovery[3])))
		if !full(s) {
			t.Error("a recovery code does not serve")
		}
		s = in()
		w.fails(w.SecondFactor(ctx, s.Token, "10.0.0.1", recovery[3]), "code-wrong")
		for range 4 {
			w.fails(w.SecondFactor(ctx, s.Token, "10.0.0.1", "000000"), "code-wrong")
		}
		w.fails(w.SecondFactor(ctx, s.Token, "10.0.0.1", recovery[4]), "locked")
		w.fails(w.ResetFactor(ctx, w.people[System], who.Person, "换手机"), "denied")
		w.ok(w.ResetFactor(ctx, w.people[Security], who.Person, "换手机"))
		w.pass(5 * time.Minute)
		s, err = w.SignIn(ctx, "10.0.0.1", "leader", password)
		w.ok(err)
		if s.Stage != StageFull {
			t.Error(s.Stage)
		}
	})
}

func TestIdentities(t *testing.T) {
	each(t, func(w *world) {
		ctx, who := t.Context(), w.people[Leader]
		id := Identity{Issuer: "https://sso.example", Name: "u-17"}
		_, err := w.SignInIdentity(ctx, "10.0.0.1", id)
		w.fails(err, "no-account") // no account is made by signing in
		w.ok(w.LinkIdentity(ctx, w.people[System], who.Person, id))
		w.fails(w.LinkIdentity(ctx, w.people[System], w.people[Deputy].Person, id), "identity-taken")
		s, err := w.SignInIdentity(ctx, "10.0.0.1", id)
		w.ok(err)
		if s.Person.ID != who.Person || s.Stage != StageFull || s.Method != "oidc" {
			t.Errorf("%+v", s)
		}
		_, err = w.SignInIdentity(ctx, "10.0.0.1", Identity{Issuer: "https://other.example", Name: "u-17"})
		w.fails(err, "no-account")
		sealed := w.SealFlow([]byte("state"))
		if open, err := w.OpenFlow(sealed); err != nil || string(open) != "state" {
			t.Error(err)
		}
		_, err = w.OpenFlow(sealed[1:])
		w.fails(err, "sign-in-failed")
		w.replays()
	})
}

// Where the installation lets the provider name accounts, the first sign-in links
// them: not an administrator's, and nobody's twice.
func TestIdentityByLogin(t *testing.T) {
	each(t, func(w *world) {
		ctx, admin := t.Context(), w.people[System]
		const issuer = "https://sso.example"
		enter := func(name, login string) error {
			_, err := w.SignInIdentity(ctx, "10.0.0.1", Identity{Issuer: issuer, Name: name, Login: login})
			return err
		}
		w.ok(enter("u-1", "Leader"))
		w.fails(enter("u-2", "leader"), "no-account")
		w.fails(enter("u-3", "system"), "no-account")
		w.fails(enter("u-4", "nobody"), "no-account")
		w.ok(enter("u-1", "")) // from then on the link counts
		who := w.people[Leader].Person
		if ids, err := w.Identities(ctx, admin, who); err != nil || len(ids) != 1 || ids[0].Name != "u-1" {
			t.Errorf("%v %v", ids, err)
		}
		id := Identity{Issuer: issuer, Name: "u-1"}
		w.fails(w.UnlinkIdentity(ctx, admin, who, id, " "), "reason-missing")
		w.fails(w.UnlinkIdentity(ctx, admin, w.people[Deputy].Person, id, "换人"), "not-found")
		w.fails(w.UnlinkIdentity(ctx, w.people[Leader], who, id, "换人"), "denied")
		w.ok(w.UnlinkIdentity(ctx, admin, who, id, "换人"))
		w.fails(enter("u-1", ""), "no-account")
		w.replays()
	})
}

// TestNoSecretIsInAnEvent: neither passwords nor hashes, links, codes or tokens.
func TestNoSecretIsInAnEvent(t *testing.T) {
	each(t, func(w *world) {
		ctx, who := t.Context(), w.people[Leader]
		link, err := w.Invite(ctx, w.people[System], who.Person)
		w.ok(err)
		s, err := w.UseLink(ctx, "10.0.0.1", link.Token, password)
		w.ok(err)
		e, err := w.BeginFactor(ctx, who)
		w.ok(err)
		recovery, err := w.ConfirmFactor(ctx, who, s.Token, w.code(who.Person))
		w.ok(err)
		_, err = w.SignIn(ctx, "10.0.0.1", password, "typed-in-the-wrong-field")
		w.fails(err, "sign-in-failed")
		for ev, err := range w.ledger.Events(ctx, ledger.Filter{}) {
			w.ok(err)
			text := ev.Kind + ev.Subject + string(ev.Payload)
			for _, bad := range []string{password, "argon2id$", link.Token, s.Token, e.Secret, recovery[0], "typed-in"} {
				if strings.Contains(text, bad) {
					t.Errorf("event %d holds %q: %s", ev.Seq, bad, text)
				}
			}
		}
	})
}
