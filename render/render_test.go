package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/internal/layout"
	"gangmu/plan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with testdata/name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); if the change is meant, run go test ./render -update\n%s", path, diff)
	}
}

func TestPlanGolden(t *testing.T) {
	var b bytes.Buffer
	if err := PlanJSON(&b, "", fixture(), nil); err != nil {
		t.Fatal(err)
	}
	golden(t, "plan.json", b.Bytes())
	for _, l := range []Lang{Zh, En} {
		b.Reset()
		if err := PlanText(&b, fixture(), l); err != nil {
			t.Fatal(err)
		}
		golden(t, "plan."+string(l)+".txt", b.Bytes())
		for _, line := range strings.Split(b.String(), "\n") {
			if w := layout.Width(line); w > textWidth {
				t.Errorf("%s: %d columns: %s", l, w, line)
			}
			if line != strings.TrimRight(line, " ") {
				t.Errorf("%s: blanks at the end of %q", l, line)
			}
		}
	}
}

// compact is the JSON of v on one line, as the contract writes it.
func compact(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}

// The keys, their order and their types are a contract with other programs.
func TestPlanJSONShape(t *testing.T) {
	p := newPlanJSON(fixture(), nil)
	for name, c := range map[string]struct {
		got  any
		want string
	}{
		"bound": {p.Indicators[0], `{"year":2023,"no":"1","name":"地区生产总值增速","unit":"%","section":"","binding":false,"of":"",` +
			`"target":{"text":"8以上","kind":"bound","op":">=","value":"8","sense":"min"},` +
			`"actual":{"text":"6.3","op":"=","value":"6.3","quality":""},` +
			`"span":{"line":254,"column":2,"end_line":254,"end_column":10}}`},
		"ratio":          {p.Indicators[1].Actual, `{"text":"1.91:1","op":"=","value":"1.91","quality":""}`},
		"range":          {p.Indicators[2].Target, `{"text":"6%-6.5%","kind":"range","low":"6","high":"6.5"}`},
		"range actual":   {p.Indicators[2].Actual, `{"text":"6—7","op":"=","value":"","low":"6","high":"7","quality":""}`},
		"double":         {p.Indicators[3].Target, `{"text":"增长5.5%、力争6%","kind":"double","value":"5.5","stretch":"6"}`},
		"change":         {p.Indicators[4].Target, `{"text":"较上年提高1个百分点","kind":"change","delta":"1","unit":"个百分点"}`},
		"missing actual": {p.Indicators[4].Actual, `{"text":"—","op":"","value":"","quality":"missing"}`},
		"grade":          {p.Indicators[5].Target, `{"text":"保持或优于Ⅲ类","kind":"grade","op":">=","grade":"Ⅲ类"}`},
		"part of a year": {p.Indicators[6].Actual, `{"text":"近40","op":"<","value":"40","quality":"bound","period":"2023-H1","pace":"达序时进度"}`},
		"benchmark":      {p.Indicators[7].Target, `{"text":"高于全市0.5个百分点","kind":"benchmark","op":">","delta":"0.5","reference":"全市"}`},
		"factor":         {p.Indicators[8].Target, `{"text":"翻一番","kind":"change","factor":"2"}`},
		"about":          {p.Indicators[9].Target, `{"text":"3%左右","kind":"about","value":"3"}`},
		"delegated":      {p.Indicators[10].Target, `{"text":"完成市级下达目标","kind":"delegated"}`},
		"project": {p.Projects[0], `{"box":"2","category":"","stage":"开工","name":"云岭环线（一期）",` +
			`"span":{"line":97,"column":4,"end_line":97,"end_column":12}}`},
		"livelihood": {p.Livelihood[0], `{"no":"9","category":"（三）便民设施","text":"改造消防软管100公里，建设停车位2万个","status":"全面完成",` +
			`"measures":[{"subject":"消防软管","comparator":"=","quantity":"100","unit":"公里","outcomes":[{"value":"121","unit":"公里","text":"改造121公里"}]},` +
			`{"subject":"水厂主体完工","comparator":"=","quantity":"","unit":"","outcomes":[]}],` +
			`"span":{"line":0,"column":0,"end_line":0,"end_column":0}}`},
		"commitment": {p.Commitments[0], `{"text":"全年引进项目资金200亿元以上。","subject":"引进项目资金","comparator":">=","value":"200","unit":"亿元",` +
			`"horizon":"2024","section":"二、主要任务","span":{"line":121,"column":3,"end_line":121,"end_column":18}}`},
		"named deliverable": {p.Commitments[1], `{"text":"建成区图书馆。","subject":"区图书馆","comparator":"=","value":"","unit":"",` +
			`"horizon":"2024","section":"二、主要任务","span":{"line":12,"column":1,"end_line":12,"end_column":8,"block":"p12"}}`},
		"term": {p.Glossary[0], `{"term":"三张清单","text":"指重点项目、重点工作、重点改革三张清单。"}`},
	} {
		if diff := cmp.Diff(c.want, compact(t, c.got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
	if p.Indicators[6].Target != nil {
		t.Error("a row without target has one in JSON")
	}
}

// A document with nothing in it prints empty lists, never null.
func TestEmptyPlan(t *testing.T) {
	want := `{"title":"","region":"","executed_year":0,"planned_year":0,"indicators":[],"projects":[],"livelihood":[],"commitments":[],"claims":[],"glossary":[]}`
	if got := compact(t, newPlanJSON(&plan.Plan{}, nil)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Line breaks change nothing: the JSON stays the same, whatever the strings hold.
func TestBreakLines(t *testing.T) {
	v := map[string]any{
		"text":  "引号\" 反斜杠\\ [方括号] {花括号}, 逗号\n换行",
		"list":  []any{map[string]any{"a": []int{1, 2}, "b": map[string]any{}}, "x,y]"},
		"empty": []any{}, "nothing": map[string]any{}, "deep": []any{[]any{[]any{"]"}}},
	}
	want := compact(t, v)
	var b bytes.Buffer
	if err := json.Compact(&b, breakLines([]byte(want))); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got %s, want %s", b.String(), want)
	}
}
