package plan

import (
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
)

// ContextFor is what an indicator's name and unit say about its numbers: the
// better side, whether the name says a fall, whether the value is a rate of
// change. The catalogue decides where it knows the name, otherwise the words.
func ContextFor(name, unit string) target.Context {
	c := target.Context{Name: name, Unit: unit}
	printed := name
	if unit != "" {
		printed += "（" + unit + "）"
	}
	m := catalogue.MeaningOf(printed)
	c.Fall = m.Measure == catalogue.Decline
	c.Growth = m.Measure == catalogue.Growth && (!m.Known || m.Entry.Kind == catalogue.GrowthKind)
	switch {
	case m.Known && m.Polarity == catalogue.Neither:
		c.Either = true
	case m.Polarity == catalogue.Down:
		c.Sense = target.Max
	case m.Known || c.Fall:
		c.Sense = target.Min
	}
	return c
}

// context is ContextFor an item's measure, with what the plan around it says.
func (p *Plan) context(it Item, m Measure) target.Context {
	name := it.Name
	if name == "" {
		name = m.Subject
	}
	c := ContextFor(name, m.Unit)
	if p.cutUnder(it) {
		c.Fall, c.Sense = true, target.Min
	}
	if m.Target.Kind == target.Benchmark {
		if q, ok := p.series(m.Target.Reference, it.Year); ok {
			c.References = map[string]quantity.Quantity{m.Target.Reference: q}
		}
	}
	return c
}

// cutUnder reports a row whose parent counts a fall, so that it does, too:
// 氨氮 under 主要污染物减排量.
func (p *Plan) cutUnder(it Item) bool {
	parent, ok := p.parent(it)
	return ok && catalogue.MeasureOf(parent.Name) == catalogue.Decline
}

// parent is the row that a 其中 row belongs to.
func (p *Plan) parent(it Item) (Item, bool) {
	if it.Of == "" {
		return Item{}, false
	}
	for _, o := range p.Indicators {
		if o.Year == it.Year && o.No == it.Of && o.Region == it.Region {
			return o, true
		}
	}
	return Item{}, false
}

// series is the actual value of another indicator of the plan that a target
// refers to: 经济增长 is the growth of 地区生产总值. A name with a place in front
// (全国, 全省) means somebody else's figure.
func (p *Plan) series(name string, year int) (quantity.Quantity, bool) {
	want, ok := catalogue.Lookup(name)
	if !ok || catalogue.NamesPlace(name) {
		return quantity.Quantity{}, false
	}
	for _, it := range p.Year(year) {
		m := it.Measure()
		e, ok := catalogue.Lookup(it.Name)
		if ok && e.ID == want.ID && e.Measure == want.Measure && len(m.Facts) == 1 && m.Facts[0].HasValue && m.Facts[0].partOfYear() == "" {
			return m.Facts[0].Quantity, true
		}
	}
	return quantity.Quantity{}, false
}
