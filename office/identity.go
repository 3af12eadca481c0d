package office

import (
	"context"
	"errors"

	"gangmu/fault"
	"gangmu/ledger"
)

// Identity is how another system, an OpenID provider, knows somebody.
type Identity struct {
	Issuer, Name string // Name is the issuer's subject, which never changes
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
		_, err := tx.Append(kindPersonLinked, personSubject(person), personLinked(id))
		return err
	})
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
	switch {
	case errors.Is(err, ErrNotFound):
		return Session{}, o.failed(ctx, origin, account{}, "unknown", ErrStranger)
	case err != nil:
		return Session{}, err
	case !acc.Active:
		return Session{}, o.failed(ctx, origin, account{Person: Person{ID: acc.ID}}, "unknown", ErrStranger)
	}
	return o.enter(ctx, origin, acc, "oidc")
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
