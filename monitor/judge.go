package monitor

import (
	"time"

	"gangmu/quantity"
	"gangmu/target"
)

// Judge gives a series its light as of a day, of which only the date counts: by
// its latest value, unless a later one is overdue.
func Judge(s Series, today time.Time, set Settings) Judgement {
	values := s.current()
	j := Judgement{Light: None, Reason: NotDue, Version: set.Version}
	var last Period
	if len(values) > 0 {
		last = values[len(values)-1].Period
		j = s.judge(values, set)
		j.Version = set.Version
	}
	due, isDue := s.Schedule.Expected(s.Year, today)
	next, more := s.Schedule.After(s.Year, last)
	if more {
		j.Next = &next
	}
	switch {
	case isDue && (last.Year == 0 || due.Last > last.Last):
		s.overdue(&j, next, last)
	case last.Year == 0:
		s.notDue(&j, next)
	case more && s.Schedule.Frequency != Monthly && s.Schedule.Frequency != "":
		s.sayNext(&j, next)
	}
	return j
}

// judge is the light of the latest of the year's values.
func (s *Series) judge(values []*Value, set Settings) Judgement {
	last := *values[len(values)-1]
	if s.Flow && s.Kind == Accumulating {
		sum, ok := added(values)
		if !ok {
			return unsaid(last, NotOneNumber, "本年前期数不全，不能累加", "earlier values of the year are missing, so they cannot be added up")
		}
		last.Actual = sum
	}
	c := s.context()
	goal, zh, en, ok := target.Goal(s.Target, c)
	if s.Kind == Graded || !ok {
		return s.byWord(last, c, set, zh, en)
	}
	v, ok := exactIn(last.Actual, s.unit())
	if !ok {
		return s.byRange(last, c, set)
	}
	if c.Either && s.Target.Kind != target.Range && !last.Period.Final() {
		return unsaid(last, NoPolarity, "指标不分高低好坏，年中不亮灯", "neither side of the measure is better, so there is no light within the year")
	}
	w := &watch{Series: *s, set: set, last: last, value: v, goal: goal, context: c}
	w.run()
	return w.j
}

// unit is the one in which value and goal are compared.
func (s *Series) unit() string {
	switch s.Target.Kind {
	case target.Bound, target.About, target.Double, target.Range:
		if s.Target.Unit != "" && s.Context.Unit != "" && s.Target.Unit != s.Context.Unit {
			if _, ok := quantity.ParseUnit(s.Target.Unit); ok {
				return s.Target.Unit
			}
		}
	}
	return s.Context.Unit
}

// exactIn is an actual as one number in a unit.
func exactIn(a target.Actual, unit string) (quantity.Number, bool) {
	q := a.Quantity
	if !a.HasValue || a.Change || q.Op != quantity.Equal || q.Form == quantity.Range {
		return quantity.Number{}, false
	}
	if q.Unit.Text == "" || q.Unit.Text == unit || q.Form == quantity.Ratio {
		return q.Value, true
	}
	u, ok := quantity.ParseUnit(unit)
	if !ok || q.Unit.Text == u.Text {
		return q.Value, true
	}
	converted, err := q.In(u)
	return converted.Value, err == nil
}

// added is the sum of values that count for their periods alone; false when
// they leave a gap.
func added(values []*Value) (target.Actual, bool) {
	sum, done := quantity.Number{}, 0
	var like quantity.Quantity
	for _, v := range values {
		q := v.Actual.Quantity
		if v.Period.Last <= done {
			continue
		}
		n, ok := exactIn(v.Actual, q.Unit.Text)
		if !ok || v.Period.First != done+1 || done > 0 && q.Unit.Text != like.Unit.Text {
			if longerFollows(values, v, done) {
				continue
			}
			return target.Actual{}, false
		}
		sum, done, like = sum.Add(n), v.Period.Last, q
	}
	like.Value = sum
	return target.Actual{Text: sum.String(), Quantity: like, HasValue: true}, true
}

// longerFollows reports that another value covers v's period from where the sum
// stands: January to February beside February.
func longerFollows(values []*Value, v *Value, done int) bool {
	for _, o := range values {
		if o.Period.First == done+1 && o.Period.Last >= v.Period.Last {
			return true
		}
	}
	return false
}
