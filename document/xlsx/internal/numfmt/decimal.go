package numfmt

import (
	"math"
	"strconv"
	"strings"
)

// precision is how many digits of a stored number spreadsheets take for exact.
const precision = 15

// decimal is ±0.DIGITS × 10^exp.
type decimal struct {
	neg    bool
	digits string // without zeros at either end; "" is 0
	exp    int
}

// parseDecimal reads a stored number, such as 6.2999999999999998 for 6.3.
func parseDecimal(s string) (d decimal, value float64, ok bool) {
	value, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) {
		return decimal{}, 0, false
	}
	var buf [32]byte
	b := strconv.AppendFloat(buf[:0], math.Abs(value), 'e', precision-1, 64)
	mantissa, power, _ := strings.Cut(string(b), "e")
	d.neg = value < 0
	d.digits = strings.TrimRight(mantissa[:1]+mantissa[2:], "0")
	d.exp, _ = strconv.Atoi(power)
	d.exp++
	if d.digits == "" {
		return decimal{}, 0, true
	}
	return d, value, true
}

// shift is d times ten to the power n.
func (d decimal) shift(n int) decimal {
	if d.digits != "" {
		d.exp += n
	}
	return d
}

// round is d rounded half up to so many decimals.
func (d decimal) round(places int) decimal {
	keep := d.exp + places
	switch {
	case keep >= len(d.digits):
		return d
	case keep < 0:
		return decimal{neg: d.neg}
	}
	up := d.digits[keep] >= '5'
	b := []byte(d.digits[:keep])
	for i := keep - 1; up && i >= 0; i-- {
		if b[i] != '9' {
			b[i]++
			up = false
		} else {
			b[i] = '0'
		}
	}
	if up {
		b = append([]byte{'1'}, b...)
		d.exp++
	}
	d.digits = strings.TrimRight(string(b), "0")
	if d.digits == "" {
		d.exp = 0
	}
	return d
}

// integer is the digits before the point, at least 0.
func (d decimal) integer() string {
	switch {
	case d.exp <= 0 || d.digits == "":
		return "0"
	case d.exp >= len(d.digits):
		return d.digits + strings.Repeat("0", d.exp-len(d.digits))
	}
	return d.digits[:d.exp]
}

// places is how many decimals d has.
func (d decimal) places() int {
	if d.digits == "" {
		return 0
	}
	return max(len(d.digits)-d.exp, 0)
}

// decimal is the digit at a place behind the point, from 0.
func (d decimal) decimal(place int) byte {
	if i := d.exp + place; i >= 0 && i < len(d.digits) {
		return d.digits[i]
	}
	return '0'
}

// normal is d with its exponent taken out, so that whole digits stand before
// the point; more than one make the exponent a multiple of their number.
func (d decimal) normal(whole int) (decimal, int) {
	if d.digits == "" {
		return d, 0
	}
	exp := d.exp - 1
	if whole > 1 {
		exp -= ((exp % whole) + whole) % whole
	}
	return d.shift(-exp), exp
}

// Bounds of the general form: how many digits it shows behind the point, and
// which numbers it shows with an exponent.
const (
	generalWidth  = 10 // digits in all, when there are decimals
	largestPlain  = 15 // digits before the point
	smallestPlain = -9 // zeros behind the point
)

// general shows d as a cell without a format does.
func (d decimal) general() string {
	if d.exp > largestPlain || d.exp < smallestPlain && d.digits != "" {
		return d.scientific()
	}
	if d.exp < generalWidth {
		d = d.round(min(generalWidth-max(d.exp, 1), generalWidth-1))
	} else {
		d = d.round(0)
	}
	var b strings.Builder
	if d.neg && d.digits != "" {
		b.WriteByte('-')
	}
	b.WriteString(d.integer())
	if n := d.places(); n > 0 {
		b.WriteByte('.')
		for i := range n {
			b.WriteByte(d.decimal(i))
		}
	}
	return b.String()
}

func (d decimal) scientific() string {
	s := Parse("0.#####E+00", false)
	return strings.Replace(s.sections[0].number(d), ".E", "E", 1)
}
