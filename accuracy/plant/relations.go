package plant

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
)

// relation is arithmetic between printed numbers of one sentence.
type relation struct {
	nums []Number
	why  string
	// gap is how far the numbers are from holding, beyond what their printed
	// digits leave open; 0 when they hold.
	gap func([]Number) float64
	ulp float64 // of the number that the others give
}

// broken misprints one number of each relation so that it surely fails.
func broken(rng *rand.Rand, rs []relation) []Plant {
	var out []Plant
	for _, rel := range rs {
		k := rng.IntN(len(rel.nums))
		trial := append([]Number(nil), rel.nums...)
		bad, ok := misprintUntil(rng, rel.nums[k], func(b Number) bool {
			trial[k] = b
			return rel.gap(trial) > rel.ulp
		})
		if !ok {
			continue
		}
		p := Plant{At: rel.nums[k].Digits, With: bad.Text, Why: rel.why}
		for i, n := range rel.nums {
			if i != k {
				p.Against = append(p.Against, n.Range)
			}
		}
		out = append(out, p)
	}
	return out
}

// distance is how far two intervals are apart.
func distance(a, b interval) float64 { return math.Max(0, math.Max(a.lo-b.hi, b.lo-a.hi)) }

const tiny = 1e-9

func (rel relation) holds() bool {
	return rel.gap(rel.nums) <= tiny*math.Max(1, math.Abs(rel.nums[0].value()))
}

// relationsOf applies find to the sentences of prose.
func relationsOf(r *Report, find func(Line, []Number) []relation) []relation {
	var out []relation
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, s := range l.sentences() {
			for _, rel := range find(s, numbers(s)) {
				if rel.holds() {
					out = append(out, rel)
				}
			}
		}
	}
	return out
}

// between is the text from a to b in the sentence.
func between(s Line, a, b Number) string { return s.Text[a.End-s.Start : b.Start-s.Start] }

// before is the text in front of n, up to the previous comma.
func before(s Line, n Number) string {
	head := s.Text[:n.Start-s.Start]
	return head[strings.LastIndexAny(head, "，；：")+1:]
}

var (
	toRE     = regexp.MustCompile(`^[^，。；、]{0,6}?(增加|增长|提高|提升|扩大|扩展|上升|攀升|跃升|增|升|下降|降低|减少|缩小|压减|回落|降|减|压缩|整合)(到|至|为)(约)?$`)
	growRE   = regexp.MustCompile(`^[，、（](?:同比|年均|净)?(增长|下降|增幅|降幅|增幅达|降幅达|提高|减少|提升|降低|上升)(了|达)?$`)
	stepRE   = regexp.MustCompile(`^[，、（](?:共|净)?(增加|新增|净增|提高|下降|减少|上升|降低|提升)(了)?$`)
	beyondRE = regexp.MustCompile(`[高低快慢]于|高出|快过`)
	yearlyRE = regexp.MustCompile(`年均`)
)

// fromTos are 由X增加到Y with what follows: the two numbers and the third.
func fromTos(s Line, ns []Number, third func(x, y, z Number) *relation) []relation {
	var out []relation
	for i := 0; i+2 < len(ns); i++ {
		x, y, z := ns[i], ns[i+1], ns[i+2]
		if x.base() == y.base() && strings.ContainsAny(before(s, x), "由从") && toRE.MatchString(between(s, x, y)) &&
			!yearlyRE.MatchString(s.Text) {
			if rel := third(x, y, z); rel != nil {
				out = append(out, *rel)
			}
		}
	}
	return out
}

func fromTo(r *Report, rng *rand.Rand) []Plant {
	return broken(rng, relationsOf(r, func(s Line, ns []Number) []relation {
		return fromTos(s, ns, func(x, y, z Number) *relation {
			if x.Unit == "%" || z.Unit != "%" || !growRE.MatchString(between(s, y, z)) {
				return nil
			}
			return &relation{[]Number{x, y, z}, "由X到Y, growth", growthGap, z.ulp()}
		})
	}))
}

// growthGap compares the growth from the first number to the second with the third.
func growthGap(n []Number) float64 {
	x, y, z := n[0].interval(), n[1].interval(), n[2].interval()
	g := interval{(y.lo/x.hi - 1) * 100, (y.hi/x.lo - 1) * 100}
	if g.hi < 0 {
		g.lo, g.hi = -g.hi, -g.lo
	}
	return distance(g, z)
}

func points(r *Report, rng *rand.Rand) []Plant {
	return broken(rng, relationsOf(r, func(s Line, ns []Number) []relation {
		out := fromTos(s, ns, func(x, y, z Number) *relation {
			if x.Unit != "%" || z.Unit != "个百分点" {
				return nil
			}
			return &relation{[]Number{x, y, z}, "由X到Y in points", stepGap, z.ulp()}
		})
		for i := 0; i+2 < len(ns); i++ { // 增长6.8%，高于 …5.5% 1.3个百分点
			x, y, d := ns[i], ns[i+1], ns[i+2]
			if x.Unit == "%" && y.Unit == "%" && d.Unit == "个百分点" && beyondRE.MatchString(between(s, x, d)) {
				out = append(out, relation{[]Number{x, y, d}, "a distance in points", stepGap, d.ulp()})
			}
		}
		return out
	}))
}

// stepGap compares the distance of the first two numbers with the third.
func stepGap(n []Number) float64 {
	d := math.Abs(n[1].value() - n[0].value())
	slack := (n[0].ulp() + n[1].ulp()) / 2
	if n[2].base() == n[0].base() && n[0].decimals() == 0 && n[1].decimals() == 0 {
		slack = 0 // counts are exact
	}
	return distance(interval{d - slack, d + slack}, n[2].interval())
}

func increments(r *Report, rng *rand.Rand) []Plant {
	return broken(rng, relationsOf(r, func(s Line, ns []Number) []relation {
		return fromTos(s, ns, func(x, y, z Number) *relation {
			if x.Unit == "%" || z.base() != x.base() || !stepRE.MatchString(between(s, y, z)) {
				return nil
			}
			return &relation{[]Number{x, y, z}, "由X到Y, increment", stepGap, 0}
		})
	}))
}

// directions turns the verb between X and Y: 由9增加到6.
func directions(r *Report, _ *rand.Rand) []Plant {
	turned := []struct{ from, to string }{{"增加", "减少"}, {"提高", "降低"}, {"提升", "下降"}, {"扩大", "缩小"}, {"下降", "上升"}, {"减少", "增加"},
		{"降低", "提高"}, {"增长", "下降"}, {"上升", "下降"}, {"缩小", "扩大"}}
	var out []Plant
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, s := range l.sentences() {
			ns := numbers(s)
			for i := 0; i+1 < len(ns); i++ {
				mid := between(s, ns[i], ns[i+1])
				if ns[i].base() != ns[i+1].base() || !strings.ContainsAny(before(s, ns[i]), "由从") || !toRE.MatchString(mid) {
					continue
				}
				for _, t := range turned {
					if k := strings.Index(mid, t.from); k >= 0 {
						at := ns[i].End + k
						out = append(out, Plant{At: Range{at, at + len(t.from)}, With: t.to, Against: []Range{ns[i].Range, ns[i+1].Range},
							Why: "the verb runs against the numbers"})
						break
					}
				}
			}
		}
	}
	return out
}

var (
	ofWholeRE = regexp.MustCompile(`^[^。；]{0,6}[，、]?(占|完成|为)[^，。；、]*$`)
	amongRE   = regexp.MustCompile(`其中`)
	nextRE    = regexp.MustCompile(`^[，、]占[^，。；、]*$`)
	toShareRE = regexp.MustCompile(`^[^，。；、]{0,10}的?(比重|比例)?(达到|达|为)?$`)
)

// percentOf are A, B and the share or completion of A in B: A，占B的P%, or
// B，其中A，占…的P%.
func percentOf(r *Report, rng *rand.Rand) []Plant {
	return broken(rng, relationsOf(r, func(s Line, ns []Number) []relation {
		var out []relation
		for i := 0; i+2 < len(ns); i++ {
			a, b, p := ns[i], ns[i+1], ns[i+2]
			if p.Unit != "%" || a.base() != b.base() || a.Unit == "%" || !p.weighty() && len(p.Text) < 2 {
				continue
			}
			direct := ofWholeRE.MatchString(between(s, a, b)) && toShareRE.MatchString(between(s, b, p))
			among := amongRE.MatchString(between(s, a, b)) && nextRE.MatchString(between(s, b, p))
			if direct || among {
				out = append(out, relation{[]Number{a, b, p}, "a part, its whole and the percentage", shareGap, p.ulp()})
			}
		}
		return out
	}))
}

// shareGap compares the ratio of the first two numbers, either way about, with
// the third as a percentage.
func shareGap(n []Number) float64 {
	a, b, p := n[0].interval(), n[1].interval(), n[2].interval()
	ratio := func(x, y interval) interval { return interval{x.lo / y.hi * 100, x.hi / y.lo * 100} }
	return math.Min(distance(ratio(a, b), p), distance(ratio(b, a), p))
}
