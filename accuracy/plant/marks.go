package plant

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

// stops drops the 。 at the end of a paragraph.
func stops(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		if s := strings.TrimRight(l.Text, " \t\u3000"); !l.Cell && strings.HasSuffix(s, "。") {
			out = append(out, Plant{At: l.part(len(s)-len("。"), len(s)), Against: []Range{l.Range}, Why: "the paragraph has no end"})
		}
	}
	return out
}

var amountRE = regexp.MustCompile(`\d(?:[%％]|个百分点|[万亿]?(?:元|吨|亩|户|人次|人|平方米|千瓦时|套|家|辆))(，)\p{Han}`)

// commas drops the comma behind an amount.
func commas(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, m := range amountRE.FindAllStringSubmatchIndex(l.Text, -1) {
			out = append(out, Plant{At: l.part(m[2], m[3]), Against: []Range{l.part(m[0], m[1])}, Why: "a clause begins behind an amount"})
		}
	}
	return out
}

// bracketKinds close a bracket with a mark of another kind.
func bracketKinds(r *Report, rng *rand.Rand) []Plant {
	closing := []string{"）", "”", "》"}
	var out []Plant
	for _, l := range r.Lines {
		if l.Cell || l.Part == Glossary {
			continue
		}
		for i, c := range closing {
			if at := strings.LastIndex(l.Text, c); at >= 0 {
				to := closing[(i+1+rng.IntN(2))%3]
				out = append(out, Plant{At: l.part(at, at+len(c)), With: to, Against: []Range{l.Range}, Why: "another kind of bracket"})
			}
		}
	}
	return out
}
