package plan

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/quantity"
	"gangmu/target"
)

// shared is a file of the reference material; the test is skipped without it.
func shared(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("GANGMU_SHARED")
	if root == "" {
		root = "../../shared"
	}
	b, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Skipf("reference material not found (set GANGMU_SHARED): %v", err)
	}
	return string(b)
}

// row is an indicator of 2023 from its printed cells.
func row(no, of, name, unit, goal, result string) Item {
	c := ContextFor(name, unit)
	return Item{Year: 2023, No: no, Of: of, Name: name, Measures: []Measure{{
		Subject: name, Unit: unit, Target: target.Parse(goal, c), HasTarget: true,
		Facts: []Fact{{Actual: target.ParseActualIn(result, c), Unit: unit}},
	}}}
}

// printedTable is the executed year's table, with its expected verdicts.
func printedTable(t *testing.T) (p *Plan, verdicts, bases []string) {
	p = &Plan{ExecutedYear: 2023, PlannedYear: 2024}
	for _, line := range strings.Split(strings.TrimSpace(shared(t, "corpus/tongliang-2024/expected/table1.tsv")), "\n")[1:] {
		c := strings.Split(line, "\t")
		no := c[0]
		if c[2] != "" {
			no = ""
		}
		p.Indicators = append(p.Indicators, row(no, c[2], c[3], c[4], c[7], c[10]))
		verdicts, bases = append(verdicts, c[13]), append(bases, c[14])
	}
	return p, verdicts, bases
}

func TestAssessThePrintedTable(t *testing.T) {
	p, verdicts, bases := printedTable(t)
	a := p.Assess()
	if len(a.Rows) != len(verdicts) {
		t.Fatalf("%d rows, want %d", len(a.Rows), len(verdicts))
	}
	for i, r := range a.Rows {
		if string(r.Result.Verdict) != verdicts[i] || bases[i] != "" && string(r.Result.Basis) != bases[i] {
			t.Errorf("%s: %s %s, want %s %s\n%s", r.Item.Name, r.Result.Verdict, r.Result.Basis, verdicts[i], bases[i], r.Result.Zh)
		}
		if !strings.HasSuffix(r.Result.Zh, "。") || !strings.HasSuffix(r.Result.En, ".") {
			t.Errorf("%s: no sentence: %q %q", r.Item.Name, r.Result.Zh, r.Result.En)
		}
	}
	want := Counts{Exceeded: 13, Met: 13, Missed: 9, Undetermined: 3, Stated: 2}
	if a.Counts != want || a.Year != 2023 {
		t.Errorf("%d: %+v, want %+v", a.Year, a.Counts, want)
	}
}

func TestAChangedCellChangesTheCount(t *testing.T) {
	for _, c := range []struct {
		name, goal, result string
		want               Counts
	}{
		{"地区生产总值增速", "", "8.0", Counts{13, 14, 8, 3, 2}},
		{"地区生产总值增速", "6.3以上", "", Counts{13, 14, 8, 3, 2}},
		{"城镇调查失业率", "", "5.6", Counts{13, 12, 10, 3, 2}},
		{"城镇调查失业率", "", "5.4", Counts{14, 12, 9, 3, 2}},
		{"城乡居民收入比", "", "1.93:1", Counts{12, 13, 10, 3, 2}},
		{"主要河流水质", "", "Ⅳ类", Counts{13, 12, 10, 3, 2}},
		{"文化产业增加值增速", "", "8.1", Counts{14, 13, 9, 2, 2}},
		{"主要污染物重点工程减排量", "", "", Counts{13, 13, 9, 3, 2}},
		{"主要污染物重点工程减排量", "", "—", Counts{13, 12, 9, 4, 1}},
		{"单位地区生产总值能耗下降", "3", "3.2", Counts{14, 12, 9, 3, 1}},
		{"制造业投资增速", "", "12", Counts{13, 13, 9, 3, 2}}, // a part counts nowhere
	} {
		p, _, _ := printedTable(t)
		for i := range p.Indicators {
			it := &p.Indicators[i]
			if it.Name != c.name {
				continue
			}
			m := &it.Measures[0]
			ctx := ContextFor(it.Name, m.Unit)
			if c.goal != "" {
				m.Target = target.Parse(c.goal, ctx)
			}
			if c.result != "" {
				m.Facts[0].Actual = target.ParseActualIn(c.result, ctx)
			}
		}
		if got := p.Assess().Counts; got != c.want {
			t.Errorf("%s %q %q: %+v, want %+v", c.name, c.goal, c.result, got, c.want)
		}
	}
}

func verdict(p *Plan, name string) target.Result {
	for _, r := range p.Assess().Rows {
		if r.Item.Name == name {
			return r.Result
		}
	}
	return target.Result{}
}

func TestAssessUsesThePlanAroundARow(t *testing.T) {
	p := &Plan{ExecutedYear: 2023, Indicators: []Item{
		row("1", "", "地区生产总值增速", "%", "6左右", "6.1"),
		row("2", "", "居民人均可支配收入增速", "%", "与经济增长基本同步", "6.5"),
		row("3", "", "出口总额增速", "%", "高于全省经济增速", "6.5"),
		row("4", "", "主要污染物减排量", "吨", "/", "完成"),
		row("", "4", "氨氮", "吨", "10", "12"),
		row("5", "", "人口自然增长率", "‰", "6", "5"),
	}}
	for name, want := range map[string]target.Verdict{
		"居民人均可支配收入增速": target.Exceeded,
		"出口总额增速":      target.Undetermined, // the province's figure is not in the plan
		"氨氮":          target.Exceeded,     // an amount cut, as its parent says
		"人口自然增长率":     target.Undetermined, // neither side is better
	} {
		if r := verdict(p, name); r.Verdict != want {
			t.Errorf("%s: %s, want %s\n%s", name, r.Verdict, want, r.Zh)
		}
	}
}

// A result without any target is no row of the scorecard; asked for by itself it
// is undetermined.
func TestAResultWithoutTarget(t *testing.T) {
	it := row("1", "", "地区生产总值", "亿元", "/", "980")
	it.Measures[0].HasTarget = false
	p := &Plan{ExecutedYear: 2023, Indicators: []Item{it}}
	if rows := p.Assess().Rows; len(rows) != 0 {
		t.Errorf("%d rows", len(rows))
	}
	r := p.AssessItem(it)[0]
	if want := "没有设目标值，实际980亿元，无从比较，无法判定。"; r.Verdict != target.Undetermined || r.Zh != want {
		t.Errorf("%s %s, want %s", r.Verdict, r.Zh, want)
	}
}

func TestPartOfAYearGivesNoVerdict(t *testing.T) {
	for period, want := range map[string]string{
		"2023-H1":     "2023年上半年",
		"2023-Q1":     "2023年一季度",
		"2023-01..09": "2023年1—9月",
	} {
		p := &Plan{ExecutedYear: 2023, Indicators: []Item{row("1", "", "地区生产总值增速", "%", "6", "7")}}
		p.Indicators[0].Measures[0].Facts[0].Period = period
		r := p.Assess().Rows[0].Result
		if r.Verdict != target.Undetermined || !strings.Contains(r.Zh, want) {
			t.Errorf("%s: %s %s", period, r.Verdict, r.Zh)
		}
		facts := &p.Indicators[0].Measures[0].Facts
		*facts = append(*facts, Fact{Actual: target.ParseActual("7", "%")})
		if r := p.Assess().Rows[0].Result; r.Verdict != target.Undetermined {
			t.Errorf("%s and what is expected of the year: %s", period, r.Zh)
		}
		*facts = (*facts)[:1]
		p.Indicators[0].Measures[0].Facts[0].Period = "2023"
		if r := p.Assess().Rows[0].Result; r.Verdict != target.Exceeded {
			t.Errorf("a whole year: %s", r.Zh)
		}
	}
}

func TestAssessItem(t *testing.T) {
	quantities := func(s ...string) (facts []Fact) {
		for _, s := range s {
			facts = append(facts, Fact{Actual: target.ParseActual(s, "")})
		}
		return facts
	}
	promise := func(s string, facts ...string) Measure {
		q, err := quantity.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return Measure{Subject: "水管", Promise: q, HasPromise: true, Unit: q.Unit.Text, Facts: quantities(facts...)}
	}
	p := &Plan{}
	it := Item{Text: "更换水管", Status: "全面完成", Measures: []Measure{
		promise("100公里", "121公里"),
		promise("100公里", "98000米"),
		promise("9万套", "9.0万套"),
		promise("100公里", "3个", "121公里"),
		promise("100公里", "90公里", "121公里"),
		promise("100公里"),
		{Subject: "一座水厂"},
	}}
	var got []target.Verdict
	for _, r := range p.AssessItem(it) {
		got = append(got, r.Verdict)
	}
	want := []target.Verdict{target.Exceeded, target.Missed, target.Met, target.Exceeded, target.Undetermined, target.Met, target.Met}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
