package plant

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// body is the text in front of the glossary.
func (r *Report) body() string {
	for _, l := range r.Lines {
		if l.Part == Glossary {
			return r.Text[:l.Start]
		}
	}
	return r.Text
}

// glossaryBody changes the only mention of an explained term in the text: two
// characters change places, or one is lost.
func glossaryBody(r *Report, rng *rand.Rand) []Plant {
	body := r.body()
	var out []Plant
	for _, l := range r.Lines {
		m := headRE.FindStringSubmatchIndex(l.Text)
		if l.Part != Glossary || m == nil {
			continue
		}
		head := l.Text[m[2]:m[3]]
		rs := []rune(head)
		if strings.Count(body, head) != 1 || len(rs) < 4 {
			continue
		}
		k := rng.IntN(len(rs) - 1)
		if rs[k] == rs[k+1] {
			continue
		}
		if rng.IntN(2) == 0 {
			rs[k], rs[k+1] = rs[k+1], rs[k]
		} else {
			rs = append(rs[:k:k], rs[k+1:]...)
		}
		at := strings.Index(body, head)
		out = append(out, Plant{At: Range{at, at + len(head)}, With: string(rs), Against: []Range{l.Range}, Why: head + " is explained"})
	}
	return out
}

var (
	numeralHeadRE = regexp.MustCompile(`^[“]?[^“”：]{0,6}?([二三四五六七八九])[\p{Han}]{1,4}[”]?[：:]`)
	expandRE      = regexp.MustCompile(`(?:即|指|：)([^，。；：、（）]{1,16}(?:、[^，。；：、（）]{1,16})+)。?$`)
)

// mnemonics drop an item of an explanation that holds as many as its head says:
// 九治：即治水、治气….
func mnemonics(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		h, m := numeralHeadRE.FindStringSubmatch(l.Text), expandRE.FindStringSubmatchIndex(l.Text)
		if l.Part != Glossary || h == nil || m == nil {
			continue
		}
		items := strings.Split(l.Text[m[2]:m[3]], "、")
		if len(items) != spoken(h[1]) || joined(items) {
			continue
		}
		k := 1 + rng.IntN(len(items)-1)
		from := m[2] + len(strings.Join(items[:k], "、"))
		out = append(out, Plant{At: l.part(from, from+len("、"+items[k])), Against: []Range{l.part(0, m[2])}, Why: fmt.Sprintf("the head promises %d", len(items))})
	}
	return out
}

var formulaRE = regexp.MustCompile(`[“"](\d(?:[+＋]\d)+|\d{3,4}|\d[+＋]N)[”"]`)

// formulas change a digit of a name made of digits that stands elsewhere too:
// “2+4”产业集群.
func formulas(r *Report, rng *rand.Rand) []Plant {
	count := map[string][]Range{}
	for _, m := range formulaRE.FindAllStringSubmatchIndex(r.Text, -1) {
		t := r.Text[m[2]:m[3]]
		count[t] = append(count[t], Range{m[2], m[3]})
	}
	var out []Plant
	for _, t := range slices.Sorted(maps.Keys(count)) {
		at := count[t]
		for i := range at {
			if len(at) < 2 {
				break
			}
			b := []byte(t)
			k := rng.IntN(len(b))
			if b[k] < '1' || b[k] > '8' {
				continue
			}
			b[k]++
			if count[string(b)] == nil {
				var others []Range
				for j := range at {
					if j != i {
						others = append(others, at[j])
					}
				}
				out = append(out, Plant{At: at[i], With: string(b), Against: others, Why: t + " elsewhere"})
			}
		}
	}
	return out
}
