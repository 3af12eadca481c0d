// Package projects links the projects that a text names with the entries of the
// report's boxes, tables and lists.
//
// It decides which words of a sentence name a project, in which stage the
// sentence puts it, and which one entry the name means. A link is strong or it
// is none: the same name, or a short name whose characters stand in order in
// exactly one entry of the same phase. Whether both sides agree is left to the
// rules.
package projects

import (
	"gangmu/plan"
	"gangmu/vet"
)

// shortest is the least number of characters of a project's short name.
const shortest = 3

// Entry is a project of a box, a table or a list.
type Entry struct {
	plan.Item
	Stage Stage
	key   string
	core  string
	phase string
}

// Mark is the place of the entry's name.
func (e *Entry) Mark(role vet.Role) vet.Mark {
	return vet.Mark{Span: e.Span, Text: e.Name, Role: role}
}

// Where names the list that the entry stands in.
func (e *Entry) Where() vet.Words {
	if e.Box == "" {
		return vet.Words{Zh: "项目表", En: "the table of projects"}
	}
	return vet.Words{Zh: "专栏" + e.Box, En: "box " + e.Box}
}

// Register is the entries of one year.
type Register struct {
	Entries []*Entry
	grams   map[string][]*Entry // by each two characters of their keys
}

// Registers are the projects of a report by year.
type Registers map[int]*Register

// Of are the report's projects, read once.
func Of(r *vet.Reading) Registers { return vet.Shared(r, registers) }

func registers(r *vet.Reading) Registers {
	out := Registers{}
	for _, it := range r.Plan.Projects {
		g := out[it.Year]
		if g == nil {
			g = newRegister()
			out[it.Year] = g
		}
		k := key(it.Name)
		g.enter(&Entry{Item: it, Stage: HeadStage(it.Stage), key: k, core: core(k), phase: phase(k)})
	}
	return out
}

func newRegister() *Register { return &Register{grams: map[string][]*Entry{}} }

func (g *Register) enter(e *Entry) {
	g.Entries = append(g.Entries, e)
	for gram := range grams(e.key) {
		if es := g.grams[gram]; len(es) == 0 || es[len(es)-1] != e {
			g.grams[gram] = append(es, e)
		}
	}
}

// grams yields each two neighbouring characters of s.
func grams(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		before, last := -1, -1
		for i := range s {
			if before >= 0 && !yield(s[before:i]) {
				return
			}
			before, last = last, i
		}
		if before >= 0 {
			yield(s[before:])
		}
	}
}

// Year is the register of a year; one without entries where there are none.
func (rs Registers) Year(y int) *Register {
	if g := rs[y]; g != nil {
		return g
	}
	return &Register{}
}

// Twins are the entries that bear one name with one that stands before them.
func (g *Register) Twins() [][2]*Entry {
	var out [][2]*Entry
	first := map[string]*Entry{}
	for _, e := range g.Entries {
		name := e.core + "\x00" + e.Region
		if before := first[name]; before != nil {
			out = append(out, [2]*Entry{before, e})
		} else {
			first[name] = e
		}
	}
	return out
}

// Split parts the entries into those that is holds of and the others.
func (g *Register) Split(is func(*Entry) bool) (yes, no *Register) {
	yes, no = newRegister(), newRegister()
	for _, e := range g.Entries {
		if is(e) {
			yes.enter(e)
		} else {
			no.enter(e)
		}
	}
	return yes, no
}
