package comment

import (
	"context"
	"math/rand/v2"
	"os"
	"testing"

	"gangmu/document"
	"gangmu/internal/reference"
)

// BenchmarkAdd comments a read report at fifty places.
func BenchmarkAdd(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.docx"))
	if err != nil {
		b.Fatal(err)
	}
	doc := read(b, data)
	comments := random(doc, 50, rand.New(rand.NewPCG(1, 2)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Add(context.Background(), data, doc, comments, Options{Author: "纲目"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkClear takes them out again.
func BenchmarkClear(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.docx"))
	if err != nil {
		b.Fatal(err)
	}
	doc := read(b, data)
	out := addAll(b, data, doc, random(doc, 50, rand.New(rand.NewPCG(1, 2))))
	b.ReportAllocs()
	for b.Loop() {
		if _, n, err := Clear(context.Background(), out, document.Limits{}); err != nil || n == 0 {
			b.Fatal(n, err)
		}
	}
}
