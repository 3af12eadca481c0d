package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// realReport is a published report of GANGMU_SHARED or ../shared.
func realReport(t *testing.T, name string) string {
	t.Helper()
	shared := os.Getenv("GANGMU_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(shared, "corpus", "tongliang-2024", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no real report at %s: set GANGMU_SHARED to the folder that holds corpus/", path)
	}
	return path
}

// runOK runs the program and gives its stdout; it must end well and say nothing.
func runOK(t *testing.T, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := &Program{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Args: args}
	if code := p.Run(context.Background()); code != exitOK || stderr.Len() > 0 {
		t.Fatalf("%v: exit %d, stderr %q", args, code, stderr.String())
	}
	return stdout.Bytes()
}

// The scorecard of a real report, from the text and from the Word files.
func TestRealScorecard(t *testing.T) {
	for _, name := range []string{"report.txt", "report.docx", "report.doc"} {
		var got struct {
			Year       int
			Counts     map[string]int
			Indicators []struct{ Basis, Reason, Verdict, Of string }
		}
		if err := json.Unmarshal(runOK(t, "assess", "--format", "json", realReport(t, name)), &got); err != nil {
			t.Fatal(err)
		}
		want := map[string]int{"exceeded": 13, "met": 13, "missed": 9, "undetermined": 3}
		for verdict, n := range want {
			if got.Counts[verdict] != n {
				t.Errorf("%s: %d %s, want %d", name, got.Counts[verdict], verdict, n)
			}
		}
		stated := 0
		for _, i := range got.Indicators {
			if i.Reason == "" {
				t.Errorf("%s: a verdict without its sentence: %+v", name, i)
			}
			if i.Verdict == "met" && i.Basis == "stated" && i.Of == "" {
				stated++
			}
		}
		if got.Year != 2023 || len(got.Indicators) != 45 || stated != 2 {
			t.Errorf("%s: year %d, %d rows, %d met as stated; want 2023, 45, 2", name, got.Year, len(got.Indicators), stated)
		}
	}
}

// Text and Word file hold the same plan; only the places differ.
func TestRealFormatsAgree(t *testing.T) {
	plans := map[string]any{}
	for _, name := range []string{"report.txt", "report.docx"} {
		var p any
		if err := json.Unmarshal(runOK(t, "read", "--format", "json", realReport(t, name)), &p); err != nil {
			t.Fatal(err)
		}
		dropSpans(p)
		plans[name] = p
	}
	a, _ := json.Marshal(plans["report.txt"])
	b, _ := json.Marshal(plans["report.docx"])
	if !bytes.Equal(a, b) {
		i := 0
		for i < min(len(a), len(b)) && a[i] == b[i] {
			i++
		}
		t.Errorf("the plans differ from here:\ntxt  %.300s\ndocx %.300s", a[max(0, i-60):], b[max(0, i-60):])
	}
}

// The old Word file loses nothing: it has the findings of the text, with the
// same words, at other places.
func TestRealFindingsAgree(t *testing.T) {
	type finding struct {
		Rule, Severity, Message string
		Spans                   []struct{ Text, Role string }
	}
	findings := map[string][]finding{}
	for _, name := range []string{"report.txt", "report.docx", "report.doc"} {
		var stdout, stderr bytes.Buffer
		p := &Program{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Args: []string{"vet", "--format", "json", realReport(t, name)}}
		if code := p.Run(context.Background()); code != exitOK && code != exitFindings {
			t.Fatalf("%s: exit %d, stderr %q", name, code, stderr.String())
		}
		var got struct {
			Documents []struct{ Findings []finding }
		}
		if err := json.Unmarshal(stdout.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		findings[name] = got.Documents[0].Findings
	}
	if len(findings["report.txt"]) == 0 {
		t.Fatal("no findings to compare")
	}
	for _, name := range []string{"report.docx", "report.doc"} {
		if diff := cmp.Diff(findings["report.txt"], findings[name]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// dropSpans removes every "span" from decoded JSON.
func dropSpans(v any) {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "span")
		for _, x := range v {
			dropSpans(x)
		}
	case []any:
		for _, x := range v {
			dropSpans(x)
		}
	}
}
