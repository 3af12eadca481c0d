package web

import (
	"time"

	"gangmu/office"
	"gangmu/office/reporting"
)

var (
	contactRoute      = route{pattern: "POST /tasks/contact", handle: setContact}
	tasksRoute        = route{pattern: "GET /tasks", handle: tasks}
	acceptSeriesRoute = route{pattern: "POST /tasks/{plan}/accept", handle: acceptSeries}
)

type tasksData struct {
	reporting.Tasks
	Plan    office.Plan
	Lists   []dutyList
	Contact string // where reminders go
}

// dutyList is sheets that wait for the same act.
type dutyList struct {
	Title string
	Lines []dutyLine
}

type dutyLine struct {
	Href, Unit, Period, State, Class, Due, Filled, Reason string
	Late                                                  bool
}

// tasks are what waits for whoever asks.
func tasks(r *request) error {
	p, err := r.tasksPage()
	if err != nil {
		return err
	}
	if p.name == "" {
		r.redirect("/plan")
		return nil
	}
	return r.print(p)
}

func (r *request) tasksPage() (page, error) {
	plan, err := r.currentPlan()
	if err != nil {
		return page{}, err
	}
	if plan.ID == "" {
		return page{}, nil // nothing is under way
	}
	t, err := r.app.reporting.Tasks(r.Context(), r.actor, plan.ID)
	if err != nil {
		return page{}, err
	}
	d := tasksData{Tasks: t, Plan: plan}
	if d.Contact, err = r.app.reporting.Contact(r.Context(), r.actor); err != nil {
		return page{}, err
	}
	for _, l := range []struct {
		key    string
		duties []reporting.Duty
	}{{"tasks.fill", t.Fill}, {"tasks.review", t.Review}, {"tasks.confirm", t.Confirm}} {
		if len(l.duties) == 0 {
			continue
		}
		list := dutyList{Title: r.t(l.key)}
		for _, duty := range l.duties {
			list.Lines = append(list.Lines, r.dutyLine(plan.ID, duty))
		}
		d.Lists = append(d.Lists, list)
	}
	return page{name: "tasks", title: "nav.tasks", data: d}, nil
}

func (r *request) dutyLine(plan string, d reporting.Duty) dutyLine {
	return dutyLine{
		Href: sheetPath(plan, d.Unit, d.Period.String()), Unit: d.UnitName, Period: r.period(d.Period.String()), State: r.lang.Of(d.State.Name()),
		Class: stateClass(d), Due: d.Due.Format(time.DateOnly), Filled: r.t("sheet.filled", d.Filled, d.Cells), Reason: d.Reason, Late: d.Late,
	}
}

// stateClass gives a sheet its colour and shape.
func stateClass(d reporting.Duty) string {
	switch {
	case d.State == reporting.Confirmed:
		return "accepted"
	case d.Late && d.State.Fillable():
		return "error"
	case d.State == reporting.Returned || d.State == reporting.Unlocked:
		return "warning"
	}
	return "info"
}

// acceptSeries takes on by name what the form names.
func acceptSeries(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	var rows []reporting.Key
	for _, text := range r.PostForm["row"] {
		k, err := parseKey(text)
		if err != nil {
			return err
		}
		rows = append(rows, k)
	}
	if err := r.app.reporting.Accept(r.Context(), r.actor, r.PathValue("plan"), rows); err != nil {
		p, errPage := r.tasksPage()
		if errPage != nil || p.name == "" {
			return err
		}
		return r.again(p, err)
	}
	r.redirect("/tasks")
	return nil
}

// setContact changes where reminders go.
func setContact(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	if err := r.app.reporting.SetContact(r.Context(), r.actor, r.field("address")); err != nil {
		p, errPage := r.tasksPage()
		if errPage != nil || p.name == "" {
			return err
		}
		return r.again(p, err)
	}
	r.redirect("/tasks")
	return nil
}
