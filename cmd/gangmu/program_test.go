package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"gangmu/render"
)

func TestInOrder(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100} {
		var got []int
		for i, v := range inOrder(n, func(i int) int { return i * i }) {
			if v != i*i {
				t.Errorf("n=%d: result %d stands at place %d", n, v, i)
			}
			got = append(got, i)
		}
		if len(got) != n || !slices.IsSorted(got) {
			t.Errorf("n=%d: yielded %v", n, got)
		}
	}
}

// A slow first file must not let all the others pile up in memory.
func TestInOrderStaysClose(t *testing.T) {
	const n = 1000
	var started atomic.Int64
	for range inOrder(n, func(i int) int { started.Add(1); return i }) {
		break
	}
	if s := started.Load(); s > n/2 {
		t.Errorf("%d of %d were started although the reader stopped at the first", s, n)
	}
}

func TestByteSize(t *testing.T) {
	for in, want := range map[string]byteSize{
		"1": 1, "256MB": 256 << 20, "64m": 64 << 20, "2G": 2 << 30, "10k": 10 << 10, " 5 ": 5,
	} {
		var b byteSize
		if err := b.UnmarshalText([]byte(in)); err != nil || b != want {
			t.Errorf("%q: got %d, %v, want %d", in, b, err, want)
		}
	}
	for _, in := range []string{"", "MB", "-1", "0", "1.5M", "1T", "99999999999"} {
		var b byteSize
		if err := b.UnmarshalText([]byte(in)); err == nil {
			t.Errorf("%q is taken as %d", in, b)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for args, want := range map[string]render.Lang{
		"":                      render.Zh,
		"read a.txt":            render.Zh,
		"--lang en read a.txt":  render.En,
		"read --lang=en a.txt":  render.En,
		"read en a.txt":         render.Zh,
		"read -- --lang=en":     render.Zh,
		"--lang zh read --help": render.Zh,
		"--lang":                render.Zh,
	} {
		if got := languageOf(strings.Fields(args)); got != want {
			t.Errorf("%q: %s, want %s", args, got, want)
		}
	}
}

// Every text stands in both languages.
func TestWords(t *testing.T) {
	for name, w := range words {
		if w.zh == "" || w.en == "" || w.zh == w.en {
			t.Errorf("%s: zh %q, en %q", name, w.zh, w.en)
		}
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// A full disk behind stdout is an error, not a short result.
func TestFullDisk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("2024年主要预期目标是：地区生产总值增长6%左右。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"read", file}, {"assess", "--format", "json", file}, {"demo", "--text"}, {"version"}, {"--help"}} {
		var stderr bytes.Buffer
		p := &Program{Stdin: strings.NewReader(""), Stdout: failingWriter{}, Stderr: &stderr, Args: args}
		if code := p.Run(context.Background()); code != exitUnusable || !strings.Contains(stderr.String(), "no space left") {
			t.Errorf("%v: exit %d, stderr %q", args, code, stderr.String())
		}
	}
}

// Interrupted work writes nothing and says so.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	file, out := filepath.Join(dir, "a.txt"), filepath.Join(dir, "out.json")
	if err := os.WriteFile(file, []byte("一份文件。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	p := &Program{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Args: []string{"read", "-o", out, file}}
	if code := p.Run(ctx); code != exitUnusable || !strings.Contains(stderr.String(), "中断") {
		t.Errorf("exit %d, stderr %q", code, stderr.String())
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
