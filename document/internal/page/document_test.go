package page_test

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/document/internal/page"
	"gangmu/document/internal/typeset"
	"gangmu/internal/reference"
	"gangmu/sample"
)

// compose puts pages together within the usual limits.
func compose(t fataler, pages ...page.Page) *document.Document {
	t.Helper()
	doc, err := page.Compose(context.Background(), "test", pages, document.NewBudget(document.Limits{}))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

var places = regexp.MustCompile(`(?m)^( *(?:p|h\d)) \d+:\d+ `)

// outline is the tree without the places, cells without their line ends.
func outline(t fataler, doc *document.Document) string {
	t.Helper()
	var b strings.Builder
	if err := doc.Print(&b); err != nil {
		t.Fatal(err)
	}
	return places.ReplaceAllString(b.String(), "$1 ")
}

// A report that is drawn on pages reads as it was written.
func TestSample(t *testing.T) { checkReport(t, sample.Docx) }

func TestReport(t *testing.T) {
	data, err := os.ReadFile(reference.Path(t, "corpus", "tongliang-2024", "report.docx"))
	if err != nil {
		t.Fatal(err)
	}
	checkReport(t, data)
}

func checkReport(t *testing.T, data []byte) {
	t.Helper()
	want, err := docx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got := compose(t, typeset.Document(want)...)
	if diff := cmp.Diff(loose(outline(t, want)), loose(outline(t, got))); diff != "" {
		t.Error(diff)
	}
}

// loose is an outline without spaces, and without what tells the paragraphs of
// a cell apart.
func loose(s string) []string {
	return strings.Split(strings.NewReplacer(" ", "", "⏎", "").Replace(s), "\n")
}

// fataler is a test or a property.
type fataler interface {
	Helper()
	Fatal(...any)
}
