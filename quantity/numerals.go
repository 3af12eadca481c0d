package quantity

import "strings"

// spoken is a number written in Chinese numerals: coef x 10^(exp-places).
type spoken struct {
	start, end int
	coef       uint64
	exp        int // of the 万 or 亿 that ends it
	places     int // digits behind 点
	runes      int
	bare       bool // digits only: 二〇二四
}

// numeralValue maps digits to 0-9 and magnitudes to powers of ten (>= 10).
var numeralValue = func() map[rune]int {
	m := map[rune]int{}
	for i, chars := range []string{"零〇○", "一壹", "二两贰貳兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"} {
		for _, r := range chars {
			m[r] = i
		}
	}
	for i, chars := range []string{"十拾", "百佰", "千仟", "万萬"} {
		for _, r := range chars {
			m[r] = [...]int{10, 100, 1000, 10000}[i]
		}
	}
	m['亿'], m['億'] = 1e8, 1e8
	return m
}()

// numeralWidth is the width in bytes of every numeral character.
const numeralWidth = len("一")

// maxNumerals is the longest numeral that is read: 一千二百三十四万… has 15.
const maxNumerals = 24

// numeralRun appends the values of the numeral characters at text[i] to run.
func numeralRun(text string, i int, run []int) ([]int, int) {
	for i < len(text) && len(run) < maxNumerals {
		r, w := runeAt(text, i)
		if c := classOf(r); c != numeral && c != formal {
			break
		}
		if len(run) > 0 && (r == '千' || r == '百') {
			if e, _ := matchUnit(text, i); e != nil {
				break // the 千 of 五万千瓦
			}
		}
		run = append(run, numeralValue[r])
		i += w
	}
	return run, i
}

// readSpoken reads the Chinese numeral at text[i].
func readSpoken(text string, i int) (spoken, bool) {
	var buf [maxNumerals]int
	run, end := numeralRun(text, i, buf[:0])
	n := spoken{start: i, end: end, runes: len(run)}
	if len(run) == 0 || run[0] > 10 {
		return n, false
	}
	n.bare = true
	for _, v := range run {
		n.bare = n.bare && v < 10
	}
	ok := false
	if n.bare {
		n.coef, ok = joinDigits(run)
	} else {
		n.coef, n.exp, ok = magnitude(run)
	}
	if ok && strings.HasPrefix(text[end:], "点") && n.exp == 0 {
		n.fraction(text, end+len("点"))
	}
	return n, ok
}

// fraction reads the digits behind 点 and a 万 or 亿 behind them.
func (n *spoken) fraction(text string, i int) {
	var buf [maxNumerals]int
	run, end := numeralRun(text, i, buf[:0])
	for k, v := range run {
		if v >= 10 {
			end = i + k*numeralWidth
			run = run[:k]
			break
		}
	}
	if len(run) == 0 || len(run) > 6 || n.coef > 1e9 {
		return
	}
	for _, v := range run {
		n.coef = n.coef*10 + uint64(v)
	}
	n.places, n.end, n.bare = len(run), end, false
}

func joinDigits(run []int) (uint64, bool) {
	if len(run) > maxDigits {
		return 0, false
	}
	var c uint64
	for _, v := range run {
		c = c*10 + uint64(v)
	}
	return c, true
}

// magnitude evaluates numerals with 十, 百, 千, 万, 亿. A 万 or 亿 at the end
// stays outside as exponent, as it is part of the unit (六千万元).
func magnitude(run []int) (coef uint64, exp int, ok bool) {
	sum := sum{digit: -1}
	for _, v := range run {
		switch {
		case v < 10:
			ok = sum.addDigit(v)
		case v < 10000:
			ok = sum.addTens(uint64(v))
		default:
			ok = sum.closeSection(uint64(v))
		}
		if !ok {
			return 0, 0, false
		}
	}
	coef = sum.value()
	for i := len(run) - 1; i >= 0 && run[i] >= 10000; i-- {
		zeros := len("0000")
		if run[i] > 10000 {
			zeros = len("00000000")
		}
		for range zeros {
			coef /= 10
		}
		exp += zeros
	}
	return coef, exp, true
}

// sum adds up a numeral from left to right.
type sum struct {
	top     uint64 // what a 兆 has closed
	high    uint64 // what an 亿 has closed
	total   uint64 // what a 万 has closed
	section uint64 // below 万
	digit   int    // waiting for its magnitude; -1 when there is none
	last    uint64 // the magnitude before
	zero    bool   // 零 behind it
}

func (s *sum) addDigit(v int) bool {
	if s.digit > 0 {
		return false
	}
	if v == 0 {
		s.zero = true
		return true
	}
	s.digit = v
	return true
}

// addTens takes 十, 百 or 千; 十 alone is ten.
func (s *sum) addTens(v uint64) bool {
	if s.digit < 0 {
		if v != 10 || s.section > 0 && s.last <= 10 {
			return false
		}
		s.digit = 1
	}
	if s.section > 0 && v >= s.last {
		return false
	}
	s.section += uint64(s.digit) * v
	s.digit, s.last, s.zero = -1, v, false
	return true
}

// zhao is the 兆 of sums of money, ten thousand 亿.
const zhao = 1e12

// closeSection takes 万, 亿 or 兆. Each stands once, in falling order; what is
// smaller in front of it multiplies it (万亿, 万万).
func (s *sum) closeSection(v uint64) bool {
	s.section += uint64(max(s.digit, 0))
	below := s.total + s.section
	switch {
	case v == 10000 && s.section > 0 && s.total == 0:
		s.total = s.section * v
	case v == 10000 && s.section == 0 && s.last == v:
		s.total *= v
	case v == 1e8 && below > 0 && below < 1e9 && s.high == 0:
		s.high, s.total = below*v, 0
	case v == zhao && below+s.high > 0 && below+s.high < 1e6 && s.top == 0:
		s.top, s.high, s.total = (s.high+below)*v, 0, 0
	default:
		return false
	}
	s.section, s.digit, s.last, s.zero = 0, -1, v, false
	return s.total < 1e13
}

// value is the sum. A last digit without 零 counts the next lower magnitude:
// 一万五 is 15000.
func (s *sum) value() uint64 {
	d := uint64(max(s.digit, 0))
	if !s.zero && s.last > 1 {
		d *= s.last / 10
	}
	return s.top + s.high + s.total + s.section + d
}

func (n spoken) number() Number { return fromCoef(n.coef, n.places, false) }
