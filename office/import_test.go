package office

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/ledger/ledgertest"
	"gangmu/render/workbook"
	"gangmu/sample"
)

// TestImportWorkbook: a plan that was written to a workbook comes in again as an
// upload, row for row.
func TestImportWorkbook(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx, office := t.Context(), w.people[PlanOffice]
	r, err := w.Reading(ctx, office, w.upload("", "report.txt", sample.Text))
	w.ok(err)
	var book bytes.Buffer
	w.ok(workbook.Write(&book, []workbook.Report{{File: "report.txt", Plan: r.Plan}}))
	j := w.upload("", "plan.xlsx", book.String())
	again, err := w.Reading(ctx, office, j)
	w.ok(err)
	rows := func(r *Reading) (out []string) {
		for _, it := range r.Indicators() {
			m := it.Measure()
			out = append(out, it.No+" "+it.Name+" "+m.Unit+" "+m.Target.Text)
		}
		return out
	}
	if diff := cmp.Diff(rows(r), rows(again)); diff != "" {
		t.Error(diff)
	}
	id := w.adopt(j)
	if v, err := w.Overview(ctx, office, id, 0); err != nil || v.Counts.Exceeded != 21 || v.Counts.Missed != 5 {
		t.Errorf("%+v, %v", v, err)
	}
}
