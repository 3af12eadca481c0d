package target

import (
	"strings"

	"gangmu/quantity"
)

// Test compares an actual with a target.
func Test(t Target, a Actual, c Context) Result {
	if !a.HasValue {
		return testWords(t, a, c)
	}
	if why, ok := c.signClash(t, a); ok {
		return undecided(t, a, c, why)
	}
	if a.Change {
		return testStep(t, a, c)
	}
	switch t.Kind {
	case Bound, About, Double, Range:
		return testNumbers(t, a, c)
	case Change:
		return testChange(t, a, c)
	case Benchmark:
		return testBenchmark(t, a, c)
	}
	if v, ok := stated(a.Text); ok && containsAny(a.Text, "目标", "任务", "进度", "要求", "计划", "达标", "超额") {
		return byWord(t, a, c, v) // 3.2（完成市级目标）
	}
	return undecided(t, a, c, untestable(t))
}

// byWord is a verdict that rests on the report's word.
func byWord(t Target, a Actual, c Context, v Verdict) Result {
	return Result{Verdict: v, Basis: Stated, Zh: statedZh(t, a, c, v), En: statedEn(t, a, c, v)}
}

// testWords tests an actual without a number.
func testWords(t Target, a Actual, c Context) Result {
	if a.Quality == Missing || a.Text == "" {
		return undecided(t, a, c, missingReason(a))
	}
	if best, worst := gradesIn(a.Text); worst > 0 && t.Kind == Grade {
		return testGrade(t, a, c, best, worst)
	}
	if v, ok := stated(a.Text); ok {
		return byWord(t, a, c, v)
	}
	return undecided(t, a, c, reason{"完成情况没有写成可比的数", "the result is not a number that can be compared"})
}

func missingReason(a Actual) reason {
	if strings.Contains(a.Text, "下达") {
		return reason{"上级尚未下达", "the higher level has not issued it yet"}
	}
	return reason{"没有完成数", "there is no actual value"}
}

func testGrade(t Target, a Actual, c Context, best, worst int) Result {
	_, want := gradesIn(t.Grade)
	v := Undetermined
	switch {
	case worst < want:
		v = Exceeded
	case worst == want:
		v = Met
	case best > want:
		v = Missed
	default:
		return undecided(t, a, c, reason{"各断面类别不一，跨在目标两边", "the classes lie on both sides of the target"})
	}
	return conclude(t, a, c, v, gradeRelation(worst-want))
}

// testNumbers tests an actual against the numbers of the target itself.
func testNumbers(t Target, a Actual, c Context) Result {
	i, ok := actualIn(a, unitOf(t, c), c)
	if !ok {
		return undecided(t, a, c, unitClash(a, unitOf(t, c), c))
	}
	switch t.Kind {
	case Range:
		return testRange(t, a, c, i)
	case Double:
		return testDouble(t, a, c, i)
	}
	if c.Either && t.Kind == Bound && t.Op == quantity.Equal && !(i.isPoint() && i.lo.Equal(t.Value)) {
		return undecided(t, a, c, reason{"指标不分高低好坏，实际数与目标不同", "neither side is better and the actual differs"})
	}
	return testBound(t, a, c, i, t.Value)
}

// testBound tests against one number: v, on the target's better side.
func testBound(t Target, a Actual, c Context, i interval, v quantity.Number) Result {
	side, floor := i, v
	if t.Sense == Max {
		side, floor = i.mirror(), v.Neg()
	}
	strict := t.Op == quantity.More || t.Op == quantity.Less
	verdict := side.against(floor, strict)
	soft := t.Op == quantity.About || t.Approx
	if soft && verdict != Exceeded && verdict != Met {
		if i.about && i.lo.Equal(v) || i.isPoint() && i.lo.Round(v.Places()).Equal(v) {
			return conclude(t, a, c, Met, aboutRelation())
		}
		return undecided(t, a, c, reason{"“左右、基本”没有写明幅度，实际数差于目标数", "“about” states no width and the actual is worse than the number"})
	}
	if verdict == Undetermined {
		return undecided(t, a, c, straddles())
	}
	return concludeAt(t, a, c, verdict, i, v)
}

// testDouble is met from the value on and exceeded from the stretch on.
func testDouble(t Target, a Actual, c Context, i interval) Result {
	side, top := i, t.Stretch
	if t.Sense == Max {
		side, top = i.mirror(), top.Neg()
	}
	if high := side.against(top, false); high == Exceeded || high == Met {
		return concludeAt(t, a, c, Exceeded, i, t.Value)
	}
	r := testBound(t, a, c, i, t.Value)
	if r.Verdict == Exceeded {
		return concludeAt(t, a, c, Met, i, t.Value)
	}
	return r
}

// testRange is met inside and exceeded beyond the better end.
func testRange(t Target, a Actual, c Context, i interval) Result {
	side, low, high := i, t.Low, t.High
	if t.Sense == Max {
		side, low, high = i.mirror(), t.High.Neg(), t.Low.Neg()
	}
	worse, better := t.Low, t.High
	if t.Sense == Max {
		worse, better = better, worse
	}
	over := side.against(high, true)
	switch under := side.against(low, false); {
	case under == Missed && t.Approx, under == Undetermined && side.about:
		return undecided(t, a, c, reason{"“左右”没有写明幅度，实际数在区间以外", "“about” states no width and the actual lies outside"})
	case under == Missed:
		return concludeAt(t, a, c, Missed, i, worse)
	case under == Undetermined:
		return undecided(t, a, c, straddles())
	case over == Exceeded && c.Either:
		return concludeAt(t, a, c, Missed, i, better)
	case over == Exceeded || over == Met:
		return concludeAt(t, a, c, Exceeded, i, better)
	}
	return conclude(t, a, c, Met, insideRelation())
}

// testStep tests an actual that is printed as a change: against a target that
// is one, too, or added to last year's value.
func testStep(t Target, a Actual, c Context) Result {
	q := a.Quantity
	if t.Kind == Change && t.HasDelta && t.Reference == "" && (t.Unit == "" && t.Delta.Sign() == 0 || sameUnit(t.Unit, q.Unit.Text)) {
		c.Unit = q.Unit.Text
		return testBound(t, a, c, admits(q, q.Value, q.High), t.Delta)
	}
	if c.Base == nil || q.Unit.Dim == quantity.Share || q.Form != quantity.Single {
		return undecided(t, a, c, reason{"实际只写了比上年的变化", "the actual is only the change against last year"})
	}
	unit := q.Unit.Text
	if q.Unit.Dim == quantity.Points {
		unit = "%"
	}
	base, ok := c.exact(*c.Base)
	step, same := convert(q.Value, q.Unit, c.Unit)
	if q.Unit.Dim == quantity.Points && sameUnit(c.Unit, unit) {
		step, same = q.Value, true
	}
	if !ok || !same {
		return undecided(t, a, c, unitClash(a, c.Unit, c))
	}
	a.Change = false
	a.Quantity.Value = base.Add(step)
	a.Quantity.Unit, _ = quantity.ParseUnit(c.Unit)
	return Test(t, a, c)
}

// testChange turns the change into the number that must be reached.
func testChange(t Target, a Actual, c Context) Result {
	if t.stillGrowth(c) {
		if i, ok := actualIn(a, c.Unit, c); ok {
			return testBound(t, a, c, i, t.Delta)
		}
	}
	base, ok := c.base(t)
	if !ok {
		return undecided(t, a, c, noBase(t))
	}
	v, ok := t.from(base, c)
	if !ok {
		return undecided(t, a, c, ambiguousPercent())
	}
	i, ok := actualIn(a, c.Unit, c)
	if !ok {
		return undecided(t, a, c, unitClash(a, c.Unit, c))
	}
	return testBound(t, a, c, i, v)
}

// from is the number that a change from base must reach.
func (t Target) from(base quantity.Number, c Context) (quantity.Number, bool) {
	switch {
	case t.HasFactor:
		return base.Mul(t.Factor), true
	case t.Unit == "%" && t.Delta.Sign() != 0:
		if c.Unit == "%" {
			return quantity.Number{}, false
		}
		return base.Add(base.Mul(t.Delta).Shift(-2)), true
	}
	return base.Add(t.Delta), true
}

// base is the value that a change starts from.
func (c Context) base(t Target) (quantity.Number, bool) {
	if t.Reference != "" {
		return c.reference(t.Reference)
	}
	if c.Base == nil {
		return quantity.Number{}, false
	}
	return c.exact(*c.Base)
}

func (c Context) reference(name string) (quantity.Number, bool) {
	q, ok := c.References[name]
	if !ok {
		return quantity.Number{}, false
	}
	return c.exact(q)
}

// exact is a quantity as one number in the unit of the column.
func (c Context) exact(q quantity.Quantity) (quantity.Number, bool) {
	if q.Op != quantity.Equal || q.Form == quantity.Range {
		return quantity.Number{}, false
	}
	return convert(q.Value, q.Unit, c.Unit)
}

// testBenchmark turns the other series into the number that must be reached.
func testBenchmark(t Target, a Actual, c Context) Result {
	v, ok := c.reference(t.Reference)
	if !ok {
		return undecided(t, a, c, reason{"缺少“" + t.Reference + "”的数", "the value of “" + t.Reference + "” is not known"})
	}
	i, ok := actualIn(a, c.Unit, c)
	if !ok {
		return undecided(t, a, c, unitClash(a, c.Unit, c))
	}
	if t.HasDelta {
		delta := t.Delta
		if t.Sense == Max {
			delta = delta.Neg()
		}
		v = v.Add(delta)
		t.Op = quantity.Equal // the distance itself is enough
	}
	return testBound(t, a, c, i, v)
}

// actualIn is what the actual admits, in a unit.
func actualIn(a Actual, unit string, c Context) (interval, bool) {
	q, from := a.Quantity, a.Quantity.Unit
	if from.Text == "" && q.Form != quantity.Ratio {
		from, _ = quantity.ParseUnit(c.Unit)
	}
	v, ok := convert(q.Value, from, unit)
	if !ok {
		return interval{}, false
	}
	high, _ := convert(q.High, from, unit)
	return admits(q, v, high), true
}

// unitOf is the unit in which a target's numbers are compared.
func unitOf(t Target, c Context) string {
	if t.Unit != "" && t.Unit != ratioUnit {
		return t.Unit
	}
	return c.Unit
}

// convert brings n from a printed unit into another; an unknown unit on either
// side counts as the same.
func convert(n quantity.Number, from quantity.Unit, to string) (quantity.Number, bool) {
	if from.Text == "" || to == "" || sameUnit(from.Text, to) {
		return n, true
	}
	u, ok := quantity.ParseUnit(to)
	if !ok || !from.Same(u) || u.Scale.Sign() == 0 {
		return n, false
	}
	v, ok := n.Mul(from.Scale).Quo(u.Scale)
	return v.Plain(), ok
}

func sameUnit(a, b string) bool {
	return strings.ReplaceAll(a, "％", "%") == strings.ReplaceAll(b, "％", "%")
}

// signClash reports an actual below zero under a name that says a fall, where
// nobody can tell whether the minus doubles the fall or undoes it.
func (c Context) signClash(t Target, a Actual) (reason, bool) {
	if !c.Fall || a.Quantity.Value.Sign() >= 0 || t.Value.Sign() < 0 || containsAny(a.Text, rises...) {
		return reason{}, false
	}
	return reason{"名称已含“下降”，实际数又为负，方向不明", "the name says a fall and the number is negative: the direction is not clear"}, true
}
