package main

import (
	"fmt"
	"os/exec"
)

// Requirements for the command as a whole.
const (
	wallLimit      = 80 // ms from start to end on the text
	memoryLimit    = 64 // MB resident at the peak, one report
	docMemoryLimit = 200
)

// process runs the built command.
func process(b *board, in *inputs, command string) error {
	for _, c := range []string{"read", "assess"} {
		var err error
		wall := fastest(rounds, func() {
			if e := exec.Command(command, c, in.textPath).Run(); e != nil {
				err = fmt.Errorf("%s %s: %w", command, c, e)
			}
		})[0]
		if err != nil {
			return err
		}
		b.atMost("command "+c+", text, start to end", milliseconds(wall), wallLimit, "ms")
	}
	for _, f := range []struct {
		what, path string
		limit      float64
	}{{"text", in.textPath, memoryLimit}, {"docx", in.docxPath, memoryLimit}, {"doc", in.docPath, docMemoryLimit}} {
		if f.path == "" {
			continue
		}
		cmd := exec.Command(command, "read", "--format", "json", f.path)
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%v: %w", cmd.Args, err)
		}
		peak, ok := peakMemory(cmd.ProcessState)
		if !ok {
			continue // this system does not say
		}
		b.atMost("command read, "+f.what+", peak memory", peak, f.limit, "MB")
	}
	return nil
}
