package plant

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
)

var (
	partsRE = regexp.MustCompile(`其中|分别|包括|分集群|（|：`)
	openRE  = regexp.MustCompile(`其中`)
	totalRE = regexp.MustCompile(`共|合计|总计|总数`)
)

// sums are totals whose parts stand in the same sentence and add up exactly.
func sums(r *Report, rng *rand.Rand) []Plant {
	return broken(rng, relationsOf(r, func(s Line, ns []Number) []relation {
		var out []relation
		for i := range ns {
			// The total first, then all further numbers of its unit.
			var parts []Number
			for _, n := range ns[i+1:] {
				if n.Unit == ns[i].Unit && n.Unit != "%" {
					parts = append(parts, n)
				}
			}
			for k := 2; k <= len(parts) && k <= 8; k++ {
				if mid := between(s, ns[i], parts[0]); partsRE.MatchString(mid) {
					rel := sum(ns[i], parts[:k])
					if openRE.MatchString(mid) {
						rel.gap = excess // what is listed need not be all
					}
					out = append(out, rel)
				}
			}
			// The parts first.
			var front []Number
			for j := i - 1; j >= 0 && ns[j].Unit == ns[i].Unit && ns[i].Unit != "%"; j-- {
				front = append(front, ns[j])
				if len(front) > 1 && totalRE.MatchString(between(s, front[0], ns[i])) {
					out = append(out, sum(ns[i], front))
				}
			}
		}
		return out
	}))
}

func sum(total Number, parts []Number) relation {
	return relation{append([]Number{total}, parts...), "parts and their total", sumGap, total.ulp() / 2}
}

// sumGap compares the first number with the sum of the others. Counts are exact,
// what has decimals or a scale was rounded.
func sumGap(n []Number) float64 {
	all, slack := 0.0, tiny*n[0].value()
	for _, p := range n[1:] {
		all += p.value()
	}
	for _, p := range n {
		if p.ulp() != 1 {
			slack += p.ulp() / 2
		}
	}
	return math.Max(0, math.Abs(n[0].value()-all)-slack)
}

// excess is sumGap where the parts are more than their total, and whether they
// hold at all where they are less.
func excess(n []Number) float64 {
	all := 0.0
	for _, p := range n[1:] {
		all += p.value()
	}
	if all > n[0].value() {
		return sumGap(n)
	}
	return math.Min(sumGap(n), n[0].ulp()/4)
}

var (
	ratioRE = regexp.MustCompile(`(\d+(?:\.\d+)?)([:：∶])(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)`)
	shareRE = regexp.MustCompile(`占|比重|比例`)
)

// shares are parts of a whole in percent: 6.4:47.0:46.6, or 占65.5%、占34.5%.
func shares(r *Report, rng *rand.Rand) []Plant {
	var found []relation
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, m := range ratioRE.FindAllStringSubmatchIndex(l.Text, -1) {
			var ns []Number
			for _, g := range []int{2, 6, 8} {
				at := l.part(m[g], m[g+1])
				ns = append(ns, Number{at, at, l.Text[m[g]:m[g+1]], "%"})
			}
			found = append(found, whole(ns))
		}
		for _, s := range l.sentences() {
			var ps []Number
			for _, n := range numbers(s) {
				if n.Unit == "%" && n.weighty() {
					ps = append(ps, n)
				}
			}
			if len(ps) > 1 && strings.Count(s.Text, "占") > 1 && shareRE.MatchString(s.Text) {
				found = append(found, whole(ps))
			}
		}
	}
	var hold []relation
	for _, rel := range found {
		if rel.holds() {
			hold = append(hold, rel)
		}
	}
	return broken(rng, hold)
}

func whole(parts []Number) relation {
	return relation{parts, "shares of one whole", wholeGap, 0.3}
}

// wholeGap is how far shares are from 100 beyond the rounding of each.
func wholeGap(n []Number) float64 {
	sum := interval{}
	for _, p := range n {
		i := p.interval()
		sum.lo += i.lo
		sum.hi += i.hi
	}
	return distance(sum, interval{100, 100})
}
