package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gangmu": main})
}

// The scripts start the real command, each in a directory of its own.
func TestScripts(t *testing.T) {
	sample, err := filepath.Abs(filepath.Join("..", "..", "sample"))
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = t.TempDir()
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLE", sample)
			env.Setenv("XDG_CACHE_HOME", cache) // the PDF component is prepared once for all
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exitcode": exitCode, "accept": accept, "serve": serveOnce, "tamper": tamper},
	})
}

// exitCode runs a command and checks its exit code: exitcode CODE COMMAND ARGS...
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode CODE COMMAND ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// accept writes a file that accepts all findings of a run: accept JSON FILE REASON.
func accept(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: accept JSON FILE REASON")
	}
	var run struct {
		Documents []struct {
			Findings []struct{ Rule, Fingerprint string }
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &run))
	var b strings.Builder
	for _, d := range run.Documents {
		for _, f := range d.Findings {
			fmt.Fprintf(&b, "%s %s %s\n", f.Fingerprint, f.Rule, args[2])
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o666))
}

// serveOnce starts the service on a data folder and stops it: serve DIR.
func serveOnce(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve DIR")
	}
	dir := store{Data: ts.MkAbs(args[0])}
	ts.Check(dir.makeData())
	s := &server{Addr: "127.0.0.1:0", Ledger: dir.ledger(), Log: slog.New(slog.DiscardHandler), Workers: 1}
	ts.Check(s.Open(context.Background()))
	ts.Check(s.Close())
}

// tamper changes the first event of a data folder behind the ledger's back: tamper DIR.
func tamper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: tamper DIR")
	}
	db, err := sql.Open("sqlite", filepath.Join(ts.MkAbs(args[0]), "gangmu.db"))
	ts.Check(err)
	defer db.Close()
	for _, statement := range []string{`DROP TRIGGER event_no_update`, `UPDATE event SET actor = 'wang' WHERE seq = 1`} {
		_, err := db.Exec(statement)
		ts.Check(err)
	}
}
