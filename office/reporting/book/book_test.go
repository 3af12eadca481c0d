package book_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"gangmu/fault"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
	"gangmu/office/reporting/book"
	"gangmu/target"
)

// sheet has a row that is filled in, one with evidence, and an empty one.
func sheet() *reporting.Sheet {
	line := func(no int, name, value string, seq int64) reporting.Line {
		k := reporting.Key{No: no, Unit: "d.t"}
		s := reporting.Series{Plan: "d-2026", Key: k, Year: 2026, Name: name, Measure: "万人", Goal: target.Target{Text: "1以上"}}
		return reporting.Line{Series: s, Cell: reporting.Cell{Key: k, Value: value, Seq: seq, At: time.Unix(0, 0)}}
	}
	s := &reporting.Sheet{
		Plan: office.Plan{ID: "d-2026", Unit: "d"}, Unit: office.Unit{Code: "d.t", Name: "清溪镇"}, Period: monitor.Month(2026, 10),
		Lines: []reporting.Line{line(1, "城镇新增就业", "0.50", 7), line(2, "=1+1", "", 0), line(3, "培训人次", "1.20", 9)},
	}
	s.Lines[2].Cell.Evidence = []string{"abc"}
	return s
}

func written(t *testing.T, s *reporting.Sheet) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := book.WriteSheet(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// edited is a workbook after somebody worked on it.
func edited(t *testing.T, data []byte, edit func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	edit(f, f.GetSheetName(0))
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func code(err error) string {
	if err == nil {
		return ""
	}
	return fault.Of(err).Code
}

func TestSheet(t *testing.T) {
	data := written(t, sheet())
	if got, err := book.ReadSheet(data, sheet()); err != nil || len(got) != 0 {
		t.Errorf("untouched: %+v, %v", got, err)
	}
	data = edited(t, data, func(f *excelize.File, s string) {
		_ = f.SetCellStr(s, "F5", "0.30") // the empty row
		_ = f.SetCellValue(s, "F6", 1.5)
		_ = f.SetCellStr(s, "G6", "初步数")
		_ = f.SetCellStr(s, "H6", " 含外地\n人员 ")
	})
	got, err := book.ReadSheet(data, sheet())
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if e := got[0]; e.No != 2 || e.Unit != "d.t" || e.Value != "0.30" || e.Base != 0 {
		t.Errorf("%+v", e)
	}
	if e := got[1]; e.No != 3 || e.Value != "1.5" || e.Quality != reporting.Preliminary || e.Remark != "含外地\n人员" || e.Base != 9 || len(e.Evidence) != 1 {
		t.Errorf("%+v", e)
	}
}

// TestOldTemplate: what somebody else saved meanwhile is not undone: an untouched
// row is left alone, a touched one names the version that it is based on.
func TestOldTemplate(t *testing.T) {
	data := edited(t, written(t, sheet()), func(f *excelize.File, s string) { _ = f.SetCellStr(s, "F6", "1.30") })
	now := sheet()
	now.Lines[0].Cell.Value, now.Lines[0].Cell.Seq = "0.60", 20
	now.Lines[2].Cell.Value, now.Lines[2].Cell.Seq = "1.40", 21
	got, err := book.ReadSheet(data, now)
	if err != nil || len(got) != 1 || got[0].No != 3 || got[0].Base != 9 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestRefusedSheets(t *testing.T) {
	good := written(t, sheet())
	other := sheet()
	other.Period = monitor.Month(2026, 9)
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"no workbook":   {[]byte("PK\x03\x04"), "bad-workbook"},
		"too large":     {make([]byte, 5<<20), "too-large"},
		"other period":  {written(t, other), "other-workbook"},
		"a formula":     {edited(t, good, func(f *excelize.File, s string) { _ = f.SetCellFormula(s, "F4", "1+1") }), "formula"},
		"no such word":  {edited(t, good, func(f *excelize.File, s string) { _ = f.SetCellStr(s, "G4", "大概") }), "bad-quality"},
		"base is gone":  {edited(t, good, func(f *excelize.File, s string) { _ = f.SetCellStr(s, "K4", ""); _ = f.SetCellStr(s, "F4", "9") }), "bad-workbook"},
		"heads changed": {edited(t, good, func(f *excelize.File, s string) { _ = f.SetCellStr(s, "F3", "数") }), "bad-workbook"},
		"far down": {edited(t, good, func(f *excelize.File, s string) {
			_ = f.SetCellStr(s, "A6000", "x")
		}), "too-many-rows"},
	} {
		if _, err := book.ReadSheet(c.data, sheet()); code(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func TestAssignments(t *testing.T) {
	p := office.Plan{ID: "d-2026", Unit: "d", Title: "青禾区2026年计划"}
	all := []reporting.Series{
		{Plan: p.ID, Key: reporting.Key{No: 1, Unit: "d"}, Year: 2026, Name: "城镇新增就业", Seq: 5, Goal: target.Target{Text: "0.95以上"},
			Spec: reporting.Spec{Owner: "d.rs", Person: "p1", Frequency: monitor.Monthly, Kind: monitor.Accumulating, Milestones: []reporting.Milestone{{Period: "2026-Q1", Value: "0.2"}}}},
		{Plan: p.ID, Key: reporting.Key{No: 2, Unit: "d"}, Year: 2026, Name: "粮食产量", Spec: reporting.Spec{Frequency: monitor.Yearly, Kind: monitor.Stock}},
	}
	names := map[string]string{"": "", "d.rs": "区人力社保局 d.rs", "p1": "罗田 luo", "d.t": "清溪镇 d.t"}
	find := func(s string) string {
		for id, n := range names {
			if s == n {
				return id
			}
		}
		return s
	}
	var b bytes.Buffer
	if err := book.WriteAssignments(&b, p, all, names); err != nil {
		t.Fatal(err)
	}
	data := edited(t, b.Bytes(), func(f *excelize.File, s string) {
		_ = f.SetCellStr(s, "D5", "区人力社保局 d.rs")
		_ = f.SetCellStr(s, "E5", "罗田 luo")
		_ = f.SetCellStr(s, "I5", "20")
		_ = f.DuplicateRowTo(s, 4, 6) // a part of the first one
		_ = f.SetCellStr(s, "B6", "清溪镇 d.t")
		_ = f.SetCellStr(s, "C6", "0.5")
		_ = f.SetCellStr(s, "M4", "加总")
	})
	got, err := book.ReadAssignments(data, p, all, find)
	if err != nil || len(got) != 3 {
		t.Fatalf("%+v, %v", got, err)
	}
	if a := got[0]; a.No != 1 || a.Parts != reporting.Sum || a.Owner != "d.rs" || len(a.Milestones) != 1 {
		t.Errorf("%+v", a)
	}
	if a := got[1]; a.No != 2 || a.Owner != "d.rs" || a.Person != "p1" || a.DueDay != 20 || a.Frequency != monitor.Yearly {
		t.Errorf("%+v", a)
	}
	if a := got[2]; a.No != 1 || a.Key.Unit != "d.t" || a.Parent != "d" || a.Target != "0.5" || a.Parts != reporting.None || len(a.Milestones) != 0 {
		t.Errorf("%+v", a)
	}
	all[0].Seq = 6
	if _, err := book.ReadAssignments(data, p, all, find); code(err) != "bad-assignment" {
		t.Errorf("an old template: %v", err)
	}
}

// FuzzReadSheet: whatever file comes, it is read or refused with a sentence, and
// what is read are cells of that sheet's form.
func FuzzReadSheet(f *testing.F) {
	var b bytes.Buffer
	if err := book.WriteSheet(&b, sheet()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := book.ReadSheet(data, sheet())
		if err != nil && (fault.Of(err) == nil || !strings.ContainsAny(fault.Of(err).Zh, "，。")) {
			t.Errorf("%v", err)
		}
		for _, e := range got {
			if e.Unit == "" || e.Base < 0 {
				t.Errorf("%+v", e)
			}
		}
	})
}
