package html

import (
	"context"
	"os"
	"testing"
	"time"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/internal/reference"
)

// BenchmarkRead reads a report and gives the time as a multiple of the floor:
// decoding its characters once.
func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.html"))
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, data)
}

// BenchmarkReadGB18030 reads the same report in GB18030.
func BenchmarkReadGB18030(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.html"))
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, []byte(inGB(b, string(data))))
}

// BenchmarkReadPortal reads a page that is mostly markup.
func BenchmarkReadPortal(b *testing.B) {
	data, err := os.ReadFile("testdata/trs.html")
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, data)
}

func benchmark(b *testing.B, data []byte) {
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
