package office

import (
	"context"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
)

// What packages build on that add commands of their own, as office/reporting does.

// Do runs a command of an actor who may do act to obj; what he may not is
// recorded. about is the event's subject then.
func (o *Office) Do(ctx context.Context, a Actor, act Action, about string, obj Object, run func(tx *ledger.Tx) error) error {
	return o.do(ctx, a, act, about, obj, run)
}

// Allow says whether the actor may do act to obj, and records it when not.
func (o *Office) Allow(ctx context.Context, a Actor, act Action, about string, obj Object) error {
	return o.allow(ctx, a, act, about, obj)
}

// View reads in one state of the database.
func (o *Office) View(ctx context.Context, f func(*ledger.View) error) error {
	return o.ledger.View(ctx, f)
}

// Events are those that a filter selects, see ledger.Ledger.Events.
func (o *Office) Events(ctx context.Context, f ledger.Filter, take func(ledger.Event) error) error {
	for e, err := range o.ledger.Events(ctx, f) {
		if err == nil {
			err = take(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Record changes tables that are no projections, for nobody.
func (o *Office) Record(ctx context.Context, run func(tx *ledger.Tx) error) error {
	_, err := o.ledger.Do(ctx, ledger.System, run)
	return err
}

// Blob is a file that an event refers to, see ledger.Ledger.Blob.
func (o *Office) Blob(ctx context.Context, hash ledger.BlobHash) ([]byte, error) {
	return o.ledger.Blob(ctx, hash)
}

// Now is the office's clock.
func (o *Office) Now() time.Time { return o.clock() }

// Plan is a plan that the actor may read.
func (o *Office) Plan(ctx context.Context, a Actor, id string) (Plan, error) {
	return o.readable(ctx, a, id)
}

// PlanOf is a plan, in a command or a view, without asking who reads it.
func PlanOf(q Reads, id string) (Plan, error) { return planOf(q, id) }

// UnitOf is a unit.
func UnitOf(q Reads, code string) (Unit, error) { return unitOf(q, code) }

// UnitPath is a unit's code with those above it, from the lowest up.
func UnitPath(q Reads, code string) ([]string, error) { return unitPath(q, code) }

// PersonOf is somebody with an account.
func PersonOf(q Reads, id string) (Person, error) { return personOf(q, id) }

// Reads is what commands and views read with.
type Reads = querier

// Conflict is the error of what cannot be done as things stand.
func Conflict(code, zh, en string) *fault.Error { return conflict(code, zh, en) }
