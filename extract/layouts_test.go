package extract_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/plan"
)

var update = flag.Bool("update", false, "rewrite the expected listings in testdata")

// TestLayouts reads made-up reports whose tables and lists are laid out as
// reports lay them out, and compares what was read with the listing beside each.
// In the files ^^ stands for a cell merged with the one above and << with the
// one to the left.
func TestLayouts(t *testing.T) {
	files, _ := filepath.Glob("testdata/layouts/*.md")
	more, _ := filepath.Glob("testdata/layouts/*.txt")
	for _, file := range append(files, more...) {
		t.Run(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := open.Read(context.Background(), file, data, document.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			merge(doc)
			r, err := extract.Extract(context.Background(), doc)
			if err != nil {
				t.Fatal(err)
			}
			got, golden := listing(r), strings.TrimSuffix(file, filepath.Ext(file))+".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

// merge joins the cells that say so with those above or to the left.
func merge(doc *document.Document) {
	for table := range doc.Tables() {
		rows := make([]document.Row, len(table.Rows))
		for r, row := range table.Rows {
			for i, c := range row.Cells {
				switch c.Text.S {
				case "<<":
					last := &rows[r].Cells[len(rows[r].Cells)-1]
					last.ColSpan++
				case "^^":
					for above := r - 1; above >= 0; above-- {
						if widen(rows[above].Cells, i) {
							break
						}
					}
				default:
					rows[r].Cells = append(rows[r].Cells, c)
				}
			}
		}
		table.Rows = rows
	}
}

func widen(cells []document.Cell, col int) bool {
	for i := range cells {
		if cells[i].Col == col {
			cells[i].RowSpan++
			return true
		}
	}
	return false
}

// listing prints all that was read, a line each.
func listing(r *extract.Result) string {
	var b strings.Builder
	section := func(name string, items []plan.Item, line func(plan.Item) string) {
		if len(items) == 0 {
			return
		}
		fmt.Fprintf(&b, "%s\n", name)
		for _, it := range items {
			fmt.Fprintf(&b, "  %s\n", line(it))
		}
	}
	fmt.Fprintf(&b, "%s %d %d\n", r.Plan.Region, r.Plan.ExecutedYear, r.Plan.PlannedYear)
	section("indicators", r.Plan.Indicators, indicatorLine)
	section("projects", r.Plan.Projects, workLine)
	section("livelihood", r.Plan.Livelihood, workLine)
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "warning %s %s\n", w.Block, w.Zh)
	}
	return b.String()
}

func indicatorLine(it plan.Item) string {
	m := it.Measure()
	s := fmt.Sprintf("%d %s %s%s", it.Year, it.No, mark("of ", it.Of, " "), mark("", it.Region, " "))
	s += it.Name + mark("（", m.Unit, "）")
	if it.Binding {
		s += "*"
	}
	if m.HasTarget {
		s += fmt.Sprintf(" | %s [%s]", m.Target.Text, targetOf(m))
	}
	for _, f := range m.Facts {
		s += " | = " + f.Text
		if f.HasValue {
			s += fmt.Sprintf(" [%s%s]", f.Quantity.Op, f.Quantity.Value)
		}
		s += mark(" ", f.Period, "") + mark(" done ", f.Done, "") + mark(" pace ", f.Pace, "")
	}
	return s + about(it)
}

func targetOf(m plan.Measure) string {
	g := m.Target
	switch g.Kind {
	case "bound", "about":
		return fmt.Sprintf("%s%s", g.Op, g.Value)
	}
	return string(g.Kind)
}

func mark(before, s, after string) string {
	if s == "" {
		return ""
	}
	return before + s + after
}

// about is what every item may say beside its numbers.
func about(it plan.Item) string {
	return mark(" @", it.Section, "") + mark(" by ", it.Owner, "") + mark(" status ", it.Status, "") + mark(" note ", it.Note, "")
}

func workLine(it plan.Item) string {
	s := fmt.Sprintf("%d %s%s %s%s", it.Year, mark("box ", it.Box, " "), it.No, mark("", it.Region, " "), it.Name)
	s += mark(" stage ", it.Stage, "") + mark(" during ", it.Horizon, "")
	if it.Text != it.Name {
		s += mark(" : ", it.Text, "")
	}
	s += about(it)
	for _, m := range it.Measures {
		s += "\n    - " + m.Subject
		if m.HasPromise {
			s += fmt.Sprintf(" %s%s%s", m.Promise.Op, m.Promise.Value, m.Unit)
		}
		for _, f := range m.Facts {
			s += " => " + f.Quantity.Value.String() + f.Unit
		}
	}
	return s
}
