package plant

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode/utf8"
)

// near is how many characters in front of a number its name is looked for in, and
// shared how long the name is that two mentions of one fact have in common.
const (
	near   = 16
	shared = 6
)

// mention is a number with the words in front of it.
type mention struct {
	Number
	Line Line
	head string // up to near characters in front of the number, within its sentence
}

var promisedRE = regexp.MustCompile(`^\s*\d+[.．、]`)

// mentions are the weighty numbers of prose and boxes. What an item of a box
// promises is left out: its outcome may be another.
func (r *Report) mentions() []mention {
	var out []mention
	for _, l := range r.Lines {
		if l.Cell || l.Part == Glossary || l.Text == "" {
			continue
		}
		for _, s := range l.sentences() {
			for _, n := range numbers(s) {
				if n.weighty() && n.Unit != "个百分点" && endRE.MatchString(l.Text[n.End-l.Start:]) && !spanRE.MatchString(s.Text) && !(l.Box && promisedRE.MatchString(l.Text) && strings.Contains(l.Text[n.Start-l.Start:], "（")) {
					rs := []rune(s.Text[:n.Start-s.Start])
					out = append(out, mention{n, s, string(rs[max(0, len(rs)-near):])})
				}
			}
		}
	}
	return out
}

// verbsRE are words before a name that do not narrow it.
var verbsRE = regexp.MustCompile(`^(?:全年|全区|全市|全县|预计|力争|确保|完成|实施|实现|新增|新建|新开工|建成|改造|推进|筹集|组织|开展|发放|培育|引进|共|约|其中|城市|农村)+`)

// alike reports two heads that end in one name: the shorter of the two, without
// its verbs, ends the other and is long enough to mean one thing.
func (m mention) alike(o mention) bool {
	a, b := verbsRE.ReplaceAllString(m.name(), ""), verbsRE.ReplaceAllString(o.name(), "")
	if utf8.RuneCountInString(a) > utf8.RuneCountInString(b) {
		a, b = b, a
	}
	return utf8.RuneCountInString(a) >= shared && strings.HasSuffix(b, a)
}

// name is the head's last clause without the verb in front of the number.
func (m mention) name() string {
	s := m.head
	if cuts := cutRE.FindAllStringIndex(s, -1); cuts != nil {
		s = s[cuts[len(cuts)-1][1]:]
	}
	return s[:verbRE.FindStringIndex(s)[0]]
}

// twins are two mentions of one part and one name, a number each that same admits.
func (r *Report) twins(same func(a, b mention) bool) [][2]mention {
	all := r.mentions()
	var out [][2]mention
	for i, a := range all {
		for j, b := range all {
			if i != j && a.Unit != "%" && a.Line.Part == b.Line.Part && a.Line.Range != b.Line.Range && same(a, b) && a.alike(b) {
				out = append(out, [2]mention{a, b})
				break
			}
		}
	}
	return out
}

// again misprints a number that stands in two sentences behind the same words.
// Unlike repeated it needs no verb that it can tell apart, and reads boxes too.
func again(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, t := range r.twins(func(a, b mention) bool { return a.Text == b.Text && a.Unit == b.Unit }) {
		if bad, ok := misprintUntil(rng, t[0].Number, func(n Number) bool { return disagree(n, t[1].Number) }); ok {
			out = append(out, Plant{At: t[0].Digits, With: bad.Text, Against: []Range{t[1].Range}, Why: "said twice behind the same words"})
		}
	}
	return out
}

// otherScales misprints one of two numbers that state one amount in two units:
// 1.93亿元, 19320.62万元.
func otherScales(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	same := func(a, b mention) bool {
		return a.base() == b.base() && a.Unit != b.Unit && !disagree(a.Number, b.Number)
	}
	for _, t := range r.twins(same) {
		if bad, ok := misprintUntil(rng, t[0].Number, func(n Number) bool { return disagree(n, t[1].Number) }); ok {
			out = append(out, Plant{At: t[0].Digits, With: bad.Text, Against: []Range{t[1].Range}, Why: "said twice in two units"})
		}
		if to := rescaled(rng, t[0].Unit); to != "" && to != t[1].Unit {
			out = append(out, Plant{At: Range{t[0].Digits.End, t[0].End}, With: to, Against: []Range{t[1].Range}, Why: "said twice in two units"})
		}
	}
	return out
}
