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
// stays outside as exponent, as it is part of the unit (六千万元). A last digit
// without 零 counts the next lower magnitude (一万五 is 15000).
func magnitude(run []int) (coef uint64, exp int, ok bool) {
	for len(run) > 1 && run[len(run)-1] >= 10000 {
		if run[len(run)-1] == 10000 {
			exp += 4
		} else {
			exp += 8
		}
		run = run[:len(run)-1]
	}
	var total, section, high uint64 // high: value before the last 亿
	digit, last, zero := -1, uint64(0), false
	for k, v := range run {
		switch {
		case v < 10:
			if digit > 0 {
				return 0, 0, false
			}
			if v == 0 {
				zero = true
				continue
			}
			digit = v
		case v < 10000:
			if digit < 0 {
				if v != 10 || k > 0 && run[k-1] >= 10 && run[k-1] < 10000 {
					return 0, 0, false
				}
				digit = 1
			}
			if section > 0 && uint64(v) >= last {
				return 0, 0, false
			}
			section += uint64(digit) * uint64(v)
			digit, last, zero = -1, uint64(v), false
		default:
			if digit > 0 {
				section += uint64(digit)
			}
			if section == 0 {
				return 0, 0, false
			}
			if v == 10000 {
				total += section * 10000
			} else {
				high = (high + total + section) * 1e8
				total = 0
			}
			section, digit, last, zero = 0, -1, uint64(v), false
		}
		if high > 1e15 {
			return 0, 0, false
		}
	}
	if digit > 0 {
		d := uint64(digit)
		if !zero && last > 1 {
			d *= last / 10
		}
		section += d
	}
	return high + total + section, exp, true
}

func (n spoken) number() Number { return fromCoef(n.coef, n.places, false) }
