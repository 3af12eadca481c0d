package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"gangmu/document"
	"gangmu/document/docx/comment"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/render"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// Requirements for the report as a Word file with comments.
const (
	commentsLimit       = 60  // ms
	commentsMemoryLimit = 100 // MB resident at the peak
)

// comments measures all from the bytes of a Word file to those of the commented one.
func comments(b *board, in *inputs) error {
	var err error
	all := fastest(rounds, func() {
		if e := commented(in.docx); e != nil {
			err = e
		}
	})[0]
	if err != nil {
		return err
	}
	b.atMost("docx to commented docx, all rules", milliseconds(all), commentsLimit, "ms")
	return nil
}

func commented(data []byte) error {
	ctx := context.Background()
	data, _, err := comment.Clear(ctx, data, document.Limits{})
	if err != nil {
		return err
	}
	doc, err := open.Read(ctx, "report.docx", data, document.Limits{})
	if err != nil {
		return err
	}
	r, err := extract.Extract(ctx, doc)
	if err != nil {
		return err
	}
	result, err := vet.Run(ctx, vet.NewReading("report.docx", doc, r), nil, rules.All)
	if err != nil {
		return err
	}
	_, err = render.FindingsWord(ctx, data, render.Vetted{File: "report.docx", Document: doc, Result: result}, render.Commenting{Author: "纲目"})
	return err
}

// commentsProcess measures the command that does the same.
func commentsProcess(b *board, in *inputs, command string) error {
	dir, err := os.MkdirTemp("", "gangmu-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	cmd := exec.Command(command, "vet", "--format", "docx", "-o", filepath.Join(dir, "commented.docx"), in.docxPath)
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		return fmt.Errorf("%v: %w", cmd.Args, err)
	}
	if peak, ok := peakMemory(cmd.ProcessState); ok {
		b.atMost("command vet, commented docx, peak memory", peak, commentsMemoryLimit, "MB")
	}
	return nil
}
