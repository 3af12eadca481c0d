package extract

import (
	"strconv"

	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/span"
	"gangmu/target"
)

// ClaimMeasure is what a claim says of its indicator.
type ClaimMeasure string

const (
	Level      ClaimMeasure = "level"
	Growth     ClaimMeasure = "growth" // in percent; a fall is negative
	Share      ClaimMeasure = "share"
	Count      ClaimMeasure = "count"
	Points     ClaimMeasure = "points"     // a change or a distance in percentage points
	Completion ClaimMeasure = "completion" // percent of the plan
	Gap        ClaimMeasure = "gap"        // above or below the target
)

// ClaimKind tells results from promises.
type ClaimKind string

const (
	ActualClaim ClaimKind = "actual"
	TargetClaim ClaimKind = "target"
)

// Claim is one statement of a number: of what, for when, result or promise.
type Claim struct {
	Indicator string // the name as printed
	Key       string // equal for names that mean the same; ~ begins one that is no known indicator
	Measure   ClaimMeasure
	Value     quantity.Quantity
	Goal      target.Target // of a promise
	Year      int
	Period    string // 2030, 2030-H1
	Kind      ClaimKind
	// Sure claims leave no doubt about subject, place and period. Only they may
	// be set against each other.
	Sure bool
	// Within is the key of a known indicator that is probably meant: the name ends
	// with its name, behind a word that may narrow it (国控点空气质量优良天数), or the
	// paragraph speaks of it. It may only raise doubt, never an error.
	Within string
	// Added is the key of a stock to which the amount was added: 新培育科技型企业130家.
	Added string
	// Against is the key of what a distance in points is measured from: 高于全体居民
	// 1.3个百分点. Of is what both sides are: growth, share; of Completion and Gap
	// what the result is. Below is negative.
	Against string
	Of      ClaimMeasure
	// Beside is the number that the same sentence gives of the same subject in
	// another measure: its growth, its level; nil when there is none.
	Beside *quantity.Quantity
	Leads  bool // nothing but known figures stands before it in its sentence
	Table  bool // a row of a table, not prose
	Part   Part
	Span   span.Span // of the words that state the value; of a row's target, its name
	Text   string    // what stands there
}

// Known reports a claim about an indicator of the catalogue or of a table.
func (c Claim) Known() bool { return c.Key != "" && c.Key[0] != '~' }

// TableClaims are the rows of the plan's indicator tables as claims, for setting
// prose against them. Indicators that were read from the lines are prose.
func TableClaims(p *plan.Plan, lines []Line) []Claim {
	prose := map[[2]string]bool{}
	place := func(s span.Span) [2]string { return [2]string{s.Block, strconv.Itoa(s.Line)} }
	for i := range lines {
		prose[place(lines[i].Text.Whole())] = true
	}
	var out []Claim
	for _, it := range p.Indicators {
		if prose[place(it.Span)] {
			continue
		}
		m := it.Measure()
		key, measure, turned := rowKey(it.Name, m.Unit)
		base := Claim{
			Indicator: it.Name, Key: key, Measure: measure, Year: it.Year, Period: strconv.Itoa(it.Year),
			Sure: it.Region == "" && !spans(it.Name), Leads: true, Table: true, Span: it.Span, Text: it.Name,
		}
		if u, ok := quantity.ParseUnit(m.Unit); ok && m.HasTarget {
			if q, ok := goalQuantity(m.Target, u); ok {
				c := base
				c.Kind, c.Goal, c.Value = TargetClaim, m.Target, turn(q, turned)
				if turned {
					c.Goal.Sense = turnedSense[c.Goal.Sense]
				}
				out = append(out, c)
			}
		}
		for _, f := range m.Facts {
			if !f.HasValue || f.Change {
				continue
			}
			c := base
			c.Kind, c.Value, c.Span, c.Text = ActualClaim, turn(f.Quantity, turned), f.Span, f.Text
			if c.Value.Unit.IsZero() {
				c.Value.Unit, _ = quantity.ParseUnit(m.Unit)
			}
			if f.Period != "" {
				c.Period = f.Period
			}
			out = append(out, c)
		}
	}
	return out
}

var turnedSense = map[target.Sense]target.Sense{target.Min: target.Max, target.Max: target.Min}

// goalQuantity is the number of a target that has a single one.
func goalQuantity(t target.Target, u quantity.Unit) (quantity.Quantity, bool) {
	if t.Kind != target.Bound && t.Kind != target.About {
		return quantity.Quantity{}, false
	}
	if v, ok := quantity.ParseUnit(t.Unit); ok {
		u = v
	}
	q := quantity.Quantity{Value: t.Value, Op: t.Op, Unit: u}
	if t.Kind == target.About {
		q.Op = quantity.About
	}
	return q, true
}

// rowKey is what a name in a table measures. Turned rows count a fall as a
// positive number.
func rowKey(name, unit string) (key string, m ClaimMeasure, turned bool) {
	printed := name
	if unit != "" {
		printed += "（" + unit + "）"
	}
	e, ok := catalogue.Lookup(printed)
	if !ok {
		return plainKey(name)
	}
	switch {
	case e.Measure == catalogue.Growth:
		return e.ID, Growth, false
	case e.Measure == catalogue.Decline && unit == "%":
		return e.ID, Growth, true
	case e.Measure == catalogue.Decline:
		return e.ID + "-fall", Level, false
	}
	return e.ID, levelMeasure(e), false
}

// plainKey is rowKey for a name that the catalogue does not know.
func plainKey(name string) (key string, m ClaimMeasure, turned bool) {
	base := squeeze(name)
	m = Level
	switch catalogue.MeasureOf(base) {
	case catalogue.Growth:
		base, m = trimSuffixes(base, "增速", "增长率", "增幅", "增长"), Growth
	case catalogue.Decline:
		return base, Level, false
	}
	return trimSuffixes(base, "数量"), m, false
}

func levelMeasure(e catalogue.Entry) ClaimMeasure {
	switch e.Kind {
	case catalogue.ShareKind:
		return Share
	case catalogue.CountKind:
		return Count
	case catalogue.GrowthKind:
		return Growth
	}
	return Level
}

// turn makes a counted fall a negative change.
func turn(q quantity.Quantity, turned bool) quantity.Quantity {
	if turned {
		q.Value = q.Value.Neg()
		switch q.Op {
		case quantity.AtLeast:
			q.Op = quantity.AtMost
		case quantity.AtMost:
			q.Op = quantity.AtLeast
		case quantity.More:
			q.Op = quantity.Less
		case quantity.Less:
			q.Op = quantity.More
		}
	}
	return q
}
