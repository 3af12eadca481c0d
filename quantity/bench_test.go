package quantity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ownText is a text in the genre's manner, about 100 kB.
var ownText = strings.Repeat("2024年，全区地区生产总值增长6.3%，固定资产投资增长13.4%左右，一般公共预算收入达到17.6亿元；新建公厕5座、改造老旧小区32个，"+
	"城镇新增就业8000人以上，调查失业率控制在5.5%以内。坚持稳中求进工作总基调，统筹推进高质量发展，深化改革开放，进一步优化营商环境，"+
	"“2+4”产业体系不断完善，S106线改建工程、淮河110千伏输变电工程加快推进，一批重大项目落地见效，人民群众获得感不断增强。\n", 130)

func BenchmarkScan(b *testing.B) {
	b.Run("own", func(b *testing.B) { scanAll(b, []string{ownText}) })
	b.Run("reports", func(b *testing.B) { scanAll(b, corpus(b, "reports/*.txt")) })
}

func scanAll(b *testing.B, texts []string) {
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n = 0
		for _, t := range texts {
			for range Scan(t) {
				n++
			}
		}
	}
	b.ReportMetric(float64(n), "numbers")
}

// shared is a path below the folder of reference material.
func shared(path string) string {
	root := os.Getenv("GANGMU_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	return filepath.Join(root, path)
}

func corpus(tb testing.TB, pattern string) (texts []string) {
	tb.Helper()
	files, _ := filepath.Glob(shared("corpus/" + pattern))
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	if len(texts) == 0 {
		tb.Skip("reference reports not found: set GANGMU_SHARED")
	}
	return texts
}
