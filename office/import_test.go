package office

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

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

// Rows that are typed are checked cell by cell, and adopted like rows that were
// read.
func TestTypedPlan(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx, office := t.Context(), w.people[PlanOffice]
	w.adopt(w.upload("", "report.txt", sample.Text))
	last, err := w.LastPlan(ctx, office, "d", 2027)
	w.ok(err)
	if len(last) < 30 || last[0].LastTarget == "" || last[0].Target != "" {
		t.Fatalf("last year's rows: %+v", last)
	}
	first := last[0]
	first.Target, first.LastTarget = "5.5左右", "99"
	rows := []PlanRow{
		first,
		{No: "2", Name: "粮食产量", Unit: "万吨", Nature: "必须", Target: "≥18"},
		{No: "2", Name: "粮食产量", Unit: "万吨", Target: "看情况"},
		{Name: "稻谷", Unit: "万吨", LastActual: "很好"},
		{No: "3", Target: "1"},
	}
	problems, err := w.CheckPlan(ctx, office, "d", 2027, rows)
	w.ok(err)
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprint(p.Row, p.Column, p.Stops))
	}
	want := []string{
		"0 lasttarget false", "1 nature true", "2 no true", "2 name true", "2 target false",
		"3 target false", "3 lastactual false", "4 name true",
	}
	for i := range want {
		want[i] = strings.ReplaceAll(want[i], " ", "")
	}
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], " ", "")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	rows = []PlanRow{first, {No: "2", Name: "粮食产量", Unit: "万吨", Nature: "约束性", Target: "≥18", LastTarget: "≥17", LastActual: "17.6"}, {Name: "稻谷", Unit: "万吨", Target: "12"}}
	id, err := w.Office.Adopt(ctx, office, Adoption{Unit: "d", Year: 2027, Session: "第七次会议", Date: "2027-01-16", Region: "青禾区", Rows: Items(2027, rows)})
	w.ok(err)
	v, err := w.Overview(ctx, office, id, 0)
	w.ok(err)
	var lines []string
	for _, s := range v.Sections {
		for _, r := range s.Rows {
			lines = append(lines, fmt.Sprint(r.Item.No, r.Item.Of, r.Item.Name, r.Item.Binding, r.Item.Measure().Target.Text, r.Result.Verdict))
		}
	}
	if len(lines) != 3 || v.Counts.Exceeded != 1 {
		t.Errorf("%q, %+v", lines, v.Counts)
	}
}

// A template that is filled in and read gives the rows that were written, its
// columns in any order.
func TestPlanWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for i, line := range [][]any{{"2027年计划"}, {"目标", "指标", "序号", "其他"}, {"5.5左右", "增速", 1, "x"}, {}, {nil, "其中", nil}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &line); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := PlanWorkbook(b.Bytes())
	if diff := cmp.Diff([]PlanRow{{No: "1", Name: "增速", Target: "5.5左右"}, {Name: "其中"}}, rows); diff != "" || err != nil {
		t.Error(diff, err)
	}
	for _, bad := range []string{"", "PK\x03\x04", sample.Text} {
		if _, err := PlanWorkbook([]byte(bad)); err == nil {
			t.Errorf("%.10q is a workbook", bad)
		}
	}
}
