package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the transcripts in the READMEs")

const (
	transcriptStart = "<!-- transcript: go test ./cmd/gangmu -run README -update -->\n"
	transcriptEnd   = "<!-- end of transcript -->\n"
)

// The transcripts in the READMEs are what the demo prints today.
func TestREADMETranscripts(t *testing.T) {
	for file, lang := range map[string]string{"README.md": "en", "README.zh-CN.md": "zh"} {
		path := filepath.Join("..", "..", file)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		before, rest, ok := strings.Cut(string(data), transcriptStart)
		got, after, ok2 := strings.Cut(rest, transcriptEnd)
		if !ok || !ok2 {
			t.Errorf("%s has no transcript", file)
			continue
		}
		want := "```\n" + transcript(t, lang) + "```\n"
		if *update {
			data := []byte(before + transcriptStart + want + transcriptEnd + after)
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got != want {
			t.Errorf("%s is not what the demo prints; run go test ./cmd/gangmu -run README -update", file)
		}
	}
}

// transcript is the beginning of every part of the demo.
func transcript(t *testing.T, lang string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := &Program{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Name: "gangmu", Args: []string{"--lang", lang, "demo", "--text"}}
	if code := p.Run(context.Background()); code != exitOK {
		t.Fatal(stderr.String())
	}
	const parts, head = 12, 9 // of each of the first parts its first lines
	out := "$ gangmu --lang " + lang + " demo --text\n"
	for i, part := range strings.Split(strings.Trim(stdout.String(), "\n"), "\n\n") {
		if i == parts {
			break
		}
		lines := strings.Split(part, "\n")
		if len(lines) > head {
			lines = append(lines[:head], "…")
		}
		out += strings.Join(lines, "\n") + "\n\n"
	}
	return strings.TrimRight(out, "\n") + "\n"
}
