package office

import (
	"strings"
	"testing"

	"gangmu/plan"
)

// adopt has the plan office adopt a draft as the plan of 2026.
func (w *world) adopt(j Job) string {
	w.t.Helper()
	id, err := w.Adopt(w.t.Context(), w.people[PlanOffice], Adoption{From: j, Year: 2026, Session: "区第三届人民代表大会第一次会议", Date: "2026-01-16"})
	w.ok(err)
	return id
}

// state is a plan in a few words: name, target, result, verdict of each row.
func (w *world) state(id string, asOf int64) string {
	w.t.Helper()
	o, err := w.Overview(w.t.Context(), w.people[Leader], id, asOf)
	w.ok(err)
	var lines []string
	for _, s := range o.Sections {
		for _, r := range s.Rows {
			words := []string{r.Item.Name, r.Item.Measure().Target.Text}
			if r.Last > 0 {
				words = append(words, r.LastItem.Measure().Target.Text, r.LastItem.Measure().Facts[0].Text, string(r.Result.Verdict))
			}
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return strings.Join(lines, "\n")
}

func TestAdoptedPlan(t *testing.T) {
	each(t, func(w *world) {
		ctx, office := t.Context(), w.people[PlanOffice]
		j := w.upload("", "report.txt", short)
		for code, ad := range map[string]Adoption{
			"empty-field": {From: j, Year: 2026, Date: "2026-01-16"},
			"bad-date":    {From: j, Year: 2026, Session: "一次会议", Date: "一月"},
			"no-rows":     {From: j, Year: 2031, Session: "一次会议", Date: "2026-01-16"},
			"bad-year":    {From: j, Session: "一次会议", Date: "2026-01-16"},
			"no-unit":     {Year: 2026, Session: "一次会议", Date: "2026-01-16", Unit: "none", Rows: []plan.Item{{Year: 2026}}},
		} {
			_, err := w.Adopt(ctx, office, ad)
			w.fails(err, code)
		}
		_, err := w.Adopt(ctx, w.people[Leader], Adoption{From: j, Year: 2026, Session: "一次会议", Date: "2026-01-16"})
		w.fails(err, "denied")
		id := w.adopt(j)
		_, err = w.Adopt(ctx, office, Adoption{From: j, Year: 2026, Session: "一次会议", Date: "2026-01-16"})
		w.fails(err, "plan-exists")

		const before = "地区生产总值增速 6左右 6以上 6.1 exceeded\n城镇新增就业 完成市级下达目标 完成市级下达目标 3200 undetermined"
		if got := w.state(id, 0); got != before {
			t.Errorf("adopted\n%s\nwant\n%s", got, before)
		}
		adopted := w.seq()

		// The rows of the report are 1, 2 (2025) and 3, 4 (2026).
		w.fails(w.CorrectFact(ctx, office, id, 1, FactChange{Value: "5.8", Source: "统计局", Reason: ""}), "reason-missing")
		w.fails(w.CorrectFact(ctx, w.people[Leader], id, 1, FactChange{Value: "5.8", Source: "统计局", Reason: "核实"}), "denied")
		w.fails(w.CorrectFact(ctx, office, id, 3, FactChange{Value: "5.8", Source: "统计局", Reason: "核实"}), "no-result-yet")
		w.fails(w.CorrectFact(ctx, office, id, 9, FactChange{Value: "5.8", Source: "统计局", Reason: "核实"}), "not-found")
		w.ok(w.CorrectFact(ctx, office, id, 1, FactChange{Value: "5.8", Source: "统计局年报", Reason: "最终核实"}))
		w.fails(w.CorrectFact(ctx, office, id, 1, FactChange{Value: "5.7", Source: "统计局", Reason: "核实", Based: w.seq() - 1}), "changed-meanwhile")
		issued := Change{Target: "3500", Document: "市人社〔2026〕7号", Date: "2026-02-10"}
		adjusted := Change{Target: "5.5左右", Document: "区人大常委会决议", Date: "2026-08-20", Reason: "外部环境变化"}
		w.fails(w.IssueTarget(ctx, office, id, 3, issued), "not-delegated")
		w.fails(w.AdjustTarget(ctx, office, id, 4, adjusted), "is-delegated")
		w.fails(w.AdjustTarget(ctx, office, id, 3, issued), "reason-missing")
		w.fails(w.IssueTarget(ctx, office, id, 2, issued), "past-target")
		w.fails(w.IssueTarget(ctx, w.people[Reporter], id, 4, issued), "denied")
		w.ok(w.IssueTarget(ctx, office, id, 4, issued))
		w.ok(w.AdjustTarget(ctx, office, id, 3, adjusted))

		const after = "地区生产总值增速 5.5左右 6以上 5.8 missed\n城镇新增就业 3500 完成市级下达目标 3200 undetermined"
		if got := w.state(id, 0); got != after {
			t.Errorf("now\n%s\nwant\n%s", got, after)
		}
		if got := w.state(id, adopted); got != before {
			t.Errorf("as of then\n%s\nwant\n%s", got, before)
		}
		in, err := w.Indicator(ctx, office, id, 1, 0)
		w.ok(err)
		if len(in.Facts) != 2 || in.Facts[0].Fact.Text != "6.1" || in.Facts[0].Fact.Source != "report.txt" ||
			in.Facts[1].Reason != "最终核实" || in.Facts[1].Name != "plan-office" || in.Facts[1].Seq <= adopted {
			t.Errorf("%+v", in.Facts)
		}
		in, err = w.Indicator(ctx, office, id, 3, 0)
		w.ok(err)
		if in.Adopted.Measure().Target.Text != "6左右" || in.Row.Baseline != "6左右" || in.Row.Changed != kindTargetAdjusted ||
			len(in.Targets) != 1 || in.Targets[0].Document != "区人大常委会决议" || len(in.Years) != 2 || in.Years[0].Actual != "5.8" {
			t.Errorf("%+v", in)
		}
		if in, err = w.Indicator(ctx, office, id, 3, adopted); err != nil || len(in.Targets) != 0 {
			t.Errorf("as of then: %+v, %v", in, err)
		}
		_, err = w.Indicator(ctx, office, id, 5, 0)
		w.fails(err, "not-found")
		_, err = w.Overview(ctx, office, id, 1) // before there was a plan
		w.fails(err, "not-found")
		_, err = w.Overview(ctx, Actor{}, id, 0)
		w.fails(err, "denied")
		w.replays()
	})
}

// TestTypedPlans: rows may be typed; a plan to look at is never changed; two years
// stand side by side.
func TestTypedPlans(t *testing.T) {
	each(t, func(w *world) {
		ctx, office := t.Context(), w.people[PlanOffice]
		typed := func(year int, rows ...TypedRow) string {
			t.Helper()
			ad := Adoption{Unit: "d", Year: year, Session: "一次会议", Date: "2026-01-16", Locked: year == 2026, Publish: year == 2026, Source: "手工录入"}
			for _, r := range rows {
				ad.Rows = append(ad.Rows, r.Item())
			}
			id, err := w.Adopt(ctx, office, ad)
			w.ok(err)
			return id
		}
		older := typed(2025, TypedRow{Year: 2025, No: "1", Name: "粮食产量", Unit: "万吨", Target: "12"},
			TypedRow{Year: 2025, No: "2", Name: "城镇调查失业率", Unit: "%", Target: "5.5以内"})
		newer := typed(2026, TypedRow{Year: 2025, No: "1", Name: "粮食产量", Unit: "万吨", Target: "12", Actual: "12.3"},
			TypedRow{Year: 2026, No: "1", Name: "粮食产量", Unit: "万吨", Target: "12.5", Binding: true})
		changes, err := w.DiffPlans(ctx, office, older, newer)
		w.ok(err)
		var got []string
		for _, c := range changes {
			got = append(got, string(c.Kind)+" "+c.Name+" "+c.LastActual)
		}
		if s := strings.Join(got, "\n"); s != "target 粮食产量 12.3\nregrouped 粮食产量 12.3\nremoved 城镇调查失业率 " {
			t.Error(s)
		}
		in, err := w.Indicator(ctx, office, newer, 2, 0)
		w.ok(err)
		if len(in.Years) != 2 || in.Years[0].Year != 2025 || in.Years[0].Actual != "12.3" || in.Years[1].Target != "12.5" {
			t.Errorf("%+v", in.Years)
		}
		w.fails(w.CorrectFact(ctx, office, newer, 1, FactChange{Value: "12.2", Source: "统计局", Reason: "核实"}), "plan-locked")
		if list, err := w.Plans(ctx, Actor{}); err != nil || len(list) != 1 || list[0].ID != newer {
			t.Errorf("the public sees %v, %v", list, err)
		}
		if in, err := w.Indicator(ctx, Actor{}, newer, 2, 0); err != nil || len(in.Years) != 2 {
			t.Errorf("%+v, %v", in, err)
		}
		_, err = w.Indicator(ctx, Actor{}, older, 1, 0)
		w.fails(err, "denied")
		w.replays()
	})
}

func TestBindingRowsComeFirst(t *testing.T) {
	row := func(name, of string, binding bool) Row {
		return Row{Item: plan.Item{Name: name, Of: of, Binding: binding, Section: "一、总量"}}
	}
	got := sections([]Row{row("甲", "", false), row("甲一", "1", false), row("乙", "", true), row("乙一", "2", false), row("丙", "", false)})
	var names []string
	for _, r := range got[0].Rows {
		names = append(names, r.Item.Name)
	}
	if s := strings.Join(names, " "); len(got) != 1 || s != "乙 乙一 甲 甲一 丙" {
		t.Error(s)
	}
}
