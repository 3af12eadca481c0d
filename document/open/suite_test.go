package open

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/internal/reference"
)

// The files of the suites are read, and damaged files of any format refused
// without a panic.
func TestSuites(t *testing.T) {
	for _, folder := range []string{"pdf", "ofd"} {
		for _, file := range glob(t, "suites", folder, "*."+folder) {
			doc, err := ReadFile(context.Background(), file, document.Limits{})
			if err != nil || doc.Format != folder || len(doc.Blocks) == 0 {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	for _, file := range append(glob(t, "suites", "docx", "broken", "*"), glob(t, "suites", "xlsx", "broken", "*")...) {
		start := time.Now()
		_, err := ReadFile(context.Background(), file, document.Limits{})
		e := refused(t, err)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", file, took)
		}
		if e.Code != document.CodeDamaged && e.Code != document.CodeUnsafe && e.Code != document.CodeUnsupported {
			t.Errorf("%s: %v", file, err)
		}
	}
	for _, file := range glob(t, "corpus", "tongliang-2024", "report.*") {
		_, err := ReadFile(context.Background(), file, document.Limits{})
		switch filepath.Ext(file) {
		case ".txt", ".doc", ".docx", ".odt", ".html", ".xlsx", ".pdf", ".ofd":
			if err != nil {
				t.Errorf("%s: %v", file, err)
			}
		default:
			if e := refused(t, err); e.Code != document.CodeUnsupported {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

func glob(t *testing.T, path ...string) []string {
	t.Helper()
	pattern := filepath.Join(append([]string{reference.Path(t, path[0])}, path[1:]...)...)
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no files, %v", pattern, err)
	}
	return files
}

// Every report of the corpus is read.
func TestReports(t *testing.T) {
	for _, file := range glob(t, "corpus", "reports", "*.txt") {
		doc, err := ReadFile(context.Background(), file, document.Limits{})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		checkComplete(t, file, doc)
	}
}

// checkComplete holds that nothing of a text is lost but what the package text
// says it leaves out.
func checkComplete(t *testing.T, file string, doc *document.Document) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read := make([]bool, len(data))
	for b := range doc.Paragraphs() {
		for _, r := range b.Text.Source(0, len(b.Text.S)) {
			for i := r.Start; i < r.End; i++ {
				if read[i] {
					t.Fatalf("%s: byte %d is in two texts", file, i)
				}
				read[i] = true
			}
		}
	}
	lost := 0
	for i, c := range data {
		if !read[i] && c >= 0x80 {
			lost++
		}
	}
	if lost*20 > len(data) { // front matter, white space, comments
		t.Errorf("%s: %d of %d bytes are in no text", file, lost, len(data))
	}
}

// The report says the same as text and in both formats of Word. A title that
// these break by hand is two lines in the text, which also spaces some heads
// more widely and cannot say that a cell runs over the whole row.
func TestSameReport(t *testing.T) {
	dir := reference.Path(t, "corpus", "tongliang-2024")
	asText, err := ReadFile(context.Background(), filepath.Join(dir, "report.txt"), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"report.docx", "report.doc"} {
		doc, err := ReadFile(context.Background(), filepath.Join(dir, name), document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(lines(asText), lines(doc)); diff != "" {
			t.Errorf("%s: paragraphs: %s", name, diff)
		}
		if diff := cmp.Diff(shape(asText.Blocks), shape(doc.Blocks)); diff != "" {
			t.Errorf("%s: shape: %s", name, diff)
		}
		if diff := cmp.Diff(tables(asText), tables(doc)); diff != "" {
			t.Errorf("%s: tables: %s", name, diff)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// lines are the lines of all paragraphs.
func lines(doc *document.Document) (out []string) {
	for b := range doc.Paragraphs() {
		for _, s := range strings.Split(b.Text.S, "\n") {
			out = append(out, squeeze(s))
		}
	}
	return out
}

// shape is the order of headings, boxes and tables.
func shape(blocks []document.Block) (out []string) {
	for _, b := range blocks {
		switch b.Kind {
		case document.Heading:
			out = append(out, strings.Repeat("#", b.Level)+b.Text.S)
		case document.Box:
			out = append(append(append(out, "["+b.ID), shape(b.Blocks)...), "]")
		case document.TableBlock:
			out = append(out, b.ID)
		}
	}
	return out
}

// tables are the cells that say something, by row.
func tables(doc *document.Document) (out [][]string) {
	for table := range doc.Tables() {
		for _, row := range table.Rows {
			var cells []string
			for _, c := range row.Cells {
				if c.Text.S != "" {
					cells = append(cells, squeeze(c.Text.S))
				}
			}
			out = append(out, cells)
		}
	}
	return out
}
