package web

import (
	"strings"

	"gangmu/office"
)

// places are the pages of the navigation, each with the right that it needs.
var places = []struct {
	path, key string
	needs     office.Action
}{
	{"/tasks", "nav.tasks", office.ReportSheet},
	{"/tasks", "nav.tasks", office.ReviewSheet},
	{"/tasks", "nav.tasks", office.ConfirmSheet},
	{"/watch", "nav.watch", office.ReadPlan},
	{"/plan", "nav.plan", office.ReadPlan},
	{"/drafts", "nav.drafts", office.ReadDraft},
	{"/units", "nav.units", office.ReadUnits},
	{"/people", "nav.people", office.ManagePeople},
	{"/people", "nav.people", office.GrantRole},
	{"/audit", "nav.audit", office.ReadAudit},
	{"/settings", "nav.settings", office.ReadSettings},
	{"/health", "nav.health", office.ReadHealth},
}

// nav is the navigation of whoever asks: nothing that would be refused.
func (r *request) nav() (all []link) {
	for _, p := range places {
		if !r.holds(p.needs) || len(all) > 0 && all[len(all)-1].Href == p.path {
			continue
		}
		here := r.URL.Path == p.path || strings.HasPrefix(r.URL.Path, p.path+"/")
		all = append(all, link{Href: p.path, Text: r.t(p.key), Here: here})
	}
	return all
}
