package web

import (
	"strconv"

	"gangmu/office"
	"gangmu/plan"
	"gangmu/render"
	pages "gangmu/render/page"
	"gangmu/target"
	"gangmu/vet"
)

var indicatorRoute = route{pattern: "GET /plan/{plan}/{no}", kept: true, handle: indicator}

type indicatorData struct {
	*office.Indicator
	Nature, Verdict, Class, Sentence string
	Past                             bool // a row of the executed year: it has results
	Delegated                        bool // its target is set by the higher level
	Adjust, Correct                  bool // what whoever looks may do
	Path                             string
	OwnerPath                        string // page of the unit that owns it, if it is a unit
	Place                            *link  // in the report that it was read from
	Chart                            shownChart
}

// indicator is one row of a plan: its target with what became of it, its results
// with their sources, the same indicator in other years.
func indicator(r *request) error {
	p, err := r.indicatorPage()
	if err != nil {
		return err
	}
	return r.printTable(p, r.yearsTable(p.data.(indicatorData)))
}

// yearsTable is the indicator in all its years.
func (r *request) yearsTable(d indicatorData) table {
	t := table{name: d.Plan.ID + "-" + strconv.Itoa(d.Row.No), label: r.t("indicator.years"), short: true, columns: []column{
		{Key: "year", Head: r.t("indicator.year"), Tight: true}, {Key: "name", Head: r.t("indicator.name")}, {Key: "unit", Head: r.t("indicator.unit"), Tight: true},
		{Key: "target", Head: r.t("indicator.goal"), Number: true}, {Key: "actual", Head: r.t("indicator.result"), Number: true},
	}}
	for _, y := range d.Years {
		t.add(cell{Text: strconv.Itoa(y.Year), Href: d.YearPath(y)}, cell{Text: y.Name}, cell{Text: y.Unit}, cell{Text: y.Target, Value: y.Goal}, cell{Text: y.Actual})
	}
	return t
}

// yearsChart draws them.
func (r *request) yearsChart(d indicatorData) shownChart {
	return r.draw(chart{
		title: r.t("indicator.years"), unit: d.Row.Item.Measure().Unit, along: "year", table: r.yearsTable(d),
		lines: []chartLine{{column: "target", role: goalLine}, {column: "actual", role: thisYear, bars: true}},
	})
}

func (r *request) indicatorPage() (page, error) {
	no, err := strconv.Atoi(r.PathValue("no"))
	if err != nil {
		return page{}, office.ErrNotFound
	}
	i, err := r.app.Office.Indicator(r.Context(), r.actor, r.PathValue("plan"), no, r.asOf())
	if err != nil {
		return page{}, err
	}
	d := indicatorData{
		Indicator: i, Nature: r.nature(i.Row.Item), Path: indicatorPath(i.Plan.ID, no), Past: i.Row.Item.Year != i.Plan.Year,
		Delegated: i.Adopted.Measure().Target.Kind == target.Delegated,
	}
	if i.Row.HasResult {
		d.Verdict = render.VerdictWord(i.Row.Result.Verdict, r.lang)
		d.Class = verdictClasses[i.Row.Result.Verdict]
		d.Sentence = r.lang.Of(vet.Words{Zh: i.Row.Result.Zh, En: i.Row.Result.En})
	}
	if i.AsOf == i.Now && !i.Plan.Locked {
		if d.Adjust, err = r.mayChange(office.AdjustPlan, i.Plan); err != nil {
			return page{}, err
		}
		if d.Correct, err = r.mayChange(office.CorrectFact, i.Plan); err != nil {
			return page{}, err
		}
	}
	d.Chart = r.yearsChart(d)
	if err := r.origin(&d); err != nil {
		return page{}, err
	}
	return page{
		name: "indicator", title: i.Row.Item.Name, data: d, script: chartScript,
		where: []link{{Href: planPath(i.Plan.ID) + asOfSuffix(i.AsOf, i.Now), Text: r.planName(i.Plan)}},
	}, nil
}

// origin finds the page of the owner, and the place in the report.
func (r *request) origin(d *indicatorData) error {
	if d.Row.Item.Owner != "" && r.can(office.ReadUnits) {
		all, err := r.units()
		if err != nil {
			return err
		}
		for _, u := range all {
			if u.Name == d.Row.Item.Owner && u.To == "" {
				d.OwnerPath = unitPath(u.Code)
			}
		}
	}
	if d.Plan.From == (office.Job{}) {
		return nil
	}
	may, err := r.canFor(office.ReadDraft, d.Plan.Unit)
	if err == nil && may {
		at := d.Adopted.Span
		d.Place = &link{Href: versionPath(d.Plan.From), Text: d.Plan.Source}
		if !at.IsZero() {
			d.Place.Href += "#" + pages.Anchor(at.Block, at.Line)
		}
	}
	return err
}

func (r *request) mayChange(act office.Action, p office.Plan) (bool, error) {
	if !r.holds(act) {
		return false, nil
	}
	return r.canFor(act, p.Unit)
}

// Earlier is the address of the page as it was before a change.
func (d indicatorData) Earlier(seq int64) string {
	return d.Path + "?asof=" + strconv.FormatInt(seq-1, 10)
}

// LastPath is the page of the same indicator's row of last year.
func (d indicatorData) LastPath() string {
	if d.Row.Last == 0 {
		return ""
	}
	return indicatorPath(d.Plan.ID, d.Row.Last) + asOfSuffix(d.AsOf, d.Now)
}

// YearPath is the page of a row of another year.
func (d indicatorData) YearPath(y office.YearRow) string {
	return indicatorPath(y.Plan, y.No) + asOfSuffix(d.AsOf, d.Now)
}

// Printed is a target or a result with its unit.
func (d indicatorData) Printed(text string, m plan.Measure) string {
	if text == "" || m.Unit == "" {
		return text
	}
	return text + " (" + m.Unit + ")"
}
