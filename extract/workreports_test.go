package extract_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"gangmu/internal/reference"
	"gangmu/plan"
)

// TestWorkReports holds what can be told of any government work report: its
// place, its years, and that it sets targets and states results.
func TestWorkReports(t *testing.T) {
	dir := reference.Path(t, "corpus", "reports")
	none := map[string]int{}
	n := 0
	for _, row := range table(t, filepath.Join(dir, "INDEX.tsv")) {
		p := planOf(t, readFile(t, filepath.Join(dir, row["file"])))
		if row["genre"] != "政府工作报告" {
			continue
		}
		n++
		place := row["place"]
		if place == "国务院" {
			place = "全国"
		}
		if p.Region != place || strconv.Itoa(p.PlannedYear) != row["year"] || p.ExecutedYear != p.PlannedYear-1 {
			t.Errorf("%s: %s %d %d", row["file"], p.Region, p.ExecutedYear, p.PlannedYear)
		}
		targets, results := prose(p)
		t.Logf("%s: %d targets, %d results, %d commitments", row["file"], targets, results, len(p.Commitments))
		if targets == 0 {
			none["targets"]++
		}
		if results == 0 {
			none["results"]++
		}
		if len(p.Commitments) == 0 {
			none["commitments"]++
		}
	}
	t.Logf("%d work reports; without targets %d, without results %d, without commitments %d",
		n, none["targets"], none["results"], none["commitments"])
	if none["targets"]*20 > n || none["results"]*20 > n || none["commitments"]*20 > n {
		t.Errorf("more than one report in twenty gives nothing: %v of %d", none, n)
	}
}

func prose(p *plan.Plan) (targets, results int) {
	for _, it := range p.Indicators {
		if it.Measures[0].HasTarget {
			targets++
		} else {
			results++
		}
	}
	return targets, results
}
