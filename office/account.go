package office

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"gangmu/ledger"
	"gangmu/office/internal/secret"
)

// Account is what somebody sees of the ways into his own account.
type Account struct {
	Person
	Sessions []OpenSession // the last used first
	Tokens   []Token       // the latest first
	Factor   bool          // there is a second factor
	Recovery int           // recovery codes left
	Password time.Time     // when it was set; zero for none
	Renew    time.Time     // when it must be changed
}

// OpenSession is one sign-in that counts.
type OpenSession struct {
	ID       string // of no use to sign in
	Method   string // password, link, oidc, demo
	Origin   string // address that it was opened from
	Created  time.Time
	LastSeen time.Time // within a tenth of the idle time
	Here     bool      // it is the one that asks
}

// sessionID is the part of a session's digest that names it.
const sessionID = 16

// Account is the actor's own account, seen in the session of token.
func (o *Office) Account(ctx context.Context, a Actor, token string) (acc Account, err error) {
	if err := o.allow(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}); err != nil {
		return acc, err
	}
	now, here := o.clock(), secret.Digest(token)[:sessionID]
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		if acc.Person, err = personOf(v, a.Person); err != nil {
			return err
		}
		s, err := settingsOf(v)
		if err != nil {
			return err
		}
		c, err := credentialOf(v, a.Person)
		if err != nil {
			return err
		}
		acc.Factor, acc.Recovery = c.factor != nil, len(c.recovery)
		if c.hash != "" {
			acc.Password = fromMicros(c.changedAt)
			acc.Renew = acc.Password.AddDate(0, 0, s.PasswordDays)
		}
		if acc.Sessions, err = openSessions(v, a.Person, s, now, here); err != nil {
			return err
		}
		acc.Tokens, err = tokensOf(v, a.Person)
		return err
	})
	return acc, err
}

func openSessions(q querier, person string, s Settings, now time.Time, here string) ([]OpenSession, error) {
	all, err := list(q, func(rows *sql.Rows) (x OpenSession, err error) {
		r := sessionRow{}
		err = rows.Scan(&x.ID, &x.Method, &x.Origin, &r.created, &r.seenAt)
		if now.Before(r.expires(s)) {
			x.Created, x.LastSeen, x.Here = fromMicros(r.created), fromMicros(r.seenAt), x.ID == here
		}
		return x, err
	}, `SELECT substr(digest, 1, $2), method, origin, created_at, seen_at FROM sign_in_session WHERE person = $1 ORDER BY seen_at DESC, digest`, person, sessionID)
	return slices.DeleteFunc(all, func(x OpenSession) bool { return x.Created.IsZero() }), err
}

// EndSession ends one of the actor's own sign-ins, by OpenSession.ID.
func (o *Office) EndSession(ctx context.Context, a Actor, id string) error {
	return o.do(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}, func(tx *ledger.Tx) error {
		var digest string
		err := one(tx.QueryRow(`SELECT digest FROM sign_in_session WHERE person = $1 AND substr(digest, 1, $3) = $2`, a.Person, id, sessionID), &digest)
		if err != nil {
			return err
		}
		if err := exec(tx, `DELETE FROM sign_in_session WHERE digest = $1`, digest); err != nil {
			return err
		}
		_, err = tx.Append(kindSessionEnded, personSubject(a.Person), because{})
		return err
	})
}
