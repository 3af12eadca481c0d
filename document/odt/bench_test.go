package odt

import (
	"context"
	"os"
	"testing"
	"time"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/internal/reference"
)

// BenchmarkRead reads a report and gives the time as a multiple of the floor:
// inflating its content.
func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.odt"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	var reading, least time.Duration
	fastest := func(of *time.Duration, do func() error) {
		start := time.Now()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		if took := time.Since(start); *of == 0 || took < *of {
			*of = took
		}
	}
	for b.Loop() {
		fastest(&reading, func() error {
			_, err := Read(context.Background(), data, document.Limits{})
			return err
		})
	}
	for range 20 {
		fastest(&least, func() error {
			files, err := archive.Open(data, document.NewBudget(document.Limits{}))
			if err != nil {
				return err
			}
			_, err = files.Read(contentPart)
			return err
		})
	}
	b.ReportMetric(float64(reading)/float64(least), "x-floor")
}
