package arithmetic

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/quantity"
	"gangmu/vet"
)

// line is a paragraph with its amounts.
type line struct {
	pass *vet.Pass
	text document.Text
	ms   []quantity.Mention
	// executed says that the paragraph reports on the year carried out.
	executed bool
}

// between is the words from amount i to the next one.
func (l line) between(i int) string { return l.text.S[l.ms[i].End:l.ms[i+1].Start] }

// before is the words in the clause of amount i.
func (l line) before(i int) string {
	s := l.text.S[:l.ms[i].Start]
	if j := strings.LastIndexAny(s, "，。；：、"); j >= 0 {
		s = s[j:]
	}
	return s
}

// plain reports amounts from i on that are single exact numbers.
func (l line) plain(from, n int) bool {
	if from+n > len(l.ms) {
		return false
	}
	for _, m := range l.ms[from : from+n] {
		if m.Quantity.Form != quantity.Single || m.Quantity.Op != quantity.Equal {
			return false
		}
	}
	return true
}

var (
	fromWords = []string{"由", "从"}
	toWords   = []string{"增加到", "增加至", "提高到", "提高至", "提升到", "提升至", "上升到", "上升至", "增长到", "增长至", "扩大到", "扩大至", "下降到", "下降至", "降低到", "降低至", "减少到", "减少至", "缩小到", "缩小至", "缩短到", "缩短至", "压缩到", "压缩至", "增至", "升至", "降至", "降到", "减至"}
	riseWords = []string{"增长", "提高", "增加", "上升", "提升", "增幅", "增幅达", "增幅为", "净增", "上涨"}
	fallWords = []string{"下降", "减少", "降低", "降幅", "降幅达", "降幅为", "压缩", "缩短", "下降了", "减少了"}
)

// fromTo checks 由152家增加到176家、增长15.8%.
func (l line) fromTo(i int) {
	if !l.plain(i, 3) || !endsIn(cutYear(l.before(i)), fromWords) || !is(cutYear(l.between(i)), toWords) {
		return
	}
	a, b, c := l.ms[i].Quantity, l.ms[i+1].Quantity, l.ms[i+2].Quantity
	if a.Unit.IsZero() {
		a.Unit = b.Unit
	}
	if !a.Unit.Same(b.Unit) {
		return
	}
	change := strings.TrimPrefix(strings.TrimLeft(l.between(i+1), "，、（"), "同比")
	falls := is(change, fallWords)
	if !falls && !is(change, riseWords) {
		return
	}
	x, y := counted(a), counted(b)
	if falls {
		x, y = y, x
	}
	switch {
	case c.Unit.Dim == quantity.Share && a.Unit.Dim != quantity.Share:
		l.growth(i, a, b, c, falls)
	case c.Unit.Dim == quantity.Points && a.Unit.Dim == quantity.Share && a.Unit.Text == "%":
		diff := b.Interval().Sub(a.Interval())
		if falls {
			diff = diff.Neg()
		}
		l.check(i, 3, diff, c.Interval(), c, difference(a, b, falls))
	case c.Unit.Same(a.Unit) && a.Unit.Dim != quantity.Share:
		l.check(i, 3, y.Sub(x), counted(c), c, difference(a, b, falls))
	}
}

func (l line) growth(i int, a, b, c quantity.Quantity, falls bool) {
	from, to := counted(a), counted(b)
	ratio, ok := to.Quo(from)
	if !ok {
		return
	}
	change := ratio.Sub(quantity.Point(quantity.Int(1)))
	if falls {
		change = change.Neg()
	}
	l.check(i, 3, percent(change), forgiving(c), c, fmt.Sprintf("(%s)÷%s", difference(a, b, falls), a))
}

// partOf checks 完成投资141.3亿元，占年度计划投资135亿元的104.7%.
func (l line) partOf(i int) {
	if !l.plain(i, 3) || !closes(l.between(i+1)) {
		return
	}
	a, b, c := l.ms[i].Quantity, l.ms[i+1].Quantity, l.ms[i+2].Quantity
	whole, ok := ofWhole(strings.TrimLeft(l.between(i), "，、（ "))
	if !ok || strings.ContainsAny(whole, "，。；：、") || !a.Unit.Same(b.Unit) || a.Unit.Dim == quantity.Share || c.Unit.Dim != quantity.Share {
		return
	}
	l.share(i, a, b, c)
}

// ofWhole takes off the words that make of the next amount the whole: 占, 完成年度
// 计划.
func ofWhole(s string) (whole string, ok bool) {
	if rest, ok := cutAny(s, "占到", "占"); ok {
		return rest, true
	}
	rest, ok := cutAny(s, "完成", "为", "达到", "达", "是", "相当于")
	return rest, ok && strings.Contains(rest, "计划") || strings.Contains(rest, "目标") || strings.Contains(rest, "任务") || strings.Contains(rest, "预算")
}

// closes reports the words between a whole and its percentage: 的, 公交车的.
func closes(s string) bool {
	const long = 10 * len("字")
	s = strings.TrimPrefix(s, "）")
	return strings.HasSuffix(s, "的") && len(s) <= long && !strings.ContainsAny(s, "，。；：、（）")
}

// among checks 38项指标中，26项完成，占68.4% and 就业人员100万人，其中城镇60万人，占全部
// 就业人员的60%.
func (l line) among(i int) {
	if !l.plain(i, 3) {
		return
	}
	a, b, c := l.ms[i].Quantity, l.ms[i+1].Quantity, l.ms[i+2].Quantity
	first, second := l.between(i), strings.TrimSpace(l.between(i+1))
	if !strings.Contains(first, "中") || strings.ContainsAny(first+second, "。；") || !a.Unit.Same(b.Unit) || c.Unit.Dim != quantity.Share || a.Unit.Dim == quantity.Share {
		return
	}
	j := max(0, strings.LastIndexAny(second, "，、（"))
	share := strings.TrimLeft(second[j:], "，、（")
	name, named := shareOf(share)
	named = named && strings.HasSuffix(l.before(i), name) && strings.HasPrefix(strings.TrimLeft(first, "，、（"), "其中")
	if !named && (share == second || !is(share, []string{"占", "占比", "占比达", "占比为", "占总数的", "占全部指标的", "占全部的"})) {
		return
	}
	l.share(i, b, a, c)
}

func (l line) share(i int, part, whole, c quantity.Quantity) {
	if ratio, ok := counted(part).Quo(counted(whole)); ok {
		l.check(i, 3, percent(ratio), forgiving(c), c, fmt.Sprintf("%s÷%s", part, whole))
	}
}

// check reports amounts from i on when what they give does not touch what is
// stated.
func (l line) check(i, n int, computed, stated quantity.Interval, c quantity.Quantity, how string) {
	last := l.ms[i+n-1]
	marks := []vet.Mark{vet.At(l.text, last.NumStart, last.NumEnd, vet.Subject)}
	for _, m := range l.ms[i : i+n-1] {
		marks = append(marks, vet.At(l.text, m.NumStart, m.NumEnd, vet.Evidence))
	}
	if computed.Overlaps(stated) {
		l.pass.Agree(marks...)
		return
	}
	l.pass.Report(mismatch(how, computed, c, marks))
}
