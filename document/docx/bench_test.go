package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"testing"
	"time"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/internal/reference"
)

// BenchmarkRead reads a report and gives the time as a multiple of the floor:
// inflating the main part and decoding its characters once.
func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.docx"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	var reading, least fastest
	for b.Loop() {
		reading.time(func() {
			if _, err := Read(context.Background(), data, document.Limits{}); err != nil {
				b.Fatal(err)
			}
		})
	}
	for range 20 {
		least.time(func() { floor(b, data) })
	}
	b.ReportMetric(float64(reading)/float64(least), "x-floor")
}

// fastest is the shortest time that something took: on a busy machine the only
// one that can be compared.
type fastest time.Duration

func (f *fastest) time(do func()) {
	start := time.Now()
	do()
	if took := fastest(time.Since(start)); *f == 0 || took < *f {
		*f = took
	}
}

func floor(b *testing.B, data []byte) (runes int) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.Fatal(err)
	}
	f, err := z.Open(mainPart)
	if err != nil {
		b.Fatal(err)
	}
	part, err := io.ReadAll(f)
	if err != nil {
		b.Fatal(err)
	}
	for len(part) > 0 {
		_, n := utf8.DecodeRune(part)
		part = part[n:]
		runes++
	}
	return runes
}
