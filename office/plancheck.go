package office

import (
	"context"
	"fmt"
	"slices"

	"gangmu/ledger"
	"gangmu/plan"
	"gangmu/target"
	"gangmu/vet"
)

// CellProblem is something about one cell of a plan's rows.
type CellProblem struct {
	Row    int    // from 0
	Column string // key of its column
	Stops  bool   // the plan cannot be adopted with it; otherwise it is to be looked at
	vet.Words
}

// CheckPlan says what is wrong with rows before anything is saved: in themselves,
// and against the plan of the year before.
func (o *Office) CheckPlan(ctx context.Context, a Actor, unit string, year int, rows []PlanRow) ([]CellProblem, error) {
	out := checkRows(rows)
	last, err := o.lastPlan(ctx, a, unit, year-1)
	if err != nil {
		return nil, err
	}
	out = append(out, againstLast(year, rows, last)...)
	slices.SortStableFunc(out, func(x, y CellProblem) int { return x.Row - y.Row })
	return out, nil
}

// LastPlan fills rows for a year with what the plan of the year before has: its
// indicators with their targets as last year's. Nil without such a plan.
func (o *Office) LastPlan(ctx context.Context, a Actor, unit string, year int) (out []PlanRow, err error) {
	last, err := o.lastPlan(ctx, a, unit, year-1)
	for _, r := range last {
		m := r.Item.Measure()
		row := PlanRow{No: r.Item.No, Name: r.Item.Name, Unit: m.Unit, Section: r.Item.Section, LastTarget: m.Target.Text, Owner: r.Item.Owner}
		switch {
		case r.Item.Binding:
			row.Nature = binding
		case r.Item.Top():
			row.Nature = anticipatory
		}
		out = append(out, row)
	}
	return out, err
}

// lastPlan is the rows of a unit's plan of a year, with their targets as they now
// are; none where there is no such plan for the actor.
func (o *Office) lastPlan(ctx context.Context, a Actor, unit string, year int) (out []Row, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		out = nil
		p, err := planOf(v, PlanID(unit, year))
		if err != nil {
			return nil // there is none
		}
		path, err := unitPath(v, unit)
		if err != nil || !Can(a, ReadPlan, Object{Units: path, Public: p.Published}) {
			return err
		}
		rows, err := rowsOf(v, p.ID, 0, v.Seq)
		for _, r := range rows {
			if r.Item.Year == year {
				out = append(out, r)
			}
		}
		return err
	})
	return out, err
}

// checkRows looks at rows alone.
func checkRows(rows []PlanRow) (out []CellProblem) {
	say := func(row int, column string, stops bool, zh, en string) {
		out = append(out, CellProblem{row, column, stops, vet.Words{Zh: zh, En: en}})
	}
	numbers, names, above := map[string]int{}, map[string]int{}, ""
	for i, r := range rows {
		if r.Name == "" {
			say(i, "name", true, "缺指标名称。", "The indicator's name is missing.")
		}
		if r.No != "" {
			if j, twice := numbers[r.No]; twice {
				say(i, "no", true, fmt.Sprintf("序号与第%d行重复。", j+1), fmt.Sprintf("The same number as row %d.", j+1))
			}
			numbers[r.No], above = i, r.No
		} else if above == "" {
			say(i, "no", true, "缺序号；只有上一行的其中项可以没有。", "The number is missing; only a part of the row above has none.")
		}
		own := r.Name
		if r.No == "" {
			own = above + "\n" + r.Name
		}
		if j, twice := names[own]; twice && r.Name != "" {
			say(i, "name", true, fmt.Sprintf("与第%d行的指标重名。", j+1), fmt.Sprintf("The same indicator as row %d.", j+1))
		}
		names[own] = i
		if r.Nature != "" && r.Nature != binding && r.Nature != anticipatory {
			say(i, "nature", true, "性质写“约束性”或“预期性”，也可以不写。", "Nature is 约束性 (binding) or 预期性 (anticipatory), or empty.")
		}
		out = append(out, r.texts(i)...)
	}
	return out
}

// texts looks at how a row's target and results read.
func (r PlanRow) texts(row int) (out []CellProblem) {
	c := plan.ContextFor(r.Name, r.Unit)
	for _, t := range []struct{ column, text string }{{"target", r.Target}, {"lasttarget", r.LastTarget}} {
		switch {
		case t.text == "" && t.column == "target":
			out = append(out, CellProblem{row, t.column, false, vet.Words{Zh: "没有目标：年底无从判断。", En: "There is no target to judge by."}})
		case t.text != "" && target.Parse(t.text, c).Kind == target.Words:
			out = append(out, CellProblem{row, t.column, false, vet.Words{
				Zh: "读不成数字目标，将按文字保存，不作判断。", En: "It reads as no number: it is kept as words and not judged.",
			}})
		}
	}
	if r.LastActual != "" && !target.ParseActualIn(r.LastActual, c).HasValue {
		out = append(out, CellProblem{row, "lastactual", false, vet.Words{
			Zh: "读不成数，将按文字保存，不作判断。", En: "It reads as no number: it is kept as words and not judged.",
		}})
	}
	return out
}

// againstLast sets rows beside the plan of the year before.
func againstLast(year int, rows []PlanRow, last []Row) (out []CellProblem) {
	var old []plan.Item
	for _, r := range last {
		old = append(old, r.Item)
	}
	var items []plan.Item
	for _, it := range Items(year, rows) {
		if it.Year == year {
			items = append(items, it)
		}
	}
	for i, j := range plan.Match(old, items) {
		if j < 0 {
			continue
		}
		was, r := old[j].Measure(), rows[i]
		if r.LastTarget != "" && was.Target.Text != "" && !sameTarget(was.Target, r) {
			out = append(out, CellProblem{i, "lasttarget", false, vet.Words{
				Zh: fmt.Sprintf("%d年计划里这项目标是“%s”。", year-1, was.Target.Text), En: fmt.Sprintf("The plan of %d has the target “%s”.", year-1, was.Target.Text),
			}})
		}
		if was.Unit != "" && r.Unit != was.Unit {
			out = append(out, CellProblem{i, "unit", false, vet.Words{
				Zh: fmt.Sprintf("%d年计划里单位是“%s”。", year-1, was.Unit), En: fmt.Sprintf("The plan of %d has the unit “%s”.", year-1, was.Unit),
			}})
		}
	}
	return out
}

// sameTarget compares what targets say, not how they are spaced.
func sameTarget(was target.Target, r PlanRow) bool {
	now := target.Parse(r.LastTarget, plan.ContextFor(r.Name, r.Unit))
	return was.Text == now.Text || was.Kind != target.Words && was.String() == now.String()
}
