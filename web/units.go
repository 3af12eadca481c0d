package web

import "gangmu/office"

var unitsRoute = route{pattern: "GET /units", handle: units}

// units are all units as a tree.
func units(r *request) error {
	all, err := r.app.Office.Units(r.Context(), r.actor)
	if err != nil {
		return err
	}
	t := table{name: "units", columns: []column{
		{Key: "name", Head: r.t("unit.name")}, {Key: "code", Head: r.t("unit.code")}, {Key: "kind", Head: r.t("unit.kind")},
		{Key: "from", Head: r.t("unit.from")}, {Key: "to", Head: r.t("unit.to")},
	}}
	depth := map[string]int{}
	for _, u := range all {
		if u.Parent != "" {
			depth[u.Code] = depth[u.Parent] + 1
		}
		t.add(
			cell{Text: u.Name, Href: unitPath(u.Code), Indent: min(depth[u.Code], 5)}, cell{Text: u.Code},
			cell{Text: r.lang.Of(u.Kind.Name())}, cell{Text: u.From}, cell{Text: u.To},
		)
	}
	p := page{name: "table", title: "nav.units"}
	if r.can(office.ManageUnits) {
		p.action = &link{Href: "/units/new", Text: r.t("unit.new")}
	}
	return r.printTable(p, t)
}

func unitPath(code string) string { return "/units/" + code }
