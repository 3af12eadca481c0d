package monitor

import "math"

const (
	usualSwing  = 1.5  // points by which a month's growth differs from the year's before anything is known
	growthKeeps = 0.5  // how far the growth of the last three months goes on in the months left
	firstRate   = 0.15 // points by which a growth just published is off before it is revised
	fewSteps    = 12.0 // a drift seen in so many months is half believed
	seasonTrust = 0.5  // weight of what earlier years did in the months left
)

// growthEstimate forecasts the growth of the year: the growth so far, and for the
// months left one between it and that of the last three months, each month
// weighed by its share of last year.
func growthEstimate(now []point, past [][]point, weight [12]float64) estimate {
	month := now[len(now)-1].month
	mean := growthOfYear(now, weight)
	rest := 1 - sumTo(weight, month)
	swing, dof := usualSwing*usualSwing*usualDof, usualDof
	for _, h := range pieces(now, weight) {
		d := h.value - now[len(now)-1].value
		swing, dof = swing+d*d, dof+1
	}
	swing /= max(1, dof-1)
	left := float64(12 - month)
	variance := rest * rest * swing * persistence * (1/left + 1/float64(month) + left/24)
	for _, year := range past {
		if seen := until(year, month); len(seen) > 0 {
			e := growthOfYear(seen, weight) - year[len(year)-1].value
			variance, dof = (variance*dof+e*e)/(dof+1), dof+1
		}
	}
	variance += firstRate * firstRate
	return estimate{mean, math.Sqrt(variance), min(dof, 12), math.Inf(-1)}
}

func growthOfYear(now []point, weight [12]float64) float64 {
	last := now[len(now)-1]
	done := sumTo(weight, last.month)
	recent, n := last.value, 0.0
	list := pieces(now, weight)
	for i := len(list) - 1; i >= 0 && list[i].month > last.month-3 && last.month > 3; i-- {
		recent = (recent*n + list[i].value) / (n + 1)
		n++
	}
	coming := last.value + growthKeeps*(recent-last.value)
	return done*last.value + (1-done)*coming
}

// pieces are the growth of each period alone, out of that of the year so far.
func pieces(now []point, weight [12]float64) []point {
	var out []point
	from, before := 0.0, 0.0
	for _, p := range now {
		to := sumTo(weight, p.month)
		if to-from > 1e-9 {
			out = append(out, point{p.month, (to*p.value - before) / (to - from)})
		}
		from, before = to, to*p.value
	}
	return out
}

func sumTo(weight [12]float64, month int) (sum float64) {
	for _, w := range weight[:month] {
		sum += w
	}
	return sum
}

// levelEstimate forecasts a level: the present one, moved by its usual monthly
// change as far as that is believed and half by what earlier years did in the
// months left. Without a past it stays where it is.
func levelEstimate(now []point, past [][]point) estimate {
	last := now[len(now)-1]
	steps := stepsOf(now, past)
	drift, variance := 0.0, 0.0
	for _, s := range steps {
		drift += s / float64(len(steps))
	}
	for _, s := range steps {
		variance += (s - drift) * (s - drift)
	}
	dof := float64(max(1, len(steps)-1))
	usual := math.Abs(last.value) * 0.01
	variance, dof = (variance+usual*usual*2)/(dof+2), dof+2
	left := float64(12 - last.month)
	if len(past) == 0 {
		drift = 0 // a few months do not tell a drift from a season
	}
	move := drift * float64(len(steps)) / (float64(len(steps)) + fewSteps) * left
	season, n := 0.0, 0.0
	for _, year := range past {
		if seen := until(year, last.month); len(seen) > 0 {
			season += year[len(year)-1].value - seen[len(seen)-1].value
			n++
		}
	}
	if n > 0 {
		move = (1-seasonTrust)*move + seasonTrust*season/n
	}
	return estimate{last.value + move, math.Sqrt(variance*left + math.Pow(firstPrint*last.value, 2)), min(dof, 24), math.Inf(-1)}
}

// stepsOf are the changes from month to month, of this year and the last one.
func stepsOf(now []point, past [][]point) []float64 {
	all := now
	if len(past) > 0 {
		all = nil
		for _, p := range past[0] {
			all = append(all, point{p.month - 12, p.value})
		}
		all = append(all, now...)
	}
	var out []float64
	for i := 1; i < len(all); i++ {
		gap := all[i].month - all[i-1].month
		for range gap {
			out = append(out, (all[i].value-all[i-1].value)/float64(gap))
		}
	}
	return out
}
