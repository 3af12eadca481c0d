package quantity

import "strings"

// digits is a number printed in digits.
type digits struct {
	start, end int // with the sign
	first      int // the first digit
	coef       uint64
	ints       int // digits before the point
	places     int // digits behind it
	neg        bool
	grouped    bool // 1,100 or 2 093
	zeroFirst  bool // 023
}

// maxDigits is the longest run that is still read: nothing a plan prints is
// longer, and longer runs come from lost separators.
const maxDigits = 12

func (d digits) number() Number { return fromCoef(d.coef, d.places, d.neg) }

func (d digits) unreadable() bool { return !d.grouped && d.ints > maxDigits || d.ints+d.places > 18 }

// plain reports digits only: no sign, point or separators.
func (d digits) plain() bool { return d.places == 0 && !d.grouped && !d.neg }

func fromCoef(coef uint64, places int, neg bool) Number {
	var n Number
	n.d.Coeff.SetUint64(coef)
	n.d.Exponent = int32(-places)
	n.d.Negative = neg
	return n
}

// readDigits reads the number at text[i], which must be a digit. Loose reading
// takes blanks between groups of three and behind a point as part of the
// number; otherwise the caller's ok decides by what follows.
func readDigits(text string, i int, ok func(end int) bool) digits {
	d := digits{start: i, first: i}
	i = d.run(text, i, &d.ints)
	d.zeroFirst = d.ints > 1 && text[d.first]|0x30 == '0' || d.ints > 1 && strings.HasPrefix(text[d.first:], "０")
	i = d.groups(text, i, ok)
	i = d.decimals(text, i, ok)
	d.end = i
	return d
}

// run reads digits from i on and counts them.
func (d *digits) run(text string, i int, count *int) int {
	for {
		v, w := digitAt(text, i)
		if w == 0 {
			return i
		}
		*count++
		if d.ints+d.places <= 18 {
			d.coef = d.coef*10 + uint64(v)
		}
		i += w
	}
}

// groups reads ",100,000" and, if ok agrees with what follows, " 100 000".
func (d *digits) groups(text string, i int, ok func(int) bool) int {
	if d.ints > 3 || d.zeroFirst || i >= len(text) {
		return i
	}
	sep := ""
	switch {
	case text[i] == ',':
		sep = ","
	case text[i] == ' ':
		sep = " "
	case strings.HasPrefix(text[i:], "\u00a0"):
		sep = "\u00a0"
	default:
		return i
	}
	g := *d
	at := i
	for strings.HasPrefix(text[at:], sep) {
		n := 0
		next := g
		end := next.run(text, at+len(sep), &n)
		if n != 3 {
			break
		}
		next.ints += 3
		g, at = next, end
	}
	if at == i || sep != "," && !ok(at) {
		return i
	}
	g.grouped = true
	*d = g
	return at
}

// decimals reads ".8" and, if ok agrees with what follows, ". 8".
func (d *digits) decimals(text string, i int, ok func(int) bool) int {
	at := i
	switch {
	case strings.HasPrefix(text[i:], "."):
		at++
	case strings.HasPrefix(text[i:], "．"):
		at += len("．")
	default:
		return i
	}
	blank := at < len(text) && text[at] == ' '
	if blank {
		at++
	}
	if _, w := digitAt(text, at); w == 0 {
		return i
	}
	g := *d
	at = g.run(text, at, &g.places)
	if blank && (g.places > 4 || !ok(at)) {
		return i
	}
	*d = g
	return at
}

// minusBefore is where a minus sign before the digits at i begins; i if there
// is none. A dash behind a digit, a letter or the number before, which ends at
// from, joins; it does not negate.
func minusBefore(text string, i, from int) int {
	w := suffixAt(text, i, minuses)
	if w == "" {
		return i
	}
	at := i - len(w)
	if at == 0 {
		return at
	}
	if at == from {
		return i
	}
	r, _ := runeBefore(text, at)
	if _, width := digitAt(text, max(at-1, 0)); width > 0 || r < 0x80 && isLetter(byte(r)) {
		return i
	}
	if r >= '０' && r <= '９' || strings.ContainsRune("-－−—–)）%％", r) {
		return i
	}
	return at
}
