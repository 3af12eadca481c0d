package quantity

import (
	"fmt"
	"strings"
)

// Error says why a string is no quantity.
type Error struct {
	Text string // what was to be read
	Kind Kind   // what it is instead, when that could be told; otherwise Amount
}

// Error is a sentence for people.
func (e *Error) Error() string {
	text := e.Text
	if r := []rune(text); len(r) > 30 {
		text = string(r[:30]) + "…"
	}
	if e.Kind == Amount {
		return fmt.Sprintf("“%s”不是一个数量：请写成数字加单位，如 8.5%%、1.2万人、不低于5亿元", text)
	}
	return fmt.Sprintf("“%s”是%s，不是数量", text, e.Kind)
}

// String names the kind in Chinese.
func (k Kind) String() string {
	return [...]string{"数量", "年份", "日期", "序数", "编号", "名称中的电压", "简称中的数字", "条目序号", "名称中的数字", "连在一起无法拆分的数字"}[k]
}

// Parse reads s, all of it, as one quantity: 8以上, ≥75.81, 6%-6.5%, 1.92:1,
// 控制在3.5%以下, 百分之八, 翻两番. Anything else is an *Error.
func Parse(s string) (Quantity, error) {
	text := trim(s)
	at := skipLead(text, 0)
	var bounds []boundWord
	for {
		w, ok := boundAt(text, at)
		if !ok {
			break
		}
		bounds = append(bounds, w)
		at = skipSpaces(text, at+len(w.text))
	}
	r, ok := parseFrom(text, at)
	if !ok || r.end != len(text) || len(bounds) > 1 {
		return Quantity{}, &Error{Text: s, Kind: kindOfWhole(text)}
	}
	if r.first.digits.zeroFirst || isYearQuantity(r.q) {
		return Quantity{}, &Error{Text: s, Kind: Code}
	}
	if k := kindOfWhole(text); k == Year && !r.q.Unit.IsZero() || k == Date && r.q.Form != Ratio || k == Ordinal || k == Code || k == Mnemonic {
		return Quantity{}, &Error{Text: s, Kind: k}
	}
	for _, w := range bounds {
		if r.q.Op == Equal || !r.hasBoundWord {
			r.q.Op, r.q.Near = w.op, w.near
		}
	}
	return r.q, nil
}

// ParseIn is Parse with a unit that a header, caption or note gives: it holds
// when s prints none, and a scale that s prints goes in front of it.
func ParseIn(s string, u Unit) (Quantity, error) {
	q, err := Parse(s)
	if err != nil || q.Form == Ratio || q.Form == Fraction || q.Unit.Dim != None {
		return q, err
	}
	if q.Unit.Text == "" {
		q.Unit = u
		return q, nil
	}
	if v, ok := ParseUnit(q.Unit.Text + u.unscaled()); ok && v.Same(u) {
		q.Unit = v
	}
	return q, nil
}

// isYearQuantity reports 2,000年, which would print as a year.
func isYearQuantity(q Quantity) bool {
	return q.Form == Single && q.Unit.Text == "年" && q.Value.Places() == 0 && q.Value.Cmp(Int(1900)) >= 0 && q.Value.Cmp(Int(2100)) <= 0
}

func trim(s string) string {
	s = s[skipSpaces(s, 0):]
	return strings.TrimSpace(s[:spacesBefore(s, len(s))])
}

func skipLead(text string, i int) int {
	if w := prefixAt(text, i, leads); w != "" {
		return skipSpaces(text, i+len(w))
	}
	return i
}

func boundAt(text string, i int) (boundWord, bool) {
	for _, w := range before {
		if strings.HasPrefix(text[i:], w.text) {
			return w, true
		}
	}
	return boundWord{}, false
}

func parseFrom(text string, at int) (reading, bool) {
	rest, doubled := strings.CutPrefix(text[at:], "翻")
	at = len(text) - len(rest)
	if doubled && rest == "番" {
		unit, _, _ := unitAt(rest, 0)
		return reading{q: Quantity{Value: Int(1), Unit: unit}, end: len(text)}, true
	}
	if at >= len(text) {
		return reading{}, false
	}
	r, ok := read(text, at, true)
	return r, ok && (!doubled || r.q.Unit.Text == "番")
}

// kindOfWhole is what Scan says when text is one number and nothing else.
func kindOfWhole(text string) Kind {
	for m := range Scan(text) {
		if m.Start == 0 && m.End == len(text) {
			return m.Kind
		}
		break
	}
	return Amount
}
