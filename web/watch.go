package web

import (
	"strconv"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
	"gangmu/vet"
)

var (
	watchLatestRoute = route{pattern: "GET /watch", handle: latestWatch}
	watchRoute       = route{pattern: "GET /watch/{plan}", kept: true, handle: watchPlan}
)

// lightClasses give a light its colour and shape.
var lightClasses = map[monitor.Light]string{
	monitor.Green: "good", monitor.Yellow: "warning", monitor.Red: "error", monitor.Missing: "info",
}

// unowned is the count that is no light: 未认领.
const unowned = "unowned"

type watchData struct {
	*reporting.Overview
	UnitName string
	Counts   []verdictCount
	Worst    []watchLine
	More     int // worst ones beyond those shown
	Table    shownTable
	Only     string
	Calendar string
}

// watchLine is a series with its light and its sentence.
type watchLine struct {
	Name, Href, Class, Word, Sentence, Owner, Answers string
}

// latestWatch leads to the plan that is under way.
func latestWatch(r *request) error {
	p, err := r.currentPlan()
	if err != nil {
		return err
	}
	if p.ID == "" {
		r.redirect("/plan")
		return nil
	}
	r.redirect(watchPath(p.ID))
	return nil
}

// currentPlan is the latest plan that is in force, zero where there is none.
func (r *request) currentPlan() (office.Plan, error) {
	all, err := r.app.Office.Plans(r.Context(), r.actor)
	if err != nil {
		return office.Plan{}, err
	}
	for _, p := range all {
		if !p.Locked {
			return p, nil
		}
	}
	return office.Plan{}, nil
}

func watchPath(plan string) string { return "/watch/" + plan }

// worstShown is how many of the worst gaps the overview lists.
const worstShown = 6

// watchPlan is a plan during its year: how many series show what, the worst ones
// with their sentences, and all of them.
func watchPlan(r *request) error {
	o, err := r.app.reporting.Overview(r.Context(), r.actor, r.PathValue("plan"), r.URL.Query().Get("unit"), r.asOf())
	if err != nil {
		return err
	}
	only := r.URL.Query().Get("light")
	d := watchData{Overview: o, Counts: r.lightCounts(o.Counts), Only: only}
	worst := o.Worst()
	for i, w := range worst {
		if i == worstShown {
			d.More = len(worst) - i
			break
		}
		d.Worst = append(d.Worst, r.watchLine(o, w))
	}
	if r.can(office.ReadSheet) || r.holds(office.ReadSheet) {
		d.Calendar = sheetsPath(o.Plan.ID)
	}
	t := r.watchTable(o, only)
	d.Table = r.arrange(t)
	p := page{name: "watch", title: r.t("watch.title", o.Plan.Region, o.Plan.Year), data: d}
	if r.holds(office.AssignSeries) {
		p.action = &link{Href: assignPath(o.Plan.ID), Text: r.t("assign.title")}
	}
	return r.printTable(p, t)
}

func (r *request) watchLine(o *reporting.Overview, w reporting.Watched) watchLine {
	return watchLine{
		Name: w.Name, Href: seriesPath(o.Plan.ID, w.Key, o.Plan.Unit) + asOfSuffix(o.AsOf, o.Now), Class: lightClasses[w.Light],
		Word: r.light(w.Light), Sentence: r.lang.Of(vet.Words{Zh: w.Zh, En: w.En}), Owner: w.OwnerName, Answers: w.Answers,
	}
}

func (r *request) light(l monitor.Light) string { return r.lang.Of(vet.Words{Zh: l.Zh(), En: l.En()}) }

func (r *request) watchTable(o *reporting.Overview, only string) table {
	t := table{name: o.Plan.ID + "-" + o.Unit, empty: "plan.empty", group: "section", columns: []column{
		{Key: "section", Head: r.t("indicator.section")},
		{Key: "no", Head: r.t("audit.seq"), Number: true}, {Key: "name", Head: r.t("indicator.name")}, {Key: "unit", Head: r.t("indicator.unit"), Tight: true},
		{Key: "target", Head: r.t("indicator.target", o.Plan.Year), Number: true}, {Key: "value", Head: r.t("watch.value"), Number: true},
		{Key: "period", Head: r.t("watch.period"), Tight: true}, {Key: "light", Head: r.t("watch.light"), Tight: true},
		{Key: "sentence", Head: r.t("watch.sentence"), Wide: true}, {Key: "owner", Head: r.t("watch.owner")},
	}}
	for _, section := range sectionsOf(o.Rows) {
		for _, w := range section {
			if keepLight(only, w) {
				t.add(r.watchRow(o, w)...)
			}
		}
	}
	return t
}

// sectionsOf are the rows by section, in the order of the plan, binding ones first.
func sectionsOf(rows []reporting.Watched) (out [][]reporting.Watched) {
	at := map[string]int{}
	for _, w := range rows {
		i, known := at[w.Section]
		if !known {
			i = len(out)
			at[w.Section] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], w)
	}
	for i, section := range out {
		var first, rest []reporting.Watched
		binding := false
		for _, w := range section {
			if w.Of == "" {
				binding = w.Binding
			}
			if binding {
				first = append(first, w)
			} else {
				rest = append(rest, w)
			}
		}
		out[i] = append(first, rest...)
	}
	return out
}

func keepLight(only string, w reporting.Watched) bool {
	return only == "" || only == string(w.Light) || only == unowned && w.Unowned()
}

func (r *request) watchRow(o *reporting.Overview, w reporting.Watched) []cell {
	name := cell{Text: w.Name, Href: seriesPath(o.Plan.ID, w.Key, o.Plan.Unit) + asOfSuffix(o.AsOf, o.Now)}
	if w.Of != "" {
		name.Indent = 1
	}
	if w.Binding {
		name.Note = r.t("nature.binding")
	}
	var value, period string
	if f := w.Latest(); f != nil {
		value, period = f.Value, r.period(f.Period)
	}
	owner := cell{Text: w.OwnerName}
	switch {
	case w.Seq == 0:
		owner = cell{Text: r.t("watch.unassigned"), Class: "error"}
	case !w.Accepted:
		owner.Note = r.t("watch.notaccepted")
	default:
		owner.Note = w.Answers
	}
	light := cell{Text: r.light(w.Light), Class: lightClasses[w.Light]}
	if w.Light == monitor.None {
		light.Text = "—"
	}
	return []cell{{Text: w.Section}, {Text: w.Printed}, name, {Text: w.Measure}, {Text: w.Series.Goal.Text}, {Text: value}, {Text: period},
		light, {Text: r.lang.Of(vet.Words{Zh: w.Zh, En: w.En})}, owner}
}

// period is a period within its year, for people.
func (r *request) period(s string) string {
	p, err := monitor.ParsePeriod(s)
	if err != nil {
		return s
	}
	return r.lang.Of(vet.Words{Zh: p.Zh(), En: p.En()})
}

// lightCounts are the five counts, each a link to its rows.
func (r *request) lightCounts(c reporting.Counts) (out []verdictCount) {
	q := r.URL.Query()
	for _, l := range []struct {
		key, class, word string
		n                int
	}{
		{string(monitor.Green), "good", r.light(monitor.Green), c.Green}, {string(monitor.Yellow), "warning", r.light(monitor.Yellow), c.Yellow},
		{string(monitor.Red), "error", r.light(monitor.Red), c.Red}, {string(monitor.Missing), "info", r.light(monitor.Missing), c.Missing},
		{unowned, "info", r.t("watch.unowned"), c.Unowned},
	} {
		here := q.Get("light") == l.key
		to := l.key
		if here {
			to = ""
		}
		out = append(out, verdictCount{Class: l.class, Word: l.word, Href: with(q, "light", to), N: l.n, Here: here})
	}
	return out
}

// seriesPath is the page of a series; the whole needs no unit.
func seriesPath(plan string, k reporting.Key, whole string) string {
	path := watchPath(plan) + "/" + strconv.Itoa(k.No)
	if k.Unit != whole && k.Unit != "" {
		path += "/" + k.Unit
	}
	return path
}
