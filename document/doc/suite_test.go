package doc

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/internal/reference"
)

// said is all that a document says: headings with their level, tables as grids,
// notes.
func said(doc *document.Document) (out []string) {
	for b := range doc.Paragraphs() {
		s := b.Text.S
		if b.Kind == document.Heading {
			s = fmt.Sprint("#", b.Level, " ", s)
		}
		out = append(out, s)
	}
	out = append(out, grid(doc)...)
	for _, n := range doc.Notes {
		out = append(out, "note: "+n.Text.S)
	}
	return out
}

// What files of several programs say, checked against what these show.
func TestSuiteSays(t *testing.T) {
	tests := []struct {
		file string
		says []string // one after another, among others
	}{
		{"61490.doc", []string{"#1 1. 章节1", "章节1的内容，一段话", "#2 1.1. 章节1.1"}},
		{"61490.doc", []string{"t1.r1: 0+1x1 11 | 1+1x1 12 | 2+1x1 13", "t1.r2: 0+1x1 21 | 1+1x1 22 | 2+1x1 23"}},
		{"Bug34898.doc", []string{"ディレクトリ"}},
		{"Bug52032_2.doc", []string{"XXXXX XXXXXXXXXX XXXXXXXX XXXXXXX 测试测试测试测试测试"}},
		{"HeaderFooterUnicode.doc", []string{"GBP - £", "EUR - €", "Now, we’ll have some French text, in bold and big:", "#1 Molière"}},
		{"Lists.doc", []string{"• Unordered list 1", "• UL 2"}},
		{"Lists.doc", []string{"2.1. OL 2.1", "2.2. OL 2.2", "2.2.1. OL 2.2.1", "2.2.2. OL 2.2.2", "2.2.2.1. OL 2.2.2.1", "2.2.3. OL 2.2.3"}},
		{"endingnote.doc", []string{"Text, text, text.", "note: Ending note text"}},
		{"footnote.doc", []string{"Test text", "note: TestFootnote", "note: TestEndnote"}},
		{"innertable.doc", []string{"t1.r2: 0+1x1 D | 1+1x1 E\nF | 2+1x1 G", "t1.r3: 0+1x1 H | 1+1x1 I | 2+1x1 J", "t2.r1: 0+1x1 1 | 1+1x1 2", "t2.r2: 0+1x1 3 | 1+1x1 4"}},
		{"simple-table2.doc", []string{"t1.r1: 0+1x1 Row 1/Cell 1 | 1+1x1 Row 1/Cell 2 | 2+1x1 Row 1/Cell 3"}},
		{"table-merges.doc", []string{"t1.r1: 0+3x1 A | 3+2x1 B", "t1.r2: 0+1x1 C | 1+1x1 D | 2+2x1 E | 4+1x1 F"}},
		{"table-merges.doc", []string{"t1.r4: 0+5x1 K"}},
		{"test-fields.doc", []string{"19/11/2010 14:49:00", "Field in text box: 2", "Here is a link to an endnote"}},
		{"test-fields.doc", []string{"note: Footnote with field: Fridrich Strba", "note: Field in EndNote. File size: 0"}},
	}
	for _, test := range tests {
		_, doc := readFile(t, reference.Path(t, "suites", "doc", test.file))
		all := said(doc)
		at := max(0, slices.Index(all, test.says[0]))
		if diff := cmp.Diff(test.says, all[at:min(len(all), at+len(test.says))]); diff != "" {
			t.Errorf("%s: %s\nsays %q", test.file, diff, all)
		}
	}
}

// Headers and footers of pages are not read.
func TestWithoutHeaders(t *testing.T) {
	_, doc := readFile(t, reference.Path(t, "suites", "doc", "HeaderFooterUnicode.doc"))
	if last := doc.Blocks[len(doc.Blocks)-1].Text.S; last != "This is page two. Les Précieuses ridicules. The end." {
		t.Errorf("ends in %q", last)
	}
}
