package pdf

import (
	"context"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/page"
	"gangmu/document/internal/typeset"
)

// FuzzPDF holds that any bytes are read, or refused with an error for people.
// PDFium itself is fuzzed by its makers.
func FuzzPDF(f *testing.F) {
	s := sheet("一、甲", "增长8%。")
	s.Frame(80, 300, 500, 340)
	f.Add([]byte("%PDF-1.7\n"))
	for _, font := range []typeset.CMap{typeset.GBK, typeset.UCS2} {
		f.Add(typeset.PDF([]page.Page{s.Page}, font))
	}
	tight := document.Limits{Expanded: 1 << 20, Blocks: 5_000, Cells: 5_000, Places: 100_000}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(context.Background(), data, tight)
		if err != nil {
			if codeOf(err) == "" {
				t.Fatalf("not an error for people: %v", err)
			}
			return
		}
		for table := range doc.Tables() {
			table.Grid()
		}
	})
}
