package arithmetic

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// ofKnown checks 实现产值498.2亿元，占规上工业总产值比重达81.4% against the whole, which the
// report gives elsewhere.
func (l line) ofKnown(i int) {
	if !l.plain(i, 2) {
		return
	}
	part, c := l.ms[i].Quantity, l.ms[i+1].Quantity
	name, ok := shareOf(strings.TrimLeft(l.between(i), "，、（ "))
	if !ok || c.Unit.Text != "%" || part.Unit.Dim == quantity.Share || part.Unit.IsZero() {
		return
	}
	whole, ok := l.wholeNamed(name, part.Unit, l.ms[i])
	if !ok {
		return
	}
	ratio, ok := counted(part).Quo(counted(whole.Value))
	if !ok {
		return
	}
	part0, share := l.ms[i], l.ms[i+1]
	marks := []vet.Mark{vet.At(l.text, share.NumStart, share.NumEnd, vet.Subject), vet.At(l.text, part0.NumStart, part0.NumEnd, vet.Evidence), facts.Mark(whole, vet.Evidence)}
	if percent(ratio).Overlaps(forgiving(c)) {
		l.pass.Agree(marks...)
		return
	}
	f := mismatch(fmt.Sprintf("%s÷%s%s", part, whole.Indicator, whole.Value), percent(ratio), c, marks)
	if whole.Span.Line != marks[0].Span.Line {
		f.Severity = vet.Warning // another paragraph may count otherwise
	}
	l.pass.Report(f)
}

// shareOf is the name of the whole between a part and its share: 占规上工业总产值比
// 重达.
func shareOf(s string) (name string, ok bool) {
	s, ok = cutAny(s, "占到", "占")
	if !ok || strings.ContainsAny(s, "，。；：、") {
		return "", false
	}
	for _, tail := range []string{"达到", "约为", "达", "为", "约", "的比重", "比重", "比例", "的"} {
		s = strings.TrimSuffix(s, tail)
	}
	for _, lead := range []string{"全部", "全国", "全市", "全区", "全县", "全省", "同期", "总"} {
		s = strings.TrimPrefix(s, lead)
	}
	const shortest = 4 * len("字")
	return s, len(s) >= shortest
}

// wholeNamed is the one sure level of the indicator so named, of the part's own
// paragraph first. It must be more than the part: 占比 of what is smaller is a
// share of something else.
func (l line) wholeNamed(name string, unit quantity.Unit, part quantity.Mention) (extract.Claim, bool) {
	here := l.text.Span(part.Start, part.End)
	fits := func(same bool) func(c extract.Claim) bool {
		return func(c extract.Claim) bool {
			sameLine := c.Span.Line == here.Line && c.Span.Block == here.Block
			if sameLine != same || !c.Sure || c.Table && same || c.Kind != extract.ActualClaim || c.Measure != extract.Level && c.Measure != extract.Count || c.Value.Form != quantity.Single || c.Value.Op != quantity.Equal {
				return false
			}
			return c.Value.Unit.Same(unit) && len(c.Period) == 4 && (c.Indicator == name || same && strings.HasSuffix(c.Indicator, name)) && counted(c.Value).Low.Cmp(counted(part.Quantity).Low) > 0
		}
	}
	if c, ok := single(l.pass.Claims, fits(true)); ok {
		return c, c.Year == l.pass.Plan.ExecutedYear
	}
	c, ok := single(l.pass.Claims, fits(false))
	return c, ok && c.Year == l.pass.Plan.ExecutedYear && l.executed
}

// turned reports 由152家减少到176家: a verb against its numbers.
func (l line) turned(i int) {
	if !l.plain(i, 2) || !endsIn(cutYear(l.before(i)), fromWords) {
		return
	}
	verb := cutYear(l.between(i))
	if !is(verb, toWords) && !is(verb, moreToWords) {
		return
	}
	a, b := l.ms[i].Quantity, l.ms[i+1].Quantity
	if a.Unit.IsZero() {
		a.Unit = b.Unit
	}
	falls := endsIn(strings.TrimRight(verb, "到至为"), []string{"下降", "降低", "减少", "缩小", "缩短", "压缩", "降", "减", "压减", "回落"})
	neutral := endsIn(strings.TrimRight(verb, "到至为"), []string{"调整", "变更"})
	order := a.Value.Mul(a.Unit.Scale).Cmp(b.Value.Mul(b.Unit.Scale))
	if neutral || !a.Unit.Same(b.Unit) || ranks(a) || order == 0 || falls == (order > 0) {
		return
	}
	from, to := l.ms[i], l.ms[i+1]
	l.pass.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("由%s“%s”%s，方向与数字相反。", a, verb, b),
			En: fmt.Sprintf("from %s %s %s: the verb runs against the numbers.", a, verb, b),
		},
		Marks:  []vet.Mark{vet.At(l.text, from.End, to.NumEnd, vet.Subject), vet.At(l.text, from.NumStart, from.NumEnd, vet.Evidence)},
		Values: []vet.Value{facts.Quantity(a), facts.Quantity(b)},
	})
}

// ranks reports a place among others: from the 32nd to the 21st is a rise.
func ranks(q quantity.Quantity) bool { return q.Unit.Text == "位" || q.Unit.Text == "名" }

// Words that like toWords lead to what was reached.
var moreToWords = []string{"压减到", "压减至", "回落到", "回落至", "降为", "升为", "增加为", "拓展到", "拓展至", "扩展到", "扩展至", "跃升到", "跃升至", "攀升到", "攀升至", "升到"}
