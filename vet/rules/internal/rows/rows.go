// Package rows finds the row of the indicator table that a name in the text
// means.
//
// A name means a row when it is the row's own, when the catalogue knows both as
// one indicator, or when its characters all stand in order in the names of this
// row and no other. Where several rows answer, none is meant: the package never
// guesses.
package rows

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/span"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Row is a row of the indicator table.
type Row struct {
	Item  plan.Item
	name  string // as it is compared
	entry catalogue.Entry
	known bool
}

// Table is the rows of one year.
type Table []Row

// Of is the table of a year's indicators; rows of a region matrix are left out,
// since a name alone does not tell the place.
func Of(p *plan.Plan, year int) Table {
	var t Table
	for _, it := range p.Year(year) {
		if it.Region != "" {
			continue
		}
		r := Row{Item: it, name: squeeze(it.Name)}
		printed := it.Name
		if u := it.Measure().Unit; u != "" {
			printed += "（" + u + "）"
		}
		r.entry, r.known = catalogue.Lookup(printed)
		t = append(t, r)
	}
	return t
}

// All is Of for the executed and the planned year, read once.
func All(r *vet.Reading, year int) Table { return slices.Clone(vet.Shared(r, allTables)[year]) }

// tables are those of a report by year.
type tables map[int]Table

func allTables(r *vet.Reading) tables {
	return tables{r.Plan.ExecutedYear: Of(r.Plan, r.Plan.ExecutedYear), r.Plan.PlannedYear: Of(r.Plan, r.Plan.PlannedYear)}
}

// Printed is the table of a year as the report prints it: without the indicators
// that were read from sentences.
func Printed(r *vet.Reading, year int) Table {
	return slices.Clone(vet.Shared(r, printedTables)[year])
}

// printed are the printed tables by year.
type printed map[int]Table

func printedTables(r *vet.Reading) printed {
	lines := proseLines(r)
	out := printed{}
	for _, year := range []int{r.Plan.ExecutedYear, r.Plan.PlannedYear} {
		out[year] = slices.DeleteFunc(All(r, year), func(row Row) bool { return lines[lineOf(row.Item.Span)] })
	}
	return out
}

// place is a line of the report, or a block and its line.
type place struct {
	block string
	line  int
}

func lineOf(s span.Span) place { return place{s.Block, s.Line} }

// sentences are the lines that hold running text.
type sentences map[place]bool

func proseLines(r *vet.Reading) sentences {
	out := sentences{}
	for i := range r.Lines {
		out[lineOf(r.Lines[i].Text.Span(0, 0))] = true
	}
	return out
}

// Tops are the rows that count, those that are no parts of others.
func (t Table) Tops() Table {
	var out Table
	for _, r := range t {
		if r.Item.Top() {
			out = append(out, r)
		}
	}
	return out
}

// At is the row whose name stands at s.
func (t Table) At(s span.Span) (Row, bool) {
	for _, r := range t {
		if r.Item.Span == s {
			return r, true
		}
	}
	return Row{}, false
}

// shortest is the least number of characters that a shortened name must have.
const shortest = 4

// Link says how surely a name means a row.
type Link uint8

const (
	None    Link = iota
	Short        // its characters stand in order in this row's name only
	Related      // the catalogue's indicator is this row's, but not what is said of it: a level for a growth
	Same         // the same indicator and measure by the catalogue
	Exact        // the row's own name
)

// Find is the row that a printed name means. A value behind the name and what
// stands in brackets are no part of it.
func (t Table) Find(printed string) (Row, bool) {
	r, link := t.Resolve(printed)
	return r, link > None
}

// Resolve is Find with the link between the two.
func (t Table) Resolve(printed string) (Row, Link) {
	whole := squeeze(printed)
	name := cutValue(whole)
	if name == "" {
		return Row{}, None
	}
	if r, ok := t.only(func(r *Row) bool { return r.name == name || r.name == whole }); ok {
		return r, Exact
	}
	if e, ok := catalogue.Lookup(name); ok {
		if r, ok := t.only(func(r *Row) bool { return r.known && r.entry.ID == e.ID && r.entry.Measure == e.Measure }); ok {
			return r, Same
		}
		if r, ok := t.only(func(r *Row) bool { return r.known && r.entry.ID == e.ID }); ok {
			return r, Related
		}
	}
	if utf8.RuneCountInString(name) >= shortest {
		if r, ok := t.only(func(r *Row) bool { return InOrder(name, r.name) }); ok {
			return r, Short
		}
	}
	return Row{}, None
}

func (t Table) only(is func(*Row) bool) (Row, bool) {
	at, n := 0, 0
	for i := range t {
		if is(&t[i]) {
			at = i
			n++
		}
	}
	if n != 1 {
		return Row{}, false
	}
	return t[at], true
}

// InOrder reports whether all characters of short stand in long in the same
// order.
func InOrder(short, long string) bool {
	for _, c := range short {
		i := strings.IndexRune(long, c)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(c):]
	}
	return true
}

// cutValue takes off a value: 新发展市场主体增长22% is 新发展市场主体增长. A name that
// begins with a digit keeps it.
func cutValue(s string) string {
	if i := strings.IndexAny(s, "0123456789＜＞≥≤<>"); i > 0 {
		return strings.TrimRight(s[:i], "-−－—约近超达到为至")
	}
	return s
}

// squeeze is a name without blanks, quotes, marks and brackets, its digits half
// as wide.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		if unicode.IsSpace(r) || strings.ContainsRune("“”\"*＊", r) {
			return -1
		}
		return r
	}, prose.WithoutBrackets(s))
}
