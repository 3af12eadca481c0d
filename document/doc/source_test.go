package doc

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gangmu/document"
	"gangmu/internal/reference"
)

// checkSource holds that the bytes on which each text stands say that text, and
// that places go up.
func checkSource(t testing.TB, data []byte, doc *document.Document) {
	t.Helper()
	f, err := openFile(data, document.NewBudget(document.Limits{}))
	if err != nil {
		t.Fatal(err)
	}
	for b := range doc.Paragraphs() {
		checkText(t, f.main, b.Text)
	}
	for _, n := range doc.Notes {
		checkText(t, f.main, n.Text)
	}
}

func checkText(t testing.TB, main raw, text document.Text) {
	t.Helper()
	line := 0
	for i, r := range text.S {
		s := text.Span(i, i+len(string(r)))
		if s.Line < line || s.Column < 1 || s.Block == "" {
			t.Fatalf("%q: byte %d stands at %+v", text.S, i, s)
		}
		line = s.Line
		ranges := text.Source(i, i+len(string(r)))
		if len(ranges) == 0 {
			continue // a number or a joint
		}
		if len(ranges) > 1 {
			t.Fatalf("%q: byte %d stands on %v", text.S, i, ranges)
		}
		at := main[ranges[0].Start:ranges[0].End]
		if got, _ := unit(at, len(at) > 1); got != r && got >= ' ' && got != symbolPlace {
			t.Fatalf("%q: %q stands on %q", text.S, r, got)
		}
	}
}

func TestSourceOfCorpus(t *testing.T) {
	data, doc := readFile(t, reference.Path(t, "corpus", "tongliang-2024", "report.doc"))
	checkSource(t, data, doc)
}

func readFile(t testing.TB, name string) ([]byte, *document.Document) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return data, doc
}

// Every document of the suite is read, and all of its texts are found in their
// stream.
func TestSuite(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(reference.Path(t, "suites", "doc"), "*.doc"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		if filepath.Base(name) == "Word95.doc" {
			continue // refused
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, doc := readFile(t, name)
			checkSource(t, data, doc)
			for table := range doc.Tables() {
				if got := len(table.Grid()); got != len(table.Rows) {
					t.Errorf("%s: %d rows in the grid", table.ID, got)
				}
			}
		})
	}
}
