package xlsx

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gangmu/document"
)

// Whatever stands on a sheet, every value that can be seen is read once, in
// order, and no other; tables are whole grids.
func TestEveryValueOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small := rapid.IntRange(1, 6)
		hiddenRow, hiddenColumn := small.Draw(t, "hidden row"), small.Draw(t, "hidden column")
		fromRow, fromColumn := small.Draw(t, "merged from row"), small.Draw(t, "merged from column")
		toRow, toColumn := fromRow+small.Draw(t, "rows"), fromColumn+small.Draw(t, "columns")
		values := map[[2]int]string{}
		var rows strings.Builder
		for r := 1; r <= 12; r++ {
			if rapid.IntRange(0, 3).Draw(t, "empty") == 0 {
				continue
			}
			fmt.Fprintf(&rows, `<row r="%d" hidden="%v">`, r, r == hiddenRow)
			for c := 1; c <= 8; c++ {
				s := rapid.SampledFrom([]string{"", "", "甲", "一、乙", "单位：亿元", "注：丙", "1.5"}).Draw(t, "value")
				if s == "" {
					continue
				}
				values[[2]int{r, c}] = s
				if s == "1.5" {
					fmt.Fprintf(&rows, `<c r="%c%d"><v>%s</v></c>`, 'A'+c-1, r, s)
				} else {
					fmt.Fprintf(&rows, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+c-1, r, s)
				}
			}
			rows.WriteString(`</row>`)
		}
		sheet := fmt.Sprintf(`<worksheet xmlns="%s"><cols><col min="%d" max="%[2]d" hidden="1"/></cols><sheetData>%s</sheetData>`+
			`<mergeCells><mergeCell ref="%c%d:%c%d"/></mergeCells></worksheet>`,
			transitional, hiddenColumn, rows.String(), 'A'+fromColumn-1, fromRow, 'A'+toColumn-1, toRow)

		var want []string
		seen := func(r, c int) bool { return values[[2]int{r, c}] != "" && r != hiddenRow && c != hiddenColumn }
		for r := 1; r <= 12; r++ {
			for c := 1; c <= 8; c++ {
				inside := r >= fromRow && r <= toRow && c >= fromColumn && c <= toColumn
				covered := inside && seen(fromRow, fromColumn) && (r != fromRow || c != fromColumn)
				if seen(r, c) && !covered {
					want = append(want, values[[2]int{r, c}])
				}
			}
		}
		files := workbook("").with("xl/worksheets/sheet1.xml", sheet)
		files[mainPart] = strings.Replace(files[mainPart], "表", "Sheet1", 1) // no heading
		doc, err := Read(context.Background(), packed(files), document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for b := range doc.Paragraphs() {
			got = append(got, b.Text.S)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
		for table := range doc.Tables() {
			for _, row := range table.Grid() {
				if slices.Contains(row, nil) {
					t.Fatal("a table with a hole")
				}
			}
		}
	})
}
