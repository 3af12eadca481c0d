package xlsx_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"gangmu/document"
	"gangmu/document/text"
	"gangmu/document/xlsx"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/span"
)

// The tables of a report give the same indicators as a workbook and as text.
// What the text says beyond its tables is left out of the comparison.
func TestSameIndicators(t *testing.T) {
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, "corpus", "tongliang-2024")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("skipped: %s is not there; set GANGMU_SHARED to the reference folder", dir)
	}
	type reader func(context.Context, []byte, document.Limits) (*document.Document, error)
	tables := func(name string, read reader) (items []plan.Item) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := read(context.Background(), data, document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		r, err := extract.Extract(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range r.Warnings {
			t.Logf("%s: %s", name, w.Zh)
		}
		for _, it := range r.Plan.Indicators {
			if it.No != "" || it.Of != "" { // a row of a table
				items = append(items, it)
			}
		}
		return items
	}
	fromText, fromBook := tables("report.txt", text.Read), tables("report.xlsx", xlsx.Read)
	if len(fromText) != 90 {
		t.Errorf("%d rows in the text", len(fromText))
	}
	same := cmp.Options{
		cmpopts.IgnoreTypes(span.Span{}),
		cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() }),
	}
	if diff := cmp.Diff(fromText, fromBook, same); diff != "" {
		t.Error(diff)
	}
}
