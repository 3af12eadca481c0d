package xlsx

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/internal/reference"
)

func BenchmarkReport(b *testing.B) {
	data, err := os.ReadFile(reference.Path(b, "corpus", "tongliang-2024", "report.xlsx"))
	if err != nil {
		b.Fatal(err)
	}
	bench(b, data)
}

// BenchmarkLarge reads a sheet of 100,000 cells.
func BenchmarkLarge(b *testing.B) {
	var rows, strs strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&strs, `<si><t>项目名称%d</t></si>`, i)
		fmt.Fprintf(&rows, `<row r="%d">`, i+1)
		for c := range 10 {
			ref := fmt.Sprintf(`r="%c%d"`, 'A'+c, i+1)
			switch c % 3 {
			case 0:
				fmt.Fprintf(&rows, `<c %s t="s"><v>%d</v></c>`, ref, i)
			default:
				fmt.Fprintf(&rows, `<c %s s="%d"><v>%.4f</v></c>`, ref, c%3-1, float64(i)/7)
			}
		}
		rows.WriteString(`</row>`)
	}
	files := workbook(rows.String()).with(stringsPart, `<sst>`+strs.String()+`</sst>`, stylesPart, stylesWith("0.0%", "#,##0.00"))
	bench(b, packed(files))
}

func bench(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), data, document.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/(1<<20), "MB-from-system")
}
