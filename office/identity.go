package office

import (
	"context"
	"database/sql"
	"errors"

	"gangmu/fault"
	"gangmu/ledger"
)

// Identity is how another system, an OpenID provider, knows somebody.
type Identity struct {
	Issuer, Name string // Name is the issuer's subject, which never changes
	// Login is set where the installation lets the issuer say whose account it is:
	// the first sign-in then links that account.
	Login string
}

// ErrStranger answers an identity that no account is linked to.
var ErrStranger = &fault.Error{
	Kind: fault.Unauthenticated, Code: "no-account",
	Zh: "统一认证已通过，但这里还没有关联的账号。请系统管理员把您的身份关联到账号。",
	En: "The provider knows you, but no account here is linked to you. Ask the system administrator to link it.",
}

// LinkIdentity lets somebody sign in through another system. Accounts are never
// made by signing in.
func (o *Office) LinkIdentity(ctx context.Context, a Actor, person string, id Identity) error {
	if id.Issuer = tidy(id.Issuer); id.Issuer == "" || len(id.Issuer) > 500 {
		return invalid("bad-identity", "请填写统一认证的地址。", "Give the provider's address.")
	}
	if id.Name = tidy(id.Name); id.Name == "" || len(id.Name) > 255 {
		return invalid("bad-identity", "请填写此人在统一认证里的标识。", "Give the person's subject at the provider.")
	}
	return o.do(ctx, a, ManagePeople, personSubject(person), Object{Person: person}, func(tx *ledger.Tx) error {
		if _, err := personOf(tx, person); err != nil {
			return err
		}
		if _, err := personByIdentity(tx, id); err == nil {
			return conflict("identity-taken", "这个身份已经关联到一个账号。", "This identity is linked to an account already.")
		}
		_, err := tx.Append(kindPersonLinked, personSubject(person), personLinked{Issuer: id.Issuer, Name: id.Name})
		return err
	})
}

// UnlinkIdentity takes a link away, and with it the sessions of the person.
func (o *Office) UnlinkIdentity(ctx context.Context, a Actor, person string, id Identity, reason string) error {
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	return o.do(ctx, a, ManagePeople, personSubject(person), Object{Person: person}, func(tx *ledger.Tx) error {
		p, err := personByIdentity(tx, id)
		switch {
		case err != nil:
			return err
		case p.ID != person:
			return ErrNotFound
		}
		if err := endSessions(tx, person); err != nil {
			return err
		}
		_, err = tx.Append(kindPersonUnlinked, personSubject(person), personLinked{Issuer: id.Issuer, Name: id.Name, Reason: reason})
		return err
	})
}

// Identities are how other systems know a person.
func (o *Office) Identities(ctx context.Context, a Actor, person string) ([]Identity, error) {
	if err := o.allow(ctx, a, ManagePeople, personSubject(person), Object{Person: person}); err != nil {
		return nil, err
	}
	return list(o.reader(ctx), func(rows *sql.Rows) (id Identity, err error) {
		err = rows.Scan(&id.Issuer, &id.Name)
		return id, err
	}, `SELECT issuer, name FROM person_identity WHERE person = $1 ORDER BY issuer, name`, person)
}

func personByIdentity(q querier, id Identity) (p Person, err error) {
	var person string
	if err := one(q.QueryRow(`SELECT person FROM person_identity WHERE issuer = $1 AND name = $2`, id.Issuer, id.Name), &person); err != nil {
		return p, err
	}
	return personOf(q, person)
}

// SignInIdentity opens a session for somebody whom a provider has vouched for; a
// second factor of ours is asked for where there is one.
func (o *Office) SignInIdentity(ctx context.Context, origin string, id Identity) (Session, error) {
	acc, err := o.account(ctx, func(q querier) (Person, error) { return personByIdentity(q, id) })
	if errors.Is(err, ErrNotFound) && id.Login != "" {
		acc, err = o.linkByLogin(ctx, origin, id)
	}
	switch {
	case errors.Is(err, ErrNotFound):
		return Session{}, o.failed(ctx, origin, account{}, "unknown", stranger(id))
	case err != nil:
		return Session{}, err
	case !acc.Active:
		return Session{}, o.failed(ctx, origin, account{Person: Person{ID: acc.ID}}, "unknown", stranger(id))
	}
	return o.enter(ctx, origin, acc, "oidc")
}

// linkByLogin links the account whose login the provider names. An account that is
// linked to this provider already stays with whom it has, and an administrator's is
// only linked by hand: whoever rules the provider must not rule the installation.
func (o *Office) linkByLogin(ctx context.Context, origin string, id Identity) (acc account, err error) {
	acc, err = o.account(ctx, func(q querier) (Person, error) { return personByLogin(q, normalLogin(id.Login)) })
	if err != nil || !acc.Active {
		return acc, err
	}
	if acc.Has(System) || acc.Has(Security) || acc.Has(Audit) {
		return account{}, ErrNotFound
	}
	_, err = o.ledger.Do(ctx, ledger.Actor{ID: acc.ID, Origin: origin}, func(tx *ledger.Tx) error {
		linked := 0
		err := one(tx.QueryRow(`SELECT count(*) FROM person_identity WHERE issuer = $1 AND (person = $2 OR name = $3)`, id.Issuer, acc.ID, id.Name), &linked)
		if err == nil && linked > 0 {
			err = ErrNotFound
		}
		if err != nil {
			return err
		}
		_, err = tx.Append(kindPersonLinked, personSubject(acc.ID), personLinked{Issuer: id.Issuer, Name: id.Name})
		return err
	})
	return acc, err
}

// stranger is ErrStranger with what the administrator needs to link the account.
func stranger(id Identity) error {
	e := *ErrStranger
	e.Zh += "您在统一认证的标识：" + id.Name
	e.En += " Your subject at the provider: " + id.Name
	return &e
}

// SealFlow hides the state of a sign-in through a provider, to be kept in a cookie
// until the browser comes back.
func (o *Office) SealFlow(state []byte) []byte { return o.flows.Seal(state, "oidc") }

// OpenFlow is what SealFlow hid.
func (o *Office) OpenFlow(sealed []byte) ([]byte, error) {
	state, err := o.flows.Open(sealed, "oidc")
	if err != nil {
		return nil, ErrSignIn.Because(err)
	}
	return state, nil
}
