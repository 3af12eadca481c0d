package plant

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

var (
	beyondNumRE = regexp.MustCompile(`(\d+(?:\.\d+)?)[%％]，?[^，。；]{0,6}?(高于|低于|快于|慢于)[^，。；0-9]{2,20}(\d+(?:\.\d+)?)[%％]`)
	rowOrderRE  = regexp.MustCompile(`([\p{Han}]{4,20}增速)(高于|低于)([\p{Han}]{4,20}增速)`)
)

// orders turn 高于 against the two numbers beside it or two rows of the plan.
func orders(r *Report, _ *rand.Rand) []Plant {
	turned := map[string]string{"高于": "低于", "低于": "高于", "快于": "慢于", "慢于": "快于"}
	var out []Plant
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, m := range beyondNumRE.FindAllStringSubmatchIndex(l.Text, -1) {
			a, b := number(l.Text[m[2]:m[3]]), number(l.Text[m[6]:m[7]])
			up := strings.ContainsAny(l.Text[m[4]:m[5]], "高快")
			if a != b && (a > b) == up {
				out = append(out, Plant{At: l.part(m[4], m[5]), With: turned[l.Text[m[4]:m[5]]], Against: []Range{l.part(m[2], m[3]), l.part(m[6], m[7])}, Why: "the numbers beside it"})
			}
		}
		for _, m := range rowOrderRE.FindAllStringSubmatchIndex(l.Text, -1) {
			a, b := r.rowEnding(l.Text[m[2]:m[3]]), r.rowEnding(l.Text[m[6]:m[7]])
			if a == nil || b == nil {
				continue
			}
			x, y := a.Target.Number.value(), b.Target.Number.value()
			if x != y && (x > y) == (l.Text[m[4]:m[5]] == "高于") {
				out = append(out, Plant{At: l.part(m[4], m[5]), With: turned[l.Text[m[4]:m[5]]], Against: []Range{a.Target.Range, b.Target.Range}, Why: "the rows of the plan"})
			}
		}
	}
	return out
}

// rowEnding is the row of the plan whose name the text ends with.
func (r *Report) rowEnding(text string) *Row {
	for i, row := range r.Rows {
		if row.Part == Outlook && row.Target.Number.Text != "" && strings.HasSuffix(text, row.Name) {
			return &r.Rows[i]
		}
	}
	return nil
}

func number(digits string) float64 { return Number{Text: digits}.value() }

var flips = []struct{ from, to string }{
	{"低于预期目标", "高于预期目标"}, {"不及预期", "超出预期"}, {"未能实现计划目标", "圆满实现计划目标"}, {"增速低于预期", "增速高于预期"}, {"未达预期", "达到预期"},
	{"未完成", "超额完成"}, {"难以完成", "能够完成"}, {"未能完成", "超额完成"}, {"均超额完成", "均未完成"}, {"均实现年度", "均未实现年度"},
}

// verdictFlips turn what a list of missed or met indicators says of its entries.
func verdictFlips(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, v := range verdictListsOf(r) {
		for _, l := range v.lines {
			for _, f := range flips {
				for from := 0; ; {
					at := strings.Index(l.Text[from:], f.from)
					if at < 0 {
						break
					}
					at += from
					from = at + len(f.from)
					out = append(out, Plant{At: l.part(at, from), With: f.to, Against: []Range{v.head.Range, l.part(max(0, at-90), at)}, Why: "the heading and the table"})
				}
			}
		}
	}
	return out
}

var restRE = regexp.MustCompile(`其余(\d+)项`)

// restCounts miscount the indicators beside those named.
func restCounts(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		for _, m := range restRE.FindAllStringSubmatchIndex(l.Text, -1) {
			n := spoken(l.Text[m[2]:m[3]])
			if l.Part != Glossary && n > 2 {
				out = append(out, Plant{At: l.part(m[2], m[3]), With: recount(rng, n, "1", false), Against: bindingPlaces(r), Why: "the total"})
			}
		}
	}
	return out
}

var bindingNamesRE = regexp.MustCompile(`约束性指标\d+项（([^（）]+)）`)

// bindingNames put another row's name into the list of binding indicators.
func bindingNames(r *Report, rng *rand.Rand) []Plant {
	var free []string
	for _, row := range r.Rows {
		if row.Part == Outlook && row.Star.End == 0 && row.growth() {
			free = append(free, row.Name)
		}
	}
	var out []Plant
	for _, l := range r.Lines {
		for _, m := range bindingNamesRE.FindAllStringSubmatchIndex(l.Text, -1) {
			if len(free) == 0 {
				continue
			}
			at := m[2]
			for _, name := range strings.Split(l.Text[m[2]:m[3]], "、") {
				out = append(out, Plant{At: l.part(at, at+len(name)), With: free[rng.IntN(len(free))], Against: []Range{l.part(m[0], m[2])}, Why: "it is not binding"})
				at += len(name) + len("、")
			}
		}
	}
	return out
}
