// Package facts sets the statements of one fact side by side.
//
// A fact is one measure of one indicator for one period, as a result or as a
// promise. The package groups the claims of a report by fact, lets the majority
// say what the fact is, and prints claims for messages. It judges nothing else.
package facts

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"strconv"
)

// Fact is all sure claims about one thing, in the order of the report, tables
// last.
type Fact []extract.Claim

type subject struct {
	key, period, base string
	measure           extract.ClaimMeasure
	kind              extract.ClaimKind
}

// Of groups the sure claims of one kind that want admits.
func Of(claims []extract.Claim, want func(extract.Claim) bool) []Fact {
	at := map[subject]int{}
	var out []Fact
	for _, c := range claims {
		if !c.Sure || !want(c) {
			continue
		}
		s := subjectOf(c)
		i, ok := at[s]
		if !ok {
			i = len(out)
			at[s] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}

func subjectOf(c extract.Claim) subject {
	return subject{c.Key, c.Period, base(c.Value), c.Measure, c.Kind}
}

func base(q quantity.Quantity) string {
	if q.Form == quantity.Ratio {
		return "ratio"
	}
	return strconv.Itoa(int(q.Unit.Dim)) + q.Unit.Base
}

// Conflict is claims that say one thing, against others of the same fact that
// say another.
type Conflict struct{ Odd, Rest []extract.Claim }

// Conflicts are what remains when the majority has decided; among equals a table
// does, then what stands first.
func (f Fact) Conflicts(agree func(a, b extract.Claim) bool) []Conflict {
	if len(f) < 2 {
		return nil
	}
	best, most := 0, -1
	for i, c := range f {
		votes := 0
		for _, d := range f {
			if agree(c, d) {
				votes += 2
			}
		}
		if c.Table {
			votes++
		}
		if votes > most {
			best, most = i, votes
		}
	}
	var rest, odd []extract.Claim
	for _, c := range f {
		if agree(f[best], c) {
			rest = append(rest, c)
		} else {
			odd = append(odd, c)
		}
	}
	var out []Conflict
	for len(odd) > 0 {
		same, others := []extract.Claim{odd[0]}, []extract.Claim(nil)
		for _, c := range odd[1:] {
			if agree(odd[0], c) {
				same = append(same, c)
			} else {
				others = append(others, c)
			}
		}
		if c := (Conflict{same, rest}); c.Sound() {
			out = append(out, c)
		}
		odd = others
	}
	return out
}

// Sound reports a conflict whose sides surely speak of one fact. A short name
// (税收), one deep in a story, or two names that differ may mean a part.
func (c Conflict) Sound() bool {
	table := slices.ContainsFunc(slices.Concat(c.Odd, c.Rest), func(c extract.Claim) bool { return c.Table })
	odd, rest := slices.ContainsFunc(c.Odd, leads), slices.ContainsFunc(c.Rest, leads)
	const whole = 6 // so long a name, repeated to the letter, means one thing
	sameName := func(d extract.Claim) bool { return plainName(d) == plainName(c.Odd[0]) }
	long := utf8.RuneCountInString(c.Odd[0].Indicator) >= whole
	switch {
	case table && utf8.RuneCountInString(c.Odd[0].Indicator) > 3:
		return true
	case table:
		return (odd || len(c.Rest) > 1) && rest
	case !slices.ContainsFunc(c.Rest, sameName):
		return false
	case c.companions() || Slip(c.Odd[0].Value, c.Rest[0].Value):
		return true
	case yearsApart(c.Odd[0], c.Rest[0]):
		return false
	case long && !sameLine(c.Odd[0], c.Rest[0]) && (odd || rest || promised(c) || c.Odd[0].Known()):
		return true
	}
	return c.Odd[0].Known() && rest && (odd || len(c.Rest) > 1)
}

// companions reports two statements that give the same second number: one level
// is not another's where both grew by 16.8%.
func (c Conflict) companions() bool {
	a, b := c.Odd[0].Beside, c.Rest[0].Beside
	return a != nil && b != nil && a.Value.Sign() != 0 && quantity.Exact(*a, *b)
}

// promised reports two targets in different parts of the report: what the aims
// set, the tasks repeat.
func promised(c Conflict) bool {
	return c.Odd[0].Kind == extract.TargetClaim && c.Odd[0].Part != c.Rest[0].Part
}

func sameLine(a, b extract.Claim) bool {
	return a.Span.Line == b.Span.Line && a.Span.Block == b.Span.Block
}

func leads(c extract.Claim) bool { return c.Leads }

var spellings = strings.NewReplacer("地区生产总值", "GDP", "生产总值", "GDP", "规模以上", "规上", "的比重", "比重", "增速", "", "增长", "", "数量", "")

func plainName(c extract.Claim) string { return spellings.Replace(c.Indicator) }

// yearsApart reports amounts that are three to eight times each other, as those
// of several years are of one year's.
func yearsApart(a, b extract.Claim) bool {
	if a.Measure == extract.Growth || a.Measure == extract.Share {
		return false
	}
	x, y := a.Value.Base().Low, b.Value.Base().Low
	if x.Cmp(y) < 0 {
		x, y = y, x
	}
	q, ok := x.Quo(y)
	return ok && q.Cmp(quantity.MustNumber("2.5")) > 0 && q.Cmp(quantity.Int(8)) < 0
}

// OneTable reports a fact for which the tables hold at most one row. Where they
// hold several, names alone do not tell which of them a text means.
func (f Fact) OneTable() bool {
	n := 0
	for _, c := range f {
		if c.Table {
			n++
		}
	}
	return n < 2
}

// Doubts are the claims that probably speak of a fact and come near its value
// without meeting it. What lies far off speaks of something else.
func Doubts(claims []extract.Claim, all []Fact, want func(extract.Claim) bool, agree func(a, b extract.Claim) bool) []Conflict {
	of := map[subject]Fact{}
	for _, f := range all {
		of[subjectOf(f[0])] = f
	}
	var out []Conflict
	for _, c := range claims {
		if c.Within == "" || !c.Sure || !want(c) {
			continue
		}
		s := subjectOf(c)
		s.key = c.Within
		for _, s.measure = range sameMeasure(c.Measure) {
			f := of[s]
			if len(f) == 0 || !f.OneTable() || slices.ContainsFunc(f, func(d extract.Claim) bool { return agree(c, d) || !near(c, d) }) {
				continue
			}
			out = append(out, Conflict{[]extract.Claim{c}, f})
		}
	}
	return out
}

// sameMeasure are the measures that an unknown name's number may be.
func sameMeasure(m extract.ClaimMeasure) []extract.ClaimMeasure {
	if m == extract.Growth {
		return []extract.ClaimMeasure{m}
	}
	return []extract.ClaimMeasure{extract.Level, extract.Count, extract.Share}
}

// near reports rates within half a point of each other, amounts within a tenth.
func near(c, d extract.Claim) bool {
	x, y := c.Value.Base().Low, d.Value.Base().Low
	if c.Measure == extract.Growth {
		x, y = c.Value.Value, d.Value.Value
	}
	gap := x.Sub(y)
	if gap.Sign() < 0 {
		gap = gap.Neg()
	}
	if c.Measure == extract.Growth {
		return gap.Cmp(quantity.MustNumber("0.5")) <= 0
	}
	return gap.Shift(1).Cmp(y) <= 0
}

// Agreed are the claims that others confirm.
func (f Fact) Agreed(agree func(a, b extract.Claim) bool) []vet.Mark {
	var out []vet.Mark
	for i, c := range f {
		for j, d := range f {
			if i != j && agree(c, d) {
				out = append(out, Mark(c, vet.Evidence))
				break
			}
		}
	}
	return out
}

// Marks are the places of a conflict: the first odd one is the subject.
func (c Conflict) Marks() []vet.Mark {
	var out []vet.Mark
	for i, o := range append(append([]extract.Claim(nil), c.Odd...), c.Rest...) {
		out = append(out, Mark(o, vet.Evidence))
		if i == 0 {
			out[0].Role = vet.Subject
		}
	}
	return out
}

// Mark is the place of a claim.
func Mark(c extract.Claim, role vet.Role) vet.Mark {
	return vet.Mark{Span: c.Span, Text: c.Text, Role: role}
}

// Name is what a claim speaks of: 社会消费品零售总额增速.
func Name(c extract.Claim) vet.Words {
	zh := c.Indicator
	if c.Measure == extract.Growth && !strings.HasSuffix(zh, "增速") && !strings.HasSuffix(zh, "增长") && !strings.HasSuffix(zh, "增幅") {
		zh += "增速"
	}
	return vet.Words{Zh: zh + "（" + c.Period + "）", En: zh + " (" + c.Period + ")"}
}

// Name is what a conflict is about. Where the odd side does not name it clearly,
// the rest does.
func (c Conflict) Name() vet.Words {
	if c.Odd[0].Within != "" {
		return Name(c.Rest[0])
	}
	return Name(c.Odd[0])
}

// Value prints a claim's number with its unit.
func Value(c extract.Claim) string { return c.Value.String() }

// Printed is a claim's number for a finding.
func Printed(c extract.Claim) vet.Value {
	return vet.Value{Text: Value(c), Interval: c.Value.Interval().String()}
}

// Quantity is a number for a finding.
func Quantity(q quantity.Quantity) vet.Value {
	return vet.Value{Text: q.String(), Interval: q.Interval().String()}
}

// Places counts the places of claims in words: 表格、正文2处.
func Places(cs []extract.Claim) vet.Words {
	tables := 0
	for _, c := range cs {
		if c.Table {
			tables++
		}
	}
	text := len(cs) - tables
	switch {
	case tables == 0:
		return vet.Words{Zh: fmt.Sprintf("另有%d处", text), En: fmt.Sprintf("%d other place(s)", text)}
	case text == 0:
		return vet.Words{Zh: "指标表", En: "the table of indicators"}
	}
	return vet.Words{Zh: fmt.Sprintf("指标表和另外%d处", text), En: fmt.Sprintf("the table of indicators and %d other place(s)", text)}
}
