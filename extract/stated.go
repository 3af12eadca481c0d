package extract

import (
	"strings"
	"unicode/utf8"

	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
)

// readStatedIndicators reads the targets and results that stand only in prose,
// as in a government work report: the list behind 主要预期目标是, and in the
// review of the year the results of indicators that the catalogue knows. A
// report with indicator tables says these things there, and better.
func readStatedIndicators(r *Result, o *outline) {
	results := statements{year: r.Plan.ExecutedYear, past: true, seen: map[string]bool{}}
	goals := statements{year: r.Plan.PlannedYear, seen: map[string]bool{}}
	for _, it := range r.Plan.Indicators {
		if it.Year == r.Plan.PlannedYear {
			goals.year = 0
		} else {
			results.year = 0
		}
	}
	listing := false // the lines that follow are still the list of targets
	for i := range o.lines {
		l := &o.lines[i]
		s := l.text.S
		switch {
		case l.part == execution && results.year != 0:
			results.open(l)
			results.sentences(whole(s))
		case l.part == annex || l.part == glossary || l.part == execution || goals.year == 0:
		default:
			listing = goals.targets(l, listing)
		}
	}
	r.Plan.Indicators = append(append(r.Plan.Indicators, results.items...), goals.items...)
}

// targets reads a line that begins a list of targets, or goes on with one, and
// reports whether the list may go on in the next.
func (st *statements) targets(l *line, listing bool) bool {
	s := l.text.S
	at := listStart(s)
	if at >= 0 && ofSeveralYears(s[:at]) {
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

// listStart is where the list of targets begins behind its lead-in
// (…主要预期目标是：), or -1.
func listStart(s string) int {
	for _, w := range []string{"预期目标", "主要目标", "预期指标", "奋斗目标", "发展目标"} {
		i := endOfWord(s, w)
		if i < 0 {
			continue
		}
		for _, v := range []string{"：", ":", "是", "为"} {
			if j := strings.Index(s[i:], v); j >= 0 && j < 45 {
				i += j + len(v)
				return i + len(s[i:]) - len(strings.TrimLeft(s[i:], "：:* "))
			}
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
	_, size := utf8.DecodeRuneInString(w)
	for at := 0; ; {
		i := strings.Index(s[at:], w[:size])
		if i < 0 {
			return -1
		}
		at += i + size
		rest, want := s[at:], w[size:]
		for want != "" {
			rest = strings.TrimLeft(rest, " ")
			r, n := utf8.DecodeRuneInString(want)
			if !strings.HasPrefix(rest, string(r)) {
				break
			}
			rest, want = rest[n:], want[n:]
		}
		if want == "" {
			return len(s) - len(rest)
		}
	}
}

// ofSeveralYears reports a lead-in to the goals of a five-year plan.
func ofSeveralYears(lead string) bool {
	if i := strings.LastIndex(lead, "。"); i >= 0 {
		lead = lead[i:]
	}
	return indexAny(lead, "时期", "今后五年", "未来五年", "五年发展", "五年经济", "期间", "远景目标") >= 0
}

// statements collects what prose says of indicators.
type statements struct {
	*line
	hits    []catalogue.Hit // the known names in the line
	year    int
	past    bool // results, not targets
	items   []plan.Item
	seen    map[string]bool
	subject []string // of the clause before, for 达到100亿元，增长8%
	scoped  bool     // the sentence speaks of a part of the place: 六县实现…
}

func (st *statements) open(l *line) {
	st.line, st.hits = l, catalogue.Find(l.text.S)
}

// knows reports that a name of the catalogue stands in s[p].
func (st *statements) knows(p piece) bool {
	for _, h := range st.hits {
		if h.Start >= p.start && h.End <= p.end {
			return true
		}
	}
	return false
}

// list reads a list of targets. It ends with the first sentence that holds none.
func (st *statements) list(p piece) {
	for _, sentence := range split(st.text.S, p, "。") {
		before := len(st.items)
		st.clauses(sentence)
		if len(st.items) == before && len(st.items) > 0 {
			return
		}
	}
}

func (st *statements) sentences(p piece) {
	for _, sentence := range split(st.text.S, p, "。") {
		if !st.knows(sentence) {
			continue
		}
		t := sentence.of(st.text.S)
		if indexAny(t, "年均", "五年来", "过去五年", "比“", "期间") >= 0 {
			continue
		}
		st.clauses(sentence)
	}
}

func (st *statements) clauses(p piece) {
	s := st.text.S
	st.subject, st.scoped = nil, false
	for _, c := range split(s, p, "，；：,;:") {
		c, inner := cutOfWhich(s, c)
		for _, q := range splitSteps(s, c) {
			st.clause(q.trim(s, "—■●◆·•* 、"))
		}
		if inner.start < inner.end {
			st.clauses(inner)
		}
	}
}

// cutOfWhich takes （其中，规模以上工业增加值增长10%左右） off a clause.
func cutOfWhich(s string, c piece) (clause, inner piece) {
	for _, open := range []string{"（其中", "(其中"} {
		if i := strings.Index(c.of(s), open); i > 0 {
			inner = piece{c.start + i + len(open), c.end}.trim(s, "）)，：: ")
			return piece{c.start, c.start + i}, inner
		}
	}
	return c, piece{}
}

// splitSteps cuts 达到4015亿元、增长5.8% before the growth, but leaves
// 增长5.5%、力争6% whole.
func splitSteps(s string, c piece) []piece {
	parts := split(s, c, "、")
	out := parts[:1]
	for _, p := range parts[1:] {
		if _, ok := cutAny(p.of(s), changeWords...); ok {
			out = append(out, p)
		} else {
			out[len(out)-1].end = p.end
		}
	}
	return out
}

var changeWords = []string{"增长", "同比增长", "比上年增长", "下降", "同比下降", "比上年下降", "上涨", "回落", "降低"}

// clause reads one clause: names, a verb, values.
func (st *statements) clause(c piece) {
	s := st.text.S
	if _, ok := cutAny(c.of(s), "力争", "在实际工作中", "争取", "努力"); ok && !st.past && st.stretch(c) {
		return
	}
	if _, ok := cutAny(c.of(s), changeWords...); ok && len(st.subject) > 0 {
		st.values(st.subject, c, true)
		return
	}
	if st.past && !st.knows(c) {
		st.subject = nil
		return
	}
	names, rest := st.nameAndValue(c)
	names = names.trim(s, "")
	if rest.start == rest.end || names.start == names.end || st.scoped {
		return
	}
	subjects := st.names(stripLeads(names.of(s)))
	if subjects == nil {
		st.subject = nil
		st.scoped = st.past && endsInIndicator(names.of(s))
		return
	}
	st.subject = subjects
	st.values(subjects, rest, false)
}

// stretch joins 力争6% to the target before it.
func (st *statements) stretch(c piece) bool {
	if len(st.items) == 0 {
		return false
	}
	it := &st.items[len(st.items)-1]
	m := &it.Measures[0]
	if m.Target.Kind != target.Bound && m.Target.Kind != target.About {
		return false
	}
	t := target.Parse(m.Target.Text+"、"+c.of(st.text.S), plan.ContextFor(it.Name, m.Unit))
	if t.Kind == target.Double {
		m.Target = t
		return true
	}
	return false
}

// valueWords begin what is said of an indicator.
var valueWords = []string{
	"增长", "增速", "增幅", "下降", "降低", "削减", "减少", "提高", "上涨", "控制", "达到", "达", "突破", "不低于", "不高于", "不超过", "保持", "稳定在", "稳定",
	"实现", "完成", "与", "高于", "低于", "快于", "慢于", "同比", "同口径", "可比", "按", "力争", "确保", "分别", "均", "为", "超过", "超", "持平",
	"正增长", "比上年", "较上年", "比", "较", "接近", "近", "约", "继续", "持续", "稳步", "进一步", "在", "预计", "落实", "符合", "好于", "优于",
}

// nameAndValue cuts a clause where its value begins: at the first number or the
// first verb of the kind that speaks of values, behind at least two characters.
// A verb inside a known name (单位GDP能耗降低) begins none, nor does one before a
// further name (能耗降低、排放量下降完成省定任务).
func (st *statements) nameAndValue(c piece) (names, rest piece) {
	t := c.of(st.text.S)
	skip := len(t) - len(stripLeads(t))
	for _, h := range st.hits {
		if h.Start >= c.start && h.End <= c.end && h.Start <= c.start+skip+len("一二") {
			skip = max(skip, h.Start-c.start+nameEnd(st.text.S[h.Start:h.End]))
		}
	}
	n := 0
	var depth nesting
	for i, r := range t[skip:] {
		depth.step(r)
		n++
		if n <= 2 && skip == 0 || depth > 0 {
			continue
		}
		at := skip + i
		if r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("≥≤＞＜><", r) || beginsValue(t, at) {
			return piece{c.start, c.start + at}, piece{c.start + at, c.end}
		}
	}
	return c, piece{c.end, c.end}
}

// nameEnd is how much of a known name is a noun: 地区生产总值 of 地区生产总值增长,
// but all of 居民消费价格涨幅.
func nameEnd(name string) int {
	for _, v := range changeWords {
		if t, ok := strings.CutSuffix(name, v); ok && t != "" {
			return len(t)
		}
	}
	return len(name)
}

func beginsValue(t string, at int) bool {
	for _, w := range valueWords {
		rest, ok := strings.CutPrefix(t[at:], w)
		if !ok {
			continue
		}
		if _, noun := cutAny(rest, "率", "、", "和", "及", "额", "量", "重", "例"); noun || w == "比" && strings.HasSuffix(t[:at], "占") {
			continue
		}
		if w == "均" && strings.HasSuffix(t[:at], "人") {
			continue
		}
		return true
	}
	return false
}

// scopeWords say no more than that the whole place is meant; offices and verbs
// before a name say nothing either.
var (
	scopeWords  = []string{"全市", "全省", "全区", "全州", "全县", "全国", "我市", "我省", "我区", "我国", "我县", "本市", "其中", "全年", "预计", "年末", "今年"}
	statedLeads = []string{"实现", "完成", "力争", "确保", "一是", "二是", "三是"}
)

func stripLeads(s string) string {
	for again := true; again; {
		again = false
		for _, w := range scopeWords {
			if t, ok := strings.CutPrefix(s, w); ok && runeLen(t) >= 2 {
				s, again = strings.TrimLeft(t, "，, 　"), true
			}
		}
		for _, w := range statedLeads {
			if t, ok := strings.CutPrefix(s, w); ok && runeLen(t) >= 2 {
				s, again = t, true
			}
		}
	}
	return s
}

// endsInIndicator reports a text that ends in a known name.
func endsInIndicator(s string) bool {
	for _, h := range catalogue.Find(s) {
		if h.End == len(s) {
			return true
		}
	}
	return false
}

// maxNames is the longest list of names before a value, in characters.
const maxNames = 80

// names is what a clause speaks of: one indicator, or several (城镇、农村居民人均可
// 支配收入). Of results only those that the catalogue knows are taken; a list of
// targets is believed as printed.
func (st *statements) names(s string) []string {
	if runeLen(s) > maxNames {
		return nil
	}
	if _, ok := catalogue.Lookup(s); ok {
		return []string{s}
	}
	if parts := knownParts(s); parts != nil {
		return parts
	}
	if st.past || runeLen(s) > 30 || runeLen(s) < 3 {
		return nil
	}
	return []string{s}
}

// knownParts splits a list of names into indicators of the catalogue, or gives
// nil when one of them is none.
func knownParts(s string) []string {
	parts := namesIn(s)
	for i, p := range parts {
		if _, ok := catalogue.Lookup(p); ok {
			continue
		}
		if parts[i] = completed(p, parts[i+1:]); parts[i] == "" {
			return nil
		}
	}
	return parts
}

func namesIn(s string) []string {
	var out []string
	for _, p := range split(s, whole(s), "、和与及") {
		if p.start < p.end {
			out = append(out, stripLeads(p.of(s)))
		}
	}
	return out
}

// completed gives 城镇 the rest of a later name, 居民人均可支配收入, if that makes an
// indicator.
func completed(p string, later []string) string {
	for _, l := range later {
		for i := range l {
			if _, ok := catalogue.Lookup(p + l[i:]); ok && i > 0 {
				return p + l[i:]
			}
		}
	}
	return ""
}

// values gives each subject its value: one for all, or one each after 分别.
func (st *statements) values(subjects []string, rest piece, carried bool) {
	s := st.text.S
	texts := []string{rest.of(s)}
	if spread := distribute(rest.of(s), subjects); len(spread) > 1 {
		texts = spread
		if len(subjects) == 1 {
			subjects = bothSides(subjects[0])
		}
	}
	for i, name := range subjects {
		text := texts[0]
		if len(texts) > 1 {
			if i >= len(texts) || len(texts) != len(subjects) {
				return
			}
			text = texts[i]
		}
		st.add(name, text, rest)
	}
}

// bothSides is 城镇… and 农村… for 城乡…, or the names that one entry joins.
func bothSides(name string) []string {
	if strings.Contains(name, "城乡") {
		return []string{strings.Replace(name, "城乡", "城镇", 1), strings.Replace(name, "城乡", "农村", 1)}
	}
	return knownParts(name)
}

// distribute takes 分别增长8%和8.5%左右 apart: 增长8%左右, 增长8.5%左右. A qualifier
// behind the last value holds for all that have none. Without 分别 the values of
// several subjects, or of 城乡, may stand side by side: 增长13%和14%.
func distribute(s string, subjects []string) []string {
	verbs, tail, said := strings.Cut(s, "分别")
	if !said {
		verbs, tail = "", s
		if len(subjects) == 1 && !strings.Contains(subjects[0], "城乡") {
			return nil
		}
	}
	var ms []quantity.Mention
	for m := range quantity.Scan(tail) {
		if m.Kind == quantity.Amount {
			ms = append(ms, m)
		}
	}
	if len(ms) < 2 || !said && !sideBySide(tail, ms) {
		return nil
	}
	lead := verbs + tail[:ms[0].NumStart]
	last := ms[len(ms)-1]
	end := len(tail)
	if i := strings.IndexAny(tail[last.End:], "，。；（("); i >= 0 {
		end = last.End + i
	}
	qualifier := tail[last.NumEnd:end]
	var out []string
	for _, m := range ms {
		own := tail[m.NumEnd:m.End]
		if own == "" {
			own = qualifier
		}
		out = append(out, lead+tail[m.NumStart:m.NumEnd]+own)
	}
	return out
}

// sideBySide reports values with nothing but 、 or 和 between them.
func sideBySide(s string, ms []quantity.Mention) bool {
	for i := range ms[1:] {
		if between := s[ms[i].End:ms[i+1].Start]; between != "、" && between != "和" {
			return false
		}
	}
	return true
}

// add files one value. A growth is named as one: 地区生产总值增长.
func (st *statements) add(name, text string, at piece) {
	name, text = strings.Join(strings.Fields(name), ""), strings.TrimSpace(text)
	value, verb := changeOf(text)
	if verb != "" {
		name += verb
	}
	if st.seen[name] {
		return
	}
	m := plan.Measure{Subject: name}
	for q := range quantity.Scan(value) {
		if q.Kind == quantity.Amount && m.Unit == "" {
			m.Unit = squeeze(q.Quantity.Unit.Text)
		}
	}
	ctx := plan.ContextFor(name, m.Unit)
	if st.past {
		a := target.ParseActualIn(value, ctx)
		if _, step := cutAny(value, "比", "较", "由", "从"); !a.HasValue || step {
			return
		}
		m.Facts = []plan.Fact{{Actual: a, Unit: m.Unit, Span: st.text.Span(at.start, at.end)}}
	} else {
		m.Target, m.HasTarget = target.Parse(value, ctx), true
		if m.Target.Kind == target.Words {
			return
		}
	}
	st.seen[name] = true
	st.items = append(st.items, plan.Item{
		Year: st.year, Name: name, Section: st.section, Measures: []plan.Measure{m},
		Span: st.text.Span(at.start, at.end),
	})
}

// changeOf splits 增长6%左右 into the verb that makes it a growth and its value.
func changeOf(text string) (value, verb string) {
	t := text
	for _, w := range []string{"预计", "力争", "确保", "实现", "均", "同比", "同口径", "可比", "比上年", "较上年"} {
		t = strings.TrimPrefix(t, w)
	}
	for _, v := range []string{"增长", "下降", "降低", "上涨", "削减", "减少"} {
		rest, ok := strings.CutPrefix(t, v)
		if ok && rest != "" {
			return rest, v
		}
	}
	return text, ""
}
