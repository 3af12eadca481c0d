package trial

import (
	"math"
	"strconv"

	"gangmu/monitor"
)

// Score is what a set of samples makes of the forecast and of naive methods. The
// errors are means of absolute ones: relative to the truth, of a growth rate in
// points.
type Score struct {
	Kind                 monitor.Kind
	Past, Month, Samples int
	Error                float64 // of the forecast
	Pace                 float64 // of the naive one: what has come / (month/12); a rate or level stays as it is
	LastYear             float64 // of the naive one: last year's share at the same month, its change since; 0 without a past
	Coverage             float64 // how often the range held the truth
	Width                float64 // of the range, on average, in the measure of the errors
}

// Measure scores n samples.
func Measure(seed uint64, kind monitor.Kind, past, month, n int) Score {
	s := Score{Kind: kind, Past: past, Month: month, Samples: n}
	for _, sample := range Samples(seed, kind, past, month, n) {
		f, ok := monitor.Predict(sample.Series)
		if !ok {
			f = monitor.Forecast{Value: math.NaN()}
		}
		unit := 1.0
		if kind != monitor.Growth {
			unit = math.Abs(sample.Truth)
		}
		off := func(x float64) float64 { return math.Abs(x-sample.Truth) / unit / float64(n) }
		s.Error += off(f.Value)
		s.Width += (f.High - f.Low) / unit / float64(n)
		if f.Low <= sample.Truth && sample.Truth <= f.High {
			s.Coverage += 1 / float64(n)
		}
		pace, last, hasLast := naive(sample)
		s.Pace += off(pace)
		if hasLast {
			s.LastYear += off(last)
		}
	}
	return s
}

// naive is what people do by hand.
func naive(s Sample) (pace, lastYear float64, hasLast bool) {
	var now, then, end float64
	for _, v := range s.Series.Values {
		x := float(v)
		switch {
		case v.Period.Year == Year && v.Period.Last == s.Month:
			now = x
		case v.Period.Year == Year-1 && v.Period.Last == s.Month:
			then, hasLast = x, true
		case v.Period.Year == Year-1 && v.Period.Last == 12:
			end = x
		}
	}
	if s.Series.Kind != monitor.Accumulating {
		return now, now + end - then, hasLast
	}
	return now * 12 / float64(s.Month), now * end / then, hasLast
}

func float(v monitor.Value) float64 {
	f, _ := strconv.ParseFloat(v.Actual.Text, 64)
	return f
}
