package office

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/office/internal/secret"
)

// Stage says what a session still lacks.
type Stage string

const (
	StageFull   Stage = "full"   // signed in
	StageFactor Stage = "factor" // the second factor is to be given
	StageEnrol  Stage = "enrol"  // a second factor is to be set up
	StageRenew  Stage = "renew"  // the password is too old and must be changed
)

// Session is somebody's sign-in. Only the person with its token has it.
type Session struct {
	Token   string
	Stage   Stage
	Person  Person
	Method  string // password, link, oidc
	Created time.Time
	Expires time.Time // when it ends unless something is done
	Seq     int64     // the last event when it was looked up
}

// ErrSignedOut answers a token that is good for nothing any more.
var ErrSignedOut = &fault.Error{
	Kind: fault.Unauthenticated, Code: "signed-out",
	Zh: "没有登录，或长时间没有操作已自动退出。请重新登录，已保存的内容都在。",
	En: "You are not signed in, or were signed out after a while without doing anything. Sign in again; what was saved is there.",
}

// stageAfter is the stage that follows when what a stage asks for was done.
func (acc account) stageAfter(c credential, now time.Time, done Stage) Stage {
	switch {
	case done == "" && c.factor != nil:
		return StageFactor
	case (done == "" || done == StageFactor) && c.hash != "" && c.expired(acc.settings, now):
		return StageRenew
	case done != StageEnrol && c.factor == nil && acc.settings.needsFactor(acc.Person):
		return StageEnrol
	}
	return StageFull
}

// openSession records the sign-in; the token is the only way to the session.
func openSession(tx *ledger.Tx, acc account, method string, stage Stage, token string) error {
	now := tx.Now().UnixMicro()
	err := exec(tx, `INSERT INTO sign_in_session (digest, person, stage, method, origin, created_at, seen_at)
		VALUES ($1, $2, $3, $4, $5, $6, $6)`, secret.Digest(token), acc.ID, stage, method, tx.Actor().Origin, now)
	if err != nil || stage == StageFactor {
		return err // not signed in yet
	}
	_, err = tx.Append(kindSessionOpened, personSubject(acc.ID), sessionEvent{Method: method})
	return err
}

type sessionRow struct {
	person          string
	stage           Stage
	method          string
	created, seenAt int64
}

func sessionOf(q querier, digest string) (s sessionRow, err error) {
	err = one(q.QueryRow(`SELECT person, stage, method, created_at, seen_at FROM sign_in_session WHERE digest = $1`, digest),
		&s.person, &s.stage, &s.method, &s.created, &s.seenAt)
	return s, err
}

func (r sessionRow) expires(s Settings) time.Time {
	end := fromMicros(r.created).Add(time.Duration(s.SessionHours) * time.Hour)
	if idle := fromMicros(r.seenAt).Add(s.idle()); idle.Before(end) {
		return idle
	}
	return end
}

// Authenticate is the session of a token and the actor that it makes. Until a
// session is full its actor holds no roles; before the second factor it is the
// public. ErrSignedOut answers any token that does not count.
func (o *Office) Authenticate(ctx context.Context, token, origin string) (s Session, a Actor, err error) {
	var row sessionRow
	var settings Settings
	digest, now := secret.Digest(token), o.clock()
	seq, err := o.ledger.LastSeq(ctx)
	if err != nil {
		return Session{}, Actor{Origin: origin}, err
	}
	if s, kept := o.sessions.get(digest, seq, now); kept {
		return s, s.actor(origin), nil
	}
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		s.Seq = v.Seq
		if row, err = sessionOf(v, digest); err != nil {
			return err
		}
		if settings, err = settingsOf(v); err != nil {
			return err
		}
		s.Person, err = personOf(v, row.person)
		return err
	})
	switch {
	case errors.Is(err, ErrNotFound):
		return Session{}, Actor{Origin: origin}, ErrSignedOut
	case err != nil:
		return Session{}, Actor{Origin: origin}, err
	case !s.Person.Active || !now.Before(row.expires(settings)):
		return Session{}, Actor{Origin: origin}, ErrSignedOut
	}
	if err := o.touch(ctx, digest, &row, settings, now); err != nil {
		return Session{}, Actor{Origin: origin}, err
	}
	s.Token, s.Stage, s.Method, s.Created, s.Expires = token, row.stage, row.method, fromMicros(row.created), row.expires(settings)
	o.sessions.put(digest, s, row.touchDue(settings))
	return s, s.actor(origin), nil
}

func (s Session) actor(origin string) Actor {
	a := Actor{Origin: origin}
	if s.Stage == StageFactor {
		return a
	}
	a.Person, a.Name, a.Unit = s.Person.ID, s.Person.Name, s.Person.Unit
	if s.Stage == StageFull {
		a.Grants = s.Person.Grants
	}
	return a
}

// touchDue is when the use of a session must be noted again.
func (r sessionRow) touchDue(s Settings) time.Time {
	due := fromMicros(r.seenAt).Add(s.idle() / 10)
	if end := r.expires(s); end.Before(due) {
		return end
	}
	return due
}

// touch notes that the session is in use, not more often than it matters.
func (o *Office) touch(ctx context.Context, digest string, row *sessionRow, s Settings, now time.Time) error {
	if now.Before(row.touchDue(s)) {
		return nil
	}
	row.seenAt = now.UnixMicro()
	_, err := o.ledger.Do(ctx, ledger.System, func(tx *ledger.Tx) error {
		return exec(tx, `UPDATE sign_in_session SET seen_at = $2 WHERE digest = $1`, digest, now.UnixMicro())
	})
	return err
}

// SignOut ends a session.
func (o *Office) SignOut(ctx context.Context, token, origin string) error {
	digest := secret.Digest(token)
	row, err := sessionOf(o.reader(ctx), digest)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = o.ledger.Do(ctx, ledger.Actor{ID: row.person, Origin: origin}, func(tx *ledger.Tx) error {
		if err := exec(tx, `DELETE FROM sign_in_session WHERE digest = $1`, digest); err != nil {
			return err
		}
		_, err := tx.Append(kindSessionEnded, personSubject(row.person), because{})
		return err
	})
	return err
}

// EndSessions signs somebody out everywhere and revokes his tokens.
func (o *Office) EndSessions(ctx context.Context, a Actor, person, reason string) error {
	return o.do(ctx, a, EndSessions, personSubject(person), Object{Person: person}, func(tx *ledger.Tx) error {
		if _, err := personOf(tx, person); err != nil {
			return err
		}
		if err := endSessions(tx, person); err != nil {
			return err
		}
		if err := exec(tx, `DELETE FROM api_token WHERE person = $1`, person); err != nil {
			return err
		}
		_, err := tx.Append(kindSessionEnded, personSubject(person), because{tidy(reason)})
		return err
	})
}

func endSessions(tx *ledger.Tx, person string) error {
	return exec(tx, `DELETE FROM sign_in_session WHERE person = $1`, person)
}

// Sweep forgets sessions, links and tokens that have expired. Once an hour is enough.
func (o *Office) Sweep(ctx context.Context) error {
	s, err := o.settings(ctx)
	if err != nil {
		return err
	}
	_, err = o.ledger.Do(ctx, ledger.System, func(tx *ledger.Tx) error {
		now := tx.Now()
		for _, table := range []string{"sign_in_link", "api_token"} {
			if err := exec(tx, `DELETE FROM `+table+` WHERE expires_at <= $1`, now.UnixMicro()); err != nil {
				return err
			}
		}
		return exec(tx, `DELETE FROM sign_in_session WHERE seen_at <= $1 OR created_at <= $2`,
			now.Add(-s.idle()).UnixMicro(), now.Add(-time.Duration(s.SessionHours)*time.Hour).UnixMicro())
	})
	return err
}

// reader reads outside of any snapshot.
func (o *Office) reader(ctx context.Context) querier { return plainReader{ctx, o.ledger} }

type plainReader struct {
	ctx context.Context
	l   *ledger.Ledger
}

func (r plainReader) Query(query string, args ...any) (*sql.Rows, error) {
	return r.l.Query(r.ctx, query, args...)
}

func (r plainReader) QueryRow(query string, args ...any) *sql.Row {
	return r.l.QueryRow(r.ctx, query, args...)
}
