// Command scale makes a province of 2,800 units that report 40 indicators for 36
// months - four million facts - in a ledger, and measures what its pages must do.
//
//	go run ./bench/scale -database postgres://… -make      make it, then measure
//	go run ./bench/scale -database postgres://…            measure again
//	go run ./bench/scale -database scale.db -cities 7 -make   400,000 facts on SQLite
//
// Events go through the ledger's one write path, each with the cells of a sheet; of
// a sheet's steps only the confirmation is made, which is what figures count from.
// -facts writes the figures for the same work in another engine (tools/peer).
// The exit code is 1 when a speed that is required is missed.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"time"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/reporting"
)

type options struct {
	database, keys, facts, peer string
	cities, city, clients, each int
	build                       bool
}

func main() {
	var o options
	flag.StringVar(&o.database, "database", "", "a postgres:// URL or a SQLite file")
	flag.StringVar(&o.keys, "keys", os.TempDir(), "folder for the keys of the ledger and the office")
	flag.StringVar(&o.facts, "facts", "", "write the figures as CSV into this file")
	flag.StringVar(&o.peer, "peer", "", "what tools/peer/scale printed for the same province")
	flag.IntVar(&o.cities, "cities", 70, "of 40 units each")
	flag.IntVar(&o.city, "city", 1, "whose last month is closed")
	flag.IntVar(&o.clients, "clients", 32, "that ask for overviews at once")
	flag.IntVar(&o.each, "each", 50, "overviews that a client asks for")
	flag.BoolVar(&o.build, "make", false, "make the province in an empty database first")
	flag.Parse()
	ok, err := run(context.Background(), o)
	if err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// today is the day on which the last month is closed.
var today = time.Date(lastYear+1, 1, 10, 9, 0, 0, 0, time.UTC)

func run(ctx context.Context, o options) (bool, error) {
	p := newProvince(o.cities)
	if o.facts != "" {
		if err := writeFacts(o.facts, p); err != nil || o.database == "" {
			return true, err
		}
	}
	clock := func() time.Time { return today }
	l, err := ledger.Open(ctx, ledger.Config{
		Database: o.database, KeyFile: o.keys + "/scale.key", Version: "scale", Clock: clock,
		Modules: []ledger.Module{office.Module(), reporting.Module()}, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return false, err
	}
	defer l.Close()
	of, err := office.New(office.Config{Ledger: l, KeyFile: o.keys + "/scale.office.key", Clock: clock, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return false, err
	}
	if o.build {
		start := time.Now()
		load := &loader{province: p, ledger: l, say: os.Stderr}
		if err := load.load(ctx); err != nil {
			return false, err
		}
		fmt.Printf("%d facts made in %.0f s\n", load.facts, time.Since(start).Seconds())
	}
	return measure(ctx, &site{province: p, ledger: l, Service: reporting.New(of)}, o)
}
