package main

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// finding is what vet says, apart from places.
type finding struct {
	Rule, Severity, Message string
	Spans                   []struct{ Text, Role string }
}

func findingsIn(t *testing.T, file string) []finding {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := &Program{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Args: []string{"vet", "--format", "json", file}}
	if code := p.Run(context.Background()); code != exitFindings {
		t.Fatalf("%s: exit %d, %s", file, code, stderr.String())
	}
	var out struct {
		Documents []struct{ Findings []finding }
	}
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out.Documents[0].Findings
}

// A real report as PDF gives the findings of its text: the layout loses nothing
// that a rule needs, but for the blanks that rule style counts.
func TestRealFindings(t *testing.T) {
	want := slices.DeleteFunc(findingsIn(t, realReport(t, "report.txt")), func(f finding) bool {
		return f.Rule == "style" && strings.Contains(f.Message, "空格")
	})
	got := findingsIn(t, realReport(t, "report.pdf"))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
