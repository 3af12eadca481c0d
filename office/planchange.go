package office

import (
	"context"
	"fmt"

	"gangmu/ledger"
	"gangmu/plan"
	"gangmu/target"
)

// Change is a target that is to replace another: the form of both kinds of change.
type Change struct {
	Target   string // as it would be printed
	Document string // number of the document, or the resolution
	Date     string
	Reason   string // of an adjustment; a target that is issued needs none
	Based    int64  // the event up to which the actor saw the indicator; 0 leaves it unchecked
}

// FactChange is a result that is to replace another.
type FactChange struct {
	Value  string // as it would be printed
	Source string
	Reason string
	Based  int64 // as in Change
}

// IssueTarget enters the target that the higher level has set (市级下达) for an
// indicator whose own target was left to it.
func (o *Office) IssueTarget(ctx context.Context, a Actor, id string, no int, c Change) error {
	return o.changeTarget(ctx, a, id, no, c, kindTargetIssued)
}

// AdjustTarget enters an adjustment of a target that the plan itself set, as the
// standing committee approved it.
func (o *Office) AdjustTarget(ctx context.Context, a Actor, id string, no int, c Change) error {
	return o.changeTarget(ctx, a, id, no, c, kindTargetAdjusted)
}

func (o *Office) changeTarget(ctx context.Context, a Actor, id string, no int, c Change, kind string) error {
	c, err := c.check(kind)
	if err != nil {
		return err
	}
	p, obj, err := o.planObject(ctx, id)
	if err != nil {
		return err
	}
	return o.do(ctx, a, AdjustPlan, indicatorSubject(id, no), obj, func(tx *ledger.Tx) error {
		it, err := p.changeable(tx, no, c.Based)
		switch {
		case err != nil:
			return err
		case it.Year != p.Year:
			return conflict("past-target", "这是上年的指标，目标不再调整。", "This is last year's indicator: its target is not changed any more.")
		}
		was := it.Measure().Target.Kind == target.Delegated
		switch {
		case kind == kindTargetIssued && !was:
			return conflict("not-delegated", "这项目标不是“市级下达”，请用“计划调整”。", "This target was not left to the higher level: enter an adjustment.")
		case kind == kindTargetAdjusted && was:
			return conflict("is-delegated", "这项目标以市级下达为准，请用“录入市级下达”。", "This target is set by the higher level: enter what it issued.")
		}
		t := target.Parse(c.Target, plan.ContextFor(it.Name, it.Measure().Unit))
		_, err = tx.Append(kind, indicatorSubject(id, no), TargetChange{Target: t, Document: c.Document, Date: c.Date, Reason: c.Reason})
		return err
	})
}

func (c Change) check(kind string) (Change, error) {
	var err error
	if c.Target, err = named("目标", c.Target, maxValue); err != nil {
		return c, err
	}
	if c.Document, err = named("文号", c.Document, maxTitle); err != nil {
		return c, err
	}
	if c.Date, err = day("日期", c.Date); err != nil {
		return c, err
	}
	if kind == kindTargetAdjusted || c.Reason != "" {
		c.Reason, err = reasoned(c.Reason)
	}
	return c, err
}

// CorrectFact replaces a result; the former figure stays and is shown as of then.
func (o *Office) CorrectFact(ctx context.Context, a Actor, id string, no int, c FactChange) error {
	c, err := c.check()
	if err != nil {
		return err
	}
	p, obj, err := o.planObject(ctx, id)
	if err != nil {
		return err
	}
	return o.do(ctx, a, CorrectFact, indicatorSubject(id, no), obj, func(tx *ledger.Tx) error {
		it, err := p.changeable(tx, no, c.Based)
		switch {
		case err != nil:
			return err
		case it.Year == p.Year:
			return conflict("no-result-yet", "本年的实绩由各单位填报，不在这里更正。", "This year's results are reported by the units, not corrected here.")
		}
		unit := it.Measure().Unit
		f := plan.Fact{Unit: unit, Period: fmt.Sprint(it.Year), Source: c.Source}
		f.Actual = target.ParseActualIn(c.Value, plan.ContextFor(it.Name, unit))
		_, err = tx.Append(kindFactCorrected, indicatorSubject(id, no), factEvent{Fact: f, Reason: c.Reason})
		return err
	})
}

func (c FactChange) check() (FactChange, error) {
	var err error
	if c.Value, err = named("数值", c.Value, maxValue); err != nil {
		return c, err
	}
	if c.Source, err = named("来源", c.Source, maxTitle); err != nil {
		return c, err
	}
	c.Reason, err = reasoned(c.Reason)
	return c, err
}

// changeable is the row no of a plan, if it may be changed by somebody who saw it
// as of the event based.
func (p Plan) changeable(q querier, no int, based int64) (plan.Item, error) {
	if p.Locked {
		return plan.Item{}, conflict("plan-locked", "这个计划只供查看，不能改动。", "This plan is only to look at; it cannot be changed.")
	}
	it, err := itemOf(q, p.ID, no)
	if err != nil || based <= 0 {
		return it, err
	}
	var last int64
	err = one(q.QueryRow(`SELECT coalesce(max(seq), 0) FROM (
			SELECT seq FROM fact WHERE plan = $1 AND no = $2 UNION ALL SELECT seq FROM target_change WHERE plan = $1 AND no = $2
		) AS changes`, p.ID, no), &last)
	if err == nil && last > based {
		err = errStale
	}
	return it, err
}
