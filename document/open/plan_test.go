package open_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/span"
)

// TestSamePlan holds that a report gives the same plan in every format, apart
// from the places.
func TestSamePlan(t *testing.T) {
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, "corpus", "tongliang-2024")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("skipped: %s is not there; set GANGMU_SHARED to the reference folder", dir)
	}
	want := planOf(t, filepath.Join(dir, "report.txt"))
	for _, name := range []string{"report.html", "report.odt"} {
		t.Run(name, func(t *testing.T) {
			diff := cmp.Diff(want, planOf(t, filepath.Join(dir, name)),
				cmpopts.IgnoreTypes(span.Span{}),
				cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() }))
			if diff != "" {
				t.Errorf("differs from the text:\n%s", diff)
			}
		})
	}
}

func planOf(t *testing.T, path string) *plan.Plan {
	t.Helper()
	doc, err := open.ReadFile(context.Background(), path, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r.Plan
}
