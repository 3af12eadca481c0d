package extract

import (
	"strings"
	"unicode/utf8"
)

// maxClause is the longest clause, in bytes, that may state a value; what is
// longer is no sentence.
const maxClause = 300 * len("字")

// marks stand before a clause in a list.
const marks = "—■●◆·•*-－ 、"

// clauses reads what stands between semicolons.
func (st *statements) clauses(p piece) {
	s := st.text.S
	for _, c := range split(s, p, "，：,:") {
		for _, q := range splitSteps(s, c) {
			if q.end-q.start > maxClause {
				st.subject = nil
				continue
			}
			st.bracketed(q)
		}
	}
}

// splitSteps cuts a clause at 、 where a further statement begins: behind a
// value, and before a change (达到4015亿元、增长5.8%). It leaves whole the lists of
// names, those of values behind 分别, and 增长5.5%、力争6%.
func splitSteps(s string, c piece) []piece {
	parts := split(s, c, "、")
	out := parts[:1]
	for _, p := range parts[1:] {
		if t, last := p.of(s), out[len(out)-1].of(s); beginsStep(last, strings.TrimSpace(t)) {
			out = append(out, p)
		} else {
			out[len(out)-1].end = p.end
		}
		if len(out[len(out)-1].of(s)) > 2*maxClause {
			return out // hopeless: spares looking at it again and again
		}
	}
	return out
}

func beginsStep(before, t string) bool {
	if _, ok := cutAny(t, changeWords...); ok {
		return true
	}
	if _, ok := cutAny(t, "力争", "争取", "奋斗目标"); ok {
		return !hasAmount(t)
	}
	t = cutWords(t, "约", "近", "超", "和")
	return t != "" && hasFigure(before) && !startsNumber(t) && hasAmount(before)
}

// bracketed reads a clause and then what stands in brackets behind its value:
// （其中，规模以上工业增加值增长10%左右）, （年度目标为3.5%以下）.
func (st *statements) bracketed(c piece) {
	s := st.text.S
	c = c.trim(s, marks)
	clause, insides := cutBrackets(s, c)
	for _, in := range insides {
		st.sure(in.of(s))
	}
	st.clause(clause)
	for _, in := range insides {
		st.aside(in)
	}
}

// cutBrackets takes the brackets behind a clause's value off it.
func cutBrackets(s string, c piece) (clause piece, insides []piece) {
	t := c.of(s)
	if !strings.ContainsAny(t, "（(") {
		return c, nil
	}
	first, ok := firstAmount(t)
	if !ok {
		return c, nil
	}
	clause = c
	var depth nesting
	open := -1
	for i, r := range t {
		before := depth
		depth.step(r)
		switch {
		case i < first.End || r != '（' && r != '(' && r != '）' && r != ')':
		case before == 0 && depth == 1:
			open = i + utf8.RuneLen(r)
			clause.end = min(clause.end, c.start+i)
		case before == 1 && depth == 0 && open >= 0:
			insides = append(insides, piece{c.start + open, c.start + i})
			open = -1
		}
	}
	if open >= 0 {
		insides = append(insides, piece{c.start + open, c.end})
	}
	return clause, insides
}

// sure notes what a bracket says of how sure all that follows is.
func (st *statements) sure(t string) {
	if !strings.Contains(t, "下同") {
		return
	}
	for _, q := range sureness {
		if strings.Contains(t, q.word) {
			st.noted = q.quality
		}
	}
}

// aside reads what stands in brackets behind a value.
func (st *statements) aside(in piece) {
	if st.nested || in.start >= in.end {
		return
	}
	s := st.text.S
	saved := st.sentence
	st.nested = true
	switch t := in.of(s); {
	case strings.HasPrefix(t, "其中"):
		in.start += len("其中")
		st.groups(in.trim(s, "，：:,"))
	case setsGoal(t):
		st.goalOf(in)
	default:
		if st.goesOn(in) {
			st.clause(in)
		}
	}
	st.nested = false
	st.sentence = saved
}

// clause reads one clause: names, a verb, values.
func (st *statements) clause(c piece) {
	s := st.text.S
	c = c.trim(s, marks)
	if st.past && len(st.hitsIn(c)) == 0 && !hasFigure(c.of(s)) {
		st.scene(c)
		return
	}
	if st.past && st.remarks(c) {
		return
	}
	if !st.past && (st.stretch(c) || st.task(c)) {
		return
	}
	if part := st.place(c); part {
		return
	}
	on := st.goesOn(c) && len(st.subject) > 0
	st.at = c
	if c = st.opening(c); c.start >= c.end {
		return
	}
	if on || st.goesOn(c) && len(st.subject) > 0 {
		st.values(st.subject, c)
		return
	}
	name, value := st.nameAndValue(c)
	name = name.trim(s, marks)
	if value.start == value.end || name.start == name.end {
		st.subject = nil
		return
	}
	if _, adverb := cutAny(name.of(s), "在", "以", "对", "按", "把", "并"); adverb && len(st.subject) > 0 {
		st.values(st.subject, value)
		return
	}
	subjects := st.names(name)
	if subjects == nil || st.scoped || st.other {
		if _, does := cutAny(value.of(s), "实现", "完成"); does && st.strict && namesPlace(name.of(s)) {
			st.scoped = true // 六县实现地区生产总值600亿元
		}
		st.subject = nil
		return
	}
	st.subject = subjects
	st.listed = append(st.listed, subjects...)
	st.values(subjects, value)
}

// scene reads a clause without a name and a figure, which can only say of whom or of when
// the next ones speak.
func (st *statements) scene(c piece) {
	t := c.of(st.text.S)
	if st.place(c) {
		return
	}
	if rest := st.opening(c); rest.start < rest.end {
		if _, remark := cutAny(t, remarkWords...); !remark && cutWords(t, comparedWords...) != "" {
			st.subject = nil
		}
	}
}

// place notes a clause that only sets the scene in a part of the place: 市本级，…
func (st *statements) place(c piece) bool {
	t := c.of(st.text.S)
	for _, w := range st.own {
		if strings.HasPrefix(t, w) {
			return false
		}
	}
	if !elsewhere(t) || hasAmount(t) {
		return false
	}
	st.scoped, st.subject = true, nil
	return true
}

// goesOn reports a clause without a name of its own, which goes on about the
// subject before: 增长8%, 同比增长8%, 增速达8%, 达到100亿元.
func (st *statements) goesOn(c piece) bool {
	s := st.text.S
	t := c.of(s)
	rest := cutWords(t, comparedWords...)
	rest = cutWords(rest, "分别", "均", "实际", "名义", "也", "又", "实现")
	if _, ok := cutAny(rest, changeWords...); ok && rest != "" {
		return true
	}
	if rest, ok := cutAny(rest, "增速", "增幅", "涨幅"); ok && startsNumber(cutWords(rest, "达到", "达", "为", "约", "超过", "超", "左右")) {
		return true
	}
	if rest, ok := cutAny(rest, "达到", "达", "突破", "超过", "超", "为", "实现", "完成"); ok && startsNumber(cutWords(rest, "约", "近", "了")) {
		return true
	}
	return false
}

// comparedWords say against what a value changed; the same time last year is
// understood.
var comparedWords = []string{"同比", "比上年", "较上年", "比去年", "较去年", "同期", "同口径", "按可比口径", "可比口径", "按可比价格", "可比价", "可比", "按可比价", "不变价", "按不变价", "按不变价格", "计算", "计", "，"}
