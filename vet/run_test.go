package vet_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/vet"
)

func report(t *testing.T, text string) *vet.Reading {
	t.Helper()
	doc, err := open.Read(context.Background(), "report.txt", []byte(text), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return vet.NewReading("report.txt", doc, r)
}

// every reports every line as a finding.
func every(id string) *vet.Rule {
	return &vet.Rule{ID: id, Severity: vet.Warning, Run: func(p *vet.Pass) error {
		for i := len(p.Lines) - 1; i >= 0; i-- {
			t := p.Lines[i].Text
			p.Report(vet.Finding{Marks: []vet.Mark{vet.At(t, 0, len(t.S), vet.Subject)}})
		}
		return nil
	}}
}

func TestFindingsStandInTheOrderOfTheReport(t *testing.T) {
	r := report(t, "甲。\n乙。\n丙。\n")
	out, err := vet.Run(context.Background(), r, nil, []*vet.Rule{every("b"), every("a")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range out.Findings {
		got = append(got, f.Marks[0].Text+f.Rule+string(f.Severity))
	}
	if want := "甲。awarning 甲。bwarning 乙。awarning 乙。bwarning 丙。awarning 丙。bwarning"; strings.Join(got, " ") != want {
		t.Errorf("got %q", got)
	}
}

func TestARuleThatFailsLeavesTheOthersRunning(t *testing.T) {
	r := report(t, "甲。\n")
	broken := &vet.Rule{ID: "broken", Run: func(*vet.Pass) error { return errors.New("no") }}
	panics := &vet.Rule{ID: "panics", Run: func(*vet.Pass) error { panic("oh") }}
	out, err := vet.Run(context.Background(), r, nil, []*vet.Rule{broken, every("a"), panics})
	if err != nil || len(out.Findings) != 1 {
		t.Fatalf("%d findings, %v", len(out.Findings), err)
	}
	if len(out.Failed) != 2 || out.Failed[0].Rule != "broken" || out.Failed[1].Rule != "panics" {
		t.Errorf("failed: %+v", out.Failed)
	}
}

func TestRunHonoursItsContext(t *testing.T) {
	r := report(t, "甲。\n")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := vet.Run(ctx, r, nil, []*vet.Rule{every("a")}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
