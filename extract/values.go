package extract

import (
	"strings"
)

// values gives each subject its value: one for all, or one each after 分别. What
// stands behind a value without a stop (100亿元同比增长8%) is read on its own.
func (st *statements) values(subjects []string, v piece) {
	s := st.text.S
	v = v.trim(s, "")
	st.last = nil
	f := figureOf(v.of(s))
	if texts := st.spread(f, subjects); len(texts) > 1 {
		for i, name := range st.each(subjects, len(texts)) {
			st.add(name, figureOf(texts[i]))
		}
		return
	}
	var tail piece
	if m, ok := f.first(); ok && len(f.amounts) > 1 {
		behind := piece{v.start + m.End, v.end}.trim(s, "，")
		if _, ok := changeOf(f.from(m.End)); ok && st.goesOn(behind) {
			tail, f = behind, f.upTo(m.End)
		}
	}
	for _, name := range subjects {
		st.add(name, f)
	}
	if tail.start < tail.end {
		made := st.last
		st.values(subjects, tail)
		st.last = append(made, st.last...)
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
	if sides := st.bothSides(subjects[0]); len(sides) == n {
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
func (st *statements) spread(f figure, subjects []string) []string {
	if len(f.amounts) < 2 {
		return nil
	}
	verbs := ""
	at := strings.Index(f.text, "分别")
	if at >= 0 && at < f.amounts[0].Start {
		verbs, f = f.text[:at], f.from(at+len("分别"))
	} else if len(subjects) == 1 && len(st.bothSides(subjects[0])) != 2 || !sideBySide(f) {
		return nil
	}
	s, ms := f.text, f.amounts
	first, last := ms[0], ms[len(ms)-1]
	qualifier := s[last.NumEnd:max(last.End, last.NumEnd)]
	var out []string
	for _, m := range ms {
		own, before := s[m.NumEnd:m.End], s[m.Start:m.NumStart]
		if own == "" && before == "" {
			own, before = qualifier, s[first.Start:first.NumStart]
		}
		number := s[m.NumStart:m.NumEnd]
		if end := number[len(number)-1]; end >= '0' && end <= '9' {
			number += m.Quantity.Unit.Text // 增长5.1、5.9和6.1个百分点
		}
		out = append(out, verbs+s[:first.Start]+before+number+own)
	}
	return out
}

// sideBySide reports values with nothing but 、 or 和 between them.
func sideBySide(f figure) bool {
	for i, m := range f.amounts[1:] {
		between := strings.TrimSpace(f.text[f.amounts[i].End:m.Start])
		if between != "、" && between != "和" {
			return false
		}
	}
	return true
}
