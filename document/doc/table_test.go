package doc

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
)

// grid shows the tables of a document: a cell as its name, spans and text.
func grid(doc *document.Document) (out []string) {
	for table := range doc.Tables() {
		for r, row := range table.Rows {
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, fmt.Sprintf("%d+%dx%d %s", c.Col, c.ColSpan, c.RowSpan, c.Text.S))
			}
			head := ""
			if row.Header {
				head = "*"
			}
			out = append(out, fmt.Sprintf("%s.r%d%s: %s", table.ID, r+1, head, strings.Join(cells, " | ")))
		}
	}
	return out
}

func TestTables(t *testing.T) {
	two, three := []int{0, 1000, 2000}, []int{0, 1000, 2000, 3000}
	deletedRow := tr(two, []int{0, 0})
	deletedRow.runs[0].set = op(charDeleted, 1)
	noRow := tc("")
	noRow.mark = "\r"
	tests := []struct {
		name string
		body []para
		want []string
	}{
		{"plain", []para{tc("a"), tc("b"), tr(two, []int{0, 0}, op(rowHeader, 1)), tc("c"), tc("d"), tr(two, []int{0, 0})},
			[]string{"t1.r1*: 0+1x1 a | 1+1x1 b", "t1.r2: 0+1x1 c | 1+1x1 d"}},
		{"spans by edges", []para{tc("a"), tc("b"), tr([]int{0, 2010, 3000}, []int{0, 0}), tc("c"), tc("d"), tc("e"), tr(three, []int{0, 0, 0})},
			[]string{"t1.r1: 0+2x1 a | 2+1x1 b", "t1.r2: 0+1x1 c | 1+1x1 d | 2+1x1 e"}},
		{"later beginning", []para{tc("a"), tr([]int{1000, 2000}, []int{0}), tc("b"), tc("c"), tr(two, []int{0, 0})},
			[]string{"t1.r1: 1+1x1 a", "t1.r2: 0+1x1 b | 1+1x1 c"}},
		{"merged to the right", []para{tc("a"), tc(""), tc("b"), tr(three, []int{firstMerged, merged, 0})},
			[]string{"t1.r1: 0+2x1 a | 2+1x1 b"}},
		{"merged by a setting", []para{tc("a"), tc(""), tc("b"), tr(three, []int{0, 0, 0}, op(rowMerge, 0, 2))},
			[]string{"t1.r1: 0+2x1 a | 2+1x1 b"}},
		{"merged downwards", []para{
			tc("a"), tc("b"), tr(two, []int{mergedDown | restarts, 0}),
			tc(""), tc("c"), tr(two, []int{mergedDown, 0}),
			tc("d"), tc("e"), tr(two, []int{mergedDown | restarts, 0}),
			tc(""), tc("f"), tr(two, []int{0, 0}, op(rowVertical, 2, 0, 1))},
			[]string{"t1.r1: 0+1x2 a | 1+1x1 b", "t1.r2: 1+1x1 c", "t1.r3: 0+1x2 d | 1+1x1 e", "t1.r4: 1+1x1 f"}},
		{"deleted row", []para{tc("a"), tc("b"), tr(two, []int{0, 0}), tc("x"), tc("y"), deletedRow},
			[]string{"t1.r1: 0+1x1 a | 1+1x1 b"}},
		{"two in a cell", []para{noRow, tc("a"), tc("b"), tr(two, []int{0, 0})}, []string{"t1.r1: 0+1x1 a | 1+1x1 b"}},
		{"inner table", []para{
			inner(tc("1")), inner(tc("2")), inner(tr(two, []int{0, 0})), tc("a"), tc("b"), tr(two, []int{0, 0})},
			[]string{"t1.r1: 0+1x1 a | 1+1x1 b", "t2.r1: 0+1x1 1 | 1+1x1 2"}},
		{"breaks off", []para{tc("a"), tc("b"), p("文")}, []string{"t1.r1: 0+1x1 a | 1+1x1 b"}},
		{"more cells than edges", []para{tc("a"), tc("b"), tc("c"), tr(two, []int{0, 0})},
			[]string{"t1.r1: 0+1x1 a | 1+1x1 b | 2+1x1 c"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := read(t, made{body: test.body})
			if diff := cmp.Diff(test.want, grid(doc)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A cell's text stands at its name; one without text has a place too.
func TestPlacesOfCells(t *testing.T) {
	doc := read(t, made{body: []para{p("文"), tc("a"), tc(""), tr([]int{0, 1000, 3000}, []int{0, 0})}})
	var got []string
	for table := range doc.Tables() {
		for _, c := range table.Rows[0].Cells {
			s := c.Text.Whole()
			got = append(got, fmt.Sprint(s.Line, s.Block))
		}
	}
	if diff := cmp.Diff([]string{"2t1.r1.c1", "3t1.r1.c2"}, got); diff != "" {
		t.Error(diff)
	}
}

// Settings that are too long for a page stand in a stream of their own.
func TestLongSettings(t *testing.T) {
	row := tr([]int{0, 1000, 2000}, []int{0, 0})
	long := row.set
	row.set = op(longSettings, 0, 0, 0, 0)
	d := made{body: []para{tc("a"), tc("b"), row}, data: string(u16s(len(long))) + long}
	if diff := cmp.Diff([]string{"t1.r1: 0+1x1 a | 1+1x1 b"}, grid(read(t, d))); diff != "" {
		t.Error(diff)
	}
}
