package web

import (
	"strconv"
	"time"

	"gangmu/office"
	"gangmu/office/reporting"
	"gangmu/vet"
)

var (
	seriesRoute     = route{pattern: "GET /watch/{plan}/{no}", kept: true, handle: series}
	seriesPartRoute = route{pattern: "GET /watch/{plan}/{no}/{unit}", kept: true, handle: series}
	noteRoute       = route{pattern: "POST /watch/{plan}/{no}/{unit}/note", handle: writeNote}
	instructRoute   = route{pattern: "POST /watch/{plan}/{no}/{unit}/instruct", handle: instruct}
	answerRoute     = route{pattern: "POST /watch/{plan}/{no}/{unit}/answer", handle: answerInstruction}
)

type seriesData struct {
	*reporting.Indicator
	Class, Word, Sentence string
	Kind, Frequency, Next string
	Chart                 shownChart
	Versions              []versionLine
	Parts                 []watchLine
	Path                  string // of forms
	Note, Instruct        bool   // what whoever looks may do
	Answer                bool
	Period                string // that a note would be about
	PartOf                string // path of the whole
	table                 table
}

// versionLine is a figure that counted before another replaced it.
type versionLine struct{ Period, Value, At, Href string }

// series is one indicator, or a unit's part of it, during the year.
func series(r *request) error {
	p, err := r.seriesPage()
	if err != nil {
		return err
	}
	return r.printTables(p, p.data.(seriesData).table)
}

func (r *request) seriesKey() (reporting.Key, error) {
	no, err := strconv.Atoi(r.PathValue("no"))
	if err != nil {
		return reporting.Key{}, office.ErrNotFound
	}
	return reporting.Key{No: no, Unit: r.PathValue("unit")}, nil
}

func (r *request) seriesPage() (page, error) {
	k, err := r.seriesKey()
	if err != nil {
		return page{}, err
	}
	plan := r.PathValue("plan")
	i, err := r.app.reporting.Indicator(r.Context(), r.actor, plan, k, r.asOf())
	if err != nil {
		return page{}, err
	}
	d := seriesData{
		Indicator: i, Class: lightClasses[i.Light], Word: r.lightWord(i.Light), Sentence: r.lang.Of(vet.Words{Zh: i.Zh, En: i.En}),
		Kind: r.t("kind." + string(i.Kind)), Frequency: r.t("frequency." + string(i.Frequency)), Path: watchPath(plan) + "/" + strconv.Itoa(k.No) + "/" + i.Key.Unit,
	}
	if i.Next != nil {
		d.Next = r.t("watch.next", r.period(i.Next.String()), i.Due(*i.Next).Format(time.DateOnly))
	}
	if i.Parent != "" {
		d.PartOf = seriesPath(plan, reporting.Key{No: k.No, Unit: i.Parent}, i.Plan.Unit)
	}
	for _, m := range i.Months {
		if m.Counted != nil || m.Pending != nil {
			d.Period = m.Period.String()
		}
		d.Versions = append(d.Versions, r.versions(i, m)...)
	}
	d.table = r.monthsTable(i)
	d.Chart = r.draw(r.monthsChart(i, d.table))
	o := &reporting.Overview{Plan: i.Plan, AsOf: i.AsOf, Now: i.Now}
	for _, w := range i.Parts {
		line := r.watchLine(o, w)
		line.Name = i.Names[w.Key.Unit]
		d.Parts = append(d.Parts, line)
	}
	if err := r.seriesRights(&d); err != nil {
		return page{}, err
	}
	title := i.Name
	if i.Parent != "" {
		title += " · " + i.Names[i.Key.Unit]
	}
	return page{name: "series", title: title, data: d, script: chartScript, where: []link{{Href: watchPath(plan) + asOfSuffix(i.AsOf, i.Now), Text: r.t("watch.title", i.Plan.Region, i.Plan.Year)}}}, nil
}

func (r *request) seriesRights(d *seriesData) (err error) {
	if d.AsOf != d.Now || d.Plan.Locked || d.Owner == "" {
		return nil
	}
	if d.Note, err = r.canFor(office.WriteNote, d.Owner); err != nil {
		return err
	}
	if d.Instruct, err = r.canFor(office.Instruct, d.Owner); err != nil {
		return err
	}
	d.Answer, err = r.canFor(office.ReportSheet, d.Owner)
	return err
}

// versions are the figures of a period, where there was more than one.
func (r *request) versions(i *reporting.Indicator, m reporting.Month) (out []versionLine) {
	if len(m.Versions) < 2 {
		return nil
	}
	for _, f := range m.Versions {
		out = append(out, versionLine{
			Period: r.period(f.Period), Value: f.Value, At: f.At.Local().Format("2006-01-02 15:04"),
			Href: seriesPath(i.Plan.ID, i.Key, i.Plan.Unit) + "?asof=" + strconv.FormatInt(f.Seq, 10),
		})
	}
	return out
}

// onSeries carries out a form of a series' page and shows the page again.
func (r *request) onSeries(do func(plan string, k reporting.Key) error) error {
	if err := r.form(); err != nil {
		return err
	}
	k, err := r.seriesKey()
	if err != nil {
		return err
	}
	plan := r.PathValue("plan")
	if err := do(plan, k); err != nil {
		p, errPage := r.seriesPage()
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	r.redirect(watchPath(plan) + "/" + fieldOf(k))
	return nil
}

func writeNote(r *request) error {
	return r.onSeries(func(plan string, k reporting.Key) error {
		return r.app.reporting.Explain(r.Context(), r.actor, plan, reporting.Note{
			Key: k, Period: r.field("period"), Cause: r.field("cause"), Measure: r.field("measure"), Outlook: r.field("outlook"),
		})
	})
}

func instruct(r *request) error {
	return r.onSeries(func(plan string, k reporting.Key) error {
		return r.app.reporting.Instruct(r.Context(), r.actor, plan, k, r.field("text"), r.field("due"))
	})
}

func answerInstruction(r *request) error {
	return r.onSeries(func(plan string, k reporting.Key) error {
		of, err := strconv.ParseInt(r.field("of"), 10, 64)
		if err != nil {
			return errForm.Because(err)
		}
		return r.app.reporting.Answer(r.Context(), r.actor, plan, k, of, r.field("text"))
	})
}
