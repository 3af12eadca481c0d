package reporting

import (
	"context"
	"fmt"
	"slices"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/quantity"
)

// Assignment gives a series to those who answer for it.
type Assignment struct {
	Key
	Spec
}

// mostSeries bounds one assignment.
const mostSeries = 5000

// Assign gives series of a plan to their owners, all or none; whoever has one
// already hands it over by it. A person who stays need not accept again.
func (s *Service) Assign(ctx context.Context, a office.Actor, plan string, rows []Assignment) error {
	if len(rows) == 0 || len(rows) > mostSeries {
		return form.Invalid("no-rows", fmt.Sprintf("请至少选一行，一次最多%d行。", mostSeries), fmt.Sprintf("Give 1 to %d rows.", mostSeries))
	}
	p, obj, err := s.planObject(ctx, plan)
	if err != nil {
		return err
	}
	return s.Do(ctx, a, office.AssignSeries, seriesSubject(plan), obj, func(tx *ledger.Tx) error {
		if p.Locked {
			return errLocked
		}
		all, err := s.seriesOf(tx, p, scope{})
		if err != nil {
			return err
		}
		known := assignedSoFar(p, all)
		for i, row := range rows {
			if rows[i], err = known.check(tx, row); err != nil {
				return err
			}
		}
		_, err = tx.Append(kindAssigned, seriesSubject(plan), assigned{rows})
		return err
	})
}

var errLocked = form.Conflict("plan-locked", "这个计划只供查看，不能改动。", "This plan is only to look at; it cannot be changed.")

func seriesSubject(plan string) string { return "plan/" + plan + "/series" }

// assignments are the series of a plan while an assignment is checked.
type assignments struct {
	plan  office.Plan
	rows  map[int]Series // the wholes: every row of the plan's year
	given map[Key]bool
}

func assignedSoFar(p office.Plan, all []Series) assignments {
	out := assignments{plan: p, rows: map[int]Series{}, given: map[Key]bool{}}
	for _, s := range all {
		if s.Unit == p.Unit {
			out.rows[s.No] = s
		}
		out.given[s.Key] = true
	}
	return out
}

// check completes an assignment by what is usual and says what is wrong with it.
func (k assignments) check(q office.Reads, row Assignment) (Assignment, error) {
	whole, found := k.rows[row.No]
	if !found {
		return row, office.ErrNotFound
	}
	if row.Unit == "" {
		row.Unit = k.plan.Unit
	}
	wrong := func(code, zh, en string) (Assignment, error) {
		return row, form.Invalid(code, "“"+whole.Name+"”："+zh, whole.Name+": "+en)
	}
	switch isPart := row.Unit != k.plan.Unit; {
	case isPart && row.Parent == "":
		row.Parent = k.plan.Unit
	case !isPart:
		row.Parent, row.Target, row.Weight = "", "", ""
	}
	if row.Parent != "" && !k.given[Key{row.No, row.Parent}] {
		return wrong("no-whole", "要先有上一级的任务，才能分解到下级单位。", "there is no series above that it could be a part of.")
	}
	row.Spec = row.Spec.completed(whole.Spec)
	for _, code := range []string{row.Unit, row.Owner, row.Deputy} {
		if _, err := office.UnitOf(q, code); code != "" && err != nil {
			return wrong("no-unit", "没有单位“"+code+"”。", "there is no unit "+code+".")
		}
	}
	if row.Owner == "" {
		return wrong("no-owner", "请选择责任单位。", "choose the unit that answers for it.")
	}
	person, err := office.PersonOf(q, row.Person)
	if row.Person != "" && (err != nil || !person.Active) {
		return wrong("no-person", "没有这个责任人，或账号已停用。", "there is no such person, or the account is disabled.")
	}
	if zh, en := row.Spec.problem(whole.Year); zh != "" {
		return wrong("bad-assignment", zh, en)
	}
	k.given[row.Key] = true
	return row, nil
}

// completed fills what an assignment leaves open.
func (s Spec) completed(usual Spec) Spec {
	if s.Frequency == "" {
		s.Frequency, s.JanFeb = usual.Frequency, usual.JanFeb
	}
	if s.Kind == "" {
		s.Kind = usual.Kind
	}
	return s
}

// problem says what in a spec cannot be, for a plan of the year.
func (s Spec) problem(year int) (zh, en string) {
	switch {
	case !slices.Contains([]monitor.Frequency{monitor.Monthly, monitor.Quarterly, monitor.HalfYearly, monitor.Yearly}, s.Frequency):
		return "频度应是月、季、半年或年。", "the frequency is month, quarter, half or year."
	case !slices.Contains(monitor.Kinds, s.Kind):
		return "没有这种监测方式。", "there is no such way to watch it."
	case s.DueDay < 0 || s.DueDay > 31 || s.DueMonths < 0 || s.DueMonths > 12:
		return "报送日应在1到31之间，期后月数不超过12。", "the due day lies between 1 and 31, at most 12 months after the period."
	case s.Parts != None && s.Parts != Sum && s.Parts != Mean:
		return "分解关系应是加总、加权平均或不要求。", "parts make the whole by sum, by weighted mean, or not at all."
	}
	if s.Weight != "" {
		if n, err := quantity.ParseNumber(s.Weight); err != nil || n.Sign() <= 0 {
			return "权重应是大于0的数。", "a weight is a number above zero."
		}
	}
	for _, m := range s.Milestones {
		p, err := monitor.ParsePeriod(m.Period)
		if _, errNumber := quantity.ParseNumber(m.Value); err != nil || errNumber != nil || p.Year != year {
			return "节点要写本年的期次和一个数。", "a milestone is a period of the year and a number."
		}
	}
	return "", ""
}

// Accept takes series on by name: only the person whom the plan office named can.
func (s *Service) Accept(ctx context.Context, a office.Actor, plan string, rows []Key) error {
	return s.Do(ctx, a, office.AcceptSeries, seriesSubject(plan), office.Object{Person: a.Person}, func(tx *ledger.Tx) error {
		p, err := office.PlanOf(tx, plan)
		if err != nil {
			return err
		}
		for _, k := range rows {
			one, err := s.seriesAt(tx, p, k)
			if err != nil {
				return err
			}
			if one.Person != a.Person {
				return form.Conflict("not-yours", "“"+one.Name+"”的责任人不是您，不能代为认领。", one.Name+" was given to somebody else: you cannot accept it.")
			}
		}
		if len(rows) == 0 {
			return form.Invalid("no-rows", "请至少选一行。", "Choose at least one row.")
		}
		_, err = tx.Append(kindAccepted, seriesSubject(plan), keys{rows})
		return err
	})
}

// HandOver gives everything of one person in a plan to another, who then accepts.
func (s *Service) HandOver(ctx context.Context, a office.Actor, plan, from, to, reason string) (moved int, err error) {
	if reason, err = form.Reasoned(reason); err != nil {
		return 0, err
	}
	p, obj, err := s.planObject(ctx, plan)
	if err != nil {
		return 0, err
	}
	return moved, s.Do(ctx, a, office.AssignSeries, seriesSubject(plan), obj, func(tx *ledger.Tx) error {
		person, err := office.PersonOf(tx, to)
		if err != nil || !person.Active || from == to {
			return form.Invalid("no-person", "请选择接手的人，账号要在用。", "Choose who takes over; the account must be active.")
		}
		all, err := s.seriesOf(tx, p, scope{})
		if err != nil {
			return err
		}
		var rows []Key
		for _, one := range all {
			if one.Person == from && one.Seq > 0 {
				rows = append(rows, one.Key)
			}
		}
		if moved = len(rows); moved == 0 {
			return form.Conflict("nothing-to-hand-over", "这个人在本计划中没有任务。", "This person answers for nothing in the plan.")
		}
		_, err = tx.Append(kindHanded, seriesSubject(plan), handedOver{From: from, To: to, Reason: reason, Rows: rows})
		return err
	})
}

// Series are all series of a plan, those that nobody has too.
func (s *Service) Series(ctx context.Context, a office.Actor, plan string) (out []Series, err error) {
	err = s.inside(ctx, a, plan, func(v *ledger.View, p office.Plan) (err error) {
		out, err = s.seriesOf(v, p, scope{})
		return err
	})
	return out, err
}

// inside reads a plan for somebody who may see what is being reported for it.
func (s *Service) inside(ctx context.Context, a office.Actor, id string, read func(*ledger.View, office.Plan) error) error {
	p, _, err := s.planObject(ctx, id)
	if err == nil {
		err = s.Allow(ctx, a, office.ReadSheet, seriesSubject(id), office.Object{})
	}
	if err != nil {
		return err
	}
	return s.View(ctx, func(v *ledger.View) error { return read(v, p) })
}

// planObject is a plan, also as rights look at it.
func (s *Service) planObject(ctx context.Context, id string) (p office.Plan, obj office.Object, err error) {
	err = s.View(ctx, func(v *ledger.View) error {
		if p, err = office.PlanOf(v, id); err != nil {
			return err
		}
		obj.Units, err = office.UnitPath(v, p.Unit)
		return err
	})
	return p, obj, err
}
