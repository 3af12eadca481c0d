package office

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/office/internal/secret"
)

// Token lets a program act as the person who made it, with the rights that the
// person has at that moment and no others. Its secret is shown once; the digest is
// stored.
type Token struct {
	ID      string
	Name    string // what it is for, in the person's words
	Created time.Time
	Expires time.Time
	Used    time.Time // within the hour; zero for never
}

const (
	tokenPrefix = "gangmu_" // so that a leaked one is found by those who look for such
	mostTokens  = 20        // of a person
	mostDays    = 366       // that a token is good for
	// noted is how often the use of a token is noted at most: each time is an event.
	noted = time.Hour
)

// ErrToken answers a token that does not count.
var ErrToken = &fault.Error{
	Kind: fault.Unauthenticated, Code: "bad-token",
	Zh: "令牌不对、已过期或已作废。请在“我的账号”里新建一个。",
	En: "The token is wrong, has expired or was revoked. Make another on the page of your account.",
}

// MakeToken makes a token of the actor's own, good for so many days. The secret is
// what a program sends.
func (o *Office) MakeToken(ctx context.Context, a Actor, name string, days int) (t Token, key string, err error) {
	if name, err = named("用途", name, maxName); err != nil {
		return t, "", err
	}
	if days < 1 || days > mostDays {
		return t, "", invalid("bad-days", fmt.Sprintf("有效期要在1到%d天之间。", mostDays), fmt.Sprintf("A token is good for 1 to %d days.", mostDays))
	}
	err = o.do(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}, func(tx *ledger.Tx) error {
		held, err := tokensOf(tx, a.Person)
		switch {
		case err != nil:
			return err
		case len(held) >= mostTokens:
			return conflict("too-many-tokens", fmt.Sprintf("最多%d个令牌，请先作废不用的。", mostTokens), fmt.Sprintf("At most %d tokens: revoke one that is not used.", mostTokens))
		}
		t = Token{Name: name, Created: tx.Now(), Expires: tx.Now().AddDate(0, 0, days)}
		if t.ID, err = tx.NewID(); err != nil {
			return err
		}
		key = tokenPrefix + secret.Token()
		err = exec(tx, `INSERT INTO api_token (digest, id, person, name, created_at, expires_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, 0)`,
			secret.Digest(key), t.ID, a.Person, t.Name, t.Created.UnixMicro(), t.Expires.UnixMicro())
		if err != nil {
			return err
		}
		_, err = tx.Append(kindTokenMade, tokenSubject(a.Person, t.ID), tokenEvent{Name: t.Name, Expires: t.Expires})
		return err
	})
	return t, key, err
}

// Tokens are the actor's own, the latest first.
func (o *Office) Tokens(ctx context.Context, a Actor) ([]Token, error) {
	if err := o.allow(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}); err != nil {
		return nil, err
	}
	return tokensOf(o.reader(ctx), a.Person)
}

func tokensOf(q querier, person string) ([]Token, error) {
	return list(q, func(rows *sql.Rows) (t Token, err error) {
		var created, expires, used int64
		err = rows.Scan(&t.ID, &t.Name, &created, &expires, &used)
		t.Created, t.Expires = fromMicros(created), fromMicros(expires)
		if used > 0 {
			t.Used = fromMicros(used)
		}
		return t, err
	}, `SELECT id, name, created_at, expires_at, used_at FROM api_token WHERE person = $1 ORDER BY created_at DESC, id`, person)
}

// RevokeToken ends one of the actor's own tokens.
func (o *Office) RevokeToken(ctx context.Context, a Actor, id string) error {
	return o.do(ctx, a, OwnAccount, personSubject(a.Person), Object{Person: a.Person}, func(tx *ledger.Tx) error {
		var name string
		if err := one(tx.QueryRow(`SELECT name FROM api_token WHERE person = $1 AND id = $2`, a.Person, id), &name); err != nil {
			return err
		}
		if err := exec(tx, `DELETE FROM api_token WHERE person = $1 AND id = $2`, a.Person, id); err != nil {
			return err
		}
		_, err := tx.Append(kindTokenRevoked, tokenSubject(a.Person, id), tokenEvent{Name: name})
		return err
	})
}

// AuthenticateToken is the actor of a token. Its acts bear the token's name beside
// the address they come from; that it is in use is an event, once an hour.
func (o *Office) AuthenticateToken(ctx context.Context, key, origin string) (Actor, error) {
	digest, now := secret.Digest(key), o.clock()
	seq, err := o.ledger.LastSeq(ctx)
	if err != nil {
		return Actor{Origin: origin}, err
	}
	if s, kept := o.tokens.get(digest, seq, now); kept {
		return s.programActor(origin), nil
	}
	var t tokenRow
	s := Session{Stage: StageFull}
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		s.Seq = v.Seq
		if t, err = tokenOf(v, digest); err != nil {
			return err
		}
		s.Person, err = personOf(v, t.person)
		return err
	})
	switch {
	case errors.Is(err, ErrNotFound):
		return Actor{Origin: origin}, ErrToken
	case err != nil:
		return Actor{Origin: origin}, err
	case !s.Person.Active || !now.Before(t.expires):
		return Actor{Origin: origin}, ErrToken
	}
	s.Token, s.Method, s.Expires = key, t.name, t.expires
	due := t.used.Add(noted)
	if !now.Before(due) {
		if err := o.noteUse(ctx, s.programActor(origin), digest, t); err != nil {
			return Actor{Origin: origin}, err
		}
		due = now.Add(noted)
	}
	if t.expires.Before(due) {
		due = t.expires
	}
	o.tokens.put(digest, s, due)
	return s.programActor(origin), nil
}

// programActor is the actor of a session that a token stands for.
func (s Session) programActor(origin string) Actor { return s.actor(origin + " api:" + s.Method) }

type tokenRow struct {
	id, person, name string
	expires, used    time.Time
}

func tokenOf(q querier, digest string) (t tokenRow, err error) {
	var expires, used int64
	err = one(q.QueryRow(`SELECT id, person, name, expires_at, used_at FROM api_token WHERE digest = $1`, digest),
		&t.id, &t.person, &t.name, &expires, &used)
	t.expires, t.used = fromMicros(expires), fromMicros(used)
	return t, err
}

func (o *Office) noteUse(ctx context.Context, a Actor, digest string, t tokenRow) error {
	_, err := o.ledger.Do(ctx, a.ledger(), func(tx *ledger.Tx) error {
		again, err := tokenOf(tx, digest)
		if err != nil || again.used.After(t.used) { // revoked, or noted by another request
			return err
		}
		if err := exec(tx, `UPDATE api_token SET used_at = $2 WHERE digest = $1`, digest, tx.Now().UnixMicro()); err != nil {
			return err
		}
		_, err = tx.Append(kindTokenUsed, tokenSubject(t.person, t.id), tokenEvent{Name: t.name})
		return err
	})
	if errors.Is(err, ErrNotFound) {
		return ErrToken
	}
	return err
}

func tokenSubject(person, id string) string { return personSubject(person) + "/token/" + id }
