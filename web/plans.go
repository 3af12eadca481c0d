package web

import (
	"strconv"

	"gangmu/office"
)

var planRoute = route{pattern: "GET /plan", handle: latestPlan}

// latestPlan leads to the overview of the latest plan that is in force.
func latestPlan(r *request) error {
	all, err := r.app.Office.Plans(r.Context(), r.actor)
	if err != nil {
		return err
	}
	if len(all) > 0 {
		r.redirect(planPath(all[0].ID))
		return nil
	}
	p := page{name: "noplan", title: "nav.plan"}
	if r.holds(office.AdoptPlan) {
		p.action = &link{Href: "/plan/new", Text: r.t("rows.title")}
	}
	return r.print(p)
}

func planPath(id string) string { return "/plan/" + id }

func indicatorPath(plan string, no int) string { return planPath(plan) + "/" + strconv.Itoa(no) }
