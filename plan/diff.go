package plan

import (
	"slices"
	"strings"

	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
)

// ChangeKind is what happened to an indicator from one plan to the next.
type ChangeKind string

const (
	Added     ChangeKind = "added"
	Removed   ChangeKind = "removed"
	Renamed   ChangeKind = "renamed"   // another name, or another 其中 row in its place
	Rebased   ChangeKind = "rebased"   // another unit, measure or coverage: the numbers do not compare
	Regrouped ChangeKind = "regrouped" // another section, parent or nature
	Retarget  ChangeKind = "target"    // the target moved
)

// Change is one difference between two sets of indicators. One indicator can
// have several.
type Change struct {
	Kind         ChangeKind
	OldNo, NewNo string
	Name         string // the new name; of a removed indicator the old one
	Old, New     string // what changed: names, units, sections, targets
	LastTarget   string // of the old plan, as printed
	LastActual   string // reached in the old plan's year, as printed; empty when not known
	Zh, En       string // a note
}

// Diff compares the indicators of an old year's plan with a new one's. Their
// order is that of the new plan, what was removed stands at the end. The old
// indicators should carry the results of their year where they are known.
func Diff(old, new []Item) []Change {
	pairs := match(old, new)
	var changes []Change
	for _, p := range pairs {
		changes = append(changes, p.changes()...)
	}
	return changes
}

// DiffYears compares the two years of one report: what was carried out with
// what is planned.
func (p *Plan) DiffYears() []Change {
	return Diff(p.Year(p.ExecutedYear), p.Year(p.PlannedYear))
}

// DiffPlans compares the plans of two reports: what the old one planned, with
// the results that the new one states, and what the new one plans. Two editions
// of one year's report compare plan with plan.
func DiffPlans(old, new *Plan) []Change {
	before := slices.Clone(old.Year(AdoptedYear(old)))
	for _, pair := range match(before, new.Year(new.ExecutedYear)) {
		if pair.old != nil && pair.new != nil && pair.old.Year == pair.new.Year && pair.old.measure() == pair.new.measure() {
			pair.old.takeFacts(pair.new.Measure().Facts)
		}
	}
	return Diff(before, new.Year(AdoptedYear(new)))
}

// AdoptedYear is the year whose targets a report sets: the planned one, or the
// executed one where it plans nothing.
func AdoptedYear(p *Plan) int {
	if p.PlannedYear != 0 && len(p.Year(p.PlannedYear)) > 0 {
		return p.PlannedYear
	}
	return p.ExecutedYear
}

// takeFacts gives an item's measure the given facts, leaving the item's
// original untouched.
func (it *Item) takeFacts(facts []Fact) {
	if len(it.Measures) == 0 {
		return
	}
	it.Measures = slices.Clone(it.Measures)
	it.Measures[0].Facts = facts
}

// pair is an indicator in two plans; one side is nil where it has no match.
type pair struct {
	old, new   *Item
	substitute bool // not the same indicator: one 其中 row in another's place
}

// match pairs the indicators of two plans, the surest ways first: the same
// name, the same entry of the catalogue with the same measure, the same entry
// with another, a name that differs by little, and last a 其中 row left alone
// under the same parent.
func match(old, new []Item) []pair {
	m := matched(old, new)
	return m.pairs()
}

// Match is for each new indicator the index of its old one, or -1: the pairs that
// Diff compares.
func Match(old, new []Item) []int { return matched(old, new).of }

func matched(old, new []Item) *matcher {
	m := &matcher{old: old, new: new, of: make([]int, len(new)), taken: make([]bool, len(old))}
	for i := range m.of {
		m.of[i] = -1
	}
	m.pass(func(a, b *Item) bool { return a.key() == b.key() })
	m.pass(func(a, b *Item) bool { return a.entry() != "" && a.entry() == b.entry() && a.measure() == b.measure() })
	m.pass(func(a, b *Item) bool {
		return a.entry() != "" && a.entry() == b.entry() || a.subject() == b.subject()
	})
	m.pass(func(a, b *Item) bool { return a.measure() == b.measure() && alike(a.subject(), b.subject()) })
	m.substitutes()
	return m
}

type matcher struct {
	old, new []Item
	of       []int // for each new item the index of its old one, or -1
	taken    []bool
	swapped  map[int]bool
}

func (m *matcher) pass(same func(a, b *Item) bool) {
	for j := range m.new {
		if m.of[j] >= 0 {
			continue
		}
		for i := range m.old {
			if !m.taken[i] && m.old[i].Top() == m.new[j].Top() && m.old[i].Region == m.new[j].Region && same(&m.old[i], &m.new[j]) {
				m.of[j], m.taken[i] = i, true
				break
			}
		}
	}
}

// substitutes pairs 其中 rows that are alone left under one parent.
func (m *matcher) substitutes() {
	m.swapped = map[int]bool{}
	for j := range m.new {
		if m.of[j] >= 0 || m.new[j].Top() {
			continue
		}
		for i := range m.old {
			if !m.taken[i] && !m.old[i].Top() && m.sameParent(i, j) {
				m.of[j], m.taken[i], m.swapped[j] = i, true, true
				break
			}
		}
	}
}

func (m *matcher) sameParent(i, j int) bool {
	for n := range m.new {
		if m.new[n].No == m.new[j].Of && m.new[n].Top() && m.of[n] >= 0 {
			return m.old[m.of[n]].No == m.old[i].Of
		}
	}
	return false
}

func (m *matcher) pairs() []pair {
	var out []pair
	for j := range m.new {
		p := pair{new: &m.new[j], substitute: m.swapped[j]}
		if m.of[j] >= 0 {
			p.old = &m.old[m.of[j]]
		}
		out = append(out, p)
	}
	for i := range m.old {
		if !m.taken[i] {
			out = append(out, pair{old: &m.old[i]})
		}
	}
	return out
}

func (it *Item) key() string { return strings.Join(strings.Fields(it.Name), "") }

// entry is the id of the catalogue's entry for the item, or empty.
func (it *Item) entry() string {
	e, _ := catalogue.Lookup(it.Name)
	return e.ID
}

func (it *Item) measure() catalogue.Measure { return catalogue.MeasureOf(it.printed()) }

// printed is the name with its unit, as a table prints it.
func (it *Item) printed() string {
	if u := it.Measure().Unit; u != "" {
		return it.Name + "（" + u + "）"
	}
	return it.Name
}

// subject is the name without the noun that says level or growth.
func (it *Item) subject() string {
	s := it.key()
	for _, w := range measureNouns {
		if t, ok := strings.CutSuffix(s, w); ok && t != "" {
			return t
		}
	}
	return s
}

var measureNouns = []string{"增长率", "增速", "增长", "增幅", "总量", "总额", "数量", "总数", "下降率", "下降", "降低"}

// alike reports names that differ by little: at least four fifths of the longer
// one stand in the other, in order.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	longest := max(len(x), len(y))
	return longest >= 5 && 5*common(x, y) >= 4*longest
}

// common is the length of the longest common subsequence.
func common(x, y []rune) int {
	row := make([]int, len(y)+1)
	for _, r := range x {
		diagonal := 0
		for j, s := range y {
			above := row[j+1]
			if r == s {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(y)]
}

// changes lists what a pair of items tells.
func (p pair) changes() []Change {
	switch {
	case p.old == nil:
		return []Change{{Kind: Added, NewNo: p.new.No, Name: p.new.Name, New: p.new.Measure().Target.Text}}
	case p.new == nil:
		c := p.change(Removed)
		c.Name, c.Old = p.old.Name, p.old.Measure().Target.Text
		return []Change{c}
	}
	var out []Change
	add := func(kind ChangeKind, old, new, zh, en string) {
		if old != new {
			c := p.change(kind)
			c.Old, c.New, c.Zh, c.En = old, new, zh, en
			out = append(out, c)
		}
	}
	switch oldUnit, newUnit := p.old.Measure().Unit, p.new.Measure().Unit; {
	case p.substitute:
		add(Renamed, p.old.printed(), p.new.printed(), "其中项更换", "another of-which row in its place")
		return out
	case p.old.measure() != p.new.measure() || oldUnit != newUnit:
		add(Rebased, p.old.printed(), p.new.printed(), "口径或单位改变，前后数值不可比", "another basis or unit: the numbers do not compare")
	default:
		add(Renamed, p.old.Name, p.new.Name, "", "")
		add(Retarget, p.old.Measure().Target.Text, p.new.Measure().Target.Text, "", "")
		p.note(out)
	}
	if p.new.No != "" && p.new.Top() && group(p.old) != group(p.new) {
		add(Regrouped, p.old.Section, p.new.Section, "", "")
	}
	add(Regrouped, nature(p.old), nature(p.new), "", "")
	return out
}

// group is a section without its number, which moves when another is dropped.
// Only a table groups its rows; the chapter in which a sentence stands is none.
func group(it *Item) string {
	if _, name, ok := strings.Cut(it.Section, "、"); ok {
		return name
	}
	return it.Section
}

func nature(it *Item) string {
	if it.Binding {
		return "约束性"
	}
	return "预期性"
}

func (p pair) change(kind ChangeKind) Change {
	c := Change{Kind: kind, OldNo: p.old.No, LastTarget: p.old.Measure().Target.Text}
	if p.new != nil {
		c.NewNo, c.Name = p.new.No, p.new.Name
	}
	if facts := p.old.Measure().Facts; len(facts) > 0 {
		c.LastActual = facts[0].Text
	}
	return c
}

// note says of a moved target where it lies beside last year's target and
// result, if all three are plain numbers.
func (p pair) note(changes []Change) {
	if len(changes) == 0 || changes[len(changes)-1].Kind != Retarget {
		return
	}
	c := &changes[len(changes)-1]
	a, b := p.old.Measure(), p.new.Measure()
	if b.Target.Kind != target.Bound && b.Target.Kind != target.About {
		return
	}
	var zh, en []string
	if a.Target.Kind == target.Bound || a.Target.Kind == target.About {
		z, e := beside(b.Target.Value, a.Target.Value)
		zh, en = append(zh, z+"上年目标"), append(en, e+" last year's target")
	}
	if len(a.Facts) > 0 && a.Facts[0].HasValue {
		z, e := beside(b.Target.Value, a.Facts[0].Quantity.Value)
		zh, en = append(zh, z+"上年完成"), append(en, e+" last year's result")
	}
	c.Zh, c.En = strings.Join(zh, "，"), strings.Join(en, ", ")
}

func beside(a, b quantity.Number) (zh, en string) {
	switch a.Cmp(b) {
	case -1:
		return "低于", "below"
	case 1:
		return "高于", "above"
	}
	return "等于", "equal to"
}
