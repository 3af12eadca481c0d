package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/alecthomas/kong"
)

// An argument counts before the environment, that before the file, that before the
// default.
func TestSettings(t *testing.T) {
	file := filepath.Join(t.TempDir(), "gangmu.conf")
	text := "# comment\naddr = :1\n\ndata=/from/file\ndb = postgres:///a?b=c\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GANGMU_DATA", "/from/env")
	var g struct {
		Serve serveCmd `cmd:""`
	}
	parser, err := kong.New(&g, helpWords("en"), kong.Configuration(readSettings), kong.Writers(io.Discard, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse([]string{"serve", "--config", file, "--addr", ":2"}); err != nil {
		t.Fatal(err)
	}
	if c := g.Serve; c.Addr != ":2" || c.Data != "/from/env" || c.DB != "postgres:///a?b=c" {
		t.Errorf("addr %q, data %q, db %q", c.Addr, c.Data, c.DB)
	}
}

func TestBadSettings(t *testing.T) {
	for text, code := range map[string]string{"adr = :1\n": codeArguments, "addr :1\n": codeArguments} {
		file := filepath.Join(t.TempDir(), "gangmu.conf")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var stderr bytes.Buffer
		p := &Program{Stdout: io.Discard, Stderr: &stderr, Args: []string{"--lang", "en", "serve", "--config", file}}
		if got := p.Run(t.Context()); got != exitUnusable || !bytes.Contains(stderr.Bytes(), []byte("configuration file")) {
			t.Errorf("%q: exit %d, %s, want %s", text, got, &stderr, code)
		}
	}
}
