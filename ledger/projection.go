package ledger

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
)

// Module is a part of the program that keeps tables: its migrations (one goose
// file set for both engines) and its projections.
type Module struct {
	Name        string // [a-z_]+, names the table of its schema versions
	Migrations  fs.FS
	Projections []Projection
	// Keep are tables that are no projection of events but belong in a backup,
	// such as secrets that an eternal record must not hold.
	Keep []string
}

// Projection is tables computed from events, and from nothing else: no clock, no
// random, no other table.
type Projection struct {
	Name    string
	Version int      // raise it when Apply changes: the next start rebuilds
	Tables  []string // emptied in this order by a rebuild
	Kinds   []string // of the events it takes; none means all
	// Apply takes up events in order. In a command they are those of one
	// Append; in a rebuild many at once.
	Apply func(tx *Tx, events []Event) error
}

// taken are the events of the kinds that p wants.
func (p *Projection) taken(events []Event) []Event {
	if len(p.Kinds) == 0 {
		return events
	}
	var taken []Event
	for _, e := range events {
		if slices.Contains(p.Kinds, e.Kind) {
			taken = append(taken, e)
		}
	}
	return taken
}

func (p *Projection) apply(tx *Tx, events []Event) error {
	taken := p.taken(events)
	if len(taken) == 0 {
		return nil
	}
	if err := p.Apply(tx, taken); err != nil {
		return fmt.Errorf("projection %s, events %d to %d: %w", p.Name, taken[0].Seq, taken[len(taken)-1].Seq, err)
	}
	return nil
}

// Rebuild empties the tables of the named projections, or of all, and fills them
// by replay, in one transaction.
func (l *Ledger) Rebuild(ctx context.Context, names ...string) error {
	for i := range l.projections {
		p := &l.projections[i]
		if len(names) > 0 && !slices.Contains(names, p.Name) {
			continue
		}
		if _, err := l.submit(&command{ctx: ctx, alone: true, run: func(tx *Tx) error { return p.rebuild(tx) }}); err != nil {
			return fmt.Errorf("rebuild of %s: %w", p.Name, err)
		}
	}
	return nil
}

func (p *Projection) rebuild(tx *Tx) error {
	for _, table := range p.Tables {
		if _, err := tx.Exec(`DELETE FROM ` + table); err != nil {
			return err
		}
	}
	tx.replaying = true
	for page, err := range pages(tx.ctx, tx.sql, Filter{To: tx.seq}) {
		if err != nil {
			return err
		}
		if err := p.apply(tx, page); err != nil {
			return err
		}
	}
	_, err := tx.Exec(`INSERT INTO projection (name, version) VALUES ($1, $2)
		ON CONFLICT (name) DO UPDATE SET version = excluded.version`, p.Name, p.Version)
	return err
}

// rebuildStale rebuilds what another version of the code filled, or none yet.
func (l *Ledger) rebuildStale(ctx context.Context) error {
	for _, p := range l.projections {
		var version int
		rows, err := l.read.QueryContext(ctx, `SELECT version FROM projection WHERE name = $1`, p.Name)
		if err != nil {
			return err
		}
		known := rows.Next()
		if known {
			err = rows.Scan(&version)
		}
		if err = firstError(err, rows.Err(), rows.Close()); err != nil {
			return err
		}
		if known && version == p.Version {
			continue
		}
		l.log.Info("rebuilding projection", "name", p.Name, "version", p.Version)
		if err := l.Rebuild(ctx, p.Name); err != nil {
			return err
		}
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
