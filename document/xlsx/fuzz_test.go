package xlsx

import (
	"context"
	"testing"

	"gangmu/document"
)

// tight keeps what a fuzzed file can ask for small.
var tight = document.Limits{Expanded: 1 << 20, Depth: 64, Blocks: 5_000, Cells: 5_000}

// FuzzSheet holds that any content of a sheet, the shared strings and the styles
// is read, or refused with an error for people.
func FuzzSheet(f *testing.F) {
	sheet := func(s string) string { return `<worksheet xmlns="` + transitional + `">` + s + `</worksheet>` }
	stringTable := `<sst><si><t>甲_x000D_</t></si><si><r><t>乙</t></r><rPh><t>x</t></rPh></si></sst>`
	for _, s := range []string{
		`<sheetData>` + table + `</sheetData>`,
		`<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="9"><c r="D9" s="1" t="s"><v>1</v></c><c><f>A1</f></c></row></sheetData>`,
		`<sheetData>` + tr(td("a"), td("b")) + tr(num("1"), styled("1", "45307.5")) + `</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B1:C9"/></mergeCells>`,
		`<sheetData>` + tr(td("题")) + tr(td("单位：亿元"), td("时间：今年")) + table + `<row r="9">` + td("续") + `</row>` + table + `</sheetData>`,
		`<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>`,
	} {
		f.Add([]byte(sheet(s)), []byte(stringTable), []byte(stylesWith("0.0%", "yyyy-m-d", "[>=1]0;@")))
	}
	f.Fuzz(func(t *testing.T, sheet, strings, styles []byte) {
		check(t, packed(workbook("").with("xl/worksheets/sheet1.xml", string(sheet), stringsPart, string(strings), stylesPart, string(styles))))
	})
}

// FuzzWorkbook holds the same for any bytes.
func FuzzWorkbook(f *testing.F) {
	f.Add(packed(workbook(table)))
	f.Add(packed(sheets(strict, `<sheetData>`+table+`</sheetData>`, ``)))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}

func check(t *testing.T, data []byte) {
	doc, err := Read(context.Background(), data, tight)
	if err != nil {
		if codeOf(err) == "" {
			t.Fatalf("not an error for people: %v", err)
		}
		return
	}
	cells := 0
	for table := range doc.Tables() {
		for r, row := range table.Rows {
			for _, c := range row.Cells {
				if c.Col < 0 || c.Col+c.ColSpan > table.Columns || r+c.RowSpan > len(table.Rows) || c.ColSpan < 1 || c.RowSpan < 1 {
					t.Fatalf("cell %+v beyond its table of %d × %d", c, len(table.Rows), table.Columns)
				}
			}
			cells += table.Columns
		}
		table.Grid()
	}
	if cells > tight.Cells {
		t.Fatalf("%d cells", cells)
	}
	for b := range doc.Paragraphs() {
		if s := b.Text.Whole(); s.Line < 1 || s.Block == "" || b.Text.S == "" {
			t.Fatalf("%+v: %q", s, b.Text.S)
		}
	}
}
