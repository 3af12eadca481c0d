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

// asOf is the event up to which the address wants things told; 0 is now.
func (r *request) asOf() int64 {
	n, err := strconv.ParseInt(r.URL.Query().Get("asof"), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// asOfSuffix keeps it in the addresses of a page that does not tell things as they
// are now.
func asOfSuffix(asOf, now int64) string {
	if asOf == now {
		return ""
	}
	return "?asof=" + strconv.FormatInt(asOf, 10)
}
