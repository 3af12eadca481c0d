package extract

import (
	"maps"
	"strings"
	"unicode/utf8"

	"gangmu/internal/words"
	"gangmu/plan"
	"gangmu/target"
)

// targets reads a line that begins a list of targets, or goes on with one, and
// reports whether the list may go on in the next.
func (st *statements) targets(l *line, listing bool) bool {
	s := l.text.S
	at := listStart(s)
	if at >= 0 && (ofSeveralYears(s[:at]) || !strings.Contains(s[:at], "预期") && (len(st.items) >= fewGoals || !st.ofTheYear(s[:at]) && st.underSeveral(l))) {
		at = -1
	}
	if at < 0 && !listing {
		return false
	}
	st.open(l)
	before := len(st.items)
	st.list(piece{max(at, 0), len(s)})
	got := len(st.items) > before
	if at >= 0 {
		return !got || strings.HasSuffix(strings.TrimSpace(s), "：")
	}
	return got
}

// list reads a list of targets. It ends with the first sentence that holds none,
// unless the next one names indicators.
func (st *statements) list(p piece) {
	sentences := split(st.text.S, p, "。")
	for i, g := range sentences {
		const scrap = 5 * len("字")
		if g.end-g.start < scrap {
			continue
		}
		before := len(st.items)
		st.sentence = sentence{begun: before}
		st.groups(g)
		if len(st.items) == before && len(st.items) > 0 && (i+1 == len(sentences) || len(st.hitsIn(sentences[i+1])) == 0) {
			return
		}
	}
}

// fewGoals is less than any list of targets has.
const fewGoals = 3

// search looks for the targets of a report without a list that is led in as
// one: the first sentence about what is to come that gives targets to several
// indicators of the catalogue.
func (st *statements) search(o *outline) {
	st.strict = true
	for i := range o.lines {
		l := &o.lines[i]
		if l.part != aims && l.part != tasks || l.level == 1 {
			continue
		}
		st.open(l)
		for _, g := range split(l.text.S, whole(l.text.S), "。") {
			if len(st.hitsIn(g)) < fewGoals || ofSeveralYears(g.of(l.text.S)) {
				continue
			}
			found := *st
			found.sentence = sentence{begun: len(st.items)}
			found.known = maps.Clone(st.known)
			found.groups(g)
			if len(found.items) >= len(st.items)+fewGoals {
				*st = found
				return
			}
		}
	}
}

// listLeads are the words that a list of targets is led in with.
var listLeads = []string{"预期目标", "主要目标", "预期指标", "奋斗目标", "发展目标", "建议目标", "主要预期"}

// maxLead is how many bytes may stand between such a word and its 是, 为 or ：.
const maxLead = 45

// listStart is where the list of targets begins behind its lead-in
// (…主要预期目标是：), or -1.
func listStart(s string) int {
	if indexAny(s, "目标", "预期", "目 标") < 0 {
		return -1
	}
	const tries = 20 // a paragraph names its goals no more often before it lists them
	for _, w := range listLeads {
		from := 0
		for range tries {
			i := endOfWord(s[from:], w)
			if i < 0 {
				break
			}
			from += i
			if at := listOpens(s, from); at >= 0 {
				return at
			}
		}
	}
	return -1
}

// listOpens is where the list begins whose lead-in word ends at from, or -1.
func listOpens(s string, from int) int {
	near := s[from:min(len(s), from+maxLead+len("："))]
	if stop := strings.Index(near, "。"); stop >= 0 {
		near = near[:stop]
	}
	for _, v := range []string{"：", ":", "是", "为"} {
		if j := strings.Index(near, v); j >= 0 {
			rest := s[from+j+len(v):]
			return len(s) - len(strings.TrimLeft(rest, "：:* "))
		}
	}
	return -1
}

// endOfWord is the end of the first w in s, or -1. A blank may stand inside the
// word, as where a line of print was broken.
func endOfWord(s, w string) int {
	if i := strings.Index(s, w); i >= 0 {
		return i + len(w)
	}
	if !strings.Contains(s, " ") {
		return -1
	}
	_, size := utf8.DecodeRuneInString(w)
	for at := 0; ; {
		i := strings.Index(s[at:], w[:size])
		if i < 0 {
			return -1
		}
		at += i + size
		if rest, ok := cutSpaced(s[at:], w[size:]); ok {
			return len(s) - len(rest)
		}
	}
}

// cutSpaced cuts a word off the start of s that may have blanks inside.
func cutSpaced(s, w string) (rest string, ok bool) {
	for _, r := range w {
		s = strings.TrimLeft(s, " ")
		if s, ok = strings.CutPrefix(s, string(r)); !ok {
			return s, false
		}
	}
	return s, true
}

// ofSeveralYears reports a lead-in to the goals of a five-year plan.
func ofSeveralYears(lead string) bool {
	if i := strings.LastIndex(lead, "。"); i >= 0 {
		lead = lead[i:]
	}
	return longTimes.In(lead)
}

var longTimes = words.New("时期", "今后五年", "未来五年", "五年发展", "五年经济", "五年的", "期间", "远景目标")

// underSeveral reports a line under a heading on several years.
func (st *statements) underSeveral(l *line) bool {
	for _, head := range []string{l.chapter, l.section} {
		if ofSeveralYears(head) || strings.Contains(head, "五”") && !st.ofTheYear(head) {
			return true
		}
	}
	return false
}

// ofTheYear reports a lead-in that names the planned year.
func (st *statements) ofTheYear(lead string) bool {
	one, _ := yearMarks(lead, st.year)
	return one >= 0 || indexAny(lead, "今年", "明年", "本年度") >= 0
}

// stretch joins 力争6% to the target before it. It reports whether the clause is
// of that kind.
func (st *statements) stretch(c piece) bool {
	t := c.of(st.text.S)
	if _, ok := cutAny(t, "力争", "在实际工作中", "争取", "努力"); !ok || len(st.last) != 1 {
		return false
	}
	it := &st.items[st.last[0]]
	m := &it.Measures[0]
	if m.Target.Kind != target.Bound && m.Target.Kind != target.About {
		return false
	}
	d := target.Parse(m.Target.Text+"、"+t, st.context(it.Name, m.Unit))
	if d.Kind == target.Double {
		m.Target = d
	}
	return d.Kind == target.Double
}

// task reads a target that is led in by its verb: 完成省下达的节能减排任务. It
// reports whether the clause is of that kind.
func (st *statements) task(c piece) bool {
	t := c.of(st.text.S)
	rest := cutWords(t, "确保", "全面", "圆满", "力争", "如期", "较好", "按期", "坚决")
	rest, ok := cutAny(rest, "完成", "实现", "落实", "达到")
	if !ok || hasAmount(rest) {
		return false
	}
	for _, w := range []string{"下达的", "下达", "省定的", "省定", "国定", "规定的", "确定的", "核定的", "明确的", "分解的"} {
		if _, behind, found := strings.Cut(rest, w); found {
			rest = behind
			break
		}
	}
	name := trimSuffixes(rest, "目标任务", "任务", "目标", "各项", "年度")
	name = cutWords(name, "年度", "各项")
	if name == rest && !strings.HasSuffix(name, "指标") || runeLen(name) < 3 || runeLen(name) > maxName {
		return false
	}
	goal := target.Parse(t, target.Context{})
	if goal.Kind != target.Delegated {
		goal = target.Target{Text: t, Kind: target.Words}
	}
	st.at = c
	st.put(plan.Measure{Subject: name, Target: goal, HasTarget: true})
	return true
}

// Words that say of a target how things shall go on without a number.
var steadyWords = []string{
	"保持", "持续", "稳定", "稳步", "稳中", "稳量", "进一步", "继续", "明显", "不断", "全面", "总体", "基本", "大幅", "逐步", "平稳", "合理", "有所", "有序", "促稳", "实现", "同步", "控制在", "在",
}

// measuredNouns end the names of what is measured, though the catalogue does not
// know them.
var measuredNouns = []string{"质量", "指标", "收支", "水平", "环境", "价格", "物价", "就业", "产量", "总额", "收入", "规模", "效益", "外资", "外贸", "排放", "消耗"}

// steady reports a target in words alone that still speaks of something
// measured: 国际收支保持基本平衡, 生态环境质量持续改善, 节能减排完成年度任务.
func (st *statements) steady(name, text string) bool {
	if _, ok := cutAny(text, steadyWords...); !ok && !setsGoal(text) || runeLen(text) > 20 || runeLen(name) > 20 {
		return false
	}
	if st.knows(name) || endsInIndicator(name) {
		return true
	}
	for _, w := range measuredNouns {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}
