package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/internal/layout"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// scorecard has a row of every verdict; the sentences come from elsewhere.
func scorecard() plan.Assessment {
	row := func(no, of, name string, r target.Result) plan.Assessed {
		return plan.Assessed{Item: plan.Item{Year: 2023, No: no, Of: of, Name: name}, Result: r}
	}
	margin := func(s string) quantity.Number { return quantity.MustNumber(s) }
	binding := row("3", "", "空气质量优良天数", target.Result{
		Verdict: target.Undetermined, Basis: target.Numbers, Zh: "没有完成数，无法判定。", En: "There is no actual value; undetermined.",
	})
	binding.Item.Binding = true
	return plan.Assessment{
		Year:   2023,
		Counts: plan.Counts{Exceeded: 0, Met: 1, Missed: 1, Undetermined: 1, Stated: 1},
		Rows: []plan.Assessed{
			row("1", "", "地区生产总值增速", target.Result{
				Verdict: target.Missed, Basis: target.Numbers, Margin: margin("-1.7"), HasMargin: true,
				Zh: "目标8%以上，实际6.3%，低于目标1.7个百分点，未达预期。", En: "Target ≥8%, actual 6.3%: 1.7 percentage points below the target; missed.",
			}),
			row("", "1", "云岭产业园增加值增速", target.Result{
				Verdict: target.Exceeded, Basis: target.Numbers, Margin: margin("1.0"), HasMargin: true,
				Zh: "目标13%，实际14.0%，超额完成。", En: "Target 13%, actual 14.0%; exceeded.",
			}),
			row("2", "", "主要河流水质", target.Result{
				Verdict: target.Met, Basis: target.Stated, Zh: "按报告所述完成目标。", En: "Met as stated.",
			}),
			binding,
		},
	}
}

func TestScoreGolden(t *testing.T) {
	for _, l := range []Lang{Zh, En} {
		var b bytes.Buffer
		if err := ScoreText(&b, scorecard(), l); err != nil {
			t.Fatal(err)
		}
		golden(t, "score."+string(l)+".txt", b.Bytes())
		for _, line := range strings.Split(b.String(), "\n") {
			if layout.Width(line) > textWidth {
				t.Errorf("%s: too wide: %s", l, line)
			}
		}
	}
}

func TestScoreJSONShape(t *testing.T) {
	want := `{"year":2023,"counts":{"exceeded":0,"met":1,"missed":1,"undetermined":1},"indicators":[` +
		`{"no":"1","name":"地区生产总值增速","verdict":"missed","basis":"numbers","margin":"-1.7","reason":"目标8%以上，实际6.3%，低于目标1.7个百分点，未达预期。"},` +
		`{"no":"","of":"1","name":"云岭产业园增加值增速","verdict":"exceeded","basis":"numbers","margin":"1.0","reason":"目标13%，实际14.0%，超额完成。"},` +
		`{"no":"2","name":"主要河流水质","verdict":"met","basis":"stated","margin":"","reason":"按报告所述完成目标。"},` +
		`{"no":"3","name":"空气质量优良天数","verdict":"undetermined","basis":"numbers","margin":"","reason":"没有完成数，无法判定。"}]}`
	if diff := cmp.Diff(want, compact(t, newScoreJSON(scorecard(), Zh))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	empty := `{"year":0,"counts":{"exceeded":0,"met":0,"missed":0,"undetermined":0},"indicators":[]}`
	if got := compact(t, newScoreJSON(plan.Assessment{}, Zh)); got != empty {
		t.Errorf("got %s, want %s", got, empty)
	}
}

// One file prints its object alone; among several it carries its name, a
// failing one its error.
func TestFileName(t *testing.T) {
	var b bytes.Buffer
	if err := ScoreJSON(&b, "甲.txt", plan.Assessment{}, Zh); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "{\n\"file\":\"甲.txt\",\n\"year\":0,\n") {
		t.Errorf("got %s", b.String())
	}
	b.Reset()
	if err := FailureJSON(&b, "", Failure{Code: "missing", Message: "没有<这个>文件"}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n\"error\":{\"code\":\"missing\",\"message\":\"没有<这个>文件\"}\n}\n"; b.String() != want {
		t.Errorf("got %s, want %s", b.String(), want)
	}
}
