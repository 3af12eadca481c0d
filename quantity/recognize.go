package quantity

import "strings"

// Entity is one number of everyday text with its byte offsets.
type Entity struct {
	Start, End       int // with the words that bound it and the unit
	NumStart, NumEnd int // the number alone: sign, digits, 万 and 亿
	Kind             Kind
	// Quantity counts in a unit without 万 or 亿: 387万亩 is 3870000 亩. The
	// value of an Ordinal is its rank, below zero when it counts from the end
	// (倒数第三 is -3).
	Quantity Quantity
	// From and To bound the two ends of a Range (大于20小于等于35 is More and
	// AtMost); both are Equal in a range that only names its ends (20至35).
	From, To Comparator
}

// Interval is the set of values that the entity admits: like that of its
// Quantity, without the ends that From and To leave out; a rank is exact.
func (e Entity) Interval() Interval {
	if e.Kind == Ordinal && e.Quantity.Form == Single {
		return Point(e.Quantity.Value)
	}
	i := e.Quantity.Interval()
	i.LowOpen = i.LowOpen || e.From == More
	i.HighOpen = i.HighOpen || e.To == Less
	return i
}

// Recognize lists the numbers of everyday text in order, as Amount or Ordinal.
// It reads more than Scan: numerals that stand alone (这是二百零一), blanks
// within a number (三千 八百), 兆 and 打, mixed fractions, powers, and bounds
// that belong together (大于20并且小于35). In return it knows neither years nor
// names and codes of Chinese characters, which official texts are full of: use
// Scan for those.
func Recognize(text string) []Entity {
	var out []Entity
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		r := recognizer{text: text[start:end]}
		r.line()
		for _, e := range r.out {
			e.Start, e.End = e.Start+start, e.End+start
			e.NumStart, e.NumEnd = e.NumStart+start, e.NumEnd+start
			out = append(out, e)
		}
		start = end + 1
	}
	return out
}

// recognizer goes once through a line.
type recognizer struct {
	text string
	out  []Entity
	done int // text before it is read
}

func (r *recognizer) line() {
	for i := 0; i < len(r.text); {
		c, w := runeAt(r.text, i)
		next := i + w
		switch {
		case letterAt(r.text, i):
			next = r.word(i)
		case c == '第':
			next = r.ordinal(i, next)
		case beginsFigure(r.text, i, c):
			next = r.number(i)
		}
		i = max(next, i+w)
	}
}

// word steps over letters and the digits among them: A2021, B12. Only a
// currency's letters (US$20, RMB300) let go of the digits.
func (r *recognizer) word(i int) int {
	end := i
	for letterAt(r.text, end) {
		end++
	}
	if _, _, ok := moneySign(r.text, end); ok {
		return end
	}
	for end < len(r.text) && (isAlnum(r.text[end]) || r.text[end] == '_') {
		end++
	}
	return end
}

func (r *recognizer) emit(e Entity) int {
	e.Start, e.End = min(e.Start, e.NumStart), max(e.End, e.NumEnd)
	r.done = e.End
	if n := len(r.out); n > 0 && (r.spans(&r.out[n-1], &e) || r.encloses(&r.out[n-1], &e)) {
		r.done = r.out[n-1].End
		return r.done
	}
	r.out = append(r.out, e)
	return r.done
}

// ordinal reads 第三, 第3万, 倒数第二; start is behind 第.
func (r *recognizer) ordinal(i, start int) int {
	f, ok := readPlain(r.text, skipSpaces(r.text, start))
	if !ok {
		return start
	}
	e := Entity{Start: i, NumStart: i, NumEnd: f.end, End: f.end, Kind: Ordinal}
	e.Quantity.Value = f.value
	if at := i - len(suffixAt(r.text, i, fromEnd)); at < i && at >= r.done {
		e.Start, e.Quantity.Value = at, f.value.Neg()
	}
	if u, end := r.unit(f); u.Dim == Count || u.Dim == People {
		e.Quantity.Unit, e.End = u, end
	}
	return r.emit(e)
}

// number reads the number at text[i] and returns where to go on.
func (r *recognizer) number(i int) int {
	if u := prefixAt(r.text, i, perHundred); u != "" {
		return r.share(i, u)
	}
	if w := prefixAt(r.text, i, everydayWords); w != "" {
		return i + len(w)
	}
	f, ok := readFigure(r.text, i)
	if !ok || r.indefinite(i) {
		return numeralsEnd(r.text, bareDigits(r.text, i).end)
	}
	e := r.amount(f)
	switch {
	case f.spoken && !r.counts(f, e):
		return numeralsEnd(r.text, f.end) // 一两天 as a whole
	case e.End == f.end && letterAt(r.text, f.end): // 5G
		return r.word(f.end)
	}
	return r.emit(e)
}

// share reads 百分之五十五点五 behind its 百分之, which begins at i.
func (r *recognizer) share(i int, per string) int {
	f, ok := readFigure(r.text, i+len(per))
	if !ok {
		return i + len(per)
	}
	unit, _, _ := unitAt(perHundredUnit[per], 0)
	e := Entity{Start: i, NumStart: f.start, NumEnd: f.end, End: f.end, Quantity: Quantity{Value: f.value, Unit: unit}}
	r.bounds(&e)
	return r.emit(e)
}

// amount is the number f with its sign, its unit and what bounds it.
func (r *recognizer) amount(f figure) Entity {
	e := Entity{Start: f.start, NumStart: r.sign(f.start), NumEnd: f.end, End: f.end}
	e.Quantity = Quantity{Value: f.value}
	if f.vague {
		e.Quantity.Op, e.Quantity.Near = More, true
	}
	e.Quantity.Unit, e.End = r.unit(f)
	if u, start, ok := moneySign(r.text, e.NumStart); ok && e.Quantity.Unit.IsZero() {
		e.Start, e.Quantity.Unit = start, u
	} else if e.End == f.end {
		r.rest(&e)
	}
	r.parts(&e, f)
	if f.parts != nil && e.Quantity.Unit.IsZero() {
		e.Quantity.Form, e.Quantity.Parts = Fraction, f.parts
		e.Quantity.Unit = Unit{Dim: Share, Base: "%", Scale: Int(100)}
	}
	if e.NumStart < f.start {
		e.Quantity = e.Quantity.negative()
	}
	r.bounds(&e)
	return e
}

// negative is q behind a minus sign.
func (q Quantity) negative() Quantity {
	q.Value = q.Value.Neg()
	if q.Parts != nil {
		q.Parts = []Number{q.Parts[0].Neg(), q.Parts[1]}
	}
	return q
}

// sign is where the sign before the number at text[i] begins; i if there is
// none.
func (r *recognizer) sign(i int) int {
	at := minusBefore(r.text, i, r.done)
	if at == i {
		return i
	}
	prev, _ := runeBefore(r.text, spacesBefore(r.text, at))
	if prev >= '0' && prev <= '9' && prefixAt(r.text, at, minuses) != "" || strings.ContainsRune("年月日号时", prev) {
		return i // 20 - 100, 1月-5月
	}
	return at
}

// rest reads 多, 余, 几 between the number and its unit: 五百多个.
func (r *recognizer) rest(e *Entity) {
	w := prefixAt(r.text, e.NumEnd, vagueWords)
	at := e.NumEnd + len(w)
	if u, end := r.unitAt(at); w != "" && end > at {
		e.Quantity.Unit, e.End = u, end
		e.Quantity.Op, e.Quantity.Near = More, true
	}
}

// parts adds to the amount what stands behind its unit: 两米半, 五元三毛,
// 两美元又三美分, 三块五, 一米七五.
func (r *recognizer) parts(e *Entity, f figure) {
	q := &e.Quantity
	if !f.whole() || q.Unit.IsZero() {
		return
	}
	if end, u, ok := r.half(e); ok {
		q.Value, q.Unit, e.End = q.Value.Add(MustNumber("0.5")), u, end
	}
	if p, ok := readNumerals(r.text, e.End); ok && r.decimals(p, q.Unit) {
		q.Value, e.End = q.Value.Add(p.value.Shift(-p.size)), p.end
	}
	for q.Unit.Dim == Money {
		at := e.End + len(prefixAt(r.text, e.End, []string{"又", "零"}))
		p, ok := readPlain(r.text, at)
		if !ok {
			return
		}
		s, ok := smallMoney(r.text, p.end, q.Unit)
		if !ok {
			return
		}
		q.Value, e.End = q.Value.Add(p.value.Mul(MustNumber(s.scale))), p.end+len(s.text)
	}
}

// half reads the 半 of 两米半 and of 一个半小时.
func (r *recognizer) half(e *Entity) (end int, u Unit, ok bool) {
	u, end = e.Quantity.Unit, e.End+len("半")
	if halfAt(r.text, e.End, u) {
		return end, u, true
	}
	if u.Text != "个" || !strings.HasPrefix(r.text[e.End:], "半") {
		return e.End, u, false
	}
	u, end = r.unitAt(end)
	return end, u, u.halves()
}
