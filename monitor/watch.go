package monitor

import (
	"strings"
	"time"

	"gangmu/quantity"
	"gangmu/target"
)

// watch is the work on one value that is a number, against a goal that is one.
type watch struct {
	Series
	set         Settings
	last        Value
	value, goal quantity.Number
	context     target.Context
	j           Judgement
	zh, en      []string // the clauses of the sentence
}

func (w *watch) say(zh, en string) { w.zh, w.en = append(w.zh, zh), append(w.en, en) }

func (w *watch) run() {
	w.j.From, w.j.Goal = &w.last, &w.goal
	if w.Kind == Accumulating && w.goal.Sign() > 0 {
		w.accumulated()
	} else {
		w.compared()
	}
	final := w.last.Period.Final()
	if !final {
		w.estimate()
		w.remaining()
	}
	w.certain(final)
	w.j.Zh = strings.Join(w.zh, "；") + "。"
	w.j.En = sentence(strings.Join(w.en, "; "))
}

// certain lets a miss that nothing can turn any more decide, and at the year's
// end the verdict.
func (w *watch) certain(final bool) {
	zh, en := "", ""
	switch {
	case final:
		r := target.Test(w.Target, w.last.Actual, w.context)
		switch r.Verdict {
		case target.Exceeded, target.Met:
			w.j.Light = Green
			return
		case target.Undetermined:
			return
		}
		zh, en = "全年未达目标", "the year has missed its target"
	case w.Kind == Accumulating && w.ceiling() && w.beyond():
		zh, en = "已超过全年控制数，完不成已成定局", "beyond the year's ceiling already, so that the miss is certain"
	case w.Kind == Accumulating && !w.ceiling() && w.tooFewDays():
		zh, en = "余下天数全部达标也完不成", "even if all remaining days count, the target is missed"
	default:
		return
	}
	w.j.Light, w.j.Reason = worse(w.j.Light, w.missed(w.set)), MissCertain
	w.say(zh, en)
}

// ceiling reports a target that must not be passed.
func (s *Series) ceiling() bool { return s.Target.Sense == target.Max }

// beyond reports a value past the ceiling, or on one that must be undercut.
func (w *watch) beyond() bool {
	d := w.value.Cmp(w.goal)
	return d > 0 && !w.soft() || d == 0 && w.Target.Op == quantity.Less
}

// soft reports a target that states no exact limit.
func (s *Series) soft() bool { return s.Target.Approx || s.Target.Op == quantity.About }

// tooFewDays reports a count of days that the days left cannot fill.
func (w *watch) tooFewDays() bool {
	if w.unit() != "天" || w.soft() {
		return false
	}
	end := time.Date(w.Year, time.Month(w.last.Period.Last+1), 1, 0, 0, 0, 0, time.UTC)
	left := int64(time.Date(w.Year+1, 1, 1, 0, 0, 0, 0, time.UTC).Sub(end).Hours() / 24)
	return w.value.Add(quantity.Int(left)).Cmp(w.goal) < 0
}

// month is the number of months that the value covers or has reached.
func (w *watch) month() int { return w.last.Period.Last }

// behind is how far the value is on the worse side of what is expected.
func (w *watch) behind(value, expected quantity.Number) quantity.Number {
	if w.ceiling() {
		return value.Sub(expected)
	}
	return expected.Sub(value)
}
