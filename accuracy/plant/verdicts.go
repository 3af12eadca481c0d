package plant

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

var (
	missedHeadRE = regexp.MustCompile(`^[一二三四五]、(\d+)项.*(未达|困难|未能|未完成)`)
	metHeadRE    = regexp.MustCompile(`^[一二三四五]、(\d+)项.*完成`)
	otherHeadRE  = regexp.MustCompile(`^[一二三四五]、`)
	nameEndRE    = regexp.MustCompile(`^(。|、|（|等|”|\d|，|两项)`)
)

// verdictList is a section that lists indicators as met or missed.
type verdictList struct {
	met   bool
	count []int // of the count in the head line
	head  Line
	lines []Line
}

// verdictListsOf finds them by their headings.
func verdictListsOf(r *Report) []verdictList {
	var out []verdictList
	open := false
	for _, l := range r.Lines {
		head := plain(l.Text)
		missed := missedHeadRE.MatchString(head)
		switch {
		case l.Cell || l.Part == Glossary:
			open = false
		case missed || metHeadRE.MatchString(head):
			re := metHeadRE
			if missed {
				re = missedHeadRE
			}
			if m := re.FindStringSubmatchIndex(l.Text); m != nil {
				out = append(out, verdictList{met: !missed, count: m[2:4], head: l})
				open = true
			}
		case otherHeadRE.MatchString(head):
			open = false
		case open && head != "":
			out[len(out)-1].lines = append(out[len(out)-1].lines, l)
		}
	}
	return out
}

// entry is where a list of the text names a row.
func (v verdictList) entry(row Row) (Range, bool) {
	for _, l := range v.lines {
		for from := 0; ; {
			at := strings.Index(l.Text[from:], row.Name)
			if at < 0 {
				break
			}
			from += at + len(row.Name)
			start := from - len(row.Name)
			front := strings.TrimSuffix(l.Text[:start], "“")
			if nameEndRE.MatchString(l.Text[from:]) && (front == "" || strings.HasSuffix(front, "、") || strings.HasSuffix(front, "，") ||
				strings.HasSuffix(front, "：") || strings.HasSuffix(front, "即") || strings.HasSuffix(front, "。")) {
				return l.part(start, from), true
			}
		}
	}
	return Range{}, false
}

// simple rows have a bare or 以上 target: more is better for what they count
// unless the name says otherwise.
func simple(r Row) bool {
	t := r.Target.Text
	return r.Target.Number.Text != "" && r.Actual.Number.Text != "" && !strings.ContainsAny(t, "<＜≤内下") &&
		!strings.Contains(r.Name, "失业") && !strings.Contains(r.Name, "价格") && !strings.Contains(r.Name, "死亡") && !strings.Contains(r.Name, "能耗") &&
		!r.Actual.negative()
}

// tableVerdicts moves a result to the other side of its target, against the list
// of the text that names the indicator.
func tableVerdicts(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, v := range verdictListsOf(r) {
		for _, row := range r.Rows {
			if row.Part != Review || !simple(row) {
				continue
			}
			at, ok := v.entry(row)
			if !ok {
				continue
			}
			met := row.Actual.Number.value() >= row.Target.Number.value()
			if met != v.met {
				continue
			}
			a, t := row.Actual.Number, row.Target.Number
			edit, other := a, t
			if rng.IntN(2) == 0 {
				edit, other = t, a
			}
			bad, ok := misprintUntil(rng, edit, func(b Number) bool {
				if edit == a {
					return (b.value() >= other.value()) != met
				}
				return (other.value() >= b.value()) != met
			})
			if ok {
				out = append(out, Plant{At: edit.Digits, With: bad.Text, Against: []Range{at, row.Target.Range, row.Actual.Range},
					Why: fmt.Sprintf("%s is listed as met=%v", row.Name, v.met)})
			}
		}
	}
	return out
}

var verdictPhrases = []struct{ from, to string }{
	{"均超额完成", "均未完成"}, {"均实现年度目标", "均未实现年度目标"}, {"低于预期目标", "高于预期目标"}, {"超额完成年度目标", "未完成年度目标"},
	{"未达预期目标", "超额完成目标"}, {"不及预期", "好于预期"},
}

var belowGoalRE = regexp.MustCompile(`(低于|高于|超过)\d+(?:\.\d+)?[^，。；]{0,8}的(?:年度|预期)目标`)

// verdictWords turns the words that say whether a target was met.
func verdictWords(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		if !l.prose() || l.Part != Review || len(r.Rows) == 0 {
			continue
		}
		for _, s := range l.sentences() {
			for _, ph := range verdictPhrases {
				if at := strings.Index(s.Text, ph.from); at >= 0 && namesRow(r, s, at) {
					out = append(out, Plant{At: s.part(at, at+len(ph.from)), With: ph.to, Against: []Range{s.part(0, at)}, Why: ph.from + " holds"})
				}
			}
			for _, m := range belowGoalRE.FindAllStringSubmatchIndex(s.Text, -1) {
				to := map[string]string{"低于": "高于", "高于": "低于", "超过": "低于"}[s.Text[m[2]:m[3]]]
				out = append(out, Plant{At: s.part(m[2], m[3]), With: to, Against: []Range{s.part(max(0, m[0]-60), m[1])}, Why: "the numbers beside it say otherwise"})
			}
		}
	}
	return out
}

// namesRow reports that a row with target and result is named before at.
func namesRow(r *Report, s Line, at int) bool {
	for _, row := range r.Rows {
		if simple(row) && (strings.Contains(s.Text[:at], row.Name) || strings.Contains(s.Text[:at], subjectRE.ReplaceAllString(row.Name, ""))) {
			return true
		}
	}
	return false
}

var itemsRE = regexp.MustCompile(`(\d+)项`)

// verdictLists miscounts the lists of met and missed indicators, or puts a
// missed indicator into the list of met ones.
func verdictLists(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	lists := verdictListsOf(r)
	for _, v := range lists {
		want := spoken(v.head.Text[v.count[0]:v.count[1]])
		out = append(out, Plant{At: v.head.part(v.count[0], v.count[1]), With: recount(rng, want, "1", false), Against: ranges(v.lines), Why: "the list holds as many"})
		sum, nums := 0, []Range{}
		for _, l := range v.lines {
			for _, m := range itemsRE.FindAllStringSubmatchIndex(l.Text, -1) {
				sum += spoken(l.Text[m[2]:m[3]])
				nums = append(nums, l.part(m[2], m[3]))
			}
		}
		if sum != want {
			continue
		}
		for _, n := range nums {
			out = append(out, Plant{At: n, With: recount(rng, spoken(r.Text[n.Start:n.End]), "1", false), Against: append(ranges(v.lines), v.head.Range),
				Why: "the counts add up to the heading"})
		}
	}
	for _, v := range lists {
		for _, w := range lists {
			if v.met && !w.met {
				out = append(out, misplaced(r, rng, v, w)...)
			}
		}
	}
	return append(out, summaries(r, rng)...)
}

// misplaced replaces a name of the met list with one of the missed.
func misplaced(r *Report, rng *rand.Rand, met, missed verdictList) []Plant {
	var good, bad []Range
	for _, row := range r.Rows {
		if row.Part != Review {
			continue
		}
		if at, ok := met.entry(row); ok {
			good = append(good, at)
		} else if at, ok := missed.entry(row); ok && simple(row) {
			bad = append(bad, at)
		}
	}
	var out []Plant
	for i, b := range bad {
		if len(good) > i {
			out = append(out, Plant{At: good[rng.IntN(len(good))], With: r.Text[b.Start:b.End], Against: []Range{b}, Why: "it was missed"})
		}
	}
	return out
}

var summaryRE = regexp.MustCompile(`完成\D{0,12}(\d+)项\D{0,12}未\D{0,8}(\d+)项\D{0,40}?(\d+)项`)

// summaries miscounts 预计完成或超额完成26项，未达预期9项，特殊指标3项.
func summaries(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		if m := summaryRE.FindStringSubmatchIndex(l.Text); m != nil && l.prose() {
			for g := 2; g < len(m); g += 2 {
				n := spoken(l.Text[m[g]:m[g+1]])
				out = append(out, Plant{At: l.part(m[g], m[g+1]), With: recount(rng, n, "1", false), Against: []Range{l.Range}, Why: "the total and the lists"})
			}
		}
	}
	return out
}

func ranges(ls []Line) []Range {
	var out []Range
	for _, l := range ls {
		out = append(out, l.Range)
	}
	return out
}

var (
	bindingRE    = regexp.MustCompile(`(?:约束性指标|预期性指标)(\d+)项`)
	bindingOfRE  = regexp.MustCompile(`(\d+)项(?:带[“"]\*[”"]号)?为(?:约束性|预期性)指标`)
	bindingAllRE = regexp.MustCompile(`指标(?:共计|共设置|共有|共)?(?:指标)?(\d+)项`)
)

// bindings miscounts binding and anticipatory indicators, or drops a mark.
func bindings(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, re := range []*regexp.Regexp{bindingRE, bindingOfRE} {
			for _, m := range re.FindAllStringSubmatchIndex(l.Text, -1) {
				if bindingAllRE.MatchString(l.Text) || re == bindingOfRE {
					n := spoken(l.Text[m[2]:m[3]])
					out = append(out, Plant{At: l.part(m[2], m[3]), With: recount(rng, n, "1", false), Against: []Range{l.Range}, Why: "total, list and marks"})
				}
			}
		}
	}
	for _, row := range r.Rows {
		if row.Star.End > row.Star.Start {
			out = append(out, Plant{At: row.Star, Against: bindingPlaces(r), Why: row.Name + " is binding"})
		}
	}
	return out
}

// bindingPlaces are the lines that speak of binding indicators.
func bindingPlaces(r *Report) []Range {
	var out []Range
	for _, l := range r.Lines {
		if strings.Contains(l.Text, "约束性指标") {
			out = append(out, l.Range)
		}
	}
	return out
}
