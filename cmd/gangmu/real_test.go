package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
