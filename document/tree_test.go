package document

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func cellOf(s string, col, colSpan, rowSpan int) Cell {
	text := Text{S: s, Lines: []LineMark{{Line: 1, Column: 1}}}
	return Cell{Col: col, ColSpan: colSpan, RowSpan: rowSpan, Text: text, Blocks: []Block{{Text: text}}}
}

func gridOf(t *Table) [][]string {
	var out [][]string
	for _, row := range t.Grid() {
		var line []string
		for _, c := range row {
			if c == nil {
				line = append(line, "-")
			} else {
				line = append(line, c.Text.S)
			}
		}
		out = append(out, line)
	}
	return out
}

func TestGrid(t *testing.T) {
	tests := []struct {
		name  string
		table Table
		want  [][]string
	}{
		{"merged", Table{Columns: 3, Rows: []Row{
			{Cells: []Cell{cellOf("a", 0, 2, 1), cellOf("b", 2, 1, 2)}},
			{Cells: []Cell{cellOf("c", 0, 1, 1), cellOf("d", 1, 1, 1)}},
		}}, [][]string{{"a", "a", "b"}, {"c", "d", "b"}}},
		{"ragged", Table{Columns: 2, Rows: []Row{
			{Cells: []Cell{cellOf("a", 0, 1, 1)}},
			{},
			{Cells: []Cell{cellOf("b", 0, 1, 1), cellOf("c", 1, 1, 1)}},
		}}, [][]string{{"a", "-"}, {"-", "-"}, {"b", "c"}}},
		{"spans beyond the edge", Table{Columns: 2, Rows: []Row{
			{Cells: []Cell{cellOf("a", 0, 1<<30, 1<<30)}},
		}}, [][]string{{"a", "a"}}},
		{"zero spans", Table{Rows: []Row{{Cells: []Cell{cellOf("a", 1, 0, 0)}}}}, [][]string{{"-", "a"}}},
		{"overlap", Table{Columns: 2, Rows: []Row{
			{Cells: []Cell{cellOf("a", 0, 2, 2)}},
			{Cells: []Cell{cellOf("b", 1, 1, 1)}},
		}}, [][]string{{"a", "a"}, {"a", "a"}}},
		{"empty", Table{}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, gridOf(&test.table)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func sampleTree() *Document {
	para := func(s string) Block { return Block{Text: Text{S: s, Lines: []LineMark{{Line: 1, Column: 1}}}} }
	inner := &Table{ID: "t2", Columns: 1, Rows: []Row{{Cells: []Cell{cellOf("inner", 0, 1, 1)}}}}
	outer := &Table{ID: "t1", Columns: 2, Rows: []Row{{Cells: []Cell{
		cellOf("cell", 0, 1, 1),
		{Col: 1, ColSpan: 1, RowSpan: 1, Blocks: []Block{{Kind: TableBlock, Table: inner}}},
	}}}}
	return &Document{
		Blocks: []Block{
			para("first"),
			{Kind: Box, ID: "b1", Blocks: []Block{para("boxed"), {Kind: TableBlock, ID: "t1", Table: outer}}},
			para("last"),
		},
		Notes:    []Note{{ID: "1", Text: Text{S: "note"}}},
		Warnings: []Warning{{Zh: "注意", En: "mind"}},
	}
}

func TestWalk(t *testing.T) {
	doc := sampleTree()
	var texts, tables []string
	for b := range doc.Paragraphs() {
		texts = append(texts, b.Text.S)
	}
	for table := range doc.Tables() {
		tables = append(tables, table.ID)
	}
	if diff := cmp.Diff([]string{"first", "boxed", "cell", "inner", "last"}, texts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"t1", "t2"}, tables); diff != "" {
		t.Error(diff)
	}
	for range doc.Paragraphs() {
		break // must not go on
	}
	for range doc.Tables() {
		break
	}
}

func TestPrint(t *testing.T) {
	var out strings.Builder
	if err := sampleTree().Print(&out); err != nil {
		t.Fatal(err)
	}
	want := `p 1:1 first
box b1
  p 1:1 boxed
  table t1 1×2
     | cell | 
p 1:1 last
note 1 note
warning 注意
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestBudget(t *testing.T) {
	limits := Limits{Expanded: 10, Blocks: 2, Cells: 5, Places: 4}
	tests := []struct {
		name string
		use  func(*Budget) error
		fits int
	}{
		{"expanded", func(b *Budget) error { return b.Expand(5) }, 2},
		{"blocks", (*Budget).Block, 2},
		{"places", func(b *Budget) error { return b.Place(2) }, 2},
		{"cells", func(b *Budget) error { return b.Cell(2) }, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := NewBudget(limits)
			for i := range test.fits {
				if err := test.use(b); err != nil {
					t.Fatalf("use %d: %v", i+1, err)
				}
			}
			var e *Error
			if err := test.use(b); !errors.As(err, &e) || e.Code != CodeTooLarge {
				t.Errorf("beyond the limit: %v", err)
			}
		})
	}
	if got := (Limits{}).WithDefaults().Expanded; got != 256<<20 {
		t.Errorf("default for expanded bytes is %d", got)
	}
}

func TestErrorSaysItsCause(t *testing.T) {
	cause := errors.New("unexpected end")
	err := Damaged(cause)
	if !errors.Is(err, cause) {
		t.Error("the cause is not in the chain")
	}
	if !strings.HasSuffix(err.Error(), ": unexpected end") || !strings.HasPrefix(err.Error(), err.Message) {
		t.Errorf("message: %s", err)
	}
	if NoText().Error() != NoText().Message {
		t.Error("an error without a cause is its message")
	}
}
