package render

import (
	"fmt"
	"io"
	"strings"

	"gangmu/internal/layout"
	"gangmu/plan"
	"gangmu/target"
	"gangmu/vet"
)

type scoreJSON struct {
	Year       int           `json:"year"`
	Counts     countsJSON    `json:"counts"`
	Indicators []verdictJSON `json:"indicators"`
}

type countsJSON struct {
	Exceeded     int `json:"exceeded"`
	Met          int `json:"met"`
	Missed       int `json:"missed"`
	Undetermined int `json:"undetermined"`
}

type verdictJSON struct {
	No      string `json:"no"`
	Of      string `json:"of,omitempty"`
	Name    string `json:"name"`
	Region  string `json:"region,omitempty"`
	Verdict string `json:"verdict"`
	Basis   string `json:"basis"`
	Margin  string `json:"margin"`
	Reason  string `json:"reason"`
}

// ScoreJSON prints a as the JSON object of `assess`; file is left out when empty.
func ScoreJSON(w io.Writer, file string, a plan.Assessment, l Lang) error {
	return writeJSON(w, struct {
		File string `json:"file,omitempty"`
		scoreJSON
	}{file, newScoreJSON(a, l)})
}

func newScoreJSON(a plan.Assessment, l Lang) scoreJSON {
	c := a.Counts
	out := scoreJSON{
		Year:       a.Year,
		Counts:     countsJSON{c.Exceeded, c.Met, c.Missed, c.Undetermined},
		Indicators: []verdictJSON{},
	}
	for _, r := range a.Rows {
		v := verdictJSON{
			No: r.Item.No, Of: r.Item.Of, Name: r.Item.Name, Region: r.Item.Region,
			Verdict: string(r.Result.Verdict), Basis: string(r.Result.Basis), Reason: l.pick(r.Result.Zh, r.Result.En),
		}
		if r.Result.HasMargin {
			v.Margin = r.Result.Margin.String()
		}
		out.Indicators = append(out.Indicators, v)
	}
	return out
}

// verdictOrder is the order of the groups: what needs attention first.
var verdictOrder = []target.Verdict{target.Missed, target.Undetermined, target.Exceeded, target.Met}

var verdictTitles = map[target.Verdict]struct{ zh, en string }{
	target.Exceeded:     {"超额完成（%d 项）", "Exceeded (%d)"},
	target.Met:          {"完成（%d 项）", "Met (%d)"},
	target.Missed:       {"未达预期（%d 项）", "Missed (%d)"},
	target.Undetermined: {"待定（%d 项）", "Undetermined (%d)"},
}

var verdictWords = map[target.Verdict]vet.Words{
	target.Exceeded:     {Zh: "超额完成", En: "exceeded"},
	target.Met:          {Zh: "完成", En: "met"},
	target.Missed:       {Zh: "未达预期", En: "missed"},
	target.Undetermined: {Zh: "待定", En: "undetermined"},
}

// VerdictWord names a verdict.
func VerdictWord(v target.Verdict, l Lang) string { return l.Of(verdictWords[v]) }

// ScoreSentence says how many indicators have which verdict.
func ScoreSentence(a plan.Assessment, l Lang) string {
	c := a.Counts
	return fmt.Sprintf(l.pick("超额完成 %d，完成 %d，未达预期 %d，待定 %d", "exceeded %d, met %d, missed %d, undetermined %d"),
		c.Exceeded, c.Met, c.Missed, c.Undetermined)
}

// ScoreText prints a for people: the counts, then each verdict with its rows.
func ScoreText(w io.Writer, a plan.Assessment, l Lang) error {
	t := &text{lang: l}
	c := a.Counts
	t.line(l.pick("%s计划完成情况评估：共 %d 项", "%s scorecard: %d indicators"), yearWord(a.Year, l), c.Exceeded+c.Met+c.Missed+c.Undetermined)
	t.line("%s", ScoreSentence(a, l))
	if c.Stated > 0 {
		t.line(l.pick("其中 %d 项没有数值，按报告的表述认定", "%d of them without a number, as the report states"), c.Stated)
	}
	for _, v := range verdictOrder {
		t.verdict(v, a.Rows)
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

// verdict prints the rows of one group; a 其中 row stands in the group of its own verdict.
func (t *text) verdict(v target.Verdict, rows []plan.Assessed) {
	numbered := 0
	var group []plan.Assessed
	for _, r := range rows {
		if r.Result.Verdict != v {
			continue
		}
		group = append(group, r)
		if r.Item.Top() {
			numbered++
		}
	}
	if len(group) == 0 {
		return
	}
	title := verdictTitles[v]
	t.title(t.lang.pick(title.zh, title.en), numbered)
	for _, r := range group {
		t.verdictRow(r)
	}
}

func (t *text) verdictRow(r plan.Assessed) {
	no, name := r.Item.No, indicatorName(r.Item, t.lang)
	if !r.Item.Top() {
		name = fmt.Sprintf(t.lang.pick("%s（%s 的其中项）", "%s (part of %s)"), name, r.Item.Of)
	}
	if r.Item.Region != "" {
		name = r.Item.Region + " " + name
	}
	if r.Item.Binding {
		name += t.lang.pick("【约束性】", " [binding]")
	}
	t.wrapped(layout.Pad(layout.Clean(no), 4, true)+"  ", name)
	t.wrapped(strings.Repeat(" ", 6), t.lang.pick(r.Result.Zh, r.Result.En))
}
