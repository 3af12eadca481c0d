package workbook

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/document/xlsx"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/sample"
	"gangmu/span"
)

// shared is the folder of reference material; a test that needs it is skipped
// without it.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	name := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("skipped: %s is not there; set GANGMU_SHARED to the reference folder", name)
	}
	return name
}

// planOf is the plan of a report.
func planOf(t testing.TB, name string, data []byte) *plan.Plan {
	t.Helper()
	doc, err := open.Read(context.Background(), name, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r.Plan
}

func write(t testing.TB, reports ...Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, reports); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func docOf(t testing.TB, data []byte) *document.Document {
	t.Helper()
	doc, err := xlsx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// again writes p and reads it back.
func again(t testing.TB, p *plan.Plan) *plan.Plan {
	t.Helper()
	doc := docOf(t, write(t, Report{Plan: p}))
	for _, w := range doc.Warnings {
		t.Errorf("warning %s", w.Zh)
	}
	q, ok := Plan(doc)
	if !ok {
		t.Fatal("not recognised")
	}
	return q
}

// samePlan compares plans, but not their places in a source.
var samePlan = cmp.Options{
	cmpopts.IgnoreTypes(span.Span{}),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() && a.Places() == b.Places() }),
}

func TestReadBack(t *testing.T) {
	reports := map[string][]byte{"sample": []byte(sample.Text)}
	if data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", "tongliang-2024", "report.txt")); err == nil {
		reports["report"] = data
	}
	for name, data := range reports {
		t.Run(name, func(t *testing.T) {
			p := planOf(t, "report.txt", data)
			if diff := cmp.Diff(p, again(t, p), samePlan); diff != "" {
				t.Error(diff)
			}
		})
	}
}
