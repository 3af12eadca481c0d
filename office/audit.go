package office

import (
	"context"
	"time"

	"gangmu/ledger"
	"gangmu/vet"
)

// Outcome is what came of an act.
type Outcome string

const (
	Done    Outcome = "done"
	Refused Outcome = "refused" // the actor had no right to it
	Failed  Outcome = "failed"  // a sign-in that proved nothing
)

// Entry is one act in the audit: who did what to what, when, from where, and what
// came of it. It is the event that the act left.
type Entry struct {
	Seq     int64
	At      time.Time
	Person  string // id; "system" for the program, "public" for nobody known
	Name    string // the person's, as of now
	Origin  string
	Kind    string    // of the event; for a refused act its action
	Words   vet.Words // the act for people
	Subject string
	Outcome Outcome
	Detail  string // the payload as JSON, which holds the reason
}

// AuditFilter says which acts. Zero fields do not restrict.
type AuditFilter struct {
	Person   string
	Outcome  Outcome
	Under    string // a subject and what is below it: person/ID
	From, To time.Time
	Before   int64 // only acts with a smaller number: the next page
	Limit    int   // at most so many; 100 when zero, never more than 1000
}

// Audit are the acts that f selects, the latest first.
func (o *Office) Audit(ctx context.Context, a Actor, f AuditFilter) ([]Entry, error) {
	if err := o.allow(ctx, a, ReadAudit, "audit", Object{}); err != nil {
		return nil, err
	}
	if f.Limit <= 0 {
		f.Limit = 100
	}
	f.Limit = min(f.Limit, 1000)
	names, err := o.names(ctx)
	if err != nil {
		return nil, err
	}
	var out []Entry
	for e, err := range o.ledger.Events(ctx, f.events()) {
		switch {
		case err != nil:
			return nil, err
		case !f.From.IsZero() && e.At.Before(f.From):
			return out, nil
		case f.leaves(e):
			continue
		}
		out = append(out, entryOf(e, names))
		if len(out) == f.Limit {
			break
		}
	}
	return out, nil
}

// events is what of the filter the ledger itself can select by.
func (f AuditFilter) events() ledger.Filter {
	out := ledger.Filter{Actor: f.Person, Under: f.Under, Newest: true}
	if f.Before > 0 {
		out.To = max(f.Before-1, 1)
	}
	switch f.Outcome {
	case Refused:
		out.Kinds = []string{kindRefused}
	case Failed:
		out.Kinds = []string{kindSessionRefused}
	}
	return out
}

func (f AuditFilter) leaves(e ledger.Event) bool {
	return f.Before > 0 && e.Seq >= f.Before || !f.To.IsZero() && e.At.After(f.To) ||
		f.Outcome == Done && outcomeOf(e) != Done
}

func outcomeOf(e ledger.Event) Outcome {
	switch e.Kind {
	case kindRefused:
		return Refused
	case kindSessionRefused:
		return Failed
	}
	return Done
}

func entryOf(e ledger.Event, names map[string]string) Entry {
	out := Entry{
		Seq: e.Seq, At: e.At, Person: e.Actor, Name: names[e.Actor], Origin: e.Origin,
		Kind: e.Kind, Words: KindName(e.Kind), Subject: e.Subject, Outcome: outcomeOf(e), Detail: string(e.Payload),
	}
	var r refusal
	if e.Kind == kindRefused && e.Decode(&r) == nil {
		out.Kind, out.Words = string(r.Action), r.Action.Name()
	}
	return out
}

// names are the names of all people by their ids.
func (o *Office) names(ctx context.Context) (map[string]string, error) {
	rows, err := o.ledger.Query(ctx, `SELECT id, name FROM person`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names := map[string]string{}
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		names[id] = name
	}
	return names, rows.Err()
}
