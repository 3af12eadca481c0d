package ledger

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations
var migrations embed.FS

// migrate brings the tables of the ledger and of the modules up to date. Each
// module counts its own versions, in the table schema_NAME.
func migrate(ctx context.Context, e engine, db *sql.DB, modules []Module) error {
	for _, m := range []Module{
		{Name: "ledger", Migrations: folder("migrations/tables")},
		{Name: "ledger_guard", Migrations: folder(e.guards)},
	} {
		if err := migrateOne(ctx, e, db, m); err != nil {
			return err
		}
	}
	for _, m := range modules {
		if err := migrateOne(ctx, e, db, m); err != nil {
			return err
		}
	}
	return nil
}

func folder(name string) fs.FS {
	sub, err := fs.Sub(migrations, name)
	if err != nil {
		panic(err) // the names are constants of this package
	}
	return sub
}

func migrateOne(ctx context.Context, e engine, db *sql.DB, m Module) error {
	if m.Migrations == nil {
		return nil
	}
	options := []goose.ProviderOption{
		goose.WithTableName("schema_" + m.Name),
		goose.WithDisableGlobalRegistry(true),
	}
	if e.Name == postgres.Name { // several programs may start at once
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := goose.NewProvider(e.dialect, db, m.Migrations, options...)
	if err != nil {
		return fmt.Errorf("migrations of %s: %w", m.Name, err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrating %s: %w", m.Name, err)
	}
	return nil
}
