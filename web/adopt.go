package web

import (
	"fmt"
	"strconv"

	"gangmu/office"
	"gangmu/plan"
)

var (
	readingRoute = route{pattern: "GET /drafts/{id}/{version}/plan", handle: showReading}
	fixRoute     = route{pattern: "POST /drafts/{id}/{version}/plan", handle: correctReading}
	adoptRoute   = route{pattern: "POST /drafts/{id}/{version}/adopt", handle: adopt}
)

type readingData struct {
	*office.Reading
	Path                         string
	Rows                         []readRow
	Fields                       []office.Field
	Correct, Adopt               bool
	Year                         int
	Row                          int // that the form is for; -1 for none
	Session, Date, Value, Reason string
	Field                        office.Field
	Names                        map[int]string // of the rows by their numbers
}

// readRow is an indicator as it was read, with its number in the reading.
type readRow struct {
	Row     int
	Item    plan.Item
	Target  string
	Actual  string
	Nature  string
	Removed bool
	Fixed   bool // somebody corrected it
}

// showReading is the plan that was read in a version: to correct, then to adopt.
func showReading(r *request) error {
	p, err := r.readingPage()
	if err != nil {
		return err
	}
	return r.print(p)
}

func (r *request) readingPage() (page, error) {
	job, err := r.job()
	if err != nil {
		return page{}, err
	}
	read, err := r.app.Office.Reading(r.Context(), r.actor, job)
	if err != nil {
		return page{}, err
	}
	d, err := r.app.Office.Draft(r.Context(), r.actor, job.Draft)
	if err != nil {
		return page{}, err
	}
	data := readingData{
		Reading: read, Path: versionPath(job), Year: plan.AdoptedYear(read.Plan), Fields: office.Fields, Row: -1,
		Session: r.field("session"), Date: r.field("date"), Value: r.field("value"), Reason: r.field("reason"), Field: office.Field(r.field("field")),
	}
	if n, err := strconv.Atoi(r.FormValue("row")); err == nil && n >= 0 && n <= len(read.Plan.Indicators) {
		data.Row = n
	}
	if data.Correct, err = r.canFor(office.CorrectReading, d.Unit); err != nil {
		return page{}, err
	}
	if data.Adopt, err = r.canFor(office.AdoptPlan, d.Unit); err != nil {
		return page{}, err
	}
	data.list(r)
	return page{
		name: "reading", title: "reading.title", data: data,
		where: r.underDrafts(link{Href: draftPath(d.ID), Text: d.Title}, link{Href: data.Path, Text: r.t("version.named", job.Version)}),
	}, nil
}

func (d *readingData) list(r *request) {
	fixed := map[int]bool{}
	for _, c := range d.Corrections {
		fixed[c.Row] = true
	}
	d.Names = map[int]string{}
	for i, it := range d.Plan.Indicators {
		d.Names[i] = it.Name
		d.Rows = append(d.Rows, readRow{
			Row: i, Item: it, Target: it.Measure().Target.Text, Actual: actualText(it), Nature: r.nature(it), Removed: d.Removed[i], Fixed: fixed[i],
		})
	}
}

// correctReading changes one field of one row of what was read.
func correctReading(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	job, err := r.job()
	if err != nil {
		return err
	}
	row, err := strconv.Atoi(r.field("row"))
	if err != nil {
		return office.ErrNotFound
	}
	c := office.Correction{Row: row, Field: office.Field(r.field("field")), Value: r.field("value"), Reason: r.field("reason")}
	if err := r.app.Office.CorrectReading(r.Context(), r.actor, job, c); err != nil {
		return r.readingAgain(err)
	}
	r.redirect(fmt.Sprintf("%s/plan#row%d", versionPath(job), row))
	return nil
}

// adopt makes what was read the plan of its year.
func adopt(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	job, err := r.job()
	if err != nil {
		return err
	}
	year, _ := strconv.Atoi(r.field("year")) // nonsense is refused as a year
	id, err := r.app.Office.Adopt(r.Context(), r.actor, office.Adoption{
		From: job, Year: year, Session: r.field("session"), Date: r.field("date"), Publish: r.field("publish") != "",
	})
	if err != nil {
		return r.readingAgain(err)
	}
	r.redirect(planPath(id))
	return nil
}

func (r *request) readingAgain(err error) error {
	p, errPage := r.readingPage()
	if errPage != nil {
		return err
	}
	return r.again(p, err)
}
