package quantity

import "strings"

// operand is a number with its scale and unit: a whole quantity, or one end of
// a range, or one part of a ratio.
type operand struct {
	start, numEnd, end int // with the sign; behind the digits; behind the unit
	value              Number
	parts              []Number // of a fraction
	unit               Unit
	op                 Comparator // 余, 多, 来 between digits and unit
	near               bool
	digits             digits
	spoken             spoken // when written in Chinese numerals
	chinese            bool
	nested             int // how many numbers of the same compound stand before
}

func (o operand) bare() bool { return o.unit.IsZero() && o.parts == nil }

// inBase is the operand's value counted in its unit's base.
func (o operand) inBase() Number { return o.value.Mul(o.unit.scale()) }

// readOperand reads the number at text[i], which may begin with a minus sign.
// Loose reading takes blanks inside a number whatever follows.
func readOperand(text string, i int, loose bool) (operand, bool) {
	return readNested(text, i, loose, 0)
}

// maxNested is how many operands make one compound at most: 亿, 万, 千, 百.
const maxNested = 4

// readNested is readOperand for the number behind nested others of a compound.
func readNested(text string, i int, loose bool, nested int) (operand, bool) {
	o := operand{start: i, nested: nested}
	_, w := digitAt(text, i)
	first := i
	if w == 0 {
		first += signWidth(text, i)
		_, w = digitAt(text, first)
	}
	if w > 0 {
		o.readArabic(text, first, loose)
		return o, !o.digits.unreadable()
	}
	if !o.readChinese(text, first) {
		return o, false
	}
	if first != i {
		o.value = o.value.Neg()
	}
	return o, true
}

func (o *operand) readArabic(text string, first int, loose bool) {
	d := readDigits(text, first, func(end int) bool {
		_, _, ok := unitAt(text, end)
		return loose || ok
	})
	d.start, d.neg = o.start, first != o.start
	o.digits, o.value, o.numEnd = d, d.number(), d.end
	o.readUnit(text, d.end)
	if at := skipSpaces(text, d.end); at > d.end && o.unit.IsZero() {
		o.readUnit(text, at)
		if o.unit.IsZero() {
			o.end = d.end
		}
	}
	o.compound(text, loose)
	o.half(text)
}

// readChinese reads a number in Chinese numerals, 百分之八 and 三分之一 included.
func (o *operand) readChinese(text string, i int) bool {
	o.chinese = true
	if u := prefixAt(text, i, perHundred); u != "" {
		n, ok := readSpoken(text, i+len(u))
		if !ok && strings.HasPrefix(text[n.start:], "百") { // 百分之百
			n, ok = spoken{start: n.start, end: n.start + len("百"), coef: 100, runes: 1}, true
		}
		if !ok {
			return false
		}
		o.spoken, o.value, o.numEnd, o.end = n, n.number().Shift(n.exp), n.end, n.end
		sign := perHundredUnit[u]
		o.unit, _, _ = unitAt(sign, 0)
		return true
	}
	n, ok := readSpoken(text, i)
	if !ok {
		return false
	}
	o.spoken = n
	if rest := n.end + len("分之"); strings.HasPrefix(text[n.end:], "分之") && n.places == 0 {
		den := n.number().Shift(n.exp)
		if m, ok := readSpoken(text, rest); ok && m.coef > 0 && m.exp == 0 && m.places == 0 && m.number().Cmp(den) < 0 {
			o.fraction(m.number(), den, m.end)
			return true
		}
	}
	o.value, o.numEnd = n.number(), n.end
	if n.exp > 0 {
		o.numEnd = n.end - scaleWidth(text, n.end)
	}
	o.readUnit(text, o.numEnd)
	o.half(text)
	return true
}

// fraction makes the operand num/den.
func (o *operand) fraction(num, den Number, end int) {
	o.parts = []Number{num, den}
	o.value, _ = num.Quo(den)
	o.unit = Unit{Dim: Share, Base: "%", Scale: Int(100)}
	o.numEnd, o.end = end, end
}

// scaleWidth is the width of the 万 and 亿 that end at text[:end].
func scaleWidth(text string, end int) int {
	i := end
	for i > 0 {
		r, w := runeBefore(text, i)
		if scalePower(r) < 4 {
			break
		}
		i -= w
	}
	return end - i
}

// readUnit reads what stands behind the digits: scale, 余 or 多, unit.
func (o *operand) readUnit(text string, i int) {
	u, end, ok := unitAt(text, i)
	o.unit, o.end = u, end
	if ok && u.Dim != None {
		return
	}
	if at := skipSpaces(text, end); ok && at > end { // 1万 户
		if v, vend, ok := unitAt(text, at); ok && v.Dim != None && v.Scale.Equal(Int(1)) {
			o.unit, o.end = v.times(u), vend
			return
		}
	}
	for _, w := range between {
		if !strings.HasPrefix(text[end:], w.text) {
			continue
		}
		v, vend, ok := unitAt(text, end+len(w.text))
		if !ok || u.Text != "" && v.Dim == None {
			return
		}
		o.op, o.near, o.end = w.op, w.near, vend
		o.unit = v.times(u)
		return
	}
	o.unitInBrackets(text)
}

// times is the unit v with the scale of u, which has no dimension.
func (v Unit) times(u Unit) Unit {
	if u.Text == "" {
		return v
	}
	v.Text = u.Text + v.Text
	v.Scale = v.scale().Mul(u.scale())
	return v
}

// unitInBrackets reads 1500万（平方米）.
func (o *operand) unitInBrackets(text string) {
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if !strings.HasPrefix(text[o.end:], b[0]) {
			continue
		}
		v, end, ok := unitAt(text, o.end+len(b[0]))
		if ok && v.Dim != None && strings.HasPrefix(text[end:], b[1]) {
			o.unit, o.end = v.times(o.unit), end+len(b[1])
		}
		return
	}
}

// compound reads the rest of 3亿5000万元 or 1万2千.
func (o *operand) compound(text string, loose bool) {
	if o.nested == maxNested || o.unit.Dim != None || o.unit.Text == "" || o.value.Places() != 0 || o.op != Equal {
		return
	}
	if _, w := digitAt(text, o.end); w == 0 {
		return
	}
	p, ok := readNested(text, o.end, loose, o.nested+1)
	if !ok || p.unit.Text == "" || p.unit.Dim == Share || p.unit.Dim == Points {
		return
	}
	shift := o.unit.scaleExp() - p.unit.scaleExp()
	if shift <= 0 || shift > maxDigits || p.value.Cmp(Int(1).Shift(shift)) >= 0 {
		return
	}
	value := o.value.Shift(shift).Add(p.value)
	if value.Cmp(Int(1).Shift(maxDigits)) >= 0 {
		return
	}
	o.value = value
	o.unit, o.op, o.near = p.unit, p.op, p.near
	o.numEnd, o.end = p.numEnd, p.end
}

// half reads the 半 behind 一成半, 3年半, 两米半.
func (o *operand) half(text string) {
	if o.value.Places() == 0 && o.op == Equal && halfAt(text, o.end, o.unit) {
		o.value = o.value.Add(MustNumber("0.5"))
		o.end += len("半")
	}
}

// halfAt reports whether the 半 at text[i] is half a unit: the unit can be cut
// and no other word begins (两公里半径, 3年半数以上).
func halfAt(text string, i int, u Unit) bool {
	rest, found := strings.CutPrefix(text[i:], "半")
	if !found || !u.halves() {
		return false
	}
	next, _ := runeAt(rest, 0)
	return !strings.ContainsRune(halfWords, next)
}

// halves reports whether half of the unit is something: 成, 年, 亩, but no 个.
func (u Unit) halves() bool {
	switch u.Dim {
	case Area, Volume, Mass, Length, Time, Fold:
		return true
	}
	return u.Text == "成"
}
