package ledger_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

// A program that is killed while it writes loses nothing that it has answered:
// GANGMU_CRASH_ROUNDS=200 go test ./ledger -run Killed.
func TestKilledWriterLosesNothing(t *testing.T) {
	if os.Getenv(crashDatabase) != "" {
		writeUntilKilled()
		return
	}
	rounds := 4
	if n, err := strconv.Atoi(os.Getenv("GANGMU_CRASH_ROUNDS")); err == nil {
		rounds = n
	}
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		answered := map[string]bool{}
		for range rounds {
			for _, subject := range killed(t, c, 1+rand.IntN(200)) {
				answered[subject] = true
			}
			l := open(t, c)
			found := 0
			for _, e := range events(t, l, ledger.Filter{}) {
				if answered[e.Subject] {
					found++
				}
			}
			if found != len(answered) {
				t.Fatalf("%d of %d answered events are there", found, len(answered))
			}
			if r, err := l.Verify(t.Context(), nil); err != nil || !r.Sound() {
				t.Fatalf("verify: %v, %v", summary(r), err)
			}
			if n := len(balances(t, l)); n != len(events(t, l, ledger.Filter{})) {
				t.Fatalf("the projection has %d rows, not one per event", n)
			}
			l.Close()
		}
	})
}

const (
	crashDatabase = "GANGMU_CRASH_DATABASE"
	crashKey      = "GANGMU_CRASH_KEY"
)

// killed starts a program that writes, kills it after so many answers, and returns
// all that it answered.
func killed(t *testing.T, c ledger.Config, after int) (answered []string) {
	t.Helper()
	program := exec.Command(os.Args[0], "-test.run=^TestKilledWriterLosesNothing$")
	program.Env = append(os.Environ(), crashDatabase+"="+c.Database, crashKey+"="+c.KeyFile)
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		answered = append(answered, lines.Text())
		if len(answered) == after {
			if err := program.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	program.Wait() // it was killed
	if len(answered) < after {
		t.Fatalf("the program ended by itself: %q", answered)
	}
	return answered
}

// writeUntilKilled prints each subject once it is committed.
func writeUntilKilled() {
	l, err := ledger.Open(context.Background(), ledger.Config{
		Database: os.Getenv(crashDatabase), KeyFile: os.Getenv(crashKey), Version: "test", Modules: []ledger.Module{counting()},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	start := l.Stats().LastSeq
	for i := range 8 {
		go func() {
			for n := 0; ; n++ {
				subject := fmt.Sprintf("%d/%d/%d/%d", os.Getpid(), start, i, n)
				if _, err := l.Do(context.Background(), li, move(subject, 1)); err == nil {
					os.Stdout.WriteString(subject + "\n")
				}
			}
		}()
	}
	select {}
}
