package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"gangmu/accuracy/plant"
	"gangmu/vet"
)

// group is some reports that are counted together.
type group struct {
	name    string
	real    bool
	reports []*report
}

// report is a text with what vet says of it unedited.
type report struct {
	name   string
	text   string
	runes  int
	parts  *plant.Report
	before []vet.Finding
}

// findReports lists the sample and, where they are there, the real reports.
func findReports(only string) ([]*group, error) {
	shared := os.Getenv("GANGMU_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "shared")
	}
	var out []*group
	for _, g := range []struct {
		name, pattern string
		real          bool
	}{
		{"tongliang", filepath.Join(shared, "corpus", "tongliang-2024", "report.txt"), true},
		{"sample", filepath.Join("sample", "report.txt"), false},
		{"others", filepath.Join(shared, "corpus", "reports", "*.txt"), true},
	} {
		if !chosen(only, g.name) {
			continue
		}
		files, err := filepath.Glob(g.pattern)
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			fmt.Println("no reports at", g.pattern)
			continue
		}
		group := &group{name: g.name, real: g.real}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				return nil, err
			}
			group.reports = append(group.reports, newReport(strings.TrimSuffix(filepath.Base(f), ".txt"), string(data)))
		}
		out = append(out, group)
	}
	return out, nil
}

func newReport(name, text string) *report {
	return &report{name: name, text: text, runes: utf8.RuneCountInString(text), parts: plant.Read(text)}
}
