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
	case strings.HasPrefix(text[i:], "，") && fullWidth(text[d.first:i]) && fullWidth(text[i+len("，"):]):
		sep = "，" // otherwise a comma of the sentence: 新建5，300人
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
	if at == i || sep != "," && sep != "，" && !ok(at) {
		return i
	}
	g.grouped = true
	*d = g
	return at
}

// fullWidth reports that text begins with three full-width digits, or with as
// many as it has.
func fullWidth(text string) bool {
	for range 3 {
		if text == "" {
			return true
		}
		if _, w := digitAt(text, 0); w < 2 {
			return false
		}
		text = text[len("０"):]
	}
	return true
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

// signWidth is the width of the minus sign or word at text[i].
func signWidth(text string, i int) int {
	if w := prefixAt(text, i, minuses); w != "" {
		return len(w)
	}
	return len(prefixAt(text, i, negatives))
}

// minusBefore is where a minus sign before the digits at i begins; i if there
// is none. A dash behind a digit, a letter or the number before, which ends at
// from, joins; it does not negate.
func minusBefore(text string, i, from int) int {
	sign, w := runeBefore(text, i)
	at := i - w
	switch sign {
	case '-', '－', '−':
		if at == 0 || at > from && !joins(text, at) {
			return at
		}
	case '负', '負', '下':
		return negativeBefore(text, i, from)
	}
	return i
}

// joins reports that a dash at text[i] joins what stands before it to a number.
func joins(text string, i int) bool {
	r, _ := runeBefore(text, i)
	return classOf(r) == digit || r < 0x80 && isLetter(byte(r)) || strings.ContainsRune("-－−—–)）%％", r)
}

// negativeBefore is where the word for a minus sign before text[i] begins; i if
// there is none.
func negativeBefore(text string, i, from int) int {
	at := i - len(suffixAt(text, i, negatives))
	if prev, _ := runeBefore(text, at); at < from || strings.ContainsRune(notNegative, prev) {
		return i
	}
	return at
}
