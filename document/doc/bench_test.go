package doc

import (
	"context"
	"os"
	"testing"

	"gangmu/document"
	"gangmu/internal/reference"
)

// BenchmarkRead reads a report.
func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.doc"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), data, document.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParagraphs holds that the time for a paragraph does not grow with
// their number.
func BenchmarkParagraphs(b *testing.B) {
	for _, n := range []int{500, 5000} {
		var body []para
		for range n {
			body = append(body, p("全区生产总值增长8.5%"))
		}
		data := made{body: body}.file()
		b.Run(map[int]string{500: "500", 5000: "5000"}[n], func(b *testing.B) {
			for b.Loop() {
				if _, err := Read(context.Background(), data, document.Limits{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/paragraph")
		})
	}
}
