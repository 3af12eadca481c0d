package monitor

import "math"

// The constants of the method. They are round numbers, not fitted ones; what they
// give is measured in trial.
const (
	priorMonths = 2.0   // last year's level counts like so many months of this one
	recentShare = 0.35  // weight of the last three months against the whole year so far
	usualNoise  = 0.07  // relative noise of a month before anything is known of it
	usualDof    = 4.0   // how many observations that presumption counts for
	levelDrift  = 0.015 // by so much the level moves from month to month
	persistence = 1.5   // shocks last: the variance of a sum is that much larger
	firstPrint  = 0.01  // a value just published is off by so much before it is revised
)

// flat is the profile of months of a series without a past.
func flat() (p [12]float64) {
	for i := range p {
		p[i] = 1.0 / 12
	}
	return p
}

// monthly spreads values since January over their months.
func monthly(ps []point) (inc [12]float64) {
	from, before := 0, 0.0
	for _, p := range ps {
		for m := from; m < p.month; m++ {
			inc[m] = (p.value - before) / float64(p.month-from)
		}
		from, before = p.month, p.value
	}
	return inc
}

// profile is the share of each month in the year, averaged over earlier years
// with a total above zero; flat when there is none.
func profile(past [][]point) [12]float64 {
	var sum [12]float64
	n := 0.0
	for _, year := range past {
		total := year[len(year)-1].value
		if total <= 0 {
			continue
		}
		for m, x := range monthly(year) {
			sum[m] += x / total
		}
		n++
	}
	if n == 0 {
		return flat()
	}
	for m := range sum {
		sum[m] /= n
	}
	return sum
}

// sumEstimate forecasts a total: what has come together, and for each month left
// its usual share at the year's present level. The level is that of the year so
// far, moved towards the last three months and, early in the year, towards last
// year's.
func sumEstimate(now []point, past [][]point) estimate {
	shape := profile(past)
	mean, level := total(now, shape, lastTotal(past))
	variance := sumVariance(now, shape, level, len(past))
	// What the method would have made of the earlier years, each seen from the
	// others, says more than the presumption.
	dof := usualDof
	if n := float64(len(past)); n >= 2 {
		variance *= dof
		fewer := (1 + 1/n) / (1 + 1/(n-1))
		for i, year := range past {
			others := append(append([][]point{}, past[:i]...), past[i+1:]...)
			seen := until(year, now[len(now)-1].month)
			if len(seen) == 0 || year[len(year)-1].value <= 0 {
				continue
			}
			got, _ := total(seen, profile(others), lastTotal(past[i+1:]))
			e := (got/year[len(year)-1].value - 1) * mean
			variance, dof = variance+e*e*fewer, dof+1
		}
		variance /= dof
	}
	variance += math.Pow(firstPrint*mean, 2)
	floor := math.Inf(-1)
	if x := monthly(now); least(x[:]) >= 0 {
		floor = now[len(now)-1].value // nothing has ever been taken back
	}
	return estimate{mean, math.Sqrt(variance), dof, floor}
}

// total is the year's total and the level, in units of an average month.
func total(now []point, shape [12]float64, last float64) (sum, level float64) {
	month := now[len(now)-1].month
	x := monthly(now)
	done, recent, recentDue, due := now[len(now)-1].value, 0.0, 0.0, 0.0
	for m := range month {
		due += 12 * shape[m]
		if m >= month-3 {
			recent, recentDue = recent+x[m], recentDue+12*shape[m]
		}
	}
	if due <= 0.05 {
		return 12 * done / float64(month), done / float64(month) // the past says nothing of these months
	}
	level = done / due
	if month > 3 && recentDue > 0.05 {
		level += recentShare * (recent/recentDue - level)
	}
	if last > 0 {
		level = (level*due + last/12*priorMonths) / (due + priorMonths)
	}
	return done + level*(12-due), level
}

func lastTotal(past [][]point) float64 {
	if len(past) == 0 {
		return 0
	}
	return past[0][len(past[0])-1].value
}

// sumVariance is that of the months left, by the noise of the months so far.
func sumVariance(now []point, shape [12]float64, level float64, years int) float64 {
	month := now[len(now)-1].month
	noise, dof := usualNoise*usualNoise*usualDof, usualDof
	if years == 0 {
		noise *= 4 // the months' own shape is unknown and looks like noise
	}
	x := monthly(now)
	for m := range month {
		if usual := 12 * shape[m] * level; usual > 0 && month > 2 {
			e := x[m]/usual - 1
			noise, dof = noise+e*e, dof+1
		}
	}
	noise /= max(1, dof-2)
	left, squares := 0.0, 0.0
	for m := month; m < 12; m++ {
		left += 12 * shape[m]
		squares += 144 * shape[m] * shape[m]
	}
	ofLevel := noise/float64(month) + levelDrift*levelDrift*float64(12-month)
	if years > 0 {
		ofLevel += noise / float64(12*years)
	}
	return level * level * persistence * (noise*squares + ofLevel*left*left)
}

// until is the part of a year that was known at the end of a month.
func until(year []point, month int) []point {
	n := 0
	for n < len(year) && year[n].month <= month {
		n++
	}
	if n == 0 || year[n-1].month != month {
		return nil
	}
	return year[:n]
}

func least(x []float64) float64 {
	low := math.Inf(1)
	for _, v := range x {
		low = min(low, v)
	}
	return low
}
