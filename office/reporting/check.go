package reporting

import (
	"fmt"

	"gangmu/monitor"
	"gangmu/quantity"
)

// Problem is what a check says of a cell.
type Problem struct {
	Check  string // its id
	Zh, En string
	// Soft: a remark that explains the value lets it pass.
	Soft bool
}

// check is a function over one line of a sheet; lines are those beside it.
type check struct {
	id  string
	run func(l *Line, v quantity.Number, p monitor.Period, lines []Line) (zh, en string)
}

// checks run on every cell with a number, while it is typed and when it is
// submitted.
var checks = []check{
	{"range", inRange},
	{"falling", notFalling},
	{"jump", jump},
	{"last-year", besideLastYear},
	{"parts", besideParts},
}

// check says what is wrong with the line's cell.
func (l *Line) check(p monitor.Period, lines []Line) (out []Problem) {
	if l.Cell.Value == "" {
		return nil
	}
	v, ok := monitor.Exact(l.actual(l.Cell.Value, l.Cell.Quality), l.Measure)
	switch {
	case !ok && l.Kind == monitor.Graded:
		return nil
	case !ok:
		return []Problem{{Check: "number", Zh: "要填一个数，单位：" + orNone(l.Measure) + "。没有数时可以不填。", En: "Give one number, in " + orNone(l.Measure) + "; leave it empty while there is none."}}
	}
	for _, c := range checks {
		if zh, en := c.run(l, v, p, lines); zh != "" {
			out = append(out, Problem{Check: c.id, Zh: zh, En: en, Soft: true})
		}
	}
	return out
}

func orNone(unit string) string {
	if unit == "" {
		return "—"
	}
	return unit
}

// number is a figure of the line that counts.
func (l *Line) number(c *Counted) (quantity.Number, bool) {
	if c == nil {
		return quantity.Number{}, false
	}
	return monitor.Exact(l.actual(c.Value, c.Quality), l.Measure)
}

// previous is the figure of the period before.
func (l *Line) previous() (*Counted, quantity.Number, bool) {
	if len(l.Before) == 0 {
		return nil, quantity.Number{}, false
	}
	last := &l.Before[0]
	for i := range l.Before {
		p, _ := monitor.ParsePeriod(l.Before[i].Period)
		q, _ := monitor.ParsePeriod(last.Period)
		if p.Compare(q) > 0 {
			last = &l.Before[i]
		}
	}
	n, ok := l.number(last)
	return last, n, ok
}

// isPercent reports a measure in percent.
func (l *Line) isPercent() bool { return l.Measure == "%" || l.Measure == "％" }

// inRange: a share lies between 0 and 100, a count is not below 0, a rate stays
// within what rates are.
func inRange(l *Line, v quantity.Number, _ monitor.Period, _ []Line) (zh, en string) {
	hundred := quantity.Int(100)
	switch {
	case l.isPercent() && l.Kind == monitor.Share && (v.Sign() < 0 || v.Cmp(hundred) > 0):
		return fmt.Sprintf("占比应在0到100之间，这里是%s。", v), fmt.Sprintf("A share lies between 0 and 100; this is %s.", v)
	case l.Kind == monitor.Growth && v.Abs().Cmp(hundred) > 0:
		return fmt.Sprintf("增速%s%%超出常见范围，请核对是不是填了总量。", v), fmt.Sprintf("A growth of %s%% is unusual: is it a level?", v)
	case (l.Kind == monitor.Accumulating || l.Kind == monitor.Stock) && v.Sign() < 0:
		return fmt.Sprintf("不应小于0，这里是%s。", v), fmt.Sprintf("It should not be below 0; this is %s.", v)
	}
	return "", ""
}

// notFalling: what has been counted since January does not become less.
func notFalling(l *Line, v quantity.Number, p monitor.Period, _ []Line) (zh, en string) {
	last, n, ok := l.previous()
	if l.Kind != monitor.Accumulating || l.Flow || !ok || v.Cmp(n) >= 0 {
		return "", ""
	}
	then, _ := monitor.ParsePeriod(last.Period)
	return fmt.Sprintf("累计数比上期少：%s为%s，%s填%s。", then.Zh(), last.Value, p.Zh(), l.Cell.Value),
		fmt.Sprintf("The running total has become less: %s in %s, now %s.", last.Value, then.En(), l.Cell.Value)
}

// jump: the step from the period before is far beyond the steps so far.
func jump(l *Line, v quantity.Number, p monitor.Period, _ []Line) (zh, en string) {
	last, n, ok := l.previous()
	if !ok || len(l.Before) < 3 {
		return "", ""
	}
	usual, any := l.usualStep()
	step := v.Sub(n).Abs()
	small := quantity.Int(5).Shift(-v.Places()) // five of the last printed digit
	if !any || step.Cmp(usual.Mul(quantity.Int(5))) <= 0 || step.Cmp(small) <= 0 {
		return "", ""
	}
	then, _ := monitor.ParsePeriod(last.Period)
	return fmt.Sprintf("比%s变动%s，是以往每期平均变动%s的5倍以上。", then.Zh(), step, usual.Round(step.Places())),
		fmt.Sprintf("It moved by %s since %s, more than five times the usual %s.", step, then.En(), usual.Round(step.Places()))
}

// usualStep is the mean distance between the year's neighbouring figures.
func (l *Line) usualStep() (quantity.Number, bool) {
	sum, count := quantity.Number{}, int64(0)
	for i := 1; i < len(l.Before); i++ {
		a, okA := l.number(&l.Before[i-1])
		b, okB := l.number(&l.Before[i])
		if okA && okB {
			sum, count = sum.Add(b.Sub(a).Abs()), count+1
		}
	}
	if count == 0 || sum.Sign() == 0 {
		return sum, false
	}
	return sum.Quo(quantity.Int(count))
}

// besideLastYear: a level is not ten times, nor a tenth of, what it was a year
// ago, as it is where a unit slipped.
func besideLastYear(l *Line, v quantity.Number, _ monitor.Period, _ []Line) (zh, en string) {
	n, ok := l.number(l.Last)
	if !ok || n.Sign() <= 0 || v.Sign() <= 0 || l.Kind == monitor.Growth || l.Kind == monitor.Share {
		return "", ""
	}
	ten := quantity.Int(10)
	if v.Cmp(n.Mul(ten)) < 0 && n.Cmp(v.Mul(ten)) < 0 {
		return "", ""
	}
	return fmt.Sprintf("上年同期是%s，相差十倍以上，请核对单位（%s）。", l.Last.Value, orNone(l.Measure)),
		fmt.Sprintf("A year ago it was %s, ten times apart: check the unit (%s).", l.Last.Value, orNone(l.Measure))
}

// besideParts: parts that count already make the whole.
func besideParts(l *Line, _ quantity.Number, _ monitor.Period, _ []Line) (zh, en string) {
	if err := l.agrees(); err != nil {
		return err.Zh, err.En
	}
	return "", ""
}
