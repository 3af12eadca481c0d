package web

import (
	"strconv"

	"gangmu/office"
	"gangmu/office/reporting"
)

// ownedTable is what a unit answers for in the plans that are under way: indicators
// that it was assigned or that the plan names it for, and its parts of others.
func (r *request) ownedTable(u office.Unit) (table, error) {
	t := table{id: "owned", name: u.Code, label: r.t("unit.owned"), empty: "unit.owned.none", columns: []column{
		{Key: "year", Head: r.t("indicator.year"), Tight: true, Pick: true}, {Key: "name", Head: r.t("indicator.name")},
		{Key: "unit", Head: r.t("indicator.unit"), Tight: true}, {Key: "nature", Head: r.t("indicator.nature"), Tight: true},
		{Key: "target", Head: r.t("indicator.goal"), Number: true}, {Key: "answers", Head: r.t("unit.answers"), Tight: true},
	}}
	plans, err := r.app.Office.Plans(r.Context(), r.actor)
	if err != nil {
		return t, err
	}
	for _, p := range plans {
		if p.Locked {
			continue
		}
		if err := r.addOwned(&t, p, u); err != nil {
			return t, err
		}
	}
	return t, nil
}

func (r *request) addOwned(t *table, p office.Plan, u office.Unit) error {
	whole, err := r.app.reporting.Overview(r.Context(), r.actor, p.ID, p.Unit, 0)
	if err != nil {
		return err
	}
	named, err := r.namedOwners(p)
	if err != nil {
		return err
	}
	for _, w := range whole.Rows {
		if w.Owner == u.Code || w.Owner == "" && named[w.No] == u.Name {
			t.add(r.ownedRow(p, w)...)
		}
	}
	if u.Code == p.Unit {
		return nil
	}
	parts, err := r.app.reporting.Overview(r.Context(), r.actor, p.ID, u.Code, 0)
	if err != nil {
		return err
	}
	for _, w := range parts.Rows {
		row := r.ownedRow(p, w)
		row[1].Note = r.t("unit.part")
		t.add(row...)
	}
	return nil
}

// namedOwners are the owners that the plan's rows name, by number.
func (r *request) namedOwners(p office.Plan) (map[int]string, error) {
	o, err := r.app.Office.Overview(r.Context(), r.actor, p.ID, 0)
	if err != nil {
		return nil, err
	}
	out := map[int]string{}
	for _, s := range o.Sections {
		for _, row := range s.Rows {
			out[row.No] = row.Item.Owner
		}
	}
	return out, nil
}

func (r *request) ownedRow(p office.Plan, w reporting.Watched) []cell {
	nature := ""
	if w.Binding {
		nature = r.t("nature.binding")
	}
	return []cell{
		{Text: strconv.Itoa(p.Year)}, {Text: w.Name, Href: indicatorPath(p.ID, w.No)}, {Text: w.Measure}, {Text: nature}, {Text: w.Series.Goal.Text}, {Text: w.Answers},
	}
}
