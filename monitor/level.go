package monitor

import (
	"fmt"

	"gangmu/quantity"
)

// compared sets a value beside its goal or the path to it.
func (w *watch) compared() {
	expected := w.expected()
	at := expected.Round(w.places())
	if w.j.Reason == ByTarget {
		at = w.goal
	}
	w.j.Pace = &at
	short := w.behind(w.value, at)
	behind := w.size(short)
	w.j.Behind = &behind
	w.j.Light = w.set.light(w.Kind, behind)
	w.sayCompared(at, short.Neg())
}

// places are the decimals of whatever is computed beside value and goal: theirs,
// and one at least for what is in percent.
func (w *watch) places() int {
	least := 0
	if w.inPercent() {
		least = 1
	}
	return max(least, w.value.Places(), w.goal.Places())
}

// expected is what the value should be by now, and why.
func (w *watch) expected() quantity.Number {
	base, hasBase := quantity.Number{}, false
	if q, ok := w.lastYear(); ok && w.Kind != Growth {
		base, hasBase = q.Value, q.Op == quantity.Equal && q.Form != quantity.Range
	}
	if at, ok := w.milestone(base, hasBase); ok {
		w.j.Reason = ByMilestone
		return at
	}
	// A base that is already as good as the goal gives no way to go: then the
	// goal itself must be held.
	if hasBase && w.behind(base, w.goal).Sign() > 0 {
		w.j.Reason = ByPath
		way := w.goal.Sub(base).Mul(quantity.Int(int64(w.month())))
		return base.Add(over(way, 12))
	}
	w.j.Reason = ByTarget
	return w.goal
}

// size is a distance as thresholds count it: points of whatever is in percent,
// otherwise percent of the goal.
func (w *watch) size(short quantity.Number) quantity.Number {
	switch {
	case w.inPercent():
		return short
	case w.goal.Sign() == 0 && short.Sign() > 0:
		return quantity.Int(100) // of nothing, anything is all
	case w.goal.Sign() == 0:
		return quantity.Number{}
	}
	behind := percentOf(short, w.goal.Abs())
	if behind.Sign() == 0 && short.Sign() > 0 {
		return quantity.MustNumber("0.1") // behind by less than is printed is still behind
	}
	return behind
}

func (w *watch) inPercent() bool {
	return w.Kind == Growth || w.unit() == "%" || w.unit() == "‰"
}

// sayCompared is the sentence of the comparison; diff is above zero on the
// better side.
func (w *watch) sayCompared(at, ahead quantity.Number) {
	word, wordEn := "目标", "target"
	if w.ceiling() {
		word, wordEn = "控制目标", "ceiling"
	}
	when, whenEn := w.when()
	zh := fmt.Sprintf("%s%s，%s%s", word, w.figure(w.goal), when, w.figure(w.value))
	en := fmt.Sprintf("%s %s, %s %s", wordEn, w.figureEn(w.goal), whenEn, w.figureEn(w.value))
	switch w.j.Reason {
	case ByPath:
		zh, en = zh+"，按上年数到目标的直线应为"+w.figure(at), en+", on the straight path from last year "+w.figureEn(at)
	case ByMilestone:
		zh, en = zh+"，节点应达"+w.figure(at), en+", milestone "+w.figureEn(at)
	}
	w.say(zh+"，"+w.distance(ahead), en+", "+w.distanceEn(ahead))
}

// distance says on which side of the expectation the value is, and how far.
func (w *watch) distance(ahead quantity.Number) string {
	above := ahead.Sign() > 0 != w.ceiling()
	size := w.points(ahead.Abs().Plain())
	switch {
	case ahead.Sign() == 0:
		return "持平"
	case above:
		return "高" + size + w.ofGoal()
	}
	return "低" + size + w.ofGoal()
}

// ofGoal adds what a distance is of the goal, which the thresholds go by.
func (w *watch) ofGoal() string {
	if w.inPercent() || w.goal.Sign() == 0 || w.j.Behind.Sign() <= 0 {
		return ""
	}
	return "（目标的" + w.j.Behind.String() + "%）"
}

func (w *watch) distanceEn(ahead quantity.Number) string {
	size := w.pointsEn(ahead.Abs().Plain())
	switch {
	case ahead.Sign() == 0:
		return "level"
	case ahead.Sign() > 0 != w.ceiling():
		return size + " above"
	}
	return size + " below"
}

// when names what the value is of: the year so far, or the end of its period.
func (w *watch) when() (zh, en string) {
	since := Period{w.Year, 1, w.month()}
	switch {
	case w.Kind == Growth, w.Kind == Accumulating:
		return since.Zh(), since.En()
	case w.last.Period.Final():
		return "年末", "at the year's end"
	}
	m := Month(w.Year, w.month())
	return m.Zh() + "末", "at the end of " + m.En()
}

// figure is a number with its unit.
func (w *watch) figure(n quantity.Number) string { return n.String() + w.printedUnit() }

func (w *watch) figureEn(n quantity.Number) string {
	if u := w.printedUnit(); u != "" && u != "%" && u != "‰" {
		return n.String() + " " + u
	}
	return w.figure(n)
}

func (w *watch) printedUnit() string {
	if w.Kind == Growth {
		return "%"
	}
	return w.unit()
}

// points is a difference with its unit: percents differ by points.
func (w *watch) points(n quantity.Number) string {
	switch u := w.printedUnit(); u {
	case "%":
		return n.String() + "个百分点"
	case "‰":
		return n.String() + "个千分点"
	default:
		return n.String() + u
	}
}

func (w *watch) pointsEn(n quantity.Number) string {
	switch u := w.printedUnit(); u {
	case "%", "‰":
		return n.String() + " points"
	case "":
		return n.String()
	default:
		return n.String() + " " + u
	}
}
