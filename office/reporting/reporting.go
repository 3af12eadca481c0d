// Package reporting runs a plan's year: who answers for which indicator, what is
// due when, the months' values from the first keystroke to the confirmation, and
// what the plan office and leaders see of them.
//
// # What is decided here
//
//   - A series is a row of an adopted plan, or a unit's part of it. It has an owner
//     unit, a person who accepts it by name, a schedule and a way to be watched.
//   - A sheet is what one unit reports for one period of one plan. It goes from
//     open through submitted and reviewed to confirmed (states.go); a confirmed one
//     is locked. Nobody reviews or confirms what he submitted himself.
//   - A figure counts from the confirmation of its sheet on. While it is corrected
//     the older one goes on counting. "As of" is by sequence of the ledger.
//   - A sheet is confirmed only after those of its parts, and only where parts and
//     whole agree; what is confirmed is taken back from the top down.
//   - One act is one event, however many cells it carries.
//
// # What is left out
//
// Accounts, plans and rights (package office), what makes a light (package
// monitor), pages (package web).
package reporting

import (
	"embed"
	"io/fs"

	"gangmu/ledger"
	"gangmu/office"
)

// Service carries out commands and answers queries. Its methods may be called by
// many at once.
type Service struct {
	*office.Office
	kept kept
}

// New is the service over an office whose ledger was opened with Module, too.
func New(o *office.Office) *Service { return &Service{Office: o} }

//go:embed migrations
var migrations embed.FS

// Module is what the ledger is opened with, behind office.Module.
func Module() ledger.Module {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		panic(err) // the name is a constant
	}
	return ledger.Module{Name: "reporting", Migrations: files, Projections: []ledger.Projection{sheets}, Keep: []string{"contact", "outbox"}}
}
