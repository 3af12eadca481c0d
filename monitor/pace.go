package monitor

import (
	"fmt"

	"gangmu/quantity"
)

// percentOf is 100 a / b at one decimal; b is not zero.
func percentOf(a, b quantity.Number) quantity.Number {
	q, _ := a.Shift(2).Quo(b)
	return q.Round(1)
}

// over is a / b for a b that is not zero.
func over(a quantity.Number, b int) quantity.Number {
	q, _ := a.Quo(quantity.Int(int64(b)))
	return q
}

// accumulated compares what has come together with month/12 of the goal.
func (w *watch) accumulated() {
	expected, name, nameEn := w.paceNow()
	pace, done := percentOf(expected, w.goal), percentOf(w.value, w.goal)
	behind := w.behind(done, pace)
	w.j.Pace, w.j.Done, w.j.Behind = &pace, &done, &behind
	w.j.Light = w.set.light(Accumulating, behind)
	verb, verbEn := "完成", "done"
	if w.ceiling() {
		verb, verbEn = "已用", "used"
	}
	gap, gapEn := gapWords(done.Sub(pace), w.ceiling(), name)
	w.say(fmt.Sprintf("%s%s%%，%s%s%%，%s", name, pace, verb, done, gap),
		fmt.Sprintf("%s %s%%, %s %s%%, %s", nameEn, pace, verbEn, done, gapEn))
	w.pastShape()
}

// paceNow is what should have come together by now: the pace, or the plan's
// milestones.
func (w *watch) paceNow() (expected quantity.Number, zh, en string) {
	w.j.Reason = ByPace
	if at, ok := w.milestone(quantity.Number{}, true); ok {
		w.j.Reason = ByMilestone
		return at, "节点", "milestone"
	}
	return over(w.goal.Mul(quantity.Int(int64(w.month()))), 12), "序时", "pace"
}

// gapWords says how far done is from the pace, in points.
func gapWords(ahead quantity.Number, ceiling bool, than string) (zh, en string) {
	points := ahead.Abs().String()
	switch {
	case ahead.Sign() == 0:
		return "与" + than + "持平", "level"
	case ahead.Sign() > 0 && ceiling:
		return "多用" + points + "个百分点", points + " points too much"
	case ahead.Sign() > 0:
		return "超" + points + "个百分点", points + " points ahead"
	case ceiling:
		return "少用" + points + "个百分点", points + " points less than allowed"
	}
	return "差" + points + "个百分点", points + " points behind"
}

// milestone is the straight line between the plan's milestones at the value's
// month. It begins in January at start, or flat where there is none, and ends at
// the goal.
func (w *watch) milestone(start quantity.Number, hasStart bool) (quantity.Number, bool) {
	if len(w.Milestones) == 0 {
		return quantity.Number{}, false
	}
	points := map[int]quantity.Number{12: w.goal}
	if hasStart {
		points[0] = start
	}
	for _, m := range w.Milestones {
		if m.Period.Year == w.Year && m.Period.Last < 12 {
			points[m.Period.Last] = m.Value
		}
	}
	month := w.month()
	lo, hi := month, month
	for lo >= 0 && !has(points, lo) {
		lo--
	}
	for !has(points, hi) {
		hi++
	}
	switch {
	case lo < 0:
		return points[hi], true
	case lo == hi:
		return points[lo], true
	}
	step := points[hi].Sub(points[lo]).Mul(quantity.Int(int64(month - lo)))
	return points[lo].Add(over(step, hi-lo)), true
}

func has(points map[int]quantity.Number, month int) bool {
	_, ok := points[month]
	return ok
}

// pastShape sets beside the official pace what earlier years had reached by the
// same month, where there are two of them.
func (w *watch) pastShape() {
	var sum quantity.Number
	n := 0
	for year := w.Year - 1; year >= w.Year-5; year-- {
		if share, ok := w.reachedBy(year); ok {
			sum, n = sum.Add(share), n+1
		}
	}
	if n < 2 {
		return
	}
	mean := over(sum, n).Round(1)
	w.j.Shape = &mean
	w.say(fmt.Sprintf("前%s年同期平均完成全年的%s%%", count(n), mean), fmt.Sprintf("by this month earlier years (%d) had reached %s%% of their total on average", n, mean))
}

// reachedBy is how many percent of an earlier year's total had come together by
// the value's month.
func (w *watch) reachedBy(year int) (quantity.Number, bool) {
	var then, total quantity.Number
	values := valuesOf(w.Values, year)
	seen := 0
	for i, v := range values {
		if v.Period.Last != w.month() && !v.Period.Final() {
			continue
		}
		n, ok := exactIn(v.Actual, w.unit())
		if w.Flow {
			var a = v.Actual
			a, ok = added(values[:i+1])
			n = a.Quantity.Value
		}
		if !ok {
			return n, false
		}
		if v.Period.Final() {
			total, seen = n, seen|2
		} else {
			then, seen = n, seen|1
		}
	}
	if seen != 3 || total.Sign() <= 0 {
		return total, false
	}
	return percentOf(then, total), true
}

// count is a small number as one says it before a measure word.
func count(n int) string {
	words := [...]string{"零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}
	if n < 0 || n >= len(words) {
		return fmt.Sprint(n)
	}
	return words[n]
}
