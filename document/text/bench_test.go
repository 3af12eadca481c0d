package text

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"

	"gangmu/document"
)

// shared is the folder of reference material; a test that needs it is skipped
// without it.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	name := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("skipped: %s is not there; set GANGMU_SHARED to the reference folder", name)
	}
	return name
}

// BenchmarkRead reads a report, alone and several times over, and gives the
// time as a multiple of the floor: decoding its characters once.
func BenchmarkRead(b *testing.B) {
	report, err := os.ReadFile(shared(b, "corpus", "tongliang-2024", "report.txt"))
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
			for b.Loop() {
				if _, err := Read(context.Background(), data, document.Limits{}); err != nil {
					b.Fatal(err)
				}
			}
			perRead := b.Elapsed() / time.Duration(b.N)
			const rounds = 10
			start := time.Now()
			for range rounds {
				floor(data)
			}
			b.ReportMetric(float64(perRead)/(float64(time.Since(start))/rounds), "x-floor")
		})
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
