package reporting

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
	"gangmu/plan"
)

// kindRelations is the event of declared relations, subject plan/ID/relations.
const kindRelations = "relations.declared"

type relationsDeclared struct {
	Rules  []string `json:"rules"` // as monitor.ParseRelation reads them, with names of rows
	Reason string   `json:"reason"`
}

// mostRelations bounds what a plan declares.
const mostRelations = 200

// Broken is a declared relation that figures of a unit and a period do not keep.
type Broken struct {
	Rule   string
	Period monitor.Period
	Zh, En string
}

// DeclareRelations says which order and which sums between rows of a plan are to
// hold in every unit and every period: 农业增加值 + 工业增加值 <= 地区生产总值. The list
// replaces the one before.
func (s *Service) DeclareRelations(ctx context.Context, a office.Actor, id string, rules []string, reason string) error {
	reason, err := form.Reasoned(reason)
	if err != nil {
		return err
	}
	if len(rules) > mostRelations {
		return form.Invalid("too-many-rows", "一个计划最多200条勾稽关系。", "A plan has at most 200 relations.")
	}
	p, obj, err := s.planObject(ctx, id)
	if err != nil {
		return err
	}
	subject := "plan/" + id + "/relations"
	return s.Do(ctx, a, office.ChangeLights, subject, obj, func(tx *ledger.Tx) error {
		if p.Locked {
			return errLocked
		}
		items, err := s.itemsOf(tx, p, 0)
		if err != nil {
			return err
		}
		given := relationsDeclared{Reason: reason, Rules: []string{}}
		for _, text := range rules {
			r, err := readRelation(text, items)
			if err != nil {
				return err
			}
			given.Rules = append(given.Rules, r.String())
		}
		_, err = tx.Append(kindRelations, subject, given)
		return err
	})
}

// readRelation reads one whose names are rows of the plan.
func readRelation(text string, items map[int]plan.Item) (monitor.Relation, error) {
	r, err := monitor.ParseRelation(bare(text))
	if err != nil {
		return r, form.Invalid("bad-relation", "“"+text+"”写得不对，没有保存。写成“甲 <= 乙”或“甲 + 乙 = 丙”，甲、乙、丙是指标名称。", text+" cannot be read; nothing was saved. Write A <= B or A + B = C with names of indicators.")
	}
	for _, name := range slices.Concat(r.Left, r.Right) {
		found := 0
		for _, it := range items {
			if bare(it.Name) == name {
				found++
			}
		}
		if found != 1 {
			return r, form.Invalid("bad-relation", "“"+name+"”不是本计划中唯一的指标名称，没有保存。", name+" is not the name of exactly one indicator of the plan; nothing was saved.")
		}
	}
	return r, nil
}

// bare is a name as relations write it.
func bare(name string) string { return strings.Join(strings.Fields(name), "") }

// Relations are the declared relations of a plan as of a sequence number, 0 for now.
func (s *Service) Relations(ctx context.Context, a office.Actor, id string, asOf int64) (out []string, err error) {
	if err := s.Allow(ctx, a, office.ReadSheet, "plan/"+id+"/relations", office.Object{}); err != nil {
		return nil, err
	}
	err = s.View(ctx, func(v *ledger.View) error {
		rules, err := relationsOf(v, id, upTo(asOf))
		out = nil
		for _, r := range rules {
			out = append(out, r.String())
		}
		return err
	})
	return out, err
}

// Broken are the relations that what counts of a unit (the plan's own where it is
// empty) does not keep, as of a sequence number, 0 for now.
func (s *Service) Broken(ctx context.Context, a office.Actor, id, unit string, asOf int64) (out []Broken, err error) {
	err = s.inside(ctx, a, id, func(v *ledger.View, p office.Plan) error {
		out = nil
		if unit == "" {
			unit = p.Unit
		}
		rules, err := relationsOf(v, id, upTo(asOf))
		if err != nil || len(rules) == 0 {
			return err
		}
		facts, err := countedOf(v, id, unit, upTo(asOf))
		if err != nil {
			return err
		}
		items, err := s.itemsOf(v, p, max(asOf, 0))
		if err == nil {
			out = broken(rules, latest(facts), items)
		}
		return err
	})
	return out, err
}

func upTo(asOf int64) int64 {
	if asOf <= 0 {
		return math.MaxInt64
	}
	return asOf
}

// broken compares figures of one unit, period by period, the earliest first.
func broken(rules []monitor.Relation, facts []Counted, items map[int]plan.Item) (out []Broken) {
	values := map[monitor.Period]map[string]monitor.Named{}
	for _, f := range facts {
		p, err := monitor.ParsePeriod(f.Period)
		it, known := items[f.No]
		if err != nil || !known {
			continue
		}
		a := Series{Name: it.Name, Measure: it.Measure().Unit}.actual(f.Value, f.Quality)
		if !a.HasValue {
			continue
		}
		if values[p] == nil {
			values[p] = map[string]monitor.Named{}
		}
		values[p][bare(it.Name)] = monitor.Named{Name: it.Name, Quantity: a.Quantity}
	}
	for p, of := range values {
		for _, r := range rules {
			if zh, en, holds := r.Check(of); !holds {
				out = append(out, Broken{Rule: r.String(), Period: p, Zh: p.Zh() + "：" + zh + "。", En: p.En() + ": " + en + "."})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Broken) int {
		if c := a.Period.Compare(b.Period); c != 0 {
			return c
		}
		return strings.Compare(a.Rule, b.Rule)
	})
	return out
}

// itemsOf are the rows of the plan's own year.
func (s *Service) itemsOf(q office.Reads, p office.Plan, asOf int64) (map[int]plan.Item, error) {
	rows, err := s.RowsOf(q, p, asOf)
	items := map[int]plan.Item{}
	for _, r := range rows {
		if r.Item.Year == p.Year {
			items[r.No] = r.Item
		}
	}
	return items, err
}

func relationsOf(q office.Reads, id string, asOf int64) (out []monitor.Relation, err error) {
	var text string
	err = query.One(q.QueryRow(`SELECT rules FROM relation WHERE plan = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1`, id, asOf), &text)
	if errors.Is(err, query.ErrNone) {
		return nil, nil
	}
	var rules []string
	if err = errors.Join(err, json.Unmarshal([]byte(text), &rules)); err != nil {
		return nil, err
	}
	for _, rule := range rules {
		r, err := monitor.ParseRelation(rule)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func applyRelations(tx *ledger.Tx, e ledger.Event, id string) error {
	var p relationsDeclared
	if err := e.Decode(&p); err != nil {
		return err
	}
	rules, err := query.JSON(p.Rules)
	if err != nil {
		return err
	}
	return query.Exec(tx, `INSERT INTO relation (plan, seq, rules) VALUES ($1, $2, $3)`, id, e.Seq, rules)
}

// relate checks the sheet's cells, beside what counts of other sheets for the same
// period, against the declared relations.
func (s *Service) relate(q office.Reads, sheet *Sheet) error {
	rules, err := relationsOf(q, sheet.Plan.ID, math.MaxInt64)
	if err != nil || len(rules) == 0 {
		return err
	}
	items, err := s.itemsOf(q, sheet.Plan, 0)
	if err != nil {
		return err
	}
	done := map[string]bool{}
	for _, l := range sheet.Lines {
		if done[l.Key.Unit] {
			continue
		}
		done[l.Key.Unit] = true
		facts, err := query.List(q, scanCounted, `SELECT `+countedColumns+` FROM counted f WHERE f.plan = $1 AND f.unit = $2 AND f.period = $3 ORDER BY f.seq`,
			sheet.Plan.ID, l.Key.Unit, sheet.Period.String())
		if err != nil {
			return err
		}
		for _, own := range sheet.Lines {
			if own.Key.Unit == l.Key.Unit {
				facts = append(facts, Counted{Key: own.Key, Period: sheet.Period.String(), Value: own.Cell.Value, Quality: own.Cell.Quality})
			}
		}
		for _, b := range broken(rules, latest(facts), items) {
			sheet.remark(l.Key.Unit, b)
		}
	}
	return nil
}

// remark puts a broken relation beside the cells that it is about.
func (s *Sheet) remark(unit string, b Broken) {
	r, err := monitor.ParseRelation(b.Rule)
	if err != nil {
		return
	}
	for i := range s.Lines {
		l := &s.Lines[i]
		if l.Key.Unit == unit && l.Cell.Value != "" && slices.Contains(slices.Concat(r.Left, r.Right), bare(l.Name)) {
			l.Problems = append(l.Problems, Problem{Check: "relation", Zh: b.Zh, En: b.En, Soft: true})
		}
	}
}
