// Package tally reads numbers of things that stand beside a list of these
// things: 甲、乙、丙三大工程, “四个不摘”：甲、乙、丙、丁, 3个部门（甲、乙、丙）.
//
// It decides which list belongs to a number and as how many things that list can
// be read; whether a difference is worth a finding is Count.Slip's answer. Lists
// of sentences (一是 … 二是) and of headings are not its matter.
package tally

import (
	"strings"

	"gangmu/vet/rules/internal/prose"
)

// Count is a number with the list that it counts.
type Count struct {
	N      int
	Number prose.Range // 三大
	List   prose.Range
	Low    int  // the least number of things that the list can be read as
	High   int  // the most
	Open   bool // closed by 等: perhaps not all of them
	form   form
	number number
	loose  bool
	short  bool // the list is all that stands behind a name for three
}

// form is where the list stands.
type form uint8

const (
	before  form = iota // 甲、乙、丙三大工程
	after               // 三大工程：甲、乙、丙
	bracket             // 三大工程（甲、乙、丙）
)

// In are the counts of a sentence. A number between two lists counts the one
// that fits; where none does, the one behind it.
func In(s string, sentence prose.Range) []Count {
	if !strings.Contains(sentence.Of(s), "、") && !strings.Contains(sentence.Of(s), "》《") {
		return nil
	}
	var out []Count
	for _, n := range numbersOf(s, sentence) {
		if c, ok := best(s, sentence, n); ok {
			out = append(out, c)
		}
	}
	return out
}

func best(s string, sentence prose.Range, n number) (Count, bool) {
	var first *Count
	for _, read := range []func(string, prose.Range, number) (Count, bool){bracketed, following, leading} {
		c, ok := read(s, sentence, n)
		if !ok {
			continue
		}
		c.N, c.Number, c.number = n.n, n.Range, n
		if c.Fits() {
			return c, true
		}
		if first == nil {
			first = &c
		}
	}
	if first == nil {
		return Count{}, false
	}
	return *first, true
}

// Fits reports that the list can be read as so many things.
func (c Count) Fits() bool { return c.holds(c.N) || c.Open && c.Low <= c.N }

// holds reports a list that can be read as just n things.
func (c Count) holds(n int) bool { return c.Low <= n && n <= c.High }

// Slip is how a number differs from its list.
type Slip uint8

const (
	None   Slip = iota // it fits, or the list is probably not what the number counts
	Likely             // one more or less, in a form that also counts other things
	Plain              // the list is what the number counts, and it holds more or fewer
)

// Slip judges a number and its list. A list that is far from its number is
// another list, or names kinds of what is counted.
func (c Count) Slip() Slip {
	d := max(c.N-c.High, c.Low-c.N)
	switch missing := c.N > c.High; {
	case c.Open && missing:
		if c.Low >= 3 && d == 1 {
			return Likely // writers name two or three, or all
		}
		return None
	case c.loose:
		if !c.Fits() && d == 1 && (c.Low >= 3 || c.short) {
			return Likely
		}
		return None
	case c.Fits() || d > 1 && (!c.number.near(d) || c.High < 4):
		return None
	case c.form != before:
		return Plain
	case missing && c.Low < 3: // 甲、乙“三大工程”: a name beside two others
		if c.number.chinese && !c.number.quoted {
			return Likely
		}
		return None
	case !missing && c.N < 3 && c.number.pair && !c.number.coins():
		return None
	}
	return Plain
}

// Number is the last number of things in r: 4项, 四个.
func Number(s string, r prose.Range) (n int, at prose.Range, ok bool) {
	all := numbersOf(s, r)
	if len(all) == 0 {
		return 0, at, false
	}
	n, at = all[len(all)-1].n, all[len(all)-1].Range
	return n, at, true
}

// Listed is the list at the beginning of r, behind a name at at that stands for
// n things: “6”即甲、乙 …, 九治：治水、治气 …. A loose name may stand for something else.
func Listed(s string, n int, at, r prose.Range, loose bool) (Count, bool) {
	c, ok := listed(s, n, r)
	c.N, c.Number, c.number, c.loose = n, at, number{Range: at, n: n}, loose
	c.short = n == 3 && c.Low == 2 && c.List.End == r.End && !strings.ContainsAny(r.Of(s), "，“《和及与")
	return c, ok
}

// Of counts a list that belongs to a number whatever stands between them.
func Of(s string, n int, at, list prose.Range) Count {
	c := entriesOf(s, list)
	c.N, c.Number, c.number = n, at, number{Range: at, n: n}
	c.form = bracket
	return c
}
