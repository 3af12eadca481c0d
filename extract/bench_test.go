package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/internal/reference"
)

func BenchmarkExtract(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(reference.Path(b, "corpus", "reports"), "*.txt"))
	var docs []*document.Document
	size := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		size += len(data)
		doc, err := open.Read(context.Background(), f, data, document.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, doc)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, doc := range docs {
			if _, err := extract.Extract(context.Background(), doc); err != nil {
				b.Fatal(err)
			}
		}
	}
}
