// Command bench measures what reading and assessing a report costs and prints
// each figure beside what is required of it. Run it with `make bench`.
//
// The floor is what no reader can avoid: inflating the file (docx) and decoding
// its UTF-8 once. It is measured in the same run as the work, so that the ratio
// holds on a slow machine too. The exit code is 1 when a requirement is missed.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"gangmu/internal/layout"
)

func main() {
	command := flag.String("command", "bin/gangmu", "the built command, for wall time and peak memory")
	flag.Parse()
	ok, err := run(*command)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

func run(command string) (ok bool, err error) {
	in, err := findInputs()
	if err != nil {
		return false, err
	}
	fmt.Println("input:", in.name)
	b := &board{ok: true, table: layout.Table{Columns: []layout.Column{
		{Title: "what"}, {Title: "measured", Right: true}, {Title: "required", Right: true},
		{Title: "measured/required", Right: true}, {Title: ""},
	}}}
	// The command comes first: a started process inherits the peak memory of the
	// one that starts it, which is still small here.
	if err := process(b, in, command); err != nil {
		return false, err
	}
	if err := commentsProcess(b, in, command); err != nil {
		return false, err
	}
	if err := vetMemory(b, in, command); err != nil {
		return false, err
	}
	if err := workbook(b, command); err != nil {
		return false, err
	}
	if err := printed(b, in, command); err != nil {
		return false, err
	}
	if err := in.load(); err != nil {
		return false, err
	}
	for _, step := range []func(*board, *inputs) error{single, comments, corpus, linear, page, scan, vetText, vetCorpus, vetLinear} {
		if err := step(b, in); err != nil {
			return false, err
		}
	}
	_, err = b.table.WriteTo(os.Stdout)
	return b.ok, err
}

// board collects the lines of the result.
type board struct {
	table layout.Table
	ok    bool
}

// atMost adds a figure that must not exceed its limit.
func (b *board) atMost(what string, got, limit float64, unit string) {
	b.add(what, got, limit, unit, "<=", got <= limit)
}

// atLeast adds a figure that must reach its limit.
func (b *board) atLeast(what string, got, limit float64, unit string) {
	b.add(what, got, limit, unit, ">=", got >= limit)
}

func (b *board) add(what string, got, limit float64, unit, op string, ok bool) {
	verdict := "ok"
	if !ok {
		verdict, b.ok = "MISSED", false
	}
	b.table.Row(what, fmt.Sprintf("%.2f %s", got, unit), fmt.Sprintf("%s %g %s", op, limit, unit),
		fmt.Sprintf("%.2f", got/limit), verdict)
}

// info adds a figure without a requirement.
func (b *board) info(what string, got float64, unit string) {
	b.table.Row(what, fmt.Sprintf("%.4f %s", got, unit), "", "", "")
}

// inputs are the documents measured.
type inputs struct {
	name               string
	textPath, docxPath string
	docPath            string // the sample has none
	reportPaths        []string
	text, docx, doc    []byte
	reports            [][]byte
}

// findInputs takes the real reports when they are there, else the sample.
func findInputs() (*inputs, error) {
	shared := os.Getenv("GANGMU_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "shared")
	}
	dir := filepath.Join(shared, "corpus", "tongliang-2024")
	if !exists(dir) {
		fmt.Println("no reports at", dir, "- measuring the built-in sample instead")
		dir = "sample"
	}
	in := &inputs{name: dir, textPath: filepath.Join(dir, "report.txt"), docxPath: filepath.Join(dir, "report.docx")}
	if path := filepath.Join(dir, "report.doc"); exists(path) {
		in.docPath = path
	}
	var err error
	in.reportPaths, err = filepath.Glob(filepath.Join(shared, "corpus", "reports", "*.txt"))
	if len(in.reportPaths) == 0 {
		in.reportPaths = []string{in.textPath}
	}
	return in, err
}

// load reads all of them.
func (in *inputs) load() (err error) {
	if in.text, err = os.ReadFile(in.textPath); err != nil {
		return err
	}
	if in.docx, err = os.ReadFile(in.docxPath); err != nil {
		return err
	}
	if in.docPath != "" {
		if in.doc, err = os.ReadFile(in.docPath); err != nil {
			return err
		}
	}
	for _, path := range in.reportPaths {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		in.reports = append(in.reports, data)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
