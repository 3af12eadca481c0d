package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/internal/reference"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/span"
	"gangmu/target"
)

func readFile(t testing.TB, path string) *document.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := open.Read(context.Background(), filepath.Base(path), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func planOf(t testing.TB, doc *document.Document) *plan.Plan {
	t.Helper()
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r.Plan
}

// table reads a tab-separated file with a head line into rows by column name.
func table(t testing.TB, path string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, l := range lines[1:] {
		row := map[string]string{}
		for i, cell := range strings.Split(l, "\t") {
			row[head[i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// expectedReport is a report with the tables of what must be found in it.
type expectedReport struct {
	name, dir         string // dir holds report.txt, report.docx, expected/
	executed, planned string
}

var sampleReport = expectedReport{"sample", filepath.Join("..", "sample"), "2025", "2026"}

// eachReport runs a test on the sample and, where it is at hand, on the real
// report.
func eachReport(t *testing.T, test func(t *testing.T, r expectedReport)) {
	t.Run(sampleReport.name, func(t *testing.T) { test(t, sampleReport) })
	t.Run("tongliang-2024", func(t *testing.T) {
		test(t, expectedReport{"tongliang-2024", reference.Path(t, "corpus", "tongliang-2024"), "2023", "2024"})
	})
}

// eachForm runs a test on every expected report as text and as docx.
func eachForm(t *testing.T, test func(t *testing.T, r expectedReport, p *plan.Plan, text bool)) {
	eachReport(t, func(t *testing.T, r expectedReport) {
		for _, form := range []string{"report.txt", "report.docx"} {
			t.Run(form, func(t *testing.T) {
				test(t, r, planOf(t, readFile(t, filepath.Join(r.dir, form))), form == "report.txt")
			})
		}
	})
}

func (r expectedReport) table(t testing.TB, name string) []map[string]string {
	return table(t, filepath.Join(r.dir, "expected", name))
}

func TestIndicatorTables(t *testing.T) {
	eachForm(t, func(t *testing.T, r expectedReport, p *plan.Plan, text bool) {
		for _, c := range []struct{ year, file string }{{r.executed, "table1.tsv"}, {r.planned, "table2.tsv"}} {
			var got []plan.Item
			for _, it := range p.Indicators {
				if strconv.Itoa(it.Year) == c.year {
					got = append(got, it)
				}
			}
			want := r.table(t, c.file)
			if len(got) != len(want) {
				t.Fatalf("%s: %d rows, want %d", c.file, len(got), len(want))
			}
			for i, w := range want {
				compareRow(t, got[i], w, c.year, text)
			}
		}
	})
}

func compareRow(t *testing.T, got plan.Item, w map[string]string, year string, textLines bool) {
	t.Helper()
	no, section := w["seq"], w["section"]
	if w["parent_seq"] != "" {
		no = ""
	}
	if strings.HasPrefix(section, "(") {
		section = ""
	}
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("row %s: %s is %q, want %q", w["seq"], what, got, want)
		}
	}
	m := got.Measures[0]
	check("no", got.No, no)
	check("of", got.Of, w["parent_seq"])
	check("name", got.Name, w["name"])
	check("unit", m.Unit, w["unit"])
	check("section", got.Section, section)
	check("binding", map[bool]string{true: "*"}[got.Binding], w["binding"])
	check("target text", m.Target.Text, w["target_"+year])
	switch m.Target.Kind {
	case target.Bound, target.About:
		check("target op", m.Target.Op.String(), w["target_op"])
		check("target value", m.Target.Value.String(), w["target_value"])
	}
	if w["target_op"] == "qual" && m.Target.Kind == target.Bound {
		t.Errorf("row %s: target %q has a number", w["seq"], m.Target.Text)
	}
	if printed, ok := w["actual_"+year]; ok {
		f := m.Facts[0]
		check("actual text", f.Text, printed)
		if w["actual_op"] != "qual" {
			check("actual op", f.Quantity.Op.String(), w["actual_op"])
			check("actual value", f.Quantity.Value.String(), w["actual_value"])
		} else if f.HasValue {
			t.Errorf("row %s: actual %q has a number", w["seq"], f.Text)
		}
	}
	if textLines {
		// The name stands in the line after the number's.
		check("line", strconv.Itoa(got.Span.Line-1), w["line"])
	}
}

func TestProjects(t *testing.T) {
	eachForm(t, func(t *testing.T, r expectedReport, p *plan.Plan, text bool) {
		want := r.table(t, "projects.tsv")
		if len(p.Projects) != len(want) {
			t.Errorf("%d projects, want %d", len(p.Projects), len(want))
		}
		for i, w := range want {
			if i == len(p.Projects) {
				break
			}
			g := p.Projects[i]
			if g.Name != w["project_name"] || g.Stage != w["stage"] || g.Box != w["box"] || !strings.HasSuffix(g.Section, w["sub_category"]) {
				t.Fatalf("project %d is %q (%s, box %s, %s), want %q (%s, box %s, %s)", i+1,
					g.Name, g.Stage, g.Box, g.Section, w["project_name"], w["stage"], w["box"], w["sub_category"])
			}
			if text && strconv.Itoa(g.Span.Line) != w["line"] {
				t.Errorf("project %q stands in line %d, want %s", g.Name, g.Span.Line, w["line"])
			}
		}
	})
}

func TestLivelihood(t *testing.T) {
	eachForm(t, func(t *testing.T, r expectedReport, p *plan.Plan, text bool) {
		want := r.table(t, "livelihood.tsv")
		items := map[string][]map[string]string{}
		var order []string
		for _, w := range want {
			if items[w["item"]] == nil {
				order = append(order, w["item"])
			}
			items[w["item"]] = append(items[w["item"]], w)
		}
		if len(p.Livelihood) != len(order) {
			t.Fatalf("%d items, want %d", len(p.Livelihood), len(order))
		}
		found, printed := 0, 0
		for i, no := range order {
			got, rows := p.Livelihood[i], items[no]
			if got.No != no || got.Section != rows[0]["category"] || got.Text != rows[0]["commitment_text"] || got.Status != rows[0]["stated_status"] && rows[0]["stated_status"] != "" {
				t.Errorf("item %s is %q %q %q %q", no, got.No, got.Section, got.Text, got.Status)
			}
			f, w := compareMeasures(t, got, rows)
			found, printed = found+f, printed+w
		}
		t.Logf("%d of %d printed quantities", found, printed)
	})
}

// compareMeasures pairs the promised quantities of one item with the expected
// rows and returns how many were found of how many.
func compareMeasures(t *testing.T, got plan.Item, rows []map[string]string) (found, want int) {
	t.Helper()
	quantities := 0
	for _, m := range got.Measures {
		if m.HasPromise {
			quantities++
		}
	}
	for _, w := range rows {
		if w["qty"] == "" || strings.Contains(w["unit"], "(") {
			continue
		}
		want++
		for _, m := range got.Measures {
			if m.HasPromise && m.Promise.Value.String() == w["qty"] && m.Unit == w["unit"] {
				found++
				compareOutcomes(t, m, w)
				break
			}
		}
	}
	if quantities != want || found != want {
		t.Errorf("item %s has %d quantities, %d of the %d expected: %v", got.No, quantities, found, want, got.Measures)
	}
	return found, want
}

func compareOutcomes(t *testing.T, m plan.Measure, w map[string]string) {
	t.Helper()
	var values []string
	for _, f := range m.Facts {
		values = append(values, f.Quantity.Value.String())
	}
	if got := strings.Join(values, "; "); got != w["outcome_qty"] {
		t.Errorf("measure %s: outcome %q, want %q", w["measure_id"], got, w["outcome_qty"])
	}
}

// TestCommitments holds every quantified promise of the sample, and no other.
func TestCommitments(t *testing.T) {
	for _, form := range []string{"report.txt", "report.docx"} {
		t.Run(form, func(t *testing.T) {
			r := sampleReport
			p := planOf(t, readFile(t, filepath.Join(r.dir, form)))
			var got, want []string
			for _, it := range p.Commitments {
				if m := it.Measures[0]; m.HasPromise {
					got = append(got, strings.Join([]string{m.Promise.Op.String(), m.Promise.Value.String(), m.Unit, it.Horizon}, " "))
				}
			}
			for _, w := range r.table(t, "commitments.tsv") {
				want = append(want, strings.Join([]string{w["comparator"], w["value"], w["unit"], w["horizon"]}, " "))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSamePlan holds that text and docx of one report give the same plan, apart
// from the places.
func TestSamePlan(t *testing.T) {
	eachReport(t, func(t *testing.T, r expectedReport) {
		a := planOf(t, readFile(t, filepath.Join(r.dir, "report.txt")))
		b := planOf(t, readFile(t, filepath.Join(r.dir, "report.docx")))
		opts := []cmp.Option{
			cmpopts.IgnoreTypes(span.Span{}),
			cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() }),
		}
		if diff := cmp.Diff(a, b, opts...); diff != "" {
			t.Errorf("text and docx differ:\n%s", diff)
		}
	})
}
