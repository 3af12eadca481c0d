package quantity

import (
	"fmt"
	"math"
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// Number is an exact decimal that keeps its printed digits: "2.40" is not
// "2.4" when its precision matters, though both are equal in value. The zero
// Number is 0 with no decimals. Numbers are immutable and may be copied.
type Number struct{ d apd.Decimal }

// exact carries enough digits for everything a plan report can print.
var exact = apd.BaseContext.WithPrecision(60)

// ParseNumber reads a plain decimal: optional sign, ASCII digits, at most one
// point. Everything else Chinese documents do to numbers is Scan's and Parse's
// business.
func ParseNumber(s string) (Number, error) {
	if s == "" || len(s) > 50 || strings.Trim(s, "+-.0123456789") != "" {
		return Number{}, fmt.Errorf("not a plain decimal number: %.20q", s)
	}
	var n Number
	if _, _, err := n.d.SetString(s); err != nil {
		return Number{}, fmt.Errorf("not a plain decimal number: %.20q", s)
	}
	return n, nil
}

// MustNumber is ParseNumber for constants; it panics on anything else.
func MustNumber(s string) Number {
	n, err := ParseNumber(s)
	if err != nil {
		panic(err)
	}
	return n
}

// Int is the whole number i.
func Int(i int64) Number {
	var n Number
	n.d.SetInt64(i)
	return n
}

// String prints the number with exactly the digits it was printed with.
func (n Number) String() string {
	if n.d.IsZero() && n.d.Exponent > 0 {
		return "0"
	}
	return n.d.Text('f')
}

// Places is the number of printed decimals; negative for a number scaled up
// from a coarser unit (8万 in 元 has -4).
func (n Number) Places() int { return int(-n.d.Exponent) }

// Sign is -1, 0 or 1.
func (n Number) Sign() int { return n.d.Sign() }

// Cmp compares values, not printed digits: 2.4 and 2.40 are equal.
func (n Number) Cmp(m Number) int { return n.d.Cmp(&m.d) }

// Equal reports equal values.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Neg is -n.
func (n Number) Neg() Number {
	var r Number
	r.d.Neg(&n.d)
	return r
}

// Abs is n without its sign.
func (n Number) Abs() Number {
	var r Number
	r.d.Abs(&n.d)
	return r
}

// Shift is n times ten to the power p, exactly: the printed digits stay.
func (n Number) Shift(p int) Number {
	var r Number
	r.d.Set(&n.d)
	r.d.Exponent += int32(p)
	return r
}

// Add is n + m.
func (n Number) Add(m Number) Number {
	var r Number
	_, _ = exact.Add(&r.d, &n.d, &m.d)
	return r
}

// Sub is n - m.
func (n Number) Sub(m Number) Number {
	var r Number
	_, _ = exact.Sub(&r.d, &n.d, &m.d)
	return r
}

// Mul is n * m.
func (n Number) Mul(m Number) Number {
	var r Number
	_, _ = exact.Mul(&r.d, &n.d, &m.d)
	return r
}

// Quo is n / m to 60 significant digits; ok is false when m is zero.
func (n Number) Quo(m Number) (q Number, ok bool) {
	if m.Sign() == 0 {
		return Number{}, false
	}
	_, _ = exact.Quo(&q.d, &n.d, &m.d)
	return q, true
}

// Round is n rounded half up (away from zero at the half) to the given decimals.
func (n Number) Round(places int) Number {
	var r Number
	_, _ = exact.Quantize(&r.d, &n.d, int32(-places))
	return r
}

// Plain drops trailing zeros behind the point: the shortest print of the value.
func (n Number) Plain() Number {
	if n.d.Exponent >= 0 {
		return n
	}
	var r Number
	r.d.Reduce(&n.d)
	if r.d.Exponent > 0 {
		_, _ = exact.Quantize(&r.d, &r.d, 0)
	}
	return r
}

// Float is n as the nearest float, for estimates; what is printed stays exact.
func (n Number) Float() float64 {
	if n.d.Coeff.IsInt64() && n.d.Exponent <= 0 && n.d.Exponent >= -15 {
		if f := float64(n.d.Coeff.Int64()); f <= 1<<53 {
			if n.d.Negative {
				f = -f
			}
			return f / powers[-n.d.Exponent] // both exact, so that the quotient is the nearest
		}
	}
	f, err := n.d.Float64()
	if err != nil {
		return math.NaN()
	}
	return f
}

// powers are the powers of ten up to 15, each exact as a float.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// Trunc is n cut off behind the given decimals.
func (n Number) Trunc(places int) Number {
	r := n.Abs().Round(places)
	if r.Cmp(n.Abs()) > 0 {
		r = r.Sub(Int(1).Shift(-places))
	}
	if n.Sign() < 0 {
		return r.Neg()
	}
	return r
}
