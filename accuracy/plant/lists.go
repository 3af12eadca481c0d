package plant

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

var (
	respectRE = regexp.MustCompile(`(?:^|[，。；：])([^，。；：（）“”]*、[^，。；：（）“”]*)分别[^，。；：、（）0-9]{0,12}((?:[\d.]+(?:%|％|[万亿]?[^，。；：、（）0-9]{1,4})[、和]){1,7}[\d.]+(?:%|％|[万亿]?[^，。；：、（）0-9]{1,4}))[，。；]`)
	andRE     = regexp.MustCompile(`[、和与及]|以及`)
)

// parallels drops a value or, of three or more, a name from A、B分别x、y.
func parallels(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, m := range respectRE.FindAllStringSubmatchIndex(l.Text, -1) {
			names, values := l.Text[m[2]:m[3]], l.Text[m[4]:m[5]]
			n, v := andRE.FindAllStringIndex(names, -1), andRE.FindAllStringIndex(values, -1)
			if len(n) != len(v) {
				continue
			}
			if len(n) > 1 && rng.IntN(2) == 0 {
				out = append(out, Plant{At: l.part(m[2]+n[0][0], m[2]+n[1][0]), Against: []Range{l.part(m[4], m[5])}, Why: "a name is gone"})
				continue
			}
			out = append(out, Plant{At: l.part(m[4]+v[len(v)-1][0], m[5]), Against: []Range{l.part(m[2], m[3])}, Why: "a value is gone"})
		}
	}
	return out
}

// series is a run of numbering marks 1, 2, 3 at one level.
type series struct {
	marks []Range // of the numerals
	lines []Range
}

var (
	isRE      = regexp.MustCompile(`(?:^|[。；：，])([一二三四五六七八九])是`)
	ordinalRE = regexp.MustCompile(`(?:^|[。；：])第([一二三四五六七八九])，`)
)

// seriesOf are the numbered runs of at least three.
func seriesOf(r *Report) []series {
	var out []series
	keep := func(s series) {
		if len(s.marks) >= 3 {
			out = append(out, s)
		}
	}
	var sections, items series
	for _, l := range r.Lines {
		if l.Part == Glossary || l.Cell {
			continue
		}
		for _, re := range []*regexp.Regexp{isRE, ordinalRE} {
			var s series
			for _, m := range re.FindAllStringSubmatchIndex(l.Text, -1) {
				s.next(spoken(l.Text[m[2]:m[3]]), l.part(m[2], m[3]), l.Range, keep)
			}
			keep(s)
		}
		head := l.Text
		if m := sectionRE.FindStringSubmatchIndex(head); m != nil && !l.Box {
			sections.next(spokenHigh(head[m[2]:m[3]]), l.part(m[2], m[3]), l.Range, keep)
		} else if chapterRE.MatchString(plain(head)) && !l.Box {
			keep(sections)
			sections = series{}
		}
		if m := itemNoRE.FindStringSubmatchIndex(head); m != nil && l.Box {
			items.next(spoken(head[m[2]:m[3]]), l.part(m[2], m[3]), l.Range, keep)
		} else if !l.Box {
			keep(items)
			items = series{}
		}
	}
	keep(sections)
	keep(items)
	return out
}

// next adds the mark if it goes on with the series, or else begins a new one.
func (s *series) next(n int, mark, line Range, keep func(series)) {
	if n != len(s.marks)+1 {
		keep(*s)
		*s = series{}
		if n != 1 {
			return
		}
	}
	s.marks = append(s.marks, mark)
	s.lines = append(s.lines, line)
}

// numbering skips or doubles a number.
func numbering(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, s := range seriesOf(r) {
		i := 1 + rng.IntN(len(s.marks)-1)
		n := i + 1
		to := n + 1 - 2*rng.IntN(2)
		like := r.Text[s.marks[i].Start:s.marks[i].End]
		if to >= len(spokenDigits) || n > 10 {
			if like[0] > '9' {
				continue
			}
		}
		out = append(out, Plant{At: s.marks[i], With: spell(to, like), Against: s.marks, Why: "the series ran in order"})
	}
	return out
}

var headRE = regexp.MustCompile(`^\**\s*(?:\[?\d+[\]．.、]\s*|（\d+）\s*)?\**“?([^“”：:。，；*]{2,24}?)”?\**(?:[：:]|\*\*)`)

// glossary renames the head of an explained term, which stands in the text.
func glossary(r *Report, rng *rand.Rand) []Plant {
	end := len(r.Text)
	for _, l := range r.Lines {
		if l.Part == Glossary {
			end = l.Start
			break
		}
	}
	body := r.Text[:end]
	var out []Plant
	for _, l := range r.Lines {
		m := headRE.FindStringSubmatchIndex(l.Text)
		if l.Part != Glossary || m == nil {
			continue
		}
		head := l.Text[m[2]:m[3]]
		at := strings.Index(body, head)
		if at < 0 || strings.ContainsAny(head, "、和") {
			continue
		}
		// Two neighbours change places, or one character is lost.
		rs := []rune(head)
		k := rng.IntN(len(rs) - 1)
		if rs[k] == rs[k+1] {
			continue
		}
		rs[k], rs[k+1] = rs[k+1], rs[k]
		if to := string(rs); !strings.Contains(body, to) {
			out = append(out, Plant{At: l.part(m[2], m[3]), With: to, Against: []Range{{at, at + len(head)}}, Why: head + " is the term of the text"})
		}
	}
	return out
}

// brackets drops a bracket or quotation mark of a balanced line.
func brackets(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	for _, l := range r.Lines {
		if l.Cell || l.Part == Glossary {
			continue
		}
		for _, p := range []string{"（）", "“”", "《》"} {
			rs := []rune(p)
			if n := strings.Count(l.Text, string(rs[0])); n == 0 || n != strings.Count(l.Text, string(rs[1])) {
				continue
			}
			which := string(rs[rng.IntN(2)])
			var at []int
			for i := range l.Text {
				if strings.HasPrefix(l.Text[i:], which) {
					at = append(at, i)
				}
			}
			i := at[rng.IntN(len(at))]
			out = append(out, Plant{At: l.part(i, i+len(which)), Against: []Range{l.Range}, Why: "its partner is left alone"})
		}
	}
	return out
}
