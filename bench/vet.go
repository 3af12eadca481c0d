package main

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"
	"time"

	"gangmu/vet"
	"gangmu/vet/rules"
)

// Requirements for vet with all rules.
const (
	vetTextLimit      = 30  // ms
	vetCorpusLimit    = 4   // MB of text per second on one core
	vetMemoryLimit    = 100 // MB resident at the peak, one report
	vetAllMemoryLimit = 300 // MB, all reports
)

// vetting applies all rules to one report, as the command does.
func vetting(data []byte) error {
	ctx := context.Background()
	doc, r, err := extracted(ctx, data)
	if err != nil {
		return err
	}
	_, err = vet.Run(ctx, vet.NewReading("report", doc, r), nil, rules.All)
	return err
}

// vetText measures the rules on one report, beside its floor.
func vetText(b *board, in *inputs) error {
	var err error
	t := fastest(rounds, func() { err = vetting(in.text) }, func() { decode(in.text) })
	if err != nil {
		return err
	}
	b.atMost("vet, text, all rules", milliseconds(t[0]), vetTextLimit, "ms")
	b.info("  beside its floor", float64(t[0])/float64(t[1]), "x")
	return nil
}

// vetCorpus measures the rules on all reports, one after another on one core.
func vetCorpus(b *board, in *inputs) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	size, total, floor := 0, time.Duration(0), time.Duration(0)
	for _, r := range in.reports {
		var err error
		t := fastest(3, func() { err = vetting(r) }, func() { decode(r) })
		if err != nil {
			return err
		}
		size, total, floor = size+len(r), total+t[0], floor+t[1]
	}
	b.atLeast("vet, all reports, one core", megabytesPerSecond(size, total), vetCorpusLimit, "MB/s")
	b.info("  beside their floor", float64(total)/float64(floor), "x")
	return nil
}

func vetLinear(b *board, in *inputs) error { return proportional(b, in, "vet, ", vetting, 3) }

// vetMemory measures the peak memory of the command.
func vetMemory(b *board, in *inputs, command string) error {
	for _, c := range []struct {
		what  string
		paths []string
		limit float64
	}{{"text", []string{in.textPath}, vetMemoryLimit}, {"all reports", in.reportPaths, vetAllMemoryLimit}} {
		cmd := exec.Command(command, append([]string{"vet"}, c.paths...)...)
		if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
			return fmt.Errorf("%v: %w", cmd.Args[:2], err)
		}
		if peak, ok := peakMemory(cmd.ProcessState); ok {
			b.atMost("command vet, "+c.what+", peak memory", peak, c.limit, "MB")
		}
	}
	return nil
}
