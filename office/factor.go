package office

import (
	"context"
	"slices"
	"strings"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/office/internal/secret"
	"gangmu/office/internal/totp"
)

// ErrCode answers a wrong one-time password.
var ErrCode = &fault.Error{
	Kind: fault.Unauthenticated, Code: "code-wrong",
	Zh: "验证码不对或已用过。请输入应用里现在显示的6位数字，或一个恢复码；手机时间要准。",
	En: "The code is wrong or was used. Enter the six digits that the app shows now, or a recovery code; the phone's clock must be right.",
}

const (
	issuer        = "Gangmu"
	recoveryCodes = 10
)

// Enrolment is a second factor to be: what an authenticator app is given.
type Enrolment struct{ URL, Secret string }

// BeginFactor makes a secret for the actor's own second factor. It counts only
// after ConfirmFactor.
func (o *Office) BeginFactor(ctx context.Context, a Actor) (e Enrolment, err error) {
	err = o.do(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}, func(tx *ledger.Tx) error {
		p, err := personOf(tx, a.Person)
		if err != nil {
			return err
		}
		c, err := credentialOf(tx, a.Person)
		if err != nil {
			return err
		}
		if c.factor != nil {
			return conflict("factor-set", "已经绑定了二次验证。更换前请安全管理员重置。", "A second factor is set up already; the security administrator can reset it.")
		}
		key := secret.Random(totp.SecretSize)
		e = Enrolment{URL: totp.URL(issuer, p.Login, key), Secret: totp.Text(key)}
		c.pending = o.factors.Seal(key, a.Person)
		return c.save(tx)
	})
	return e, err
}

// ConfirmFactor takes the factor of BeginFactor into use after a right code, and
// gives the recovery codes, which nobody can show again. Where a session with the
// token waited for it, it is full.
func (o *Office) ConfirmFactor(ctx context.Context, a Actor, token, code string) (recovery []string, err error) {
	settings, err := o.settings(ctx)
	if err != nil {
		return nil, err
	}
	err = o.do(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}, func(tx *ledger.Tx) error {
		p, err := personOf(tx, a.Person)
		if err != nil {
			return err
		}
		c, err := credentialOf(tx, a.Person)
		if err != nil {
			return err
		}
		if c.pending == nil {
			return conflict("factor-not-begun", "请先开始绑定，再输入验证码。", "Begin the set-up before you enter a code.")
		}
		key, err := o.factors.Open(c.pending, a.Person)
		if err != nil {
			return err
		}
		step, ok := totp.Verify(key, tidyCode(code), tx.Now(), 0)
		if !ok {
			return ErrCode
		}
		c.factor, c.pending, c.step = c.pending, nil, step
		recovery, c.recovery = newRecovery()
		if err := c.save(tx); err != nil {
			return err
		}
		acc := account{Person: p, credential: c, settings: settings}
		if err := acc.advance(tx, token, StageEnrol); err != nil {
			return err
		}
		_, err = tx.Append(kindFactorEnrolled, personSubject(a.Person), because{})
		return err
	})
	return recovery, err
}

func newRecovery() (codes, digests []string) {
	for range recoveryCodes {
		t := strings.ToLower(secret.Token()[:16]) // 80 bits
		codes = append(codes, t[:4]+"-"+t[4:8]+"-"+t[8:12]+"-"+t[12:])
		digests = append(digests, secret.Digest(t))
	}
	return codes, digests
}

func tidyCode(s string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "　", "").Replace(s))
}

// advance moves the session on when it waited for a stage.
func (acc account) advance(tx *ledger.Tx, token string, done Stage) error {
	next := acc.stageAfter(acc.credential, tx.Now(), done)
	return exec(tx, `UPDATE sign_in_session SET stage = $2 WHERE digest = $1 AND stage = $3`, secret.Digest(token), next, done)
}

// SecondFactor completes a sign-in with a one-time password or a recovery code.
func (o *Office) SecondFactor(ctx context.Context, token, origin, code string) error {
	s, _, err := o.Authenticate(ctx, token, origin)
	switch {
	case err != nil:
		return err
	case s.Stage != StageFactor:
		return nil
	}
	acc, err := o.account(ctx, byID(s.Person.ID))
	if err != nil {
		return err
	}
	if acc.credential.locked(o.clock()) {
		return o.failed(ctx, origin, acc, "locked", errLocked(acc.settings))
	}
	wrong := false
	_, err = o.ledger.Do(ctx, ledger.Actor{ID: acc.ID, Origin: origin}, func(tx *ledger.Tx) error {
		if acc.credential, err = credentialOf(tx, acc.ID); err != nil {
			return err
		}
		wrong = acc.credential.locked(tx.Now())
		if !wrong {
			wrong, err = o.proves(tx, &acc, tidyCode(code))
		}
		if err != nil || wrong {
			return err
		}
		acc.credential.failures = 0
		if err := acc.credential.save(tx); err != nil {
			return err
		}
		if err := acc.advance(tx, token, StageFactor); err != nil {
			return err
		}
		_, err := tx.Append(kindSessionOpened, personSubject(acc.ID), sessionEvent{Method: s.Method + "+factor"})
		return err
	})
	if err == nil && wrong {
		return o.failed(ctx, origin, acc, "factor", ErrCode)
	}
	return err
}

// proves holds a code against the factor, then against the recovery codes; what
// serves is used up.
func (o *Office) proves(tx *ledger.Tx, acc *account, code string) (wrong bool, err error) {
	c := &acc.credential
	key, err := o.factors.Open(c.factor, acc.ID)
	if err != nil {
		return false, err
	}
	if step, ok := totp.Verify(key, code, tx.Now(), c.step); ok {
		c.step = step
		return false, nil
	}
	at := slices.Index(c.recovery, secret.Digest(code))
	if at < 0 {
		return true, nil
	}
	c.recovery = slices.Delete(slices.Clone(c.recovery), at, at+1)
	_, err = tx.Append(kindRecoveryUsed, personSubject(acc.ID), because{})
	return false, err
}

// ResetFactor takes a lost second factor away; the person sets up another.
func (o *Office) ResetFactor(ctx context.Context, a Actor, person, reason string) error {
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	return o.do(ctx, a, ResetFactor, personSubject(person), Object{Person: person}, func(tx *ledger.Tx) error {
		if _, err := personOf(tx, person); err != nil {
			return err
		}
		c, err := credentialOf(tx, person)
		if err != nil {
			return err
		}
		c.factor, c.pending, c.recovery = nil, nil, nil
		if err := c.save(tx); err != nil {
			return err
		}
		if err := endSessions(tx, person); err != nil {
			return err
		}
		_, err = tx.Append(kindFactorReset, personSubject(person), because{reason})
		return err
	})
}
