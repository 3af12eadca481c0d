package workbook

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/document/xlsx"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// edited is the workbook of a plan after edit.
func edited(t *testing.T, p *plan.Plan, edit func(f *excelize.File) error) *plan.Plan {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, Report{Plan: p})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := edit(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return planIn(t, out.Bytes())
}

// A changed target is read as a report's would be, even where more was stored
// of the old one.
func TestEditedTarget(t *testing.T) {
	p := small()
	p.Indicators[0].Measures[0].Facts[0].HasValue = false // what no text says
	got := edited(t, p, func(f *excelize.File) error {
		if stored, _ := f.GetCellValue("指标", "M2"); !strings.Contains(stored, "地区生产总值增速") {
			t.Errorf("stored %q", stored)
		}
		return f.SetCellValue("指标", "H2", "9以上")
	}).Indicators[0]
	m := got.Measure()
	if m.Target.Text != "9以上" || m.Target.Value.String() != "9" || m.Target.Op != quantity.AtLeast {
		t.Errorf("target %+v", m.Target)
	}
	if !m.Facts[0].HasValue {
		t.Error("what was stored was taken although the row has changed")
	}
}

// Columns and rows may be moved, and rows added.
func TestRearranged(t *testing.T) {
	got := edited(t, small(), func(f *excelize.File) error {
		if err := f.InsertCols("重点项目", "A", 2); err != nil {
			return err
		}
		if err := f.SetCellValue("重点项目", "H3", "云溪隧道"); err != nil {
			return err
		}
		return f.DuplicateRowTo("民生实事", 2, 9)
	})
	var names []string
	for _, it := range got.Projects {
		names = append(names, it.Name)
	}
	if diff := cmp.Diff([]string{"云溪大桥", "云溪隧道"}, names); diff != "" {
		t.Error(diff)
	}
	if len(got.Livelihood) != 1 || len(got.Livelihood[0].Measures) != 2 {
		t.Errorf("livelihood %+v", got.Livelihood)
	}
}

// A place is that of the cell that names the item.
func TestPlaces(t *testing.T) {
	if s := again(t, small()).Indicators[1].Span; s.Block != "t2.r3.c4" {
		t.Errorf("%+v", s)
	}
}

func TestOtherDocuments(t *testing.T) {
	for _, doc := range []*document.Document{
		{Format: "docx", Meta: map[string]string{"property:gangmu-plan": "1"}},
		{Format: "xlsx"},
		{Format: "xlsx", Meta: map[string]string{"property:gangmu-plan": "2"}},
	} {
		if _, ok := Plan(doc); ok {
			t.Errorf("%+v was taken", doc)
		}
	}
}

// What was stored beside the cells is taken only in known forms.
func TestRestored(t *testing.T) {
	for _, s := range []string{
		"", "{", "[]", `{"Year":"x"}`,
		`{"Measures":[{"Promise":{"Op":99}}]}`,
		`{"Measures":[{"Promise":{"Form":99}}]}`,
		`{"Measures":[{"Target":{"Op":99}}]}`,
		`{"Measures":[{"Target":{"Kind":"other"}}]}`,
		`{"Measures":[{"Facts":[{"Quantity":{"Op":99}}]}]}`,
		`{"Measures":[{"Promise":{"Value":"1E+999999999"}}]}`,
	} {
		if it, ok := restored(s); ok {
			t.Errorf("%s was read as %+v", s, it)
		}
	}
	if it, ok := restored(stored(small().Livelihood[0])); !ok || it.Text == "" {
		t.Error("not restored")
	}
}

// Any plan comes back, whatever its texts are made of.
func TestAnyPlan(t *testing.T) {
	word := rapid.OneOf(
		rapid.SampledFrom([]string{"", "甲", "=1", "_x0041_", "007", "6.30", "-1", "+1", "8以上", "5%左右", "a\r\nb", " x ", "\x01", "\ufffe", "注：", "一、", "—", "1:2"}),
		rapid.StringN(0, 8, 40),
	)
	rapid.Check(t, func(t *rapid.T) {
		s := func(name string) string { return strings.ToValidUTF8(word.Draw(t, name), "") }
		item := func() plan.Item {
			it := plan.Item{
				Year: rapid.IntRange(0, 2040).Draw(t, "year"), No: s("no"), Of: s("of"), Name: s("name"), Section: s("section"),
				Binding: rapid.Bool().Draw(t, "binding"), Region: s("region"), Box: s("box"), Stage: s("stage"), Text: s("text"),
				Status: s("status"), Horizon: s("horizon"), Owner: s("owner"), Note: s("note"),
			}
			for range rapid.IntRange(0, 2).Draw(t, "measures") {
				m := plan.Measure{Subject: s("subject"), Unit: s("unit"), HasTarget: rapid.Bool().Draw(t, "target")}
				if m.HasTarget {
					m.Target = target.Parse(s("target"), plan.ContextFor(it.Name, m.Unit))
				}
				if q, err := quantity.Parse(s("promise")); err == nil {
					m.Promise, m.HasPromise = q, true
				}
				for range rapid.IntRange(0, 2).Draw(t, "facts") {
					m.Facts = append(m.Facts, plan.Fact{
						Actual: target.ParseActual(s("actual"), m.Unit), Unit: m.Unit,
						Period: s("period"), Source: s("source"), Pace: s("pace"), Done: s("done"),
					})
				}
				it.Measures = append(it.Measures, m)
			}
			return it
		}
		p := &plan.Plan{
			Title: clean(s("title")), Region: clean(s("region")), ExecutedYear: 2031,
			Indicators: []plan.Item{item()}, Projects: []plan.Item{item(), item()},
			Livelihood: []plan.Item{item()}, Commitments: []plan.Item{item(), item()},
			Glossary: []plan.Term{{Term: s("term"), Text: s("explanation")}},
		}
		var out bytes.Buffer
		if err := Write(&out, []Report{{Plan: p}}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, mustPlan(t, out.Bytes()), samePlan); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A text that no cell can hold is cut, not lost.
func TestLongText(t *testing.T) {
	p := small()
	p.Glossary[0].Text = strings.Repeat("长", longestCell+10)
	got := again(t, p).Glossary[0].Text
	if n := len([]rune(got)); n > longestCell || n < longestCell-5 || !strings.HasSuffix(got, "…") {
		t.Errorf("%d characters", n)
	}
}

func mustPlan(t *rapid.T, data []byte) *plan.Plan {
	doc, err := xlsx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	p, ok := Plan(doc)
	if !ok {
		t.Fatal("not recognised")
	}
	return p
}
