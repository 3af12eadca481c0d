package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"gangmu/accuracy/plant"
	"gangmu/internal/reference"
	"gangmu/sample"
	"gangmu/vet"
)

var update = flag.Bool("update", false, "write what is reached on the sample to testdata/floor.tsv")

// perKind is how many plants of a kind the floor counts; the sample is the same
// everywhere, so the counts are too.
const perKind = 2

// TestNothingReachedIsLost plants in the sample and compares with the table of
// what was found before. Raise it with -update.
func TestNothingReachedIsLost(t *testing.T) {
	g := &group{name: "sample", reports: []*report{newReport("report", sample.Text)}}
	trials, err := sampleTrials(g)
	if err != nil {
		t.Fatal(err)
	}
	counts := tallies(trials)
	const file = "testdata/floor.tsv"
	if *update {
		writeFloor(t, file, counts)
	}
	for _, row := range readTSV(t, file) {
		kind, planted, want := row[0], number(t, row[1]), number(t, row[2])
		c := counts[[2]string{kind, ""}]
		switch {
		case c == nil || c.planted != planted:
			t.Errorf("%s: the planter offers other plants than %d: read what changed, then -update", kind, planted)
		case isBenign(kind) && c.alarms > want:
			t.Errorf("%s: %d false alarms, had been %d", kind, c.alarms, want)
		case !isBenign(kind) && c.found < want:
			t.Errorf("%s: found %d of %d, had been %d", kind, c.found, planted, want)
		}
	}
	if t.Failed() {
		var b bytes.Buffer
		printTrials(&b, trials, options{list: "all"})
		t.Log(b.String())
	}
}

func sampleTrials(g *group) ([]*trial, error) {
	ctx := context.Background()
	if err := vetAll(ctx, []*group{g}); err != nil {
		return nil, err
	}
	return plantAll(ctx, []*group{g}, options{seed: 1, number: perKind})
}

func isBenign(kind string) bool {
	i := slices.IndexFunc(plant.Kinds, func(k plant.Kind) bool { return k.Name == kind })
	return i >= 0 && plant.Kinds[i].Benign
}

// TestConfirmedFaults checks that faults a reader confirmed in published reports
// are found: place, year, rule, and the words of both sides that carry the facts.
func TestConfirmedFaults(t *testing.T) {
	said := map[string][]vet.Finding{}
	for _, row := range readTSV(t, "testdata/faults.tsv") {
		path, rule, sides := row[0], row[1], row[2:]
		t.Run(path+" "+rule+" "+sides[0], func(t *testing.T) {
			name := reference.Path(t, "corpus", path)
			if said[path] == nil {
				data, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				if said[path], err = findings(context.Background(), string(data)); err != nil {
					t.Fatal(err)
				}
			}
			for _, f := range said[path] {
				if f.Rule == rule && f.Severity != vet.Info && carries(f, sides) {
					return
				}
			}
			t.Errorf("no error or warning of %s has %q", rule, sides)
		})
	}
}

// carries reports that the finding says each of the facts, in its message or its
// marks.
func carries(f vet.Finding, facts []string) bool {
	text := f.Message.Zh
	for _, m := range f.Marks {
		text += "\n" + m.Text
	}
	for _, s := range facts {
		if !bytes.Contains([]byte(text), []byte(s)) {
			return false
		}
	}
	return true
}

func readTSV(t *testing.T, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.Comment, r.LazyQuotes, r.FieldsPerRecord = '\t', '#', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func writeFloor(t *testing.T, file string, counts map[[2]string]*tally) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("# kind\tplanted\tfound; of a benign kind false alarms. Written by -update.\n")
	for _, k := range plant.Kinds {
		if c := counts[[2]string{k.Name, ""}]; c != nil {
			n := c.found
			if k.Benign {
				n = c.alarms
			}
			fmt.Fprintf(&b, "%s\t%d\t%d\n", k.Name, c.planted, n)
		}
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
