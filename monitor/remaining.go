package monitor

import (
	"fmt"

	"gangmu/quantity"
)

// remaining says what the rest of the year must bring.
func (w *watch) remaining() {
	if w.behind(w.value, w.goal).Sign() <= 0 && (w.Kind != Growth && w.Kind != Accumulating || w.Kind == Accumulating && !w.ceiling()) {
		if w.Kind == Accumulating {
			w.say("已完成全年目标", "the year's target is reached")
		}
		return
	}
	switch {
	case w.Kind == Accumulating && w.j.Done != nil:
		w.remainingShare()
	case w.Kind == Growth:
		w.remainingGrowth()
	case w.Kind == Share || w.Kind == Stock || w.Kind == Ceiling:
		w.remainingStep()
	}
}

// remainingShare is what each month left must bring, in percent of the goal.
func (w *watch) remainingShare() {
	left := 12 - w.month()
	need := over(quantity.Int(100).Sub(*w.j.Done), left).Round(1)
	average := over(*w.j.Done, w.month()).Round(1)
	w.j.Need, w.j.Average = &need, &average
	if w.ceiling() {
		if need.Sign() < 0 {
			return // passed already, which is said elsewhere
		}
		w.say(fmt.Sprintf("余下%s月%s可用%s%%，此前月均%s%%", count(left), each(left), need, average),
			fmt.Sprintf("%s%% a month may still be used (%s left), so far %s%% a month", need, months(left), average))
		return
	}
	w.say(fmt.Sprintf("余下%s月%s需%s%%，此前月均%s%%", count(left), each(left), need, average),
		fmt.Sprintf("%s%% a month needed (%s left), so far %s%% a month", need, months(left), average))
}

func each(months int) string {
	if months == 1 {
		return ""
	}
	return "每月"
}

func months(n int) string {
	if n == 1 {
		return "1 month"
	}
	return fmt.Sprintf("%d months", n)
}

// remainingGrowth is the growth of the months left that brings the year's to its
// target: with w the share of last year that lay in the months so far,
// ((1+G) - w(1+g)) / (1-w) - 1.
func (w *watch) remainingGrowth() {
	share, weighed := w.weight(w.month())
	rest := quantity.Int(1).Sub(share)
	if rest.Sign() <= 0 {
		return
	}
	need, _ := w.goal.Sub(share.Mul(w.value)).Quo(rest)
	need = need.Round(w.places())
	if need.Cmp(quantity.Int(-100)) <= 0 {
		return
	}
	w.j.Need = &need
	by, byEn := "各月同等", "equal months"
	if weighed {
		by, byEn = "上年各月占比", "the months' shares of last year"
	}
	left := 12 - w.month()
	if w.ceiling() {
		w.say(fmt.Sprintf("余下%s月增速须控制在%s%%以内（按%s推算）", count(left), need, by), fmt.Sprintf("the remaining %s may grow by %s%% (by %s)", months(left), need, byEn))
		return
	}
	w.say(fmt.Sprintf("余下%s月需增长%s%%（按%s推算）", count(left), need, by), fmt.Sprintf("the remaining %s must grow by %s%% (by %s)", months(left), need, byEn))
}

// weight is the share of last year's total that lay in its first months; month/12
// where last year's levels are not known.
func (w *watch) weight(month int) (share quantity.Number, known bool) {
	var then, total quantity.Number
	for _, v := range valuesOf(w.Levels, w.Year-1) {
		n, ok := exactIn(v.Actual, v.Actual.Quantity.Unit.Text)
		if ok && v.Period.Last == month {
			then = n
		}
		if ok && v.Period.Final() {
			total = n
		}
	}
	if then.Sign() > 0 && total.Cmp(then) > 0 {
		share, _ = then.Quo(total)
		return share, true
	}
	return over(quantity.Int(int64(month)), 12), false
}

// remainingStep is how much a level must move in each month left.
func (w *watch) remainingStep() {
	left := 12 - w.month()
	need := over(w.goal.Sub(w.value), left).Round(w.places())
	if need.Sign() == 0 {
		return // less than is printed
	}
	w.j.Need = &need
	verb, verbEn := "提高", "up"
	if need.Sign() < 0 {
		verb, verbEn = "降低", "down"
	}
	w.say(fmt.Sprintf("余下%s月%s需%s%s", count(left), each(left), verb, w.points(need.Abs())),
		fmt.Sprintf("%s %s a month needed (%s left)", verbEn, w.pointsEn(need.Abs()), months(left)))
}
