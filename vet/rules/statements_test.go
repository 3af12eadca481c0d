package rules_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"gangmu/vet/rules/arithmetic"
	"gangmu/vet/rules/comparatormismatch"
	"gangmu/vet/rules/levelgrowth"
	"gangmu/vet/rules/targetmismatch"
	"gangmu/vet/rules/valuemismatch"
	"gangmu/vet/vettest"
)

// The sample report has one planted contradiction for each of these rules, and
// nothing else for them to find.
func TestStatementsOfTheSample(t *testing.T) {
	data, err := os.ReadFile("../../sample/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range vettest.Findings(t, string(data), valuemismatch.Rule, targetmismatch.Rule, comparatormismatch.Rule, levelgrowth.Rule, arithmetic.Rule) {
		got = append(got, fmt.Sprintf("%d %s", f.Marks[0].Span.Line, f.Rule))
	}
	want := []string{"25 value-mismatch", "43 arithmetic", "79 level-growth", "93 comparator-mismatch", "131 target-mismatch"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
