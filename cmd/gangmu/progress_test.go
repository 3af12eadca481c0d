package main

import (
	"bytes"
	"testing"
)

// Short work draws nothing, with a terminal or without.
func TestProgressStaysQuiet(t *testing.T) {
	var b bytes.Buffer
	p := startProgress(&b, 3, "读取报告")
	p.add()
	p.close()
	if b.Len() > 0 {
		t.Errorf("drew %q", b.String())
	}
	p = startProgress(nil, 3, "读取报告")
	p.add()
	p.close()
}

// A bar is drawn on a terminal only, and never into results that run over it.
func TestProgressWriter(t *testing.T) {
	for _, c := range []struct {
		stdout, stderr, toStdout, want bool
	}{
		{stdout: true, stderr: true, toStdout: true, want: false},
		{stdout: true, stderr: true, toStdout: false, want: true},
		{stdout: false, stderr: true, toStdout: true, want: true},
		{stdout: false, stderr: false, toStdout: false, want: false},
		{stdout: true, stderr: false, toStdout: true, want: false},
	} {
		s := &invocation{Program: &Program{Stderr: &bytes.Buffer{}, StdoutTerminal: c.stdout, StderrTerminal: c.stderr}}
		if got := s.progressWriter(c.toStdout) != nil; got != c.want {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}
