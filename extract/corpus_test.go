package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/target"
)

// shared is the folder of reference reports; tests that need it skip without it.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	p := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("skipped: no reference reports at %s (set GANGMU_SHARED)", p)
	}
	return p
}

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

// eachForm runs a test on the same report as text and as docx.
func eachForm(t *testing.T, test func(t *testing.T, dir string, p *plan.Plan, textLines bool)) {
	for _, form := range []string{"report.txt", "report.docx"} {
		t.Run(form, func(t *testing.T) {
			dir := shared(t, "corpus", "tongliang-2024")
			p := planOf(t, readFile(t, filepath.Join(dir, form)))
			test(t, filepath.Join(dir, "expected"), p, form == "report.txt")
		})
	}
}

func TestIndicatorTables(t *testing.T) {
	eachForm(t, func(t *testing.T, dir string, p *plan.Plan, textLines bool) {
		for _, year := range []string{"2023", "2024"} {
			file := map[string]string{"2023": "table1.tsv", "2024": "table2.tsv"}[year]
			var got []plan.Item
			for _, it := range p.Indicators {
				if itoa(it.Year) == year {
					got = append(got, it)
				}
			}
			want := table(t, filepath.Join(dir, file))
			if len(got) != len(want) {
				t.Fatalf("%s: %d rows, want %d", file, len(got), len(want))
			}
			for i, w := range want {
				compareRow(t, got[i], w, year, textLines)
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
	if w["target_op"] != "qual" {
		check("target op", m.Target.Op.String(), w["target_op"])
		check("target value", m.Target.Value.String(), w["target_value"])
	} else if m.Target.Kind == target.Bound {
		t.Errorf("row %s: target %q has a number", w["seq"], m.Target.Text)
	}
	if year == "2023" {
		f := m.Facts[0]
		check("actual text", f.Text, w["actual_2023"])
		if w["actual_op"] != "qual" {
			check("actual op", f.Quantity.Op.String(), w["actual_op"])
			check("actual value", f.Quantity.Value.String(), w["actual_value"])
		} else if f.HasValue {
			t.Errorf("row %s: actual %q has a number", w["seq"], f.Text)
		}
	}
	if textLines {
		// The name stands in the line after the number's.
		check("line", itoa(got.Span.Line-1), w["line"])
	}
}

func TestProjects(t *testing.T) {
	eachForm(t, func(t *testing.T, dir string, p *plan.Plan, textLines bool) {
		want := table(t, filepath.Join(dir, "projects.tsv"))
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
			if textLines && itoa(g.Span.Line) != w["line"] {
				t.Errorf("project %q stands in line %d, want %s", g.Name, g.Span.Line, w["line"])
			}
		}
	})
}

func TestLivelihood(t *testing.T) {
	eachForm(t, func(t *testing.T, dir string, p *plan.Plan, textLines bool) {
		want := table(t, filepath.Join(dir, "livelihood.tsv"))
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
		printed := 0
		for i, no := range order {
			got, rows := p.Livelihood[i], items[no]
			if got.No != no || got.Section != rows[0]["category"] || got.Text != rows[0]["commitment_text"] || got.Status != rows[0]["stated_status"] && rows[0]["stated_status"] != "" {
				t.Errorf("item %s is %q %q %q %q", no, got.No, got.Section, got.Text, got.Status)
			}
			printed += compareMeasures(t, got, rows)
		}
		if printed != 37 {
			t.Errorf("%d printed quantities, want 37", printed)
		}
	})
}

// compareMeasures pairs the promised quantities of one item with the expected
// rows and returns how many were found.
func compareMeasures(t *testing.T, got plan.Item, rows []map[string]string) (found int) {
	t.Helper()
	quantities := 0
	for _, m := range got.Measures {
		if m.HasPromise {
			quantities++
		}
	}
	want := 0
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
	return found
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

func itoa(n int) string { return strconv.Itoa(n) }
