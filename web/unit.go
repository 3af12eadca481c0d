package web

import "gangmu/office"

var (
	unitRoute       = route{pattern: "GET /units/{code}", handle: unit}
	unitNewPage     = route{pattern: "GET /units/new", handle: showNewUnit}
	unitNewRoute    = route{pattern: "POST /units", handle: newUnit}
	unitChangeRoute = route{pattern: "POST /units/{code}/change", handle: changeUnit}
	unitCloseRoute  = route{pattern: "POST /units/{code}/close", handle: closeUnit}
)

type unitData struct {
	office.Unit
	Above  *office.Unit
	Below  []office.Unit
	All    []office.Unit // to choose from
	Kinds  []office.UnitKind
	Manage bool
	Owned  shownTable // what it answers for
	owned  table
}

func unit(r *request) error {
	p, err := r.unitPage(r.PathValue("code"))
	if err != nil {
		return err
	}
	return r.printTables(p, p.data.(unitData).owned)
}

func (r *request) unitPage(code string) (page, error) {
	u, err := r.app.Office.Unit(r.Context(), r.actor, code)
	if err != nil {
		return page{}, err
	}
	all, err := r.app.Office.Units(r.Context(), r.actor)
	if err != nil {
		return page{}, err
	}
	d := unitData{Unit: u, All: all, Manage: r.can(office.ManageUnits)}
	for i := range all {
		if all[i].Code == u.Parent {
			d.Above = &all[i]
		}
		if all[i].Parent == u.Code {
			d.Below = append(d.Below, all[i])
		}
	}
	if d.owned, err = r.ownedTable(u); err != nil {
		return page{}, err
	}
	d.Owned = r.arrange(d.owned)
	return page{name: "unit", title: u.Name, where: []link{{Href: "/units", Text: r.t("nav.units")}}, data: d}, nil
}

func (r *request) newUnitPage(typed office.Unit) (page, error) {
	all, err := r.app.Office.Units(r.Context(), r.actor)
	return page{
		name: "unitnew", title: "unit.new", where: []link{{Href: "/units", Text: r.t("nav.units")}},
		data: unitData{Unit: typed, All: all, Kinds: []office.UnitKind{office.Department, office.Town, office.Enterprise, office.District}},
	}, err
}

func showNewUnit(r *request) error {
	if !r.can(office.ManageUnits) {
		return errNoRight
	}
	p, err := r.newUnitPage(office.Unit{})
	if err != nil {
		return err
	}
	return r.print(p)
}

func newUnit(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	u := office.Unit{
		Code: r.field("code"), Parent: r.field("parent"), Kind: office.UnitKind(r.field("kind")), Name: r.field("name"), From: r.field("from"),
	}
	if err := r.app.Office.OpenUnit(r.Context(), r.actor, u); err != nil {
		p, errPage := r.newUnitPage(u)
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	r.redirect(unitPath(u.Code))
	return nil
}

func changeUnit(r *request) error {
	return r.onUnit(func(code string) error {
		return r.app.Office.ChangeUnit(r.Context(), r.actor, code, r.field("name"), r.field("parent"), r.field("reason"))
	})
}

func closeUnit(r *request) error {
	return r.onUnit(func(code string) error {
		return r.app.Office.CloseUnit(r.Context(), r.actor, code, r.field("to"), r.field("successor"), r.field("reason"))
	})
}

// onUnit carries out a form of a unit's page and shows the page again.
func (r *request) onUnit(do func(code string) error) error {
	if err := r.form(); err != nil {
		return err
	}
	code := r.PathValue("code")
	if err := do(code); err != nil {
		p, errPage := r.unitPage(code)
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	r.redirect(unitPath(code))
	return nil
}
