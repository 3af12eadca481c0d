package web

import (
	"strconv"

	"gangmu/office"
	"gangmu/vet"
)

var (
	settingsRoute       = route{pattern: "GET /settings", handle: showSettings}
	settingsChangeRoute = route{pattern: "POST /settings", handle: changeSettings}
)

type settingsData struct {
	Groups []settingGroup
	Rules  []office.FactorRule
	Factor office.FactorRule
	Seq    int64
	Reason string
	Change bool
}

// settingGroup is settings under a common head.
type settingGroup struct {
	Key    string // of its head
	Fields []settingField
}

// settingField is a number that can be set: its name in the form, and its value as
// it was typed.
type settingField struct {
	Name, Value string
	Label       vet.Words
	Least, Most int
	number      *int
}

func showSettings(r *request) error {
	s, err := r.app.Office.Settings(r.Context(), r.actor)
	if err != nil {
		return err
	}
	return r.print(r.settingsPage(&s))
}

func (r *request) settingsPage(s *office.Settings) page {
	d := settingsData{
		Groups: settingGroups(s), Rules: []office.FactorRule{office.FactorAdmins, office.FactorAll, office.FactorChoice},
		Factor: s.Factor, Seq: s.Seq, Change: r.can(office.ChangeSettings),
	}
	return page{name: "settings", title: "settings.title", data: d}
}

// settingGroups are the numbers of s in the order of the page.
func settingGroups(s *office.Settings) []settingGroup {
	limits := s.Limits()
	field := func(name string) settingField {
		l := limits[name]
		return settingField{Name: name, Label: l.Name, Value: strconv.Itoa(*l.Value), Least: l.Least, Most: l.Most, number: l.Value}
	}
	return []settingGroup{
		{"settings.password", []settingField{field("password_length"), field("password_classes"), field("password_days"), field("password_history")}},
		{"settings.lock", []settingField{field("failures"), field("lock_seconds")}},
		{"settings.session", []settingField{field("idle_seconds"), field("session_hours"), field("link_hours")}},
	}
}

// changeSettings keeps what a person typed on the page when it cannot be used.
func changeSettings(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	s, err := r.app.Office.Settings(r.Context(), r.actor)
	if err != nil {
		return err
	}
	s.Seq, _ = strconv.ParseInt(r.field("seq"), 10, 64) // nonsense is no state that there was
	s.Factor = office.FactorRule(r.field("factor"))
	p := r.settingsPage(&s)
	d := p.data.(settingsData)
	d.Reason = r.field("reason")
	for _, g := range d.Groups {
		for i := range g.Fields {
			f := &g.Fields[i]
			f.Value = r.field(f.Name)
			*f.number, _ = strconv.Atoi(f.Value) // nonsense is below every limit
		}
	}
	p.data = d
	if err := r.app.Office.ChangeSettings(r.Context(), r.actor, s, d.Reason); err != nil {
		return r.again(p, err)
	}
	r.redirect("/settings")
	return nil
}
