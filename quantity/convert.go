package quantity

import "fmt"

// UnitError says that two units do not convert into each other.
type UnitError struct{ From, To Unit }

// Error is a sentence for people.
func (e *UnitError) Error() string {
	return fmt.Sprintf("“%s”不能换算成“%s”：两者计量的不是同一种东西", e.From, e.To)
}

// String is the unit as printed.
func (u Unit) String() string {
	if u.Text == "" {
		return "（无单位）"
	}
	return u.Text
}

// In is the quantity counted in the unit u, which must share its dimension and
// base; otherwise the error is a *UnitError. Digits stay as printed where the
// units differ by a power of ten.
func (q Quantity) In(u Unit) (Quantity, error) {
	if !q.Unit.Same(u) {
		return Quantity{}, &UnitError{q.Unit, u}
	}
	if q.Form != Ratio {
		q.Value = convert(q.Value, q.Unit.scale(), u.scale())
		q.High = convert(q.High, q.Unit.scale(), u.scale())
	}
	if q.Form == Fraction {
		q.Form, q.Parts = Single, nil
	}
	q.Unit = u
	return q, nil
}

// convert is n x from / to.
func convert(n, from, to Number) Number {
	if from.Equal(to) {
		return n.Shift(0)
	}
	ratio, _ := from.Quo(to)
	if p, ok := ratio.powerOfTen(); ok {
		return n.Shift(p)
	}
	v, _ := n.Mul(from).Quo(to)
	return v.Plain()
}

// powerOfTen is p when n is exactly ten to the power p.
func (n Number) powerOfTen() (p int, ok bool) {
	if n.d.Coeff.IsInt64() {
		c := n.d.Coeff.Int64()
		for p = int(n.d.Exponent); c > 1 && c%10 == 0; c /= 10 {
			p++
		}
		return p, c == 1 && !n.d.Negative
	}
	var r Number
	r.d.Reduce(&n.d)
	return int(r.d.Exponent), r.d.Coeff.IsInt64() && r.d.Coeff.Int64() == 1 && !r.d.Negative
}
