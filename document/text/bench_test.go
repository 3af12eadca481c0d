package text

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/internal/reference"
)

// BenchmarkRead reads a report, alone and several times over, and gives the
// time as a multiple of the floor: decoding its characters once.
func BenchmarkRead(b *testing.B) {
	report, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.txt"))
	if err != nil {
		b.Fatal(err)
	}
	for _, size := range []struct {
		name  string
		times int
	}{{"1x", 1}, {"16x", 16}, {"64x", 64}} {
		data := bytes.Repeat(report, size.times)
		b.Run(size.name, func(b *testing.B) {
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
				least.time(func() { floor(data) })
			}
			b.ReportMetric(float64(reading)/float64(least), "x-floor")
		})
	}
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

func floor(data []byte) (runes int) {
	for len(data) > 0 {
		_, n := utf8.DecodeRune(data)
		data = data[n:]
		runes++
	}
	return runes
}
