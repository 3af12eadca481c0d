// Package trial measures forecasts on made-up series whose end is known: how far
// off they are, how often the range holds, and how naive methods do on the same.
//
// # The generator
//
// Everything is drawn from a seeded PCG, so that the same seed gives the same
// series. A series has up to three complete years and a year that is known to a
// month.
//
//   - What accumulates: a level (log-normal) that grows by 6% ± 6 a year, a
//     season of its own (each month's share off by a tenth to a third, quarters'
//     ends higher by a fifth, December by up to a half, January and February
//     lower), a season that differs by 5% from year to year, and monthly shocks
//     of 3% to 12% of which half lasts into the next month. January and February
//     are one period.
//   - A growth rate: the months' growth goes around a yearly mean of 6 ± 2.5
//     points with shocks of 1 to 2.5 points that last (0.7); what is published is
//     the growth of the year so far.
//   - A level: a walk with a drift of its own and a season.
//   - Revisions: of the year so far, the last month published is off by 1% (a
//     growth by 0.15 points), the one before by half of it; older months and
//     years are final. The truth is the final value.
//
// Figures are rounded to four digits as tables print them.
//
// # What it leaves out
//
// Breaks: a change of coverage, a census, a pandemic. No method here sees them.
package trial

import (
	"math"
	"math/rand/v2"
	"strconv"

	"gangmu/monitor"
	"gangmu/quantity"
	"gangmu/target"
)

// Year is the plan year of all samples.
const Year = 2026

// Sample is a series as known at the end of a month, and what its year came to.
type Sample struct {
	Series monitor.Series
	Month  int
	Truth  float64
}

// Samples draws n series of a kind with so many complete years, known to a month.
func Samples(seed uint64, kind monitor.Kind, past, month, n int) []Sample {
	r := rand.New(rand.NewPCG(seed, uint64(past*100+month)))
	out := make([]Sample, n)
	for i := range out {
		out[i] = sample(r, kind, past, month)
	}
	return out
}

func sample(r *rand.Rand, kind monitor.Kind, past, month int) Sample {
	var years [][12]float64 // as published in the end
	switch kind {
	case monitor.Accumulating:
		years = sums(r, past+1)
	case monitor.Growth:
		years = rates(r, past+1)
	default:
		years = levels(r, past+1)
	}
	s := Sample{Series: monitor.Series{Year: Year, Kind: kind}, Month: month, Truth: years[past][11]}
	for i, year := range years {
		last := 12
		if i == past {
			last = month
			revise(r, &year, month, kind)
		}
		for m := 2; m <= last; m++ {
			p := monitor.Month(Year-past+i, m)
			if m == 2 {
				p = monitor.JanFeb(p.Year)
			}
			s.Series.Values = append(s.Series.Values, monitor.Value{Period: p, Actual: actual(year[m-1], kind)})
		}
	}
	return s
}

// revise makes of final values the first ones.
func revise(r *rand.Rand, year *[12]float64, month int, kind monitor.Kind) {
	for back, size := range []float64{1, 0.5} {
		m := month - 1 - back
		if m < 1 {
			return
		}
		if kind == monitor.Growth {
			year[m] += 0.15 * size * r.NormFloat64()
		} else {
			year[m] *= 1 + 0.01*size*r.NormFloat64()
		}
	}
}

// sums are years of a total since January.
func sums(r *rand.Rand, n int) [][12]float64 {
	level, noise, swing := math.Exp(4+r.NormFloat64()), 0.03+0.09*r.Float64(), 0.1+0.2*r.Float64()
	december := 0.5 * r.Float64()
	var season [12]float64
	for m := range season {
		season[m] = swing * r.NormFloat64()
		switch {
		case m < 2:
			season[m] -= 0.2
		case m == 11:
			season[m] += december
		case m%3 == 2:
			season[m] += 0.2
		}
	}
	shock := 0.0
	out := make([][12]float64, n)
	for y := range out {
		level *= 1.06 + 0.06*r.NormFloat64()
		sum := 0.0
		for m := range season {
			shock = 0.5*shock + noise*r.NormFloat64()
			sum += level * math.Exp(season[m]+0.05*r.NormFloat64()+shock)
			out[y][m] = sum
		}
	}
	return out
}

// rates are years of a growth of the year so far.
func rates(r *rand.Rand, n int) [][12]float64 {
	mean, noise := 6+2.5*r.NormFloat64(), 1+1.5*r.Float64()
	out := make([][12]float64, n)
	shock := 0.0
	for y := range out {
		year := mean + 1.5*r.NormFloat64()
		sum := 0.0
		for m := range 12 {
			shock = 0.7*shock + noise*math.Sqrt(1-0.49)*r.NormFloat64()
			sum += year + shock
			out[y][m] = sum / float64(m+1)
		}
	}
	return out
}

// levels are years of a level at the months' ends.
func levels(r *rand.Rand, n int) [][12]float64 {
	level, drift, noise, swing := 20+60*r.Float64(), 0.1*r.NormFloat64(), 0.1+0.4*r.Float64(), 0.6*r.Float64()
	var season [12]float64
	for m := range season {
		season[m] = swing * r.NormFloat64()
	}
	out := make([][12]float64, n)
	for y := range out {
		for m := range season {
			level += drift + noise*r.NormFloat64()
			out[y][m] = level + season[m]
		}
	}
	return out
}

// actual is a value as printed: four digits, a growth with one decimal.
func actual(x float64, kind monitor.Kind) target.Actual {
	places := 1
	if kind != monitor.Growth {
		places = max(0, 3-int(math.Floor(math.Log10(math.Max(math.Abs(x), 1e-9)))))
	}
	n := quantity.MustNumber(strconv.FormatFloat(x, 'f', places, 64))
	return target.Actual{Text: n.String(), Quantity: quantity.Quantity{Value: n}, HasValue: true}
}
