package office

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"gangmu/ledger"
	"gangmu/office/internal/secret"
)

// credential is what a person proves himself with.
type credential struct {
	person      string
	hash        string // empty until a password is set
	changedAt   int64
	former      []string
	failures    int
	lockedUntil int64
	factor      []byte // sealed; nil for none
	pending     []byte
	step        int64
	recovery    []string // digests
}

// credentialOf is an empty one for a person who has none yet.
func credentialOf(q querier, person string) (credential, error) {
	c := credential{person: person}
	var former, recovery string
	err := one(q.QueryRow(`SELECT hash, changed_at, former, failures, locked_until, factor, pending, step, recovery
		FROM credential WHERE person = $1`, person),
		&c.hash, &c.changedAt, &former, &c.failures, &c.lockedUntil, &c.factor, &c.pending, &c.step, &recovery)
	switch {
	case errors.Is(err, ErrNotFound):
		return c, nil
	case err != nil:
		return c, err
	}
	return c, errors.Join(json.Unmarshal([]byte(former), &c.former), json.Unmarshal([]byte(recovery), &c.recovery))
}

func (c credential) save(tx *ledger.Tx) error {
	former, err1 := json.Marshal(c.former)
	recovery, err2 := json.Marshal(c.recovery)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	return exec(tx, `INSERT INTO credential (person, hash, changed_at, former, failures, locked_until, factor, pending, step, recovery)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at, former = excluded.former,
			failures = excluded.failures, locked_until = excluded.locked_until, factor = excluded.factor,
			pending = excluded.pending, step = excluded.step, recovery = excluded.recovery`,
		c.person, c.hash, c.changedAt, string(former), c.failures, c.lockedUntil, c.factor, c.pending, c.step, string(recovery))
}

func (c credential) locked(now time.Time) bool { return now.UnixMicro() < c.lockedUntil }

// fail counts a failure and locks the account when there were too many.
func (c *credential) fail(s Settings, now time.Time) {
	if c.failures++; c.failures >= s.Failures {
		c.failures, c.lockedUntil = 0, now.Add(time.Duration(s.LockSeconds)*time.Second).UnixMicro()
	}
}

// expired reports a password that is older than the rules allow.
func (c credential) expired(s Settings, now time.Time) bool {
	return now.After(fromMicros(c.changedAt).AddDate(0, 0, s.PasswordDays))
}

// setPassword takes a hash as the new password and keeps the former ones.
func (c *credential) setPassword(hash string, s Settings, now time.Time) {
	if c.hash != "" {
		c.former = append([]string{c.hash}, c.former...)
	}
	c.former = c.former[:min(len(c.former), s.PasswordHistory)]
	c.hash, c.changedAt = hash, now.UnixMicro()
	c.failures, c.lockedUntil = 0, 0
}

// account is a person with what signing in needs, read together.
type account struct {
	Person
	credential credential
	settings   Settings
}

func (o *Office) account(ctx context.Context, find func(querier) (Person, error)) (acc account, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		if acc.settings, err = settingsOf(v); err != nil {
			return err
		}
		if acc.Person, err = find(v); err != nil {
			return err
		}
		acc.credential, err = credentialOf(v, acc.ID)
		return err
	})
	return acc, err
}

func byID(id string) func(querier) (Person, error) {
	return func(q querier) (Person, error) { return personOf(q, id) }
}

// newHash checks a new password and hashes it. It takes time and memory, and so
// runs outside of any transaction.
func (acc account) newHash(password string) (string, error) {
	if err := acc.settings.checkPassword(password, acc.Login, acc.Name); err != nil {
		return "", err
	}
	used := acc.credential.former[:min(len(acc.credential.former), acc.settings.PasswordHistory)]
	if acc.credential.hash != "" {
		used = append(slices.Clone(used), acc.credential.hash)
	}
	for _, hash := range used {
		if secret.Matches(hash, password) {
			return "", invalid("password-reused", "这个口令最近用过，请换一个新的。", "This password was used lately: choose a new one.")
		}
	}
	return secret.Hash(password, acc.settings.Hashing), nil
}

// ChangePassword replaces the actor's own password and ends his other sessions;
// token is that of the present one.
func (o *Office) ChangePassword(ctx context.Context, a Actor, token, old, new string) error {
	if err := o.allow(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}); err != nil {
		return err
	}
	acc, err := o.account(ctx, byID(a.Person))
	if err != nil {
		return err
	}
	if acc.credential.locked(o.clock()) {
		return errLocked(acc.settings)
	}
	if !secret.Matches(acc.credential.hash, old) {
		return o.failed(ctx, a.Origin, acc, "wrong", errOldPassword)
	}
	hash, err := acc.newHash(new)
	if err != nil {
		return err
	}
	_, err = o.ledger.Do(ctx, a.ledger(), func(tx *ledger.Tx) error {
		return changePassword(tx, acc, hash, secret.Digest(token))
	})
	return err
}

// changePassword takes a new hash unless the password changed meanwhile. The
// session with the digest keep goes on, as one that needs no new password.
func changePassword(tx *ledger.Tx, acc account, hash, keep string) error {
	c, err := credentialOf(tx, acc.ID)
	switch {
	case err != nil:
		return err
	case c.hash != acc.credential.hash:
		return conflict("password-changed", "口令刚刚在别处改过，请重新登录。", "The password was changed elsewhere just now: sign in again.")
	}
	c.setPassword(hash, acc.settings, tx.Now())
	if err := c.save(tx); err != nil {
		return err
	}
	if err := exec(tx, `DELETE FROM sign_in_session WHERE person = $1 AND digest <> $2`, acc.ID, keep); err != nil {
		return err
	}
	stage := acc.stageAfter(c, tx.Now(), StageRenew)
	if err := exec(tx, `UPDATE sign_in_session SET stage = $2 WHERE digest = $1 AND stage = $3`, keep, stage, StageRenew); err != nil {
		return err
	}
	_, err = tx.Append(kindPasswordChanged, personSubject(acc.ID), because{})
	return err
}

var errOldPassword = invalid("password-wrong", "原口令不对，没有改动。", "The old password is wrong; nothing was changed.")
