package render

import (
	"bytes"
	"strings"
	"testing"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// TestJSONOfTables holds that what only tables say is printed where it is
// given, and that no key stands empty.
func TestJSONOfTables(t *testing.T) {
	q, err := quantity.Parse("2.4亿元")
	if err != nil {
		t.Fatal(err)
	}
	p := &plan.Plan{
		Indicators: []plan.Item{{Name: "甲", Owner: "市统计局", Note: "口径调整", Measures: []plan.Measure{{
			Facts: []plan.Fact{{Actual: target.ParseActual("3", ""), Done: "75%"}},
		}}}},
		Projects: []plan.Item{{Name: "乙工程", Horizon: "2030-2031", Measures: []plan.Measure{
			{Subject: "总投资", Unit: "亿元", Promise: q, HasPromise: true},
		}}},
		Livelihood: []plan.Item{{Name: "丙", Text: "修路5公里", Owner: "市交通运输局"}},
	}
	var b bytes.Buffer
	if err := PlanJSON(&b, "", p, nil); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"owner":"市统计局"`, `"note":"口径调整"`, `"done":"75%"`, `"years":"2030-2031"`,
		`"subject":"总投资","comparator":"=","quantity":"2.4","unit":"亿元"`, `"name":"丙","text":"修路5公里"`, `"owner":"市交通运输局"`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
	for _, never := range []string{`"note":""`, `"owner":""`, `"done":""`} {
		if strings.Contains(b.String(), never) {
			t.Errorf("an empty %s in\n%s", never, b.String())
		}
	}
}
