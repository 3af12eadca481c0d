package office

import (
	"context"
	"errors"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/office/internal/secret"
)

// Link is a one-time way to set a password. Its token is shown once and stored
// nowhere.
type Link struct {
	Token   string
	Expires time.Time
}

// ErrLink answers a link that does not count.
var ErrLink = &fault.Error{
	Kind: fault.Unauthenticated, Code: "link-expired",
	Zh: "这个链接已经用过或过期。请找系统管理员重新发一个。",
	En: "This link was used or has expired. Ask the system administrator for another.",
}

// Invite makes a link for somebody who lost his password; earlier links of his no
// longer count. A second factor, where there is one, is still asked for.
func (o *Office) Invite(ctx context.Context, a Actor, person string) (link Link, err error) {
	err = o.do(ctx, a, InvitePerson, personSubject(person), Object{Person: person}, func(tx *ledger.Tx) error {
		p, err := personOf(tx, person)
		switch {
		case err != nil:
			return err
		case !p.Active:
			return conflict("person-disabled", "这个账号已经停用。", "This account is disabled.")
		}
		link, err = o.invite(tx, person)
		return err
	})
	return link, err
}

func (o *Office) invite(tx *ledger.Tx, person string) (Link, error) {
	s, err := settingsOf(tx)
	if err != nil {
		return Link{}, err
	}
	link := Link{Token: secret.Token(), Expires: tx.Now().Add(time.Duration(s.LinkHours) * time.Hour)}
	if err := exec(tx, `DELETE FROM sign_in_link WHERE person = $1`, person); err != nil {
		return Link{}, err
	}
	err = exec(tx, `INSERT INTO sign_in_link (digest, person, expires_at) VALUES ($1, $2, $3)`,
		secret.Digest(link.Token), person, link.Expires.UnixMicro())
	if err != nil {
		return Link{}, err
	}
	_, err = tx.Append(kindPersonInvited, personSubject(person), because{})
	return link, err
}

// LinkHolder is whom a link is for, to greet him before it is used.
func (o *Office) LinkHolder(ctx context.Context, token string) (Person, error) {
	acc, err := o.linkAccount(ctx, token)
	return acc.Person, err
}

func (o *Office) linkAccount(ctx context.Context, token string) (account, error) {
	acc, err := o.account(ctx, func(q querier) (Person, error) {
		person, err := linkHolder(q, token, o.clock())
		if err != nil {
			return Person{}, err
		}
		return personOf(q, person)
	})
	if errors.Is(err, ErrNotFound) || err == nil && !acc.Active {
		return account{}, ErrLink
	}
	return acc, err
}

func linkHolder(q querier, token string, now time.Time) (person string, err error) {
	err = one(q.QueryRow(`SELECT person FROM sign_in_link WHERE digest = $1 AND expires_at > $2`, secret.Digest(token), now.UnixMicro()), &person)
	return person, err
}

// UseLink sets a password and signs in; the link is used up.
func (o *Office) UseLink(ctx context.Context, origin, token, password string) (Session, error) {
	acc, err := o.linkAccount(ctx, token)
	if errors.Is(err, ErrLink) {
		return Session{}, o.failed(ctx, origin, account{}, "link", ErrLink)
	}
	if err != nil {
		return Session{}, err
	}
	hash, err := acc.newHash(password)
	if err != nil {
		return Session{}, err
	}
	_, err = o.ledger.Do(ctx, ledger.Actor{ID: acc.ID, Origin: origin}, func(tx *ledger.Tx) error {
		if _, err := linkHolder(tx, token, tx.Now()); err != nil {
			return ErrLink
		}
		if err := exec(tx, `DELETE FROM sign_in_link WHERE person = $1`, acc.ID); err != nil {
			return err
		}
		return changePassword(tx, acc, hash, "")
	})
	if err != nil {
		return Session{}, err
	}
	acc.credential.hash = hash
	return o.enter(ctx, origin, acc, "link")
}
