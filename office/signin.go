package office

import (
	"context"
	"errors"
	"fmt"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/office/internal/secret"
)

// ErrSignIn answers every wrong sign-in alike: it does not tell whether the login
// exists.
var ErrSignIn = &fault.Error{
	Kind: fault.Unauthenticated, Code: "sign-in-failed",
	Zh: "登录名或口令不对，请检查大小写后重试。多次不对会暂时锁定。",
	En: "The login or the password is wrong. Check upper and lower case; too many failures lock the account for a while.",
}

func errLocked(s Settings) *fault.Error {
	return &fault.Error{
		Kind: fault.Unauthenticated, Code: "locked",
		Zh: fmt.Sprintf("连续%d次不对，账号已锁定%d秒。请稍后再试；忘记口令请找系统管理员发一次性链接。", s.Failures, s.LockSeconds),
		En: fmt.Sprintf("Locked for %d seconds after %d failures. Try again later; the system administrator can issue a one-time link.", s.LockSeconds, s.Failures),
	}
}

// SignIn checks a password and opens a session. Its stage says what is still to be
// done.
func (o *Office) SignIn(ctx context.Context, origin, login, password string) (Session, error) {
	acc, err := o.account(ctx, func(q querier) (Person, error) { return personByLogin(q, normalLogin(login)) })
	if err != nil && !errors.Is(err, ErrNotFound) {
		return Session{}, err
	}
	if len(password) > longestPassword {
		password = ""
	}
	if err != nil || !acc.Active || acc.credential.hash == "" {
		secret.Waste(password, acc.settings.Hashing)
		return Session{}, o.failed(ctx, origin, account{Person: Person{ID: acc.ID}}, "unknown", ErrSignIn)
	}
	if acc.credential.locked(o.clock()) {
		return Session{}, o.failed(ctx, origin, acc, "locked", errLocked(acc.settings))
	}
	if !secret.Matches(acc.credential.hash, password) {
		return Session{}, o.failed(ctx, origin, acc, "wrong", ErrSignIn)
	}
	return o.enter(ctx, origin, acc, "password")
}

// failed records a failure and counts it where there is an account; its error is
// why, or that it could not be recorded. The login as typed is not kept: people
// type passwords there.
func (o *Office) failed(ctx context.Context, origin string, acc account, how string, why error) error {
	who := ledger.Actor{ID: acc.ID, Origin: origin}
	subject := personSubject(acc.ID)
	if acc.ID == "" {
		who.ID, subject = publicID, "person"
	}
	_, err := o.ledger.Do(ctx, who, func(tx *ledger.Tx) error {
		if how == "wrong" || how == "factor" {
			c, err := credentialOf(tx, acc.ID)
			if err != nil {
				return err
			}
			c.fail(acc.settings, tx.Now())
			if err := c.save(tx); err != nil {
				return err
			}
		}
		_, err := tx.Append(kindSessionRefused, subject, sessionEvent{Why: how})
		return err
	})
	if err != nil {
		return err
	}
	return why
}

// enter opens a session for somebody who proved the first factor.
func (o *Office) enter(ctx context.Context, origin string, acc account, method string) (Session, error) {
	s := Session{Token: secret.Token(), Person: acc.Person, Method: method}
	_, err := o.ledger.Do(ctx, ledger.Actor{ID: acc.ID, Origin: origin}, func(tx *ledger.Tx) error {
		c, err := credentialOf(tx, acc.ID)
		switch {
		case err != nil:
			return err
		case c.locked(tx.Now()): // somebody guessed at the same time
			return errLocked(acc.settings)
		case c.hash != acc.credential.hash:
			return ErrSignIn
		}
		s.Stage = acc.stageAfter(c, tx.Now(), "")
		if s.Stage != StageFactor { // the count goes on until the whole proof is given
			c.failures = 0
			if err := c.save(tx); err != nil {
				return err
			}
		}
		s.Created = tx.Now()
		s.Expires = s.Created.Add(acc.settings.idle())
		return openSession(tx, acc, method, s.Stage, s.Token)
	})
	if err != nil {
		return Session{}, err
	}
	return s, nil
}
