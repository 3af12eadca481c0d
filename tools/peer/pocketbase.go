package main

import (
	"fmt"
	"os"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	_ "github.com/pocketbase/pocketbase/migrations" // its own tables
	"github.com/pocketbase/pocketbase/tools/types"
)

const (
	peerLogin    = "bench@example.com"
	peerPassword = "peer-password-1"
)

// servePeer is PocketBase with one collection that wants what Gangmu wants: a
// signed-in person, a series, a period and a number in the form of one. Its log of
// requests is off.
func servePeer(dir, addr string) error {
	app := core.NewBaseApp(core.BaseAppConfig{DataDir: dir})
	if err := app.Bootstrap(); err != nil {
		return err
	}
	if err := app.RunAllMigrations(); err != nil {
		return err
	}
	settings := app.Settings()
	settings.Logs.MaxDays = 0
	settings.RateLimits.Enabled = false
	if err := app.Save(settings); err != nil {
		return err
	}
	if _, err := app.FindCollectionByNameOrId("facts"); err != nil {
		if err := fillPeer(app); err != nil {
			return err
		}
	}
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.InstallerFunc = nil
		fmt.Fprintln(os.Stderr, "serving http://"+addr)
		return e.Next()
	})
	return apis.Serve(app, apis.ServeConfig{HttpAddr: addr})
}

// fillPeer makes the collection, a person, and the rows that are listed.
func fillPeer(app core.App) error {
	signedIn := types.Pointer(`@request.auth.id != ""`)
	for _, name := range []string{"facts", "series"} {
		c := core.NewBaseCollection(name)
		c.ListRule, c.ViewRule, c.CreateRule = signedIn, signedIn, signedIn
		c.Fields.Add(
			&core.TextField{Name: "series", Required: true, Max: 40},
			&core.TextField{Name: "period", Required: true, Pattern: `^\d{4}-\d\d$`},
			&core.TextField{Name: "value", Required: true, Pattern: `^-?\d+(\.\d+)?$`},
			&core.TextField{Name: "source", Max: 200},
			&core.TextField{Name: "reason", Max: 500},
			&core.AutodateField{Name: "created", OnCreate: true},
		)
		c.AddIndex("idx_"+name, false, "series, period", "")
		if err := app.Save(c); err != nil {
			return err
		}
	}
	users, err := app.FindCollectionByNameOrId("users")
	if err != nil {
		return err
	}
	person := core.NewRecord(users)
	person.SetEmail(peerLogin)
	person.SetPassword(peerPassword)
	person.SetVerified(true)
	if err := app.Save(person); err != nil {
		return err
	}
	series, err := app.FindCollectionByNameOrId("series")
	if err != nil {
		return err
	}
	for i := range listed {
		row := core.NewRecord(series)
		row.Load(map[string]any{"series": fmt.Sprint(i), "period": "2026-01", "value": "8.2", "source": "表", "reason": "试"})
		if err := app.Save(row); err != nil {
			return err
		}
	}
	return nil
}
