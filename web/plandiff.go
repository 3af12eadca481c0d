package web

import "gangmu/office"

var planDiffRoute = route{pattern: "GET /plan/{plan}/diff", handle: planDiff}

type planDiffData struct {
	Plan    office.Plan
	With    string
	Choices []office.Plan
	Changes shownTable
}

// planDiff sets a plan beside another; without another, its own two years.
func planDiff(r *request) error {
	id := r.PathValue("plan")
	plans, err := r.app.Office.Plans(r.Context(), r.actor)
	if err != nil {
		return err
	}
	d := planDiffData{With: r.URL.Query().Get("with")}
	for _, p := range plans {
		if p.ID == id {
			d.Plan = p
		} else {
			d.Choices = append(d.Choices, p)
		}
	}
	old := d.With
	if old == "" {
		old = id
	}
	changes, err := r.app.Office.DiffPlans(r.Context(), r.actor, old, id)
	if err != nil {
		return err
	}
	t := r.changesTable(id+"-diff", changes)
	d.Changes = r.arrange(t)
	return r.printTables(page{
		name: "plandiff", title: "plan.diff", where: []link{{Href: planPath(id), Text: r.planName(d.Plan)}}, data: d,
	}, t)
}
