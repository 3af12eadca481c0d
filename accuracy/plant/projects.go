package plant

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

// entry is a project of a box.
type entry struct {
	name  string
	stage int
	at    Range // of the name
	word  Range // of the stage word that leads its line
	text  string
}

// stageWords order what happens to a project.
var stageWords = map[string]int{"前期": 0, "开工": 1, "新开工": 1, "续建": 2, "完工": 3, "竣工": 3, "建成": 3, "投产": 3, "投用": 3}

var (
	stageLineRE = regexp.MustCompile(`^\s*(前期|新开工|开工|续建|完工|竣工|建成|投产|投用)[：:]`)
	stageVerbRE = regexp.MustCompile(`(开工建设|续建|建成投产|建成投用|竣工投产|建成|投产|投用)([^，。；：]+)`)
	verbStages  = map[string]int{"开工建设": 1, "续建": 2, "建成投产": 3, "建成投用": 3, "竣工投产": 3, "建成": 3, "投产": 3, "投用": 3}
	moreRE      = regexp.MustCompile(`等?(项目|工程)?。?$`)
)

func entries(r *Report) []entry {
	var out []entry
	for _, l := range r.Lines {
		m := stageLineRE.FindStringSubmatchIndex(l.Text)
		if m == nil || !l.Box || l.Part != Outlook {
			continue
		}
		word := l.Text[m[2]:m[3]]
		from, depth := m[1], 0
		add := func(to int) {
			name := moreRE.ReplaceAllString(l.Text[from:to], "")
			out = append(out, entry{name, stageWords[word], l.part(from, from+len(name)), l.part(m[2], m[3]), word})
		}
		for i, c := range l.Text[m[1]:] {
			switch c {
			case '（':
				depth++
			case '）':
				depth--
			case '、':
				if depth == 0 {
					add(m[1] + i)
					from = m[1] + i + len("、")
				}
			}
		}
		add(len(l.Text))
	}
	return out
}

// inOrder reports that all characters of short occur in long in their order.
func inOrder(short, long string) bool {
	rest := []rune(long)
	for _, c := range short {
		i := 0
		for i < len(rest) && rest[i] != c {
			i++
		}
		if i == len(rest) {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

// link is a verb of the text over a name that means just one entry of the same stage.
type link struct {
	verb  Range
	text  string
	name  Range
	entry entry
}

func links(r *Report) []link {
	all := entries(r)
	var out []link
	for _, l := range r.Lines {
		if !l.prose() || l.Part != Outlook {
			continue
		}
		for _, m := range stageVerbRE.FindAllStringSubmatchIndex(l.Text, -1) {
			verb := l.Text[m[2]:m[3]]
			at := m[4]
			for i, name := range strings.Split(l.Text[m[4]:m[5]], "、") {
				if i > 0 {
					at += len("、")
				}
				short := moreRE.ReplaceAllString(name, "")
				var hits []entry
				for _, e := range all {
					if len([]rune(short)) >= 4 && inOrder(short, e.name) {
						hits = append(hits, e)
					}
				}
				if len(hits) == 1 && hits[0].stage == verbStages[verb] {
					out = append(out, link{l.part(m[2], m[3]), verb, l.part(at, at+len(short)), hits[0]})
				}
				at += len(name)
			}
		}
	}
	return out
}

// stages puts a verb of another stage over a project's name in the text.
func stages(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	seen := map[Range]bool{}
	for _, k := range links(r) {
		to := "建成投用"
		if verbStages[k.text] == 3 {
			to = "开工建设"
		}
		if !seen[k.verb] {
			seen[k.verb] = true
			out = append(out, Plant{At: k.verb, With: to, Against: []Range{k.entry.at, k.entry.word}, Why: k.entry.name + " is under " + k.entry.text})
		}
	}
	return out
}

// stageBoxes puts a line of a box under another stage.
func stageBoxes(r *Report, _ *rand.Rand) []Plant {
	var out []Plant
	seen := map[Range]bool{}
	for _, k := range links(r) {
		to := "完工"
		if k.entry.stage == 3 {
			to = "开工"
		}
		if !seen[k.entry.word] {
			seen[k.entry.word] = true
			out = append(out, Plant{At: k.entry.word, With: to, Against: []Range{k.verb, k.name, k.entry.at}, Why: "the text has " + k.text})
		}
	}
	return out
}

var outcomeRE = regexp.MustCompile(`^\s*\d+[.．、](.*)（((?:全面|已|如期)?完成[，、].*)）。?$`)

// livelihood puts the outcome of an item below what it promised.
func livelihood(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		m := outcomeRE.FindStringSubmatchIndex(l.Text)
		if m == nil || !l.Box {
			continue
		}
		var promised, done []Number
		for _, n := range numbers(l) {
			if n.Start < l.Start+m[3] {
				promised = append(promised, n)
			} else if n.Start > l.Start+m[4] {
				done = append(done, n)
			}
		}
		for i, d := range done {
			if len(done) != len(promised) || d.Unit != promised[i].Unit || d.value() < promised[i].value() {
				break
			}
			v, _ := strconv.ParseFloat(promised[i].Text, 64) // numbers admits only what parses
			p := math.Pow10(d.decimals())
			low := math.Floor(v*(0.6+0.35*rng.Float64())*p) / p
			if low > 0 && low < v {
				out = append(out, Plant{At: d.Digits, With: strconv.FormatFloat(low, 'f', d.decimals(), 64), Against: []Range{promised[i].Range},
					Why: "below the promise, yet called completed"})
			}
		}
	}
	return out
}
