package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/document/internal/typeset"
)

// sentence draws running text that is no heading.
func sentence(t *rapid.T, least, most int) string {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"产业", "持续", "发展", "，", "（一期）", "“十四五”", "增长", "6.5%", "GDP", "1200", "万亩", "和", "；"}), least, most).Draw(t, "words")
	return "甲" + strings.Join(words, "乙") + "。"
}

func textOf(s string) document.Text { return document.Text{S: s} }

func paragraph(s string) document.Block { return document.Block{Text: textOf(s)} }

// table draws a table of any size, some of its cells merged.
func table(t *rapid.T) *document.Table {
	cols := rapid.IntRange(2, 5).Draw(t, "cols")
	rows := rapid.IntRange(2, 60).Draw(t, "rows")
	out := &document.Table{Columns: cols, Rows: make([]document.Row, rows)}
	taken := make([]bool, rows*cols)
	for i := range rows {
		for j := 0; j < cols; j++ {
			if taken[i*cols+j] {
				continue
			}
			w, h := 1, 1
			switch rapid.IntRange(0, 19).Draw(t, "merge") {
			case 0:
				w = min(2, cols-j)
			case 1:
				h = min(2, rows-i)
			case 2:
				w, h = min(2, cols-j), min(2, rows-i)
			}
			for w > 1 && taken[i*cols+j+w-1] {
				w--
			}
			if i%2 == 0 || j+w == cols {
				h = 1 // every row shows in the last column, and no chain of cells runs over a page
			}
			if i == 0 {
				w = 1 // every column shows in the head
			}
			for k := range h {
				for l := range w {
					taken[(i+k)*cols+j+l] = true
				}
			}
			c := document.Cell{Col: j, ColSpan: w, RowSpan: h}
			if rapid.IntRange(0, 9).Draw(t, "blank") > 0 || i == 0 || h > 1 || j+w == cols { // a blank one at the head of a page would go on with the one above
				s := fmt.Sprint(i, "号", j) // no two cells say the same
				if j+w < cols {
					s += strings.TrimSuffix(sentence(t, 0, 5), "。")
				} // the last one is never a full line, which could go on
				c.Blocks, c.Text = []document.Block{paragraph(s)}, textOf(s)
			}
			out.Rows[i].Cells = append(out.Rows[i].Cells, c)
		}
	}
	out.Rows[0].Header = rapid.Bool().Draw(t, "head")
	return out
}

// What is written into any document is read from its pages, if no cell is
// merged over a page's end.
func TestAnyDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := &document.Document{}
		// The width of running text shows only where there is some.
		for range 6 {
			want.Blocks = append(want.Blocks, paragraph(sentence(t, 30, 60)))
		}
		for range rapid.IntRange(1, 12).Draw(t, "blocks") {
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				want.Blocks = append(want.Blocks, document.Block{Kind: document.TableBlock, Table: table(t)}, paragraph("备注"))
			case 1:
				box := document.Block{Kind: document.Box}
				for range rapid.IntRange(1, 30).Draw(t, "boxed") {
					box.Blocks = append(box.Blocks, paragraph(sentence(t, 0, 30)))
				}
				want.Blocks = append(want.Blocks, box, paragraph("下一段"))
			default:
				want.Blocks = append(want.Blocks, paragraph(sentence(t, 0, 60)))
			}
		}
		got := compose(t, typeset.Document(want)...)
		if diff := cmp.Diff(said(want.Blocks), said(got.Blocks)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// said is what blocks say, with the spans of cells.
func said(blocks []document.Block) (out []any) {
	for _, b := range blocks {
		switch b.Kind {
		case document.TableBlock:
			var rows [][]any
			for _, row := range b.Table.Rows {
				var cells []any
				for _, c := range row.Cells {
					cells = append(cells, []any{c.Col, c.ColSpan, c.RowSpan, c.Text.S})
				}
				rows = append(rows, cells)
			}
			out = append(out, rows)
		case document.Box:
			out = append(out, []any{"box", said(b.Blocks)})
		default:
			out = append(out, b.Text.S)
		}
	}
	return out
}
