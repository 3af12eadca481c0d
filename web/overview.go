package web

import (
	"gangmu/office"
	"gangmu/plan"
	"gangmu/render"
	"gangmu/target"
)

var overviewRoute = route{pattern: "GET /plan/{plan}", kept: true, handle: overview}

type overviewData struct {
	*office.Overview
	Table  shownTable
	Counts []verdictCount
	Others []office.Plan // other plans to look at
}

// verdictCount is how many of last year's targets ended in a way.
type verdictCount struct {
	Class, Word, Href string
	N                 int
	Here              bool
}

// overview is a plan on one page: its indicators by section, binding ones first,
// with last year's results.
func overview(r *request) error {
	o, err := r.app.Office.Overview(r.Context(), r.actor, r.PathValue("plan"), r.asOf())
	if err != nil {
		return err
	}
	plans, err := r.app.Office.Plans(r.Context(), r.actor)
	if err != nil {
		return err
	}
	d := overviewData{Overview: o, Counts: r.verdictCounts(o.Counts)}
	for _, p := range plans {
		if p.ID != o.Plan.ID {
			d.Others = append(d.Others, p)
		}
	}
	t := r.overviewTable(o)
	d.Table = r.arrange(t)
	p := page{name: "overview", title: r.t("plan.title", o.Plan.Region, o.Plan.Year), data: d}
	if r.holds(office.AdoptPlan) {
		p.action = &link{Href: "/plan/new?unit=" + query(o.Plan.Unit), Text: r.t("rows.title")}
	}
	return r.printTable(p, t)
}

func (r *request) overviewTable(o *office.Overview) table {
	t := table{name: o.Plan.ID, empty: "plan.empty", group: "section", columns: []column{
		{Key: "section", Head: r.t("indicator.section"), Pick: true},
		{Key: "no", Head: r.t("audit.seq"), Number: true}, {Key: "name", Head: r.t("indicator.name")}, {Key: "unit", Head: r.t("indicator.unit"), Tight: true},
		{Key: "nature", Head: r.t("indicator.nature"), Tight: true, Pick: true}, {Key: "target", Head: r.t("indicator.target", o.Plan.Year), Number: true},
	}}
	if o.Plan.Executed != 0 {
		t.columns = append(t.columns,
			column{Key: "last", Head: r.t("indicator.target", o.Plan.Executed), Number: true},
			column{Key: "actual", Head: r.t("indicator.actual", o.Plan.Executed), Number: true},
			column{Key: "verdict", Head: r.t("indicator.verdict"), Tight: true, Pick: true})
	}
	for _, s := range o.Sections {
		for _, row := range s.Rows {
			t.add(r.overviewRow(o, s.Name, row)...)
		}
	}
	return t
}

func (r *request) overviewRow(o *office.Overview, section string, row office.Row) []cell {
	name := cell{Text: row.Item.Name, Href: indicatorPath(o.Plan.ID, row.No) + asOfSuffix(o.AsOf, o.Now)}
	if !row.Item.Top() {
		name.Indent = 1
	}
	goal := targetCell(row.Item)
	if row.Changed != "" {
		goal.Note = r.t("changed." + row.Changed)
	}
	cells := []cell{{Text: section}, {Text: row.Item.No}, name, {Text: row.Item.Measure().Unit}, {Text: r.nature(row.Item)}, goal}
	if o.Plan.Executed == 0 {
		return cells
	}
	return append(cells, targetCell(row.LastItem), cell{Text: actualText(row.LastItem)}, r.verdictCell(row))
}

// targetCell is a target as printed, sorted and drawn by the number that decides.
func targetCell(it plan.Item) cell {
	m := it.Measure()
	c := cell{Text: m.Target.Text}
	if goal, _, _, ok := target.Goal(m.Target, plan.ContextFor(it.Name, m.Unit)); ok && goal.String() != c.Text {
		c.Value = goal.String()
	}
	return c
}

func (r *request) nature(it plan.Item) string {
	switch {
	case it.Binding:
		return r.t("nature.binding")
	case it.Top():
		return r.t("nature.anticipatory")
	}
	return ""
}

// actualText is what an indicator's year reached, as printed.
func actualText(it plan.Item) string {
	if facts := it.Measure().Facts; len(facts) > 0 {
		return facts[0].Text
	}
	return ""
}

// verdictClasses give a verdict its colour and shape.
var verdictClasses = map[target.Verdict]string{
	target.Exceeded: "good", target.Met: "accepted", target.Missed: "error", target.Undetermined: "info",
}

func (r *request) verdictCell(row office.Row) cell {
	if !row.HasResult {
		return cell{}
	}
	return cell{Text: render.VerdictWord(row.Result.Verdict, r.lang), Value: string(row.Result.Verdict), Class: verdictClasses[row.Result.Verdict]}
}

func (r *request) verdictCounts(c plan.Counts) (out []verdictCount) {
	q := r.URL.Query()
	for _, v := range []struct {
		verdict target.Verdict
		n       int
	}{{target.Exceeded, c.Exceeded}, {target.Met, c.Met}, {target.Missed, c.Missed}, {target.Undetermined, c.Undetermined}} {
		here := q.Get("verdict") == string(v.verdict)
		to := string(v.verdict)
		if here {
			to = ""
		}
		out = append(out, verdictCount{
			Class: verdictClasses[v.verdict], Word: render.VerdictWord(v.verdict, r.lang), Href: with(q, "verdict", to), N: v.n, Here: here,
		})
	}
	return out
}

// planName is a plan in a few words.
func (r *request) planName(p office.Plan) string { return r.t("plan.title", p.Region, p.Year) }
