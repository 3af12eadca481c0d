package ledger

import (
	"context"
	"database/sql"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// Tx is what a command and a projection see of the transaction they run in. It is
// of no use after they return. Queries see the projections with everything that
// this command and earlier ones appended; the event table shows it only after the
// commit.
type Tx struct {
	ctx       context.Context
	sql       *sql.Tx
	w         *writer
	actor     Actor
	seq       int64 // the last event so far
	pending   []Event
	touched   bool // something was written, or a statement failed
	replaying bool // a rebuild: nothing may be appended
}

// Context is that of the transaction; it outlives the caller's.
func (tx *Tx) Context() context.Context { return tx.ctx }

// SQL is the transaction itself, for libraries that write along with a command.
// It must not be ended.
func (tx *Tx) SQL() *sql.Tx {
	tx.touched = true
	return tx.sql
}

// Actor is who gave the command.
func (tx *Tx) Actor() Actor { return tx.actor }

// Seq is the number of the last event before the next Append.
func (tx *Tx) Seq() int64 { return tx.seq }

// Now is the ledger's clock in UTC, to the microsecond.
func (tx *Tx) Now() time.Time { return tx.w.clock().UTC().Truncate(time.Microsecond) }

// NewID makes an id as events have them.
func (tx *Tx) NewID() (string, error) { return newID(tx.w.rand, tx.Now()) }

// Append adds one event and lets the projections take it up.
func (tx *Tx) Append(kind, subject string, payload any) (Event, error) {
	events, err := tx.AppendAll(Draft{Kind: kind, Subject: subject, Payload: payload})
	if err != nil {
		return Event{}, err
	}
	return events[0], nil
}

// AppendAll adds events and hands them to the projections together, which is
// quicker for many.
func (tx *Tx) AppendAll(drafts ...Draft) ([]Event, error) {
	if tx.replaying {
		return nil, fmt.Errorf("a projection appended an event")
	}
	first := len(tx.pending)
	for _, d := range drafts {
		e, err := tx.event(d)
		if err != nil {
			return nil, err
		}
		tx.touched = true
		tx.pending = append(tx.pending, e)
		tx.seq++
	}
	events := tx.pending[first:]
	for i := range tx.w.projections {
		tx.replaying = true
		err := tx.w.projections[i].apply(tx, events)
		tx.replaying = false
		if err != nil {
			return nil, err
		}
	}
	return events, nil
}

// event checks a draft and gives it the next number.
func (tx *Tx) event(d Draft) (Event, error) {
	for _, field := range []struct {
		name, text string
		min, max   int
	}{
		{"kind", d.Kind, 1, maxKind}, {"subject", d.Subject, 1, maxSubject},
		{"actor", tx.actor.ID, 1, maxActor}, {"origin", tx.actor.Origin, 0, maxActor},
	} {
		if len(field.text) < field.min || len(field.text) > field.max || !plain(field.text) {
			return Event{}, badDraft(fmt.Sprintf("%s %.80q", field.name, field.text))
		}
	}
	payload, err := json.Marshal(d.Payload)
	switch {
	case err != nil:
		return Event{}, badDraft("payload: " + err.Error())
	case len(payload) > maxPayload:
		return Event{}, badDraft(fmt.Sprintf("payload of %d bytes, at most %d", len(payload), maxPayload))
	case !utf8.Valid(payload):
		return Event{}, badDraft("payload is not UTF-8")
	}
	id, err := tx.NewID()
	return Event{
		Seq: tx.seq + 1, ID: id, At: tx.Now(), Actor: tx.actor.ID, Origin: tx.actor.Origin,
		Kind: d.Kind, Subject: d.Subject, Payload: payload,
	}, err
}

// plain reports whether s is valid text without control characters.
func plain(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f })
}

// Exec changes tables; for projections, and for tables that are none.
func (tx *Tx) Exec(query string, args ...any) (sql.Result, error) {
	tx.touched = true
	if s := tx.w.prepared.get(query); s != nil {
		return tx.sql.StmtContext(tx.ctx, s).ExecContext(tx.ctx, args...)
	}
	return tx.sql.ExecContext(tx.ctx, query, args...)
}

// Query reads rows; the caller closes them before the next statement.
func (tx *Tx) Query(query string, args ...any) (*sql.Rows, error) {
	var rows *sql.Rows
	var err error
	if s := tx.w.prepared.get(query); s != nil {
		rows, err = tx.sql.StmtContext(tx.ctx, s).QueryContext(tx.ctx, args...)
	} else {
		rows, err = tx.sql.QueryContext(tx.ctx, query, args...)
	}
	if err != nil {
		tx.touched = true // PostgreSQL takes no further statement
	}
	return rows, err
}

// QueryRow reads one row.
func (tx *Tx) QueryRow(query string, args ...any) *sql.Row {
	if s := tx.w.prepared.get(query); s != nil {
		return tx.sql.StmtContext(tx.ctx, s).QueryRowContext(tx.ctx, args...)
	}
	return tx.sql.QueryRowContext(tx.ctx, query, args...)
}

// newID is 48 bits of milliseconds and 80 of random, in 26 characters that sort
// as the time does, so that an index of ids grows at its end.
func newID(random io.Reader, now time.Time) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[6:]); err != nil {
		return "", fmt.Errorf("random source: %w", err)
	}
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(now.UnixMilli()))
	copy(b[:6], ms[2:])
	return idEncoding.EncodeToString(b[:]), nil
}

var idEncoding = base32.NewEncoding("0123456789abcdefghijklmnopqrstuv").WithPadding(base32.NoPadding)
