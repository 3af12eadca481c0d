package quantity

import "strings"

// magnitudeAt is the 十, 百, 千, 万, 亿 or 兆 at text[i] unless a unit begins
// with it (千克, 兆瓦).
func magnitudeAt(text string, i int) (v uint64, end int, ok bool) {
	if i >= len(text) {
		return 0, i, false
	}
	r, w := runeAt(text, i)
	v = uint64(numeralValue[r])
	end = i + w
	if r == '兆' {
		v = zhao
		if next, _ := runeAt(text, end); classOf(next) == other && prefixAt(text, end, []string{"元", "日元", "美元", "圆", "圓"}) == "" {
			return 0, i, false // 100兆宽带
		}
	}
	if v < 10 {
		return 0, i, false
	}
	if e, at := matchUnit(text, i); e != nil && at > end {
		return 0, i, false
	}
	return v, end, true
}

// powerOf is the power of ten of a magnitude.
func powerOf(v uint64) (p int) {
	for ; v >= 10; v /= 10 {
		p++
	}
	return p
}

// numeralAt is the numeral below ten at text[i].
func numeralAt(text string, i int) (v, end int, ok bool) {
	if i >= len(text) {
		return 0, i, false
	}
	r, w := runeAt(text, i)
	if r == '俩' || r == '倆' {
		return 2, i + w, true
	}
	v, ok = numeralValue[r]
	return v, i + w, ok && v < 10
}

// isTwo reports 两 and its like, which count only in front of magnitudes and
// units, never as a last digit.
func isTwo(text string, i int) bool {
	return prefixAt(text, i, []string{"两", "兩", "俩", "倆"}) != ""
}

// numeralsEnd is behind the numeral characters at text[i].
func numeralsEnd(text string, i int) int {
	for {
		_, end, ok := numeralAt(text, i)
		if !ok {
			if _, end, ok = magnitudeAt(text, i); !ok {
				return i
			}
		}
		i = end
	}
}

// readNumerals reads a number with numerals in it.
func readNumerals(text string, i int) (figure, bool) {
	f, ok := readBare(text, i)
	if !ok {
		f, ok = addUp(text, i)
	}
	if ok {
		f.point(text)
	}
	return f, ok
}

// readBare reads numerals without magnitudes: 二〇二四.
func readBare(text string, i int) (figure, bool) {
	var coef uint64
	f := figure{start: i, end: i, spoken: true}
	for f.size <= 18 {
		v, end, ok := numeralAt(text, f.end)
		if !ok || f.size > 0 && isTwo(text, f.end) {
			break
		}
		coef, f.end, f.size = coef*10+uint64(v), end, f.size+1
	}
	f.value, f.bare = fromCoef(coef, 0, false), true
	_, _, scaled := magnitudeAt(text, f.end)
	return f, f.size > 1 && f.size <= 18 && !scaled // 三五百 is a guess
}

// point reads the decimals of 四百点五 and a magnitude behind them. 三点五十 is
// a time.
func (f *figure) point(text string) {
	if prev, _ := runeBefore(text, f.end); classOf(prev) == digit {
		return
	}
	at := skipSpaces(text, f.end)
	sep := prefixAt(text, at, []string{"点", "點"})
	if sep == "" {
		return
	}
	at = skipSpaces(text, at+len(sep))
	var coef uint64
	places := 0
	for places < 15 && !isTwo(text, at) {
		v, end, ok := numeralAt(text, at)
		if !ok {
			break
		}
		coef, places, at = coef*10+uint64(v), places+1, end
	}
	if places == 0 || prefixAt(text, at, []string{"十", "刻"}) != "" {
		return
	}
	f.value = f.value.Add(fromCoef(coef, places, false))
	f.end, f.size, f.bare = at, f.size+places, false
	for {
		v, end, ok := magnitudeAt(text, f.end)
		if !ok || v < 100 {
			return
		}
		f.value, f.end = f.value.Shift(powerOf(v)), end
	}
}

// tally adds up a number part by part as long as it makes sense.
type tally struct {
	text  string
	sum   sum
	at    int  // where the next part is looked for
	end   int  // behind the last part that stays
	size  int  // how many parts
	exp   int  // of the 万 and 亿 that end it
	vague bool // 余, 多 or 几 stands before a magnitude
	torn  bool // 一百二三十: not one number
}

// maxParts bounds the parts of one number.
const maxParts = 40

// addUp reads a number with magnitudes: 四千零五万, 5亿1万4千6百, 二十几万.
func addUp(text string, i int) (figure, bool) {
	t := tally{text: text, sum: sum{digit: -1}, at: i, end: i}
	t.begin()
	for t.size < maxParts && t.next() {
	}
	_, w := digitAt(text, i)
	f := figure{start: i, end: t.end, size: t.size, vague: t.vague, spoken: w == 0}
	coef := t.sum.value()
	for range t.exp {
		coef /= 10
	}
	f.value = fromCoef(coef, 0, false).Shift(t.exp)
	return f, t.end > i && !t.torn
}

// begin takes 半百 and the unsaid one of 百三.
func (t *tally) begin() {
	if strings.HasPrefix(t.text[t.at:], "半百") {
		t.sum.section, t.size = 50, 2
		t.at += len("半百")
		t.end = t.at
		return
	}
	if v, end, ok := magnitudeAt(t.text, t.at); ok && (v == 100 || v == 1000) {
		if d, _, ok := numeralAt(t.text, end); ok && d > 0 && !isTwo(t.text, end) {
			t.sum.digit = 1
		}
	}
}

// next takes one part; it leaves the tally as it is when none fits.
func (t *tally) next() bool {
	at := skipSpaces(t.text, t.at)
	if v, end, ok := magnitudeAt(t.text, at); ok {
		return t.magnitude(v, end)
	}
	if w := prefixAt(t.text, at, vagueWords); w != "" && t.size > 0 {
		v, end, ok := magnitudeAt(t.text, skipSpaces(t.text, at+len(w)))
		ok = ok && v >= 10000 && t.magnitude(v, end)
		t.vague = t.vague || ok
		return ok
	}
	if t.vague || at > t.at && !t.continues(at) {
		return false
	}
	if v, end, ok := numeralAt(t.text, at); ok {
		return t.numeral(v, at, end)
	}
	return t.literal(at)
}

func (t *tally) magnitude(v uint64, end int) bool {
	try, ok := t.sum, false
	if v < 10000 {
		ok = try.addTens(v)
	} else {
		ok = try.closeSection(v)
	}
	if ok {
		t.sum, t.at, t.end = try, end, end
		t.size++
		if t.exp += powerOf(v); v < 10000 {
			t.exp = 0
		}
	}
	return ok
}

// continues reports whether the number behind a blank at text[at] belongs to
// the one before: 三千 八百, but not 三千万 五百亿.
func (t *tally) continues(at int) bool {
	end := at
	if _, w := digitAt(t.text, at); w > 0 {
		end = bareDigits(t.text, at).end
	} else if _, next, ok := numeralAt(t.text, at); ok {
		end = next
	}
	v, end, ok := magnitudeAt(t.text, skipSpaces(t.text, end))
	if !ok {
		return t.sum.digit < 0 && classOf(runeOf(t.text, at)) != digit
	}
	for ; ok; v, end, ok = magnitudeAt(t.text, end) {
		if v >= t.sum.last {
			return false
		}
	}
	return t.size > 0 && t.sum.digit < 0
}

func (t *tally) numeral(v, at, end int) bool {
	_, _, scaled := magnitudeAt(t.text, skipSpaces(t.text, end))
	if isTwo(t.text, at) && !scaled && (t.size > 0 || prefixAt(t.text, at, []string{"两", "兩"}) == "") {
		return false // the unit of 三十两; 他们俩
	}
	try := t.sum
	if !try.addDigit(v) {
		return false
	}
	t.sum, t.at = try, end
	t.size++
	if v > 0 || t.size == 1 {
		t.end, t.exp = end, 0
	}
	if _, _, more := numeralAt(t.text, end); more && v > 0 && !isTwo(t.text, end) {
		t.torn = true
	}
	return true
}

// literal takes the digits of 5万4千 and 1千零20.
func (t *tally) literal(at int) bool {
	if _, w := digitAt(t.text, at); w == 0 || t.sum.digit > 0 {
		return false
	}
	d := bareDigits(t.text, at)
	if d.places > 0 || d.ints > maxDigits || d.coef == 0 || t.size > 0 && (d.coef >= t.sum.last || d.grouped) {
		return false
	}
	t.sum.digit, t.sum.zero = int(d.coef), true
	t.at, t.end, t.exp = d.end, d.end, 0
	t.size++
	return true
}

func runeOf(text string, i int) rune {
	r, _ := runeAt(text, i)
	return r
}
