package quantity

import "strings"

// reading is a quantity read from a text, from its number on: words in front
// of the number are the caller's.
type reading struct {
	q            Quantity
	first        operand
	numEnd, end  int // behind the unit; behind the words that bound it
	hasBoundWord bool
}

// read reads the quantity whose number begins at text[i].
func read(text string, i int, loose bool) (reading, bool) {
	a, ok := readOperand(text, i, loose)
	if !ok {
		return reading{}, false
	}
	r := reading{first: a, numEnd: a.end, end: a.end}
	r.q = Quantity{Value: a.value, Unit: a.unit, Op: a.op, Near: a.near}
	if a.parts != nil {
		r.q.Form, r.q.Parts = Fraction, a.parts
	}
	switch {
	case r.ratio(text, a, loose):
	case r.slashed(text, a, loose):
	default:
		r.span(text, a, loose)
	}
	r.boundBehind(text)
	return r, true
}

// maxRatio is the longest ratio that is read.
const maxRatio = 10

// ratio reads the rest of a:b or a:b:c.
func (r *reading) ratio(text string, a operand, loose bool) bool {
	if !a.bare() || a.chinese {
		return false
	}
	parts, end := []Number(nil), a.end
	for {
		sep := prefixAt(text, end, colons)
		if sep == "" {
			break
		}
		at := end + len(sep)
		if sep == colons[0] { // only the ratio sign is sure with a blank behind it
			at = skipSpaces(text, at)
		}
		if _, w := digitAt(text, at); w == 0 || len(parts) == maxRatio {
			return false
		}
		b, ok := readOperand(text, at, loose)
		if !ok || !b.bare() || strings.HasPrefix(text[b.end:], "年") {
			return false
		}
		if parts == nil {
			parts = append(parts, a.value)
		}
		parts, end = append(parts, b.value), b.end
	}
	if len(parts) < 2 {
		return false
	}
	r.q = Quantity{Form: Ratio, Parts: parts}
	last := parts[len(parts)-1]
	if len(parts) == 2 && last.Equal(Int(1)) {
		r.q.Value = parts[0]
	}
	r.numEnd, r.end = end, end
	return true
}

// slashed reads 1/3: two whole numbers, the first smaller, no unit. In a text
// large numbers with a stroke are something else.
func (r *reading) slashed(text string, a operand, loose bool) bool {
	sep := prefixAt(text, a.end, slashes)
	if sep == "" || !a.bare() || a.chinese || !a.digits.plain() || a.digits.zeroFirst {
		return false
	}
	at := a.end + len(sep)
	if _, w := digitAt(text, at); w == 0 {
		return false
	}
	b := readDigits(text, at, func(int) bool { return false })
	if !b.plain() || b.zeroFirst || b.coef > 1000 && !loose || b.unreadable() || b.coef <= a.digits.coef || a.digits.coef == 0 {
		return false
	}
	if prefixAt(text, b.end, slashes) != "" || letterAt(text, b.end) {
		return false
	}
	if _, _, unit := unitAt(text, b.end); unit {
		return false
	}
	a.fraction(a.value, b.number(), b.end)
	r.q = Quantity{Form: Fraction, Parts: a.parts, Value: a.value, Unit: a.unit}
	r.numEnd, r.end = b.end, b.end
	return true
}

// span reads the rest of a range: 6%-6.5%, 3%至4%, 5000到6000人.
func (r *reading) span(text string, a operand, loose bool) {
	if a.parts != nil || a.op != Equal {
		return
	}
	sep := prefixAt(text, a.end, dashes)
	if sep == "" {
		return
	}
	at := a.end + len(sep)
	if loose {
		at = skipSpaces(text, at)
	}
	if at >= len(text) || prefixAt(text, at, minuses) != "" && sep != "至" && sep != "到" {
		return
	}
	b, ok := readOperand(text, at, loose)
	if !ok || b.parts != nil || b.chinese != a.chinese || !joinable(&a, &b) {
		return
	}
	r.q = Quantity{Form: Range, Value: a.value, High: b.value, Unit: b.unit, Op: b.op, Near: b.near}
	r.first = a
	r.numEnd, r.end = b.end, b.end
}

// joinable reports whether a and b are the two ends of a range, and brings a
// into the unit of b: 1-2万人, 8000-1万人, 5000万-1亿元.
func joinable(a, b *operand) bool {
	switch {
	case a.unit.Text == b.unit.Text:
	case a.unit.IsZero() && a.value.Cmp(b.value) < 0:
		a.unit = b.unit
	case a.unit.Dim == None || a.unit.Same(b.unit):
		base := b.unit
		if a.unit.Dim == None {
			a.unit.Dim, a.unit.Base = base.Dim, base.Base
		}
		v, _ := a.inBase().Quo(base.scale())
		a.value, a.unit = v.Plain(), base
	default:
		return false
	}
	return a.value.Cmp(b.value) < 0
}

// boundBehind reads 以上, 以内, 左右 … behind the unit.
func (r *reading) boundBehind(text string) {
	at := r.end
	if w := prefixAt(text, at, included); w != "" {
		at += len(w)
	}
	at = skipSpaces(text, at)
	if r, _ := runeAt(text, at); !edgeOf(r, afterStart) {
		return
	}
	for _, w := range after {
		if !strings.HasPrefix(text[at:], w.text) {
			continue
		}
		end := at + len(w.text)
		if next, _ := runeAt(text, end); end < len(text) && strings.ContainsRune(w.not, next) {
			return
		}
		r.bound(w)
		r.end = end
		r.hasBoundWord = true
		return
	}
}

// bound applies a word that bounds the quantity. A number that is already
// bounded on the same side (超1万余人) keeps its first word.
func (r *reading) bound(w boundWord) {
	if r.q.Op == Equal || w.op != About {
		r.q.Op, r.q.Near = w.op, w.near
	}
}
