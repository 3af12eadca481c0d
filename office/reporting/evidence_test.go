package reporting_test

import (
	"strings"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office"
	"gangmu/office/reporting"
)

// TestEvidence: a file stays with its cell and its name, counts for no other
// sheet, and is no way around the lock or a colleague's change.
func TestEvidence(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		w := newWorld(t, c)
		no, ctx, reporter := w.jobs(), t.Context(), w.people[office.Reporter]
		k := reporting.Key{No: no, Unit: town}
		w.save(town, october, no, town, "0.50")
		sheet, err := w.Sheet(ctx, reporter, planID, town, october)
		w.ok(err)
		base := sheet.Lines[0].Cell.Seq
		data := []byte("%PDF-1.7 花名册")
		got, err := w.Attach(ctx, reporter, planID, town, october, k, base, "花名册.pdf", data)
		w.ok(err)
		if len(got.Cells) != 1 || got.Cells[0].Value != "0.50" || len(got.Cells[0].Evidence) != 1 {
			t.Fatalf("%+v", got)
		}
		hash := got.Cells[0].Evidence[0]
		file, back, err := w.File(ctx, w.people[office.Leader], planID, town, october, hash)
		if err != nil || file.Name != "花名册.pdf" || string(back) != string(data) || file.Person != reporter.Person {
			t.Errorf("%+v %q %v", file, back, err)
		}
		if late, err := w.Attach(ctx, reporter, planID, town, october, k, base, "另一份.pdf", []byte("x")); err != nil || len(late.Conflicts) != 1 {
			t.Errorf("%+v, %v", late, err)
		}
		_, _, err = w.File(ctx, reporter, planID, town, "2026-09", hash)
		w.refused(err, "not-found")
		_, err = w.Save(ctx, reporter, planID, street, october, []reporting.Entry{{Key: reporting.Key{No: no, Unit: street}, Value: "0.4", Evidence: []string{hash}}})
		w.refused(err, "no-file")
		_, err = w.Attach(ctx, reporter, planID, town, october, k, got.Seq, "空.pdf", nil)
		w.refused(err, "empty-file")
		w.close(town, october)
		_, err = w.Attach(ctx, reporter, planID, town, october, k, got.Seq, "晚.pdf", []byte("y"))
		w.refused(err, "sheet-locked")
		replays(t, w)
	})
}

// TestRelations: an order between two indicators is watched in what counts, and
// remarked beside the cell before it counts.
func TestRelations(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		w := newWorld(t, c)
		ctx, planner, reporter := t.Context(), w.people[office.PlanOffice], w.people[office.Reporter]
		all, err := w.Series(ctx, planner, planID)
		w.ok(err)
		var pair []reporting.Series
		for _, s := range all {
			if s.Measure == "%" && strings.HasSuffix(s.Name, "增速") && len(pair) < 2 {
				pair = append(pair, s)
			}
		}
		var rows []reporting.Assignment
		for _, s := range pair {
			rows = append(rows, reporting.Assignment{Key: s.Key, Spec: reporting.Spec{Owner: farming, Frequency: "month"}})
		}
		w.ok(w.Assign(ctx, planner, planID, rows))
		low, high := pair[0], pair[1]
		rule := low.Name + " <= " + high.Name
		w.refused(w.DeclareRelations(ctx, planner, planID, []string{"没有这个指标 <= " + high.Name}, "统计口径"), "bad-relation")
		w.refused(w.DeclareRelations(ctx, planner, planID, []string{low.Name}, "统计口径"), "bad-relation")
		w.refused(w.DeclareRelations(ctx, reporter, planID, []string{rule}, "统计口径"), "denied")
		w.ok(w.DeclareRelations(ctx, planner, planID, []string{rule}, "统计口径"))

		w.save(farming, october, low.No, district, "6.5")
		w.save(farming, october, high.No, district, "5.5")
		sheet, err := w.Sheet(ctx, reporter, planID, farming, october)
		w.ok(err)
		for _, l := range sheet.Lines {
			if len(l.Problems) == 0 || l.Problems[0].Check != "relation" || !l.Problems[0].Soft || !strings.Contains(l.Problems[0].Zh, "6.5大于") {
				t.Errorf("%s: %+v", l.Name, l.Problems)
			}
		}
		found, err := w.Broken(ctx, planner, planID, "", 0)
		if err != nil || len(found) != 0 {
			t.Errorf("before it counts: %+v, %v", found, err)
		}
		for _, s := range pair {
			w.ok(w.Explain(ctx, reporter, planID, reporting.Note{Key: s.Key, Period: october, Cause: "一", Measure: "二", Outlook: "三"}))
		}
		w.close(farming, october)
		found, err = w.Broken(ctx, planner, planID, "", 0)
		if err != nil || len(found) != 1 || found[0].Rule != strings.ReplaceAll(rule, "＜", "<") || found[0].Period.String() != october {
			t.Errorf("%+v, %v", found, err)
		}
		w.ok(w.DeclareRelations(ctx, planner, planID, nil, "口径调整"))
		if found, err = w.Broken(ctx, planner, planID, "", 0); err != nil || len(found) != 0 {
			t.Errorf("after it was lifted: %+v, %v", found, err)
		}
		replays(t, w)
	})
}
