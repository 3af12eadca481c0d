package extract

import (
	"strconv"
	"strings"

	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
)

// values gives each subject its value: one for all, or one each after 分别. What
// stands behind a value without a stop (100亿元同比增长8%) is read on its own.
func (st *statements) values(subjects []string, v piece) {
	s := st.text.S
	st.last = st.last[:0:0]
	t := v.of(s)
	if texts := spread(t, subjects); len(texts) > 1 {
		for i, name := range st.each(subjects, len(texts)) {
			st.add(name, texts[i])
		}
		return
	}
	tail := piece{v.end, v.end}
	if m, ok := firstAmount(t); ok {
		behind := piece{v.start + m.End, v.end}.trim(s, "，")
		if _, ok := changeOf(behind.of(s)); ok && st.goesOn(behind) {
			tail = behind
			v.end = v.start + m.End
		}
	}
	for _, name := range subjects {
		st.add(name, v.of(s))
	}
	if tail.start < tail.end {
		kept := st.last
		st.values(subjects, tail)
		st.last = append(kept, st.last...)
	}
}

// each is the n subjects that n values belong to: those of the clause, the two
// sides of a single one, or the last n of the sentence (甲100亿元、乙200亿元，分别增长
// 5%和6%). It is nil when the numbers do not match.
func (st *statements) each(subjects []string, n int) []string {
	if len(subjects) == n {
		return subjects
	}
	if len(subjects) > 1 {
		return nil
	}
	if sides := bothSides(subjects[0]); len(sides) == n {
		return sides
	}
	if len(st.listed) >= n {
		return st.listed[len(st.listed)-n:]
	}
	return nil
}

// spread takes 分别增长8%和8.5%左右 apart: 增长8%左右, 增长8.5%左右. A qualifier
// behind the last value holds for all that have none. Without 分别 the values of
// several subjects, or of 城乡, may stand side by side: 增长13%和14%.
func spread(s string, subjects []string) []string {
	verbs, tail, said := strings.Cut(s, "分别")
	if !said {
		verbs, tail = "", s
		if len(subjects) == 1 && len(bothSides(subjects[0])) != 2 {
			return nil
		}
	}
	ms := amountsOf(tail)
	if len(ms) < 2 || !said && !sideBySide(tail, ms) {
		return nil
	}
	last := ms[len(ms)-1]
	end := len(tail)
	if i := strings.IndexAny(tail[last.End:], "，。；（("); i >= 0 {
		end = last.End + i
	}
	qualifier := tail[last.NumEnd:min(end, max(last.End, last.NumEnd))]
	lead := verbs + tail[:ms[0].Start]
	var out []string
	for _, m := range ms {
		own := tail[m.NumEnd:m.End]
		before := tail[m.Start:m.NumStart]
		if own == "" && before == "" {
			own = qualifier
			before = tail[ms[0].Start:ms[0].NumStart]
		}
		number := tail[m.NumStart:m.NumEnd]
		if last := number[len(number)-1]; last >= '0' && last <= '9' {
			number += m.Quantity.Unit.Text // 增长5.1、5.9和6.1个百分点
		}
		out = append(out, lead+before+number+own)
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

// change is a value that says how much something changed: 增长6%左右.
type change struct{ verb, value, base string }

// changeOf splits 同比增长6%左右 into the verb that makes it a growth and its
// value. 增长到, 降至 and the like speak of a level.
func changeOf(text string) (change, bool) {
	m, ok := firstAmount(text)
	if !ok {
		return change{}, false
	}
	lead := withoutBrackets(text[:m.Start])
	at, verb := -1, ""
	for _, v := range append(changeWords, "增速", "增幅", "涨幅", "降幅") {
		if i := strings.LastIndex(lead, v); i > at {
			at, verb = i, v
		}
	}
	if at < 0 {
		return change{}, false
	}
	between := lead[at+len(verb):]
	if _, level := cutAny(between, "到", "至", "为"); level {
		return change{}, false
	}
	return change{saidAs(verb), strings.TrimSpace(between + text[m.Start:]), lead[:at]}, true
}

// saidAs is the verb that names a change: 增速 is 增长.
func saidAs(verb string) string {
	switch verb {
	case "增速", "增幅":
		return "增长"
	case "涨幅":
		return "上涨"
	case "降幅":
		return "下降"
	}
	return verb
}

// withoutBrackets leaves out what stands in brackets: 增长（同比，下同）.
func withoutBrackets(s string) string {
	if !strings.ContainsAny(s, "（(") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// add files one value of an indicator. A growth is named as one: 地区生产总值增长.
func (st *statements) add(name, text string) {
	name, text = strings.Join(strings.Fields(name), ""), strings.TrimSpace(text)
	if st.past {
		st.addResult(name, text)
		return
	}
	st.addGoal(name, text)
}

func (st *statements) addGoal(name, text string) {
	m := plan.Measure{Subject: name, HasTarget: true}
	if rest, ok := cutAny(text, "增长"); ok && !hasAmount(rest) && rest != "" {
		m.Subject, name, text = name+"增长", name+"增长", rest // 增长与经济增长同步
	}
	c, grows := changeOf(text)
	grows = grows && grownUnit(c.value)
	if strings.Contains(text, "年均") {
		return
	}
	value := text
	switch {
	case grows:
		m.Subject, value = name+c.verb, c.value
	case indexAny(text, "正增长", "零增长", "同步增长") >= 0 && !strings.HasSuffix(name, "增长"):
		m.Subject = name + "增长"
	}
	m.Unit = unitOf(value)
	m.Target = target.Parse(value, plan.ContextFor(m.Subject, m.Unit))
	if m.Unit == "" && indexAny(text, "正增长", "零增长") >= 0 {
		m.Unit = "%"
	}
	switch {
	case m.Target.Kind == target.Words && !namesSteady(name, text) && !setsGoal(text):
		return
	case strings.Contains("个 项 件 年 周年 大 条", m.Unit) && m.Unit != "" && !names(name):
		return // 重点抓好以下十个方面
	}
	st.put(m)
}

// names reports a name of the catalogue.
func names(name string) bool {
	_, ok := catalogue.Lookup(name)
	return ok
}

// grownUnit reports a value by which something grows: a share or a multiple.
func grownUnit(value string) bool {
	m, ok := firstAmount(value)
	return ok && (m.Quantity.Unit.Dim == quantity.Share || m.Quantity.Unit.Dim == quantity.Fold || m.Quantity.Unit.Dim == quantity.None)
}

func unitOf(value string) string {
	for _, m := range amountsOf(value) {
		if u := squeeze(m.Quantity.Unit.Text); u != "" {
			return u
		}
	}
	return ""
}

func (st *statements) addResult(name, text string) {
	m := plan.Measure{Subject: name}
	entry, _ := catalogue.Lookup(name)
	if completes(text) {
		m.Facts = []plan.Fact{{Actual: target.Actual{Text: text, Quality: target.Qualitative}, Period: st.period}}
		st.put(m)
		return
	}
	c, changed := changeOf(text)
	value := text
	switch {
	case changed:
		st.rebased = st.rebased || !sinceLastYear(c.base, st.year)
		if st.rebased || st.sentence.several || !grownUnit(c.value) || !growsSo(entry, c.verb) {
			return
		}
		m.Subject, value = name+c.verb, c.value
	case strings.Contains(text, "正增长"):
		m.Subject = name + "增长"
	default:
		if st.sentence.several && entry.Accumulates || entry.Measure != catalogue.Level && st.sentence.several {
			return
		}
		value = reached(text)
	}
	first, ok := firstAmount(value)
	if ok && (!fits(entry, first, changed) || !endsThere(value, first.End)) {
		return
	}
	if !changed && compares(value, first, ok) {
		return
	}
	m.Unit = unitOf(value)
	a := target.ParseActualIn(value, plan.ContextFor(m.Subject, m.Unit))
	if !a.HasValue || a.Change && !changed {
		return
	}
	if m.Unit == "" && strings.Contains(text, "正增长") {
		m.Unit = "%"
	}
	st.grade(&a, text)
	m.Facts = []plan.Fact{{Actual: a, Unit: m.Unit, Period: st.period}}
	st.put(m)
}

// grade sets how sure a result is from the words around it.
func (st *statements) grade(a *target.Actual, text string) {
	if first, ok := firstAmount(text); ok && a.Quantity.Op == quantity.Equal {
		for _, w := range []string{"跨越", "迈上", "站上", "跃上", "跨上", "首破", "越过", "过"} {
			if strings.HasSuffix(text[:first.Start], w) {
				a.Quantity.Op, a.Quality = quantity.More, target.BoundValue
			}
		}
	}
	if q := surer(st.quality, st.noted); q != target.Plain {
		a.Quality = q
	}
}

// surer is what the sentence says, or else what holds for all.
func surer(a, b target.Quality) target.Quality {
	if a != target.Plain {
		return a
	}
	return b
}

// reached is the level that a step came to: 65% of 由60%提高到65%.
func reached(text string) string {
	ms := amountsOf(text)
	if len(ms) < 2 || !strings.ContainsAny(text[:ms[0].Start], "由从") {
		return text
	}
	lead := text[ms[len(ms)-2].End:ms[len(ms)-1].Start]
	if indexAny(lead, "到", "至", "为") < 0 {
		return text
	}
	return text[ms[len(ms)-1].Start:]
}

// sinceLastYear reports a change against the year before, as is understood when
// nothing is said; 比2020年增长 and 较“十二五”末增长 are others.
func sinceLastYear(base string, year int) bool {
	if indexAny(base, "年均", "平均增长", "五年", "“十", "环比") >= 0 {
		return false
	}
	for _, y := range years(base) {
		if y.year != year-1 && y.year != year {
			return false
		}
	}
	return true
}

// growsSo reports that a share is not said to grow by a percentage: 提高5% of a
// rate may mean anything.
func growsSo(e catalogue.Entry, verb string) bool {
	return verb != "提高" && verb != "提升" || e.Kind != catalogue.ShareKind
}

// fits reports a value in a unit of the indicator's kind: a share for a share,
// an amount for an amount.
func fits(e catalogue.Entry, m quantity.Mention, changed bool) bool {
	dim := m.Quantity.Unit.Dim
	if dim == quantity.Points || dim == quantity.Time && e.Unit == "" {
		return false
	}
	if changed || e.Unit == "" || e.Kind == catalogue.IndexKind || e.Measure != catalogue.Level {
		return dim == quantity.Share || dim == quantity.Fold || dim == quantity.None || !changed && e.Unit == ""
	}
	want, ok := quantity.ParseUnit(e.Unit)
	if !ok {
		return true
	}
	switch want.Dim {
	case quantity.Share, quantity.Money, quantity.Mass, quantity.Length, quantity.Energy:
		return dim == want.Dim || dim == quantity.Rate // 元/月
	}
	return dim != quantity.Share && dim != quantity.Fold
}

// endsThere reports that behind a value nothing goes on that makes it another's:
// 72%以上投向民生领域; 迈上200亿台阶 is no number of machines.
func endsThere(text string, end int) bool {
	_, more := cutAny(text[end:], "用于", "投向", "来自", "是", "占", "集中")
	return !more && !(strings.HasSuffix(text[:end], "台") && strings.HasPrefix(text[end:], "阶"))
}

// compares reports a value that is only a distance to something: 比年初增加100亿元.
func compares(value string, first quantity.Mention, ok bool) bool {
	if !ok {
		return false
	}
	lead := value[:first.Start]
	return indexAny(lead, "比", "较", "高于", "低于", "快于", "年均", "目标", "计划", "任务", "增加", "净增") >= 0 && !strings.Contains(lead, "增加到")
}

// put files a measure under its indicator. The first statement holds, unless
// the later one says more: the whole year instead of a part, a number instead
// of words, the exact number right behind 突破, a level instead of a step.
func (st *statements) put(m plan.Measure) {
	if len(m.Facts) > 0 {
		m.Facts[0].Span = st.text.Span(st.at.start, st.at.end)
	}
	it := plan.Item{
		Year: st.year, Name: m.Subject, Section: st.section, Measures: []plan.Measure{m},
		Span: st.text.Span(st.at.start, st.at.end),
	}
	key := keyOf(m)
	if i, known := st.known[key]; known {
		if old := st.items[i].Measures[0]; better(m, old, i >= st.begun) {
			st.items[i] = it
			st.last = append(st.last, i)
		}
		return
	}
	st.known[key] = len(st.items)
	st.last = append(st.last, len(st.items))
	st.items = append(st.items, it)
}

// keyOf tells what a measure speaks of: an indicator of the catalogue and
// whether its change or its level, else its name.
func keyOf(m plan.Measure) string {
	e, ok := catalogue.Lookup(m.Subject)
	if !ok {
		return m.Subject
	}
	return e.ID + strconv.FormatBool(e.Measure == catalogue.Level)
}

func better(m, old plan.Measure, sameSentence bool) bool {
	if g, was := m.Target, old.Target; m.HasTarget && len(m.Facts) == 0 {
		return sameSentence && (was.Kind == target.Change && g.Kind != target.Change || was.Op == quantity.More && g.Kind == target.Bound && g.Op == quantity.Equal)
	}
	f, g := m.Facts[0], old.Facts[0]
	switch {
	case f.Period != g.Period:
		return f.Period == ""
	case !g.HasValue:
		return f.HasValue
	}
	return f.HasValue && f.Quantity.Op == quantity.Equal && f.Quantity.Form == quantity.Single && beyond(f.Quantity, g.Quantity)
}

// beyond reports a number that keeps the bound stated before: 2.15万亿元 behind
// 突破2万亿元.
func beyond(q, bound quantity.Quantity) bool {
	if bound.Op != quantity.More && bound.Op != quantity.AtLeast || !q.Unit.Same(bound.Unit) {
		return false
	}
	return q.Value.Mul(q.Unit.Scale).Cmp(bound.Value.Mul(bound.Unit.Scale)) >= 0
}

// amountsOf are the amounts of a text.
func amountsOf(s string) []quantity.Mention {
	var out []quantity.Mention
	for m := range quantity.Scan(s) {
		if m.Kind == quantity.Amount {
			out = append(out, m)
		}
	}
	return out
}

func firstAmount(s string) (quantity.Mention, bool) { return firstAmountFrom(s, 0) }

// firstAmountFrom is the first amount of s that begins at from or behind.
func firstAmountFrom(s string, from int) (quantity.Mention, bool) {
	for m := range quantity.Scan(s) {
		if m.Kind == quantity.Amount && m.NumStart >= from {
			return m, true
		}
	}
	return quantity.Mention{}, false
}

func hasAmount(s string) bool {
	_, ok := firstAmount(s)
	return ok
}

func startsNumber(s string) bool {
	m, ok := firstAmount(s)
	return ok && m.Start == 0
}

// cutWords takes the words off the start of s as long as one stands there.
func cutWords(s string, words ...string) string {
	for again := true; again; {
		again = false
		for _, w := range words {
			if t, ok := strings.CutPrefix(s, w); ok {
				s, again = t, true
			}
		}
	}
	return s
}

func trimSuffixes(s string, words ...string) string {
	for again := true; again; {
		again = false
		for _, w := range words {
			if t, ok := strings.CutSuffix(s, w); ok && t != "" {
				s, again = t, true
			}
		}
	}
	return s
}
