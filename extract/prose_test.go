package extract_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"gangmu/internal/reference"
	"gangmu/plan"
	"gangmu/target"
)

// TestProseAgainstTruth counts precision and recall of the targets and results
// that stand in prose against what was read by eye in 25 work reports
// (testdata/prose.tsv): every indicator of the lines listed there, with main=y
// for those that must be found; the others may be. A line without a name holds
// none at all.
func TestProseAgainstTruth(t *testing.T) {
	dir := reference.Path(t, "corpus", "reports")
	rows := table(t, filepath.Join("testdata", "prose.tsv"))
	counts := map[string]*score{"target": {}, "result": {}}
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n]["place"] == rows[0]["place"] {
			n++
		}
		file := rows[0]["place"] + "_" + rows[0]["year"] + "_政府工作报告.txt"
		compareProse(t, planOf(t, readFile(t, filepath.Join(dir, file))), rows[:n], counts)
		rows = rows[n:]
	}
	for kind, least := range map[string]float64{"target": 0.97, "result": 0.95} {
		c := counts[kind]
		t.Logf("%ss: precision %.3f (%d of %d), recall %.3f (%d of %d)", kind, c.precision(), c.right, c.right+c.wrong, c.recall(), c.found, c.found+c.lost)
		if c.precision() < least || c.recall() < least {
			t.Errorf("%ss: precision or recall under %.2f", kind, least)
		}
	}
}

type score struct{ right, wrong, found, lost int }

func (s *score) precision() float64 { return float64(s.right) / float64(max(s.right+s.wrong, 1)) }
func (s *score) recall() float64    { return float64(s.found) / float64(max(s.found+s.lost, 1)) }

func compareProse(t *testing.T, p *plan.Plan, rows []map[string]string, counts map[string]*score) {
	wanted := map[string]map[string]string{} // by kind, line and name
	lines := map[string]bool{}
	for _, r := range rows {
		lines[r["kind"]+r["line"]] = true
		wanted[r["kind"]+r["line"]+r["name"]] = r
	}
	place := rows[0]["place"]
	got := map[string]string{}
	for _, it := range p.Indicators {
		m := it.Measures[0]
		kind := "result"
		if len(m.Facts) == 0 {
			kind = "target"
		}
		line := kind + fmt.Sprint(it.Span.Line)
		if !lines[line] {
			continue
		}
		key, said := line+it.Name, stated(m)
		got[key] = said
		if w := wanted[key]; w != nil && strings.TrimSpace(w["op"]+" "+w["value"]+" "+w["unit"]) == said {
			counts[kind].right++
			continue
		}
		counts[kind].wrong++
		t.Logf("%s line %d: not so: %s %s", place, it.Span.Line, it.Name, said)
	}
	for _, r := range rows {
		if r["main"] != "y" {
			continue
		}
		want := strings.TrimSpace(r["op"] + " " + r["value"] + " " + r["unit"])
		if got[r["kind"]+r["line"]+r["name"]] == want {
			counts[r["kind"]].found++
			continue
		}
		counts[r["kind"]].lost++
		t.Logf("%s line %s: not found: %s %s", place, r["line"], r["name"], want)
	}
}

// stated is a target or result as the truth writes it: operator, value, unit.
func stated(m plan.Measure) string {
	if len(m.Facts) == 0 {
		g := m.Target
		switch g.Kind {
		case target.Bound, target.About:
			return strings.TrimSpace(g.Op.String() + " " + g.Value.String() + " " + m.Unit)
		case target.Range:
			return "range " + g.Low.String() + "-" + g.High.String() + " " + m.Unit
		case target.Double:
			return "double " + g.Value.String() + "/" + g.Stretch.String() + " " + m.Unit
		case target.Change:
			return strings.TrimSpace("change " + g.Delta.String() + " " + g.Unit)
		}
		return string(g.Kind)
	}
	f := m.Facts[0]
	if !f.HasValue {
		return "stated"
	}
	return strings.TrimSpace(f.Quantity.Op.String() + " " + f.Quantity.Value.String() + " " + m.Unit)
}
