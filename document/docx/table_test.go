package docx

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tc is a cell with these settings.
func tc(settings string, content ...string) string {
	s := `<w:tc><w:tcPr>` + settings + `</w:tcPr>`
	for _, c := range content {
		s += c
	}
	return s + `</w:tc>`
}

func tr(cells ...string) string {
	s := `<w:tr>`
	for _, c := range cells {
		s += c
	}
	return s + `</w:tr>`
}

func tbl(rows ...string) string {
	s := `<w:tbl>`
	for _, r := range rows {
		s += r
	}
	return s + `</w:tbl>`
}

func TestTables(t *testing.T) {
	cell := func(s string) string { return tc("", p(s)) }
	const down, below = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	tests := []struct{ name, in, want string }{
		{"plain, with head", tbl(`<w:tr><w:trPr><w:tblHeader/></w:trPr>`+cell("序号")+cell("指标")+`</w:tr>`, tr(cell("1"), tc("", p("甲"), p("乙")))), `
table t1 2×2
 * | 序号 | 指标
   | 1 | 甲⏎乙
`},
		{"merged", tbl(tr(tc(down, p("a")), tc(`<w:gridSpan w:val="2"/>`, p("b"))), tr(tc(below, "<w:p/>"), cell("c"), cell("d")), tr(tc(below, "<w:p/>"), cell("e"), cell("f"))), `
table t1 3×3
   | a <3×1> | b <1×2>
   | c | d
   | e | f
`},
		{"merged anew", tbl(tr(tc(down, p("a")), cell("1")), tr(tc(down, p("b")), cell("2")), tr(tc(below, "<w:p/>"), cell("3"))), `
table t1 3×2
   | a | 1
   | b <2×1> | 2
   | 3
`},
		{"goes on from nothing", tbl(tr(tc(below, p("a")), cell("1")), tr(cell("b"), cell("2")), tr(tc(below, p("c")), cell("3"))), `
table t1 3×2
   | a | 1
   | b | 2
   | c | 3
`},
		{"merged in the old way", tbl(tr(tc(`<w:hMerge w:val="restart"/>`, p("a")), tc(`<w:hMerge w:val="continue"/>`, "<w:p/>"), cell("b"))), `
table t1 1×3
   | a <1×2> | b
`},
		{"indented row", tbl(tr(cell("a"), cell("b")), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>`+cell("c")+`</w:tr>`), `
table t1 2×2
   | a | b
   | c
`},
		{"nested", tbl(tr(tc("", p("甲"), tbl(tr(cell("1"), cell("2"))), p("乙")), cell("丙"))), `
table t1 1×2
   | 甲⏎乙 | 丙
`},
		{"one column", tbl(tr(cell("专栏1：项目")), tr(tc("", p("开工：甲。"), p("续建：乙。")))), `
box t1
  h0 1:1 专栏1：项目
  p 2:1 开工：甲。
  p 3:1 续建：乙。
`},
		{"one column of a wide grid", tbl(tr(tc(`<w:gridSpan w:val="3"/>`, p("甲"))), tr(tc(`<w:gridSpan w:val="3"/>`, p("乙")))), `
box t1
  p 1:1 甲
  p 2:1 乙
`},
		{"frame around a table", tbl(tr(tc("", p("表1"), tbl(tr(cell("1"), cell("2")))))), `
p 1:1 表1
table t2 1×2
   | 1 | 2
`},
		{"blank", tbl(tr(tc("", "<w:p/>"), tc("", "<w:p/>"))) + p("后"), `
p 3:1 后
`},
		{"numbered like headings", tbl(tr(cell("一、质量"), cell("8"))), `
table t1 1×2
   | 一、质量 | 8
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(t, body(test.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCellPlaces(t *testing.T) {
	doc := read(t, body(p("甲")+tbl(
		tr(tc("", p("a")), tc(`<w:gridSpan w:val="2"/>`, p("b"))),
		tr(tc("", p("c")), tc("", "<w:p/>"), tc("", p("d"), p("e"))))))
	row := doc.Blocks[1].Table.Rows[1]
	for i, want := range []struct {
		block     string
		line, end int
	}{{"t1.r2.c1", 4, 4}, {"t1.r2.c2", 5, 5}, {"t1.r2.c3", 6, 7}} {
		got := row.Cells[i].Text.Whole()
		if got.Block != want.block || got.Line != want.line || got.EndLine != want.end {
			t.Errorf("cell %d stands at %+v, want %+v", i, got, want)
		}
	}
	if got := doc.Blocks[0].Text.Whole().Block; got != "p1" {
		t.Errorf("paragraph stands in %s", got)
	}
}
