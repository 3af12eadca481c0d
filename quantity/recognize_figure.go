package quantity

import (
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// figure is a number of everyday text without its sign.
type figure struct {
	start, end int
	value      Number
	parts      []Number // of a fraction: numerator, denominator
	vague      bool     // 余, 多 or 几 stands inside: 十余万
	spoken     bool     // begins with a numeral
	digits     bool     // nothing but digits
	bare       bool     // numerals without 十, 百 …: 二〇二四
	size       int      // how many parts
}

// whole reports a whole number to which parts can be added.
func (f figure) whole() bool { return f.parts == nil && f.value.Places() <= 0 && !f.vague }

// beginsFigure reports whether a number may begin with the character c at
// text[i].
func beginsFigure(text string, i int, c rune) bool {
	switch classOf(c) {
	case digit, numeral, formal:
		return true
	}
	if c == '半' || c == '俩' || c == '倆' {
		return true
	}
	return pointAt(text, i) > 0
}

// pointAt is the width of a point at text[i] that begins a number (.5); 0 if
// there is none.
func pointAt(text string, i int) int {
	sep := prefixAt(text, i, []string{".", "．"})
	if sep == "" {
		return 0
	}
	if _, w := digitAt(text, i+len(sep)); w == 0 {
		return 0
	}
	if prev, _ := runeBefore(text, i); i > 0 && (classOf(prev) == digit || strings.ContainsRune(".．", prev) || prev < 0x80 && isLetter(byte(prev))) {
		return 0
	}
	return len(sep)
}

// readFigure reads the number at text[i] with all that belongs to it.
func readFigure(text string, i int) (figure, bool) {
	f, ok := readPlain(text, i)
	if !ok {
		return f, false
	}
	switch {
	case f.power(text):
	case f.mixed(text):
	case f.over(text):
	case f.slash(text):
	default:
		f.dozens(text)
	}
	return f, true
}

// power reads the rest of 2^5, 2.5^-1, 1.2e13.
func (f *figure) power(text string) bool {
	if f.spoken || !f.digits || f.end >= len(text) {
		return false
	}
	mark := text[f.end]
	if mark != '^' && mark|0x20 != 'e' {
		return false
	}
	at, neg := f.end+1, false
	for w := 1; w > 0; at += w {
		if w = len(prefixAt(text, at, pluses)); w == 0 {
			w = len(prefixAt(text, at, minuses))
			neg = neg != (w > 0)
		}
	}
	var exp digits
	end := exp.run(text, at, &exp.ints)
	if exp.ints == 0 || exp.ints > 3 || letterAt(text, end) {
		return false
	}
	p := int64(exp.coef)
	if neg {
		p = -p
	}
	v, ok := Number{}, true
	if mark == '^' {
		v, ok = f.value.pow(p)
	} else {
		v = f.value.Shift(int(p))
	}
	if ok {
		f.value, f.end, f.digits = v, end, false
	}
	return ok
}

// maxExponent bounds the powers that are worked out.
const maxExponent = 300

// pow is n to the power p; ok is false when it leads too far.
func (n Number) pow(p int64) (r Number, ok bool) {
	if p > maxExponent || p < -maxExponent || n.Sign() == 0 && p <= 0 {
		return Number{}, false
	}
	e := apd.New(p, 0)
	if _, err := exact.Pow(&r.d, &n.d, e); err != nil || r.d.Form != apd.Finite {
		return Number{}, false
	}
	size := r.d.NumDigits() + int64(r.d.Exponent)
	return r.Plain(), size <= maxExponent && size >= -maxExponent
}

// mixed reads the rest of 三又二分之一, 3又1/2 and 1 1/2.
func (f *figure) mixed(text string) bool {
	at := skipSpaces(text, f.end)
	and := strings.HasPrefix(text[at:], "又")
	if !f.whole() || !and && (at == f.end || f.spoken || !f.digits) {
		return false
	}
	if and {
		at = skipSpaces(text, at+len("又"))
	}
	p, ok := readPlain(text, at)
	if !ok || !and && p.spoken || !(and && p.over(text) || p.slash(text)) {
		return false
	}
	f.value, f.end, f.digits = f.value.Add(p.value).Plain(), p.end, false
	return true
}

// over reads the rest of 五分之一, 100分之23.
func (f *figure) over(text string) bool {
	at, ok := wordAt(text, f.end, "分")
	if ok {
		at, ok = wordAt(text, at, "之")
	}
	if !ok || f.value.Sign() == 0 || f.vague {
		return false
	}
	at = skipSpaces(text, at)
	minus := prefixAt(text, at, negatives) + prefixAt(text, at, minuses)
	p, ok := readPlain(text, at+len(minus))
	if !ok {
		return false
	}
	if minus != "" {
		p.value = p.value.Neg()
	}
	f.fraction(p.value, f.value, p.end)
	return true
}

// slash reads the rest of 3/5. Dates and codes have more strokes or zeros in
// front.
func (f *figure) slash(text string) bool {
	sep := prefixAt(text, f.end, slashes)
	if sep == "" || f.spoken || !f.digits || !f.whole() || suffixAt(text, f.start, slashes) != "" {
		return false
	}
	at := f.end + len(sep)
	if d, w := digitAt(text, at); w == 0 || d == 0 {
		return false
	}
	p := readLiteral(text, at)
	if p.value.Places() != 0 || prefixAt(text, p.end, slashes) != "" || letterAt(text, p.end) {
		return false
	}
	f.fraction(f.value, p.value, p.end)
	return true
}

func (f *figure) fraction(num, den Number, end int) {
	f.parts = []Number{num, den}
	q, _ := num.Quo(den)
	f.value = q.Plain()
	f.end, f.digits = end, false
}

// dozens reads the 打 of 五十打.
func (f *figure) dozens(text string) {
	end, ok := wordAt(text, f.end, "打")
	if !ok || !f.whole() {
		return
	}
	if next, _ := runeAt(text, end); !strings.ContainsRune(hitWords, next) {
		f.value, f.end, f.digits = f.value.Mul(Int(12)), end, false
		f.size++
	}
}

// readPlain reads digits and numerals with their magnitudes: 1,100.9亿, 五百 余万,
// 7 万5 千4 百, 四百点五, 40k.
func readPlain(text string, i int) (figure, bool) {
	if _, w := digitAt(text, i); w == 0 && pointAt(text, i) == 0 {
		return readNumerals(text, i)
	}
	f := readLiteral(text, i)
	if f.end == i {
		return f, false
	}
	scaled := f.scaled(text)
	if mixed, ok := readNumerals(text, i); ok && mixed.end > scaled.end {
		return mixed, true
	}
	return scaled, true
}

// maxLiteral is the longest run of digits that is read as a number.
const maxLiteral = 40

// readLiteral reads a number in digits. Of 2222.22.2 no point is decimal.
func readLiteral(text string, i int) figure {
	var d digits
	unit := func(end int) bool { // 1 000 000元
		u, _, _ := unitAt(text, end)
		return u.Dim != None
	}
	if _, w := digitAt(text, i); w == 0 {
		d.start = i
		d.end = d.decimals(text, i, unit)
	} else {
		d = readDigits(text, i, unit)
	}
	if d.places > 0 && (dottedBefore(text, i) || dotted(text, d.end)) {
		var whole digits
		whole.end = whole.run(text, i, &whole.ints)
		d = whole
	}
	f := figure{start: i, end: d.end, digits: true, value: d.number()}
	if n := d.ints + d.places; n > 18 && n <= maxLiteral {
		f.value = longNumber(text[i:d.end])
	} else if n > maxLiteral {
		f.end = i
	}
	return f
}

// longNumber reads digits of any width with separators.
func longNumber(s string) Number {
	var b strings.Builder
	for i := 0; i < len(s); {
		if d, w := digitAt(s, i); w > 0 {
			b.WriteByte(byte('0' + d))
			i += w
			continue
		}
		r, w := runeAt(s, i)
		if r == '.' || r == '．' {
			b.WriteByte('.')
		}
		i += w
	}
	n, _ := ParseNumber(b.String())
	return n
}

// dotted reports a point and a digit at text[i].
func dotted(text string, i int) bool {
	sep := prefixAt(text, i, []string{".", "．"})
	_, w := digitAt(text, i+len(sep))
	return sep != "" && w > 0
}

func dottedBefore(text string, i int) bool {
	sep := suffixAt(text, i, []string{".", "．"})
	prev, _ := runeBefore(text, i-len(sep))
	return sep != "" && classOf(prev) == digit
}

// scaled is f with the 万, 亿, 兆, k or M behind it.
func (f figure) scaled(text string) figure {
	for {
		v, end, ok := magnitudeAt(text, skipSpaces(text, f.end))
		if !ok || v < 100 {
			break
		}
		f.value, f.end, f.digits = f.value.Shift(powerOf(v)), end, false
	}
	if at := skipSpaces(text, f.end); f.digits && at < len(text) && (at+1 == len(text) || !isAlnum(text[at+1])) {
		if exp, ok := letterScale[text[at]]; ok {
			f.value, f.end, f.digits = f.value.Shift(exp), at+1, false
		}
	}
	return f
}

// letterScale are the letters that multiply a number.
var letterScale = map[byte]int{'k': 3, 'K': 3, 'M': 6}
