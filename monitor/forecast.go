package monitor

import (
	"fmt"
	"math"
	"strconv"
)

// Forecast is where the year will probably end, in the unit of the series.
type Forecast struct {
	Value     float64
	Low, High float64 // the year's value lies between them with the probability Coverage
	Past      int     // how many earlier years it learned from
}

// Coverage is the nominal probability of a forecast's range. How often the range
// holds is measured: docs/monitoring.md.
const Coverage = 0.8

// Predict forecasts the year's value from what is known of this year and the
// earlier ones; false where that is too little, or the year is complete. It is a
// function of the values alone, never of the target.
func Predict(s Series) (Forecast, bool) {
	now := s.points(s.Year)
	if len(now) == 0 || now[len(now)-1].month == 12 || s.Kind == Graded {
		return Forecast{}, false
	}
	past := s.past(now[len(now)-1].month)
	if now[len(now)-1].month < 3 && len(past) == 0 {
		return Forecast{}, false
	}
	var e estimate
	switch s.Kind {
	case Accumulating:
		e = sumEstimate(now, past)
	case Growth:
		e = growthEstimate(now, past, s.weights())
	default:
		e = levelEstimate(now, past)
	}
	if math.IsNaN(e.mean+e.sd) || math.IsInf(e.mean+e.sd, 0) {
		return Forecast{}, false
	}
	f := Forecast{Value: e.mean, Past: len(past)}
	width := e.sd * student(e.dof)
	f.Low, f.High = max(e.mean-width, e.floor), e.mean+width
	return f, true
}

// past are up to five complete earlier years, the latest first, as far as they
// have no gap and were known at the end of the month, too.
func (s *Series) past(month int) (past [][]point) {
	for year := s.Year - 1; year >= s.Year-5; year-- {
		p := s.points(year)
		if len(p) == 0 || p[len(p)-1].month != 12 || until(p, month) == nil {
			return past
		}
		past = append(past, p)
	}
	return past
}

// estimate is a forecast before its range is cut: mean, standard error, the
// degrees of freedom that the error rests on, and what it cannot fall below.
type estimate struct{ mean, sd, dof, floor float64 }

// student is the quantile of Student's t that leaves a tenth on either side, by
// the usual expansion around the normal one (Abramowitz and Stegun 26.7.5).
func student(dof float64) float64 {
	const z = 1.2815515655446004
	return z + (z*z*z+z)/(4*dof) + (5*math.Pow(z, 5)+16*z*z*z+3*z)/(96*dof*dof)
}

// point is a value at the end of a month, since January where that applies.
type point struct {
	month int
	value float64
}

// points are a year's values in order. January is left out as soon as February
// is there, so that a series that publishes the two together looks the same.
func (s *Series) points(year int) []point {
	values := valuesOf(s.Values, year)
	unit := s.unit()
	out := make([]point, 0, len(values))
	for i, v := range values {
		a := v.Actual
		if s.Flow && s.Kind == Accumulating {
			var ok bool
			if a, ok = added(values[:i+1]); !ok {
				return nil
			}
		}
		n, ok := exactIn(a, unit)
		if !ok {
			continue
		}
		p := point{v.Period.Last, n.Float()}
		if last := len(out) - 1; last >= 0 && (out[last].month == p.month || out[last].month == 1) {
			out = out[:last]
		}
		out = append(out, p)
	}
	return out
}

// weights are the shares of the year's months in last year's total: a twelfth
// each where last year's levels are not known.
func (s *Series) weights() [12]float64 {
	last := Series{Year: s.Year, Values: s.Levels, Kind: Accumulating}
	levels := last.points(s.Year - 1)
	if len(levels) == 0 || levels[len(levels)-1].month != 12 {
		return flat()
	}
	return profile([][]point{levels})
}

// estimate adds the forecast to the judgement and its sentence.
func (w *watch) estimate() {
	f, ok := Predict(w.Series)
	if !ok {
		return
	}
	w.j.Forecast = &f
	low, high := w.printed(f.Low), w.printed(f.High)
	zh, en := low+"—"+high, low+" to "+high
	if f.Low < 0 {
		zh = low + "至" + high // a dash would run into the sign
	}
	if low == high {
		zh, en = "约"+low, "about "+low
	}
	by, byEn := "近期走势", "recent speed"
	if s := w.Schedule.Frequency; w.Kind == Accumulating && (s == Monthly || s == "") && w.month() >= 4 {
		by, byEn = "近三月速度", "the speed of the last three months"
	}
	if f.Past > 0 {
		by, byEn = "往年进度和"+by, "earlier years and "+byEn
	}
	w.say(fmt.Sprintf("按%s全年预计%s", by, zh), fmt.Sprintf("by %s the year will end at %s", byEn, en))
}

// printed is an end of a forecast as people read it: percent of the goal for
// what accumulates, otherwise with the value's decimals.
func (w *watch) printed(x float64) string {
	if w.Kind == Accumulating && w.goal.Sign() > 0 {
		return strconv.FormatFloat(100*x/w.goal.Float(), 'f', 0, 64) + "%"
	}
	return strconv.FormatFloat(x, 'f', max(0, w.value.Places()), 64) + w.printedUnit()
}
