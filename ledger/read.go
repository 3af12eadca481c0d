package ledger

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"
	"time"
)

// Filter says which events. Zero fields do not restrict.
type Filter struct {
	From, To int64    // sequence numbers, both included
	Subject  string   // exactly this
	Under    string   // this subject and everything below it: "plan/2024" has "plan/2024/indicator/1"
	Kinds    []string // any of these
	Actor    string
	Newest   bool // from the last to the first
	Limit    int  // at most so many
}

const pageSize = 512

// Events are the committed events that f selects, in order. A caller may stop at
// any time, and may use the ledger meanwhile: no connection is held between
// events.
func (l *Ledger) Events(ctx context.Context, f Filter) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		for page, err := range pages(ctx, l.read, f) {
			if err != nil {
				yield(Event{}, err)
				return
			}
			for _, e := range page {
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// Fold goes through the events of one subject up to asOf, in order: the state of
// the subject as it was known at that sequence number (0: now).
func Fold[S any](ctx context.Context, l *Ledger, subject string, asOf int64, state S, step func(S, Event) (S, error)) (S, error) {
	for e, err := range l.Events(ctx, Filter{Subject: subject, To: asOf}) {
		if err != nil {
			return state, err
		}
		if state, err = step(state, e); err != nil {
			return state, err
		}
	}
	return state, nil
}

// LastSeq is the number of the last committed event, 0 when there is none.
func (l *Ledger) LastSeq(ctx context.Context) (int64, error) { return lastSeq(ctx, l.read) }

func lastSeq(ctx context.Context, q querier) (seq int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM event`).Scan(&seq)
	return seq, err
}

// View reads projections in one state of the database.
type View struct {
	Seq int64 // the last event of that state
	ctx context.Context
	sql *sql.Tx
}

// View calls f with a snapshot; what others commit meanwhile stays unseen.
func (l *Ledger) View(ctx context.Context, f func(*View) error) error {
	options := l.engine.snapshot
	tx, err := l.read.BeginTx(ctx, &options)
	if err != nil {
		return cannotOpen(err)
	}
	defer tx.Rollback() // nothing was written
	v := &View{ctx: ctx, sql: tx}
	if v.Seq, err = lastSeq(ctx, tx); err != nil {
		return err
	}
	return f(v)
}

// Query reads rows; the caller closes them.
func (v *View) Query(query string, args ...any) (*sql.Rows, error) {
	return v.sql.QueryContext(v.ctx, query, args...)
}

// QueryRow reads one row.
func (v *View) QueryRow(query string, args ...any) *sql.Row {
	return v.sql.QueryRowContext(v.ctx, query, args...)
}

// Query reads projections outside of any snapshot; the caller closes the rows.
func (l *Ledger) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return l.read.QueryContext(ctx, query, args...)
}

// QueryRow reads one row outside of any snapshot.
func (l *Ledger) QueryRow(ctx context.Context, query string, args ...any) *sql.Row {
	return l.read.QueryRowContext(ctx, query, args...)
}

// pages reads the selected events page by page, each a query of its own.
func pages(ctx context.Context, q querier, f Filter) iter.Seq2[[]Event, error] {
	return func(yield func([]Event, error) bool) {
		left := f.Limit
		for {
			size := pageSize
			if f.Limit > 0 {
				size = min(size, left)
			}
			page, err := onePage(ctx, q, f, size)
			if err != nil {
				yield(nil, err)
				return
			}
			if len(page) > 0 && !yield(page, nil) {
				return
			}
			left -= len(page)
			if len(page) < size || f.Limit > 0 && left == 0 {
				return
			}
			if last := page[len(page)-1].Seq; f.Newest {
				f.To = last - 1
			} else {
				f.From = last + 1
			}
			if f.Newest && f.To == 0 { // 0 would mean no bound
				return
			}
		}
	}
}

func onePage(ctx context.Context, q querier, f Filter, size int) ([]Event, error) {
	where, args := f.where()
	order := "seq"
	if f.Newest {
		order = "seq DESC"
	}
	rows, err := q.QueryContext(ctx, fmt.Sprintf(
		`SELECT seq, id, at, actor, origin, kind, subject, payload FROM event WHERE %s ORDER BY %s LIMIT %d`,
		where, order, size), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var page []Event
	for rows.Next() {
		var e Event
		if err := scanEvent(rows, &e); err != nil {
			return nil, err
		}
		page = append(page, e)
	}
	return page, rows.Err()
}

// scanEvent reads the row that the columns seq … payload make, then more.
func scanEvent(rows *sql.Rows, e *Event, more ...any) error {
	var at int64
	var payload []byte
	err := rows.Scan(append([]any{&e.Seq, &e.ID, &at, &e.Actor, &e.Origin, &e.Kind, &e.Subject, &payload}, more...)...)
	e.At, e.Payload = time.UnixMicro(at).UTC(), payload
	return err
}

// where is the filter as a condition with its arguments.
func (f Filter) where() (string, []any) {
	conditions := []string{"seq >= $1"}
	args := []any{f.From}
	and := func(condition string, arg any) {
		args = append(args, arg)
		conditions = append(conditions, strings.ReplaceAll(condition, "?", fmt.Sprintf("$%d", len(args))))
	}
	if f.To > 0 {
		and("seq <= ?", f.To)
	}
	if f.Subject != "" {
		and("subject = ?", f.Subject)
	}
	if f.Under != "" { // '0' follows '/' in ASCII
		args = append(args, f.Under, f.Under+"/", f.Under+"0")
		n := len(args)
		conditions = append(conditions, fmt.Sprintf("(subject = $%d OR subject >= $%d AND subject < $%d)", n-2, n-1, n))
	}
	if f.Actor != "" {
		and("actor = ?", f.Actor)
	}
	if len(f.Kinds) > 0 {
		var marks []string
		for _, kind := range f.Kinds {
			args = append(args, kind)
			marks = append(marks, fmt.Sprintf("$%d", len(args)))
		}
		conditions = append(conditions, "kind IN ("+strings.Join(marks, ", ")+")")
	}
	return strings.Join(conditions, " AND "), args
}
