package web

import (
	"strconv"
	"strings"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
)

var (
	assignPage      = route{pattern: "GET /assign/{plan}", handle: showAssign}
	assignRoute     = route{pattern: "POST /assign/{plan}", handle: assign}
	assignPartRoute = route{pattern: "POST /assign/{plan}/parts", handle: assignParts}
	handOverRoute   = route{pattern: "POST /assign/{plan}/hand-over", handle: handOver}
)

func assignPath(plan string) string { return "/assign/" + plan }

type assignData struct {
	Plan        office.Plan
	Rows        []assignRow
	Units       []office.Unit
	People      []office.Person
	Names       map[string]string // of units and persons, as the lists offer them
	Frequencies []choice
	Kinds       []choice
}

type assignRow struct {
	reporting.Series
	Field  string
	Answer string // accepted or not, for people
	Part   string // name of the unit, of a part
}

// showAssign is the table that assigns all indicators at once.
func showAssign(r *request) error {
	p, err := r.assignPage()
	if err != nil {
		return err
	}
	return r.print(p)
}

func (r *request) assignPage() (page, error) {
	id := r.PathValue("plan")
	all, err := r.app.reporting.Series(r.Context(), r.actor, id)
	if err != nil {
		return page{}, err
	}
	plan, err := r.app.Office.Plan(r.Context(), r.actor, id)
	if err != nil {
		return page{}, err
	}
	if err := r.mayAssign(plan); err != nil {
		return page{}, err
	}
	d := assignData{Plan: plan}
	if d.Units, err = r.units(); err != nil {
		return page{}, err
	}
	if d.People, err = r.app.Office.People(r.Context(), r.actor); err != nil {
		return page{}, err
	}
	for _, f := range []monitor.Frequency{monitor.Monthly, monitor.Quarterly, monitor.HalfYearly, monitor.Yearly} {
		d.Frequencies = append(d.Frequencies, choice{string(f), r.t("frequency." + string(f))})
	}
	for _, k := range monitor.Kinds {
		d.Kinds = append(d.Kinds, choice{string(k), r.t("kind." + string(k))})
	}
	d.Names = offered(d.Units, d.People)
	for _, s := range all {
		row := assignRow{Series: s, Field: fieldOf(s.Key)}
		if s.Parent != "" {
			row.Part = d.Names[s.Key.Unit]
		}
		if s.Seq > 0 && s.Person != "" {
			row.Answer = r.t("assign.waiting")
			if s.Accepted {
				row.Answer = r.t("assign.accepted")
			}
		}
		d.Rows = append(d.Rows, row)
	}
	return page{name: "assign", title: "assign.title", data: d, where: []link{{Href: watchPath(id), Text: r.t("nav.watch")}}}, nil
}

// mayAssign answers whoever may not assign a plan's indicators.
func (r *request) mayAssign(p office.Plan) error {
	may, err := r.canFor(office.AssignSeries, p.Unit)
	if err == nil && !may {
		return errNoRight
	}
	return err
}

// offered are units and persons as the lists of the form offer them: the name, and
// what tells two of one name apart.
func offered(units []office.Unit, people []office.Person) map[string]string {
	names := map[string]string{"": ""}
	for _, u := range units {
		if u.To == "" {
			names[u.Code] = u.Name + " " + u.Code
		}
	}
	for _, p := range people {
		if p.Active {
			names[p.ID] = p.Name + " " + p.Login
		}
	}
	return names
}

// found gives the codes and ids behind what the lists offered, or behind a name
// alone.
func (r *request) found() (func(text string) string, error) {
	units, err := r.units()
	if err != nil {
		return nil, err
	}
	people, err := r.app.Office.People(r.Context(), r.actor)
	if err != nil {
		return nil, err
	}
	ids := map[string]string{}
	for id, text := range offered(units, people) {
		name, _, _ := strings.Cut(text, " ")
		ids[text] = id
		if other, taken := ids[name]; !taken || other == id {
			ids[name] = id
		} else {
			ids[name] = name // of two: neither
		}
	}
	return func(text string) string {
		text = strings.TrimSpace(text)
		if id, known := ids[text]; known {
			return id
		}
		return text // refused with its name
	}, nil
}

// chosen is found of a field of the form.
func (r *request) chosen() (func(field string) string, error) {
	find, err := r.found()
	return func(field string) string { return find(r.field(field)) }, err
}

// assign takes the rows of the table that were changed.
func assign(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	plan := r.PathValue("plan")
	all, err := r.app.reporting.Series(r.Context(), r.actor, plan)
	if err != nil {
		return err
	}
	p, err := r.app.Office.Plan(r.Context(), r.actor, plan)
	if err == nil {
		err = r.mayAssign(p)
	}
	if err != nil {
		return err
	}
	chosen, err := r.chosen()
	if err != nil {
		return err
	}
	var rows []reporting.Assignment
	for _, s := range all {
		f := fieldOf(s.Key)
		if !r.PostForm.Has("owner " + f) {
			continue
		}
		spec := s.Spec
		spec.Owner, spec.Person, spec.Deputy = chosen("owner "+f), chosen("person "+f), chosen("deputy "+f)
		spec.Frequency, spec.Kind = monitor.Frequency(r.field("frequency "+f)), monitor.Kind(r.field("kind "+f))
		spec.Source, spec.JanFeb = strings.TrimSpace(r.field("source "+f)), r.field("janfeb "+f) != ""
		spec.DueDay, _ = strconv.Atoi(r.field("due " + f))
		if spec.Owner == "" || s.Seq > 0 && same(spec, s.Spec) {
			continue
		}
		rows = append(rows, reporting.Assignment{Key: s.Key, Spec: spec})
	}
	if len(rows) == 0 {
		return r.assigned(plan, nil) // nothing was changed
	}
	return r.assigned(plan, r.app.reporting.Assign(r.Context(), r.actor, plan, rows))
}

func same(a, b reporting.Spec) bool {
	a.Milestones, b.Milestones = nil, nil // the table does not touch them
	return a.Owner == b.Owner && a.Person == b.Person && a.Deputy == b.Deputy && a.Frequency == b.Frequency && a.Kind == b.Kind &&
		a.Source == b.Source && a.JanFeb == b.JanFeb && a.DueDay == b.DueDay
}

// assignParts splits a row among units: one line each, unit and target.
func assignParts(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	plan := r.PathValue("plan")
	k, err := parseKey(r.field("row"))
	if err != nil {
		return err
	}
	all, err := r.app.reporting.Series(r.Context(), r.actor, plan)
	if err != nil {
		return err
	}
	var rows []reporting.Assignment
	for _, s := range all {
		if s.Key == k {
			spec := s.Spec
			spec.Parts = reporting.Parts(r.field("parts"))
			rows = append(rows, reporting.Assignment{Key: k, Spec: spec})
		}
	}
	chosen, err := r.chosen()
	if err != nil {
		return err
	}
	for _, unit := range r.PostForm["unit"] {
		target := strings.TrimSpace(r.field("target " + unit))
		if target == "" {
			continue
		}
		rows = append(rows, reporting.Assignment{Key: reporting.Key{No: k.No, Unit: unit}, Spec: reporting.Spec{
			Parent: k.Unit, Owner: unit, Target: target, Weight: strings.TrimSpace(r.field("weight " + unit)), Person: chosen("person " + unit),
		}})
	}
	return r.assigned(plan, r.app.reporting.Assign(r.Context(), r.actor, plan, rows))
}

// handOver gives what one person answers for to another.
func handOver(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	plan := r.PathValue("plan")
	chosen, err := r.chosen()
	if err != nil {
		return err
	}
	_, err = r.app.reporting.HandOver(r.Context(), r.actor, plan, chosen("from"), chosen("to"), r.field("reason"))
	return r.assigned(plan, err)
}

func (r *request) assigned(plan string, err error) error {
	if err != nil {
		p, errPage := r.assignPage()
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	r.redirect(assignPath(plan))
	return nil
}
