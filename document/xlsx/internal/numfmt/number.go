package numfmt

import (
	"strconv"
	"strings"
)

// number shows d by the digits of the section.
func (s *section) number(d decimal) string {
	d = d.shift(2*s.percents - 3*s.thousands)
	whole, places, power := s.shape()
	exp := 0
	if power {
		d, exp = d.normal(whole)
	}
	var out strings.Builder
	if !s.isGeneral() {
		d = d.round(places)
	}
	if d.neg && whole+places > 0 {
		out.WriteByte('-')
	}
	w := writer{section: s, d: d, out: &out, whole: whole, exp: exp}
	for i, t := range s.tokens {
		w.token(i, t)
	}
	return out.String()
}

// shape counts the digits before the point and behind it; power says that they
// are times a power of ten.
func (s *section) shape() (whole, places int, power bool) {
	behind := false
	for _, t := range s.tokens {
		switch t.kind {
		case point:
			behind = true
		case exponent:
			return whole, places, true
		case digit:
			if behind {
				places++
			} else {
				whole++
			}
		}
	}
	return whole, places, false
}

// writer goes through a section's tokens.
type writer struct {
	*section
	d      decimal
	out    *strings.Builder
	whole  int // digits of the section before the point
	seen   int // of them so far
	place  int // digits behind the point so far
	behind bool
	power  bool
	exp    int
}

func (w *writer) token(i int, t token) {
	switch t.kind {
	case literal:
		w.out.WriteString(t.text)
	case percent:
		w.out.WriteByte('%')
	case general:
		w.out.WriteString(w.d.general())
	case point:
		if w.whole == 0 && w.d.integer() != "0" {
			w.out.WriteString(w.d.integer())
		}
		w.behind = true
		if w.pointShows(i) {
			w.out.WriteByte('.')
		}
	case exponent:
		w.power = true
		w.exponent(t.text, w.tokens[i+1:])
	case digit:
		switch {
		case w.power:
		case w.behind:
			w.decimalDigit(i, t)
		default:
			w.wholeDigit(t)
		}
	}
}

// isGeneral reports a section that shows the general form among literals.
func (s *section) isGeneral() bool {
	for _, t := range s.tokens {
		if t.kind == general {
			return true
		}
	}
	return false
}

// pointShows reports a point with a digit to follow. Spreadsheets show 6 as "6."
// under #.##; as that would be no number to any reader, the point is left out.
func (w *writer) pointShows(i int) bool {
	for at, t := range w.tokens[i+1:] {
		if t.kind != digit {
			break
		}
		if t.char == '0' || w.rest(at) {
			return true
		}
	}
	return false
}

// rest reports a digit that is not zero from a place behind the point on.
func (w *writer) rest(place int) bool {
	for ; place < w.d.places(); place++ {
		if w.d.decimal(place) != '0' {
			return true
		}
	}
	return false
}

func (w *writer) decimalDigit(i int, t token) {
	zero := t.char == '0'
	for _, later := range w.tokens[i+1:] {
		if later.kind == exponent {
			break
		}
		zero = zero || later.kind == digit && later.char == '0'
	}
	if zero || w.rest(w.place) {
		w.out.WriteByte(w.d.decimal(w.place))
	}
	w.place++
}

// wholeDigit writes the digit at its place before the point; the first one all
// that have no place of their own.
func (w *writer) wholeDigit(t token) {
	digits := w.d.integer()
	if digits == "0" {
		digits = ""
	}
	place := w.whole - w.seen // digits from here to the point
	from := max(len(digits)-place, 0)
	if w.seen == 0 {
		for i := range from {
			w.out.WriteByte(digits[i])
			w.group(len(digits) - i - 1)
		}
	}
	w.seen++
	switch {
	case place <= len(digits):
		w.out.WriteByte(digits[len(digits)-place])
	case t.char == '0' || w.zeroBefore():
		w.out.WriteByte('0')
	default:
		return
	}
	w.group(place - 1)
}

// zeroBefore reports that a 0 of the section stands before the present digit.
func (w *writer) zeroBefore() bool {
	n := 0
	for _, t := range w.tokens {
		if t.kind == digit {
			if n++; n == w.seen {
				break
			}
			if t.char == '0' {
				return true
			}
		}
	}
	return false
}

func (w *writer) group(left int) {
	if w.grouped && left > 0 && left%3 == 0 {
		w.out.WriteByte(',')
	}
}

// exponent writes E+03; the digits that follow say how wide it is.
func (w *writer) exponent(sign string, rest []token) {
	width := 0
	for _, t := range rest {
		if t.kind == digit {
			width++
		}
	}
	w.out.WriteByte('E')
	switch {
	case w.exp < 0:
		w.out.WriteByte('-')
	case sign == "E+":
		w.out.WriteByte('+')
	}
	digits := strconv.Itoa(max(w.exp, -w.exp))
	w.out.WriteString(strings.Repeat("0", max(width-len(digits), 0)) + digits)
}
