package office

import (
	"context"
	"embed"
	"io/fs"
	"log/slog"
	"time"

	"gangmu/ledger"
	"gangmu/office/internal/secret"
)

// Config is what the office works with.
type Config struct {
	Ledger *ledger.Ledger // opened with Module
	// KeyFile holds the key under which second factors are sealed; it is made at
	// the first start. It belongs in a backup, apart from the database.
	KeyFile string
	Clock   func() time.Time // default time.Now
	Log     *slog.Logger     // default slog.Default
	Queue   Queue            // default: work is done where it is asked for
	Version string           // of the program, noted with what it read
	Demo    bool             // a demonstration: whoever comes may be anybody
	// Installation looks at what lies around the ledger; default: nothing is known.
	Installation func() Installation
}

// Office carries out commands and answers queries. Its methods may be called by
// many at once.
type Office struct {
	ledger  *ledger.Ledger
	factors secret.Box
	flows   secret.Box
	clock   func() time.Time
	log     *slog.Logger
	queue   Queue
	program string
	demo    bool

	installation func() Installation

	overviews planCache[*Overview]
	rows      planCache[[]Row]
	sessions  sessions
	tokens    sessions
}

// New is the office over an open ledger.
func New(c Config) (*Office, error) {
	key, err := loadKey(c.KeyFile)
	if err != nil {
		return nil, err
	}
	o := &Office{ledger: c.Ledger, clock: c.Clock, log: c.Log, queue: c.Queue, program: c.Version, demo: c.Demo, installation: c.Installation}
	if o.clock == nil {
		o.clock = time.Now
	}
	if o.log == nil {
		o.log = slog.Default()
	}
	if o.factors, err = secret.NewBox(key, "second factor"); err != nil {
		return nil, keyProblem(c.KeyFile, err)
	}
	if o.flows, err = secret.NewBox(key, "sign-in flow"); err != nil {
		return nil, keyProblem(c.KeyFile, err)
	}
	return o, nil
}

// WorkThrough has long work done by a queue from here on. It is called before the
// office serves anybody.
func (o *Office) WorkThrough(q Queue) { o.queue = q }

//go:embed migrations
var migrations embed.FS

// Module is what the ledger is opened with.
func Module() ledger.Module {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		panic(err) // the name is a constant
	}
	return ledger.Module{
		Name: "office", Migrations: files,
		Projections: []ledger.Projection{people, settings, drafts, plans},
		Keep:        []string{"credential", "sign_in_link", "api_token"},
	}
}

// do runs a command of an actor who may do act to obj. What he may not is recorded,
// too; about is the event's subject then.
func (o *Office) do(ctx context.Context, a Actor, act Action, about string, obj Object, run func(tx *ledger.Tx) error) error {
	if err := o.allow(ctx, a, act, about, obj); err != nil {
		return err
	}
	_, err := o.ledger.Do(ctx, a.ledger(), run)
	return err
}

// allow says whether the actor may, and records it when not. What somebody who is
// not signed in tries is not recorded: anybody could fill the disk with it.
func (o *Office) allow(ctx context.Context, a Actor, act Action, about string, obj Object) error {
	if Can(a, act, obj) {
		return nil
	}
	if a.Person == "" {
		return denied(act)
	}
	_, err := o.ledger.Do(ctx, a.ledger(), func(tx *ledger.Tx) error {
		_, err := tx.Append(kindRefused, about, refusal{Action: act})
		return err
	})
	if err != nil {
		return err
	}
	return denied(act)
}

// publicID is the actor of events by somebody who is not signed in.
const publicID = "public"

// ledger is the actor as events name it.
func (a Actor) ledger() ledger.Actor {
	id := a.Person
	if id == "" {
		id = publicID
	}
	return ledger.Actor{ID: id, Origin: a.Origin}
}
