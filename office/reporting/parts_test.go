package reporting_test

import (
	"testing"

	"gangmu/ledger/ledgertest"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
)

// TestPartsInOneSheet: a unit that reports a whole and its parts in one sheet has
// them compared as they stand in it, before anything of it counts.
func TestPartsInOneSheet(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	no := w.row("城镇新增就业")
	spec := reporting.Spec{Owner: farming, Target: "0.01", Parts: reporting.Sum}
	part := spec
	part.Parts = reporting.None
	w.ok(w.Assign(t.Context(), w.people[office.PlanOffice], planID, []reporting.Assignment{
		{Key: reporting.Key{No: no}, Spec: spec},
		{Key: reporting.Key{No: no, Unit: town}, Spec: part},
		{Key: reporting.Key{No: no, Unit: street}, Spec: part},
	}))
	w.save(farming, october, no, district, "0.90")
	w.save(farming, october, no, town, "0.50")
	w.save(farming, october, no, street, "0.45")
	w.ok(w.Explain(t.Context(), w.people[office.Reporter], planID, reporting.Note{Key: reporting.Key{No: no, Unit: district}, Period: october, Cause: "一", Measure: "二", Outlook: "三"}))
	w.ok(w.Submit(t.Context(), w.people[office.Reporter], planID, farming, october))
	w.ok(w.Review(t.Context(), w.people[office.Reviewer], planID, farming, october))
	w.refused(w.Confirm(t.Context(), w.people[office.PlanOffice], planID, farming, october), "parts-differ")
	w.ok(w.Return(t.Context(), w.people[office.PlanOffice], planID, farming, october, "合计不对"))
	w.save(farming, october, no, district, "0.95")
	w.close(farming, october)
}

// TestPartsOfAnotherRhythm: a whole of every month does not wait for a part of
// every quarter in the months between.
func TestPartsOfAnotherRhythm(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	no := w.row("城镇新增就业")
	w.ok(w.Assign(t.Context(), w.people[office.PlanOffice], planID, []reporting.Assignment{
		{Key: reporting.Key{No: no}, Spec: reporting.Spec{Owner: farming, Parts: reporting.Sum}},
		{Key: reporting.Key{No: no, Unit: town}, Spec: reporting.Spec{Owner: town, Target: "0.01", Frequency: monitor.Quarterly}},
	}))
	w.save(farming, october, no, district, "0.95")
	w.close(farming, october)
}
