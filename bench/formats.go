package main

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/xuri/excelize/v2"

	"gangmu/document"
	"gangmu/document/open"
)

// Requirements for reading a web page, and a workbook of many cells with the
// whole command.
const (
	pageLimit           = 15 // MB/s
	workbookCells       = 100_000
	workbookLimit       = 1000 // ms from start to end
	workbookMemoryLimit = 150  // MB
)

// page measures the reading of the reports' text as one web page.
func page(b *board, in *inputs) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var page bytes.Buffer
	page.WriteString("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>报告</title></head><body><div class=\"content\">\n")
	for _, line := range strings.Split(string(in.text), "\n") {
		fmt.Fprintf(&page, "<p style=\"text-indent:2em\">%s</p>\n", html.EscapeString(line))
	}
	page.WriteString("</div></body></html>")
	var err error
	t := fastest(rounds, func() {
		if _, e := open.Read(context.Background(), "page.html", page.Bytes(), document.Limits{}); e != nil {
			err = e
		}
	})[0]
	if err != nil {
		return err
	}
	b.atLeast("read a web page", megabytesPerSecond(page.Len(), t), pageLimit, "MB/s")
	return nil
}

// workbook measures the command on a workbook of 100,000 cells.
func workbook(b *board, command string) error {
	dir, err := os.MkdirTemp("", "gangmu-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "cells.xlsx")
	if err := writeCells(path); err != nil {
		return err
	}
	var cmd *exec.Cmd
	wall := fastest(5, func() {
		cmd = exec.Command(command, "read", path)
		if e := cmd.Run(); e != nil {
			err = fmt.Errorf("%v: %w", cmd.Args, e)
		}
	})[0]
	if err != nil {
		return err
	}
	b.atMost("command read, workbook of 100,000 cells", milliseconds(wall), workbookLimit, "ms")
	if peak, ok := peakMemory(cmd.ProcessState); ok {
		b.atMost("  peak memory", peak, workbookMemoryLimit, "MB")
	}
	return nil
}

// writeCells makes a sheet of indicators, ten columns wide.
func writeCells(path string) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	head := []any{"序号", "指标名称", "单位", "2030年目标", "2030年完成", "2031年目标", "责任单位", "备注", "类别", "属性"}
	if err := w.SetRow("A1", head); err != nil {
		return err
	}
	for i := 2; i <= workbookCells/len(head); i++ {
		row := []any{i - 1, fmt.Sprintf("第%d项产量", i), "万吨", i, i + 1, i + 2, "统计局", "", "经济", "预期性"}
		if err := w.SetRow(fmt.Sprintf("A%d", i), row); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.SaveAs(path)
}
