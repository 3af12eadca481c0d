package plant

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Number is a printed number with its unit.
type Number struct {
	Range         // digits and unit
	Digits Range  // the digits alone
	Text   string // the digits as printed
	Unit   string // as printed, ％ as %
}

const baseUnits = `元|美元|平方米|平方公里|立方米|公里|米|亩|公顷|吨标准煤|吨|千瓦时|千瓦|人次|人|户|家|个百分点|个|项|件|条|座|所|` +
	`名|处|套|辆|台|天|场|张|起|头|羽|株|间|支|只|份|标箱|类|大`

var numberRE = regexp.MustCompile(`(\d+(?:\.\d+)?)(%|％|(?:万亿|亿|万)?(?:` + baseUnits + `))`)

// numbers are a line's numbers with a unit that the planter knows. Parts of
// codes, dates and ranges are left out.
func numbers(l Line) []Number {
	var out []Number
	for _, m := range numberRE.FindAllStringSubmatchIndex(l.Text, -1) {
		before, _ := utf8.DecodeLastRuneInString(l.Text[:m[0]])
		after, _ := utf8.DecodeRuneInString(l.Text[m[1]:])
		if strings.ContainsRune("0123456789.:：∶-－—–~～/+第第×", before) || before >= 'A' && before <= 'z' ||
			strings.ContainsRune("/-－~～×级", after) {
			continue
		}
		unit := strings.Replace(l.Text[m[4]:m[5]], "％", "%", 1)
		if unit == "大" && m[3]-m[2] > 2 {
			continue
		}
		out = append(out, Number{l.part(m[0], m[1]), l.part(m[2], m[3]), l.Text[m[2]:m[3]], unit})
	}
	return out
}

// with is the number with other digits.
func (n Number) with(digits string) Number { n.Text = digits; return n }

// scale is the factor of the unit and what is left of it.
func (n Number) scale() (float64, string) {
	for _, s := range []struct {
		text   string
		factor float64
	}{{"万亿", 1e12}, {"亿", 1e8}, {"万", 1e4}} {
		if rest, ok := strings.CutPrefix(n.Unit, s.text); ok {
			return s.factor, rest
		}
	}
	return 1, n.Unit
}

// base is the unit without its scale; numbers of one base can be compared.
func (n Number) base() string { _, b := n.scale(); return b }

// decimals counts the digits behind the point.
func (n Number) decimals() int {
	if _, frac, ok := strings.Cut(n.Text, "."); ok {
		return len(frac)
	}
	return 0
}

// value is the number in its base unit.
func (n Number) value() float64 {
	v, _ := strconv.ParseFloat(n.Text, 64) // numberRE admits only what parses
	f, _ := n.scale()
	return v * f
}

// ulp is one unit of the last printed digit.
func (n Number) ulp() float64 { f, _ := n.scale(); return f * math.Pow10(-n.decimals()) }

// weighty numbers do not meet by chance.
func (n Number) weighty() bool {
	return len(strings.ReplaceAll(n.Text, ".", "")) >= 3 || n.decimals() > 0
}

// interval is what a printed number may stand for.
type interval struct{ lo, hi float64 }

func (n Number) interval() interval {
	return interval{n.value() - n.ulp()/2, n.value() + n.ulp()/2}
}

// apart reports two intervals with more than slack between them.
func apart(a, b interval, slack float64) bool { return a.lo > b.hi+slack || b.lo > a.hi+slack }

// disagree reports that two printed numbers cannot stand for one value, not
// even when one of them was cut off instead of rounded.
func disagree(a, b Number) bool {
	return a.base() != b.base() || apart(a.interval(), b.interval(), max(a.ulp(), b.ulp())/2)
}

// misprint changes one digit of a printed number or swaps two neighbours. It
// keeps the number of digits and never leads with a zero.
func misprint(rng *rand.Rand, digits string) string {
	for {
		b := []byte(digits)
		i := rng.IntN(len(b))
		if rng.IntN(3) == 0 && i+1 < len(b) {
			b[i], b[i+1] = b[i+1], b[i]
		} else {
			b[i] = byte('0' + rng.IntN(10))
		}
		s := string(b)
		point := strings.IndexByte(digits, '.')
		if strings.IndexByte(s, '.') == point && s != digits && (s[0] != '0' || point == 1) && strings.Trim(s, "0.") != "" {
			return s
		}
	}
}

// tries bounds the search for a misprint that surely contradicts.
const tries = 40

// misprintUntil draws misprints until one satisfies ok.
func misprintUntil(rng *rand.Rand, n Number, ok func(Number) bool) (Number, bool) {
	for range tries {
		if m := n.with(misprint(rng, n.Text)); ok(m) {
			return m, true
		}
	}
	return n, false
}
