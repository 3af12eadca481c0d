package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Requirements for a report of 46 pages in PDF. The first start ever translates
// PDFium for the machine; its memory is not part of the requirement.
const (
	pdfLimit       = 500  // ms from start to end
	pdfFirstLimit  = 4000 // ms, once
	pdfMemoryLimit = 200  // MB
)

// printed measures the command on the report as PDF, first with an empty cache.
func printed(b *board, in *inputs, command string) error {
	path := filepath.Join(filepath.Dir(in.textPath), "report.pdf")
	if !exists(path) {
		return nil
	}
	cache, err := os.MkdirTemp("", "gangmu-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	var cmd *exec.Cmd
	read := func() {
		cmd = exec.Command(command, "read", path)
		cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache)
		if e := cmd.Run(); e != nil {
			err = fmt.Errorf("%v: %w", cmd.Args, e)
		}
	}
	start := time.Now()
	read()
	b.atMost("command read, pdf, first start ever", milliseconds(time.Since(start)), pdfFirstLimit, "ms")
	wall := fastest(rounds, read)[0]
	if err != nil {
		return err
	}
	b.atMost("command read, pdf, start to end", milliseconds(wall), pdfLimit, "ms")
	if peak, ok := peakMemory(cmd.ProcessState); ok {
		b.atMost("  peak memory", peak, pdfMemoryLimit, "MB")
	}
	return nil
}
