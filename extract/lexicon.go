package extract

import (
	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/target"
)

// lexicon remembers what the catalogue says of the names that a report uses: the
// same few come again and again.
type lexicon struct {
	entries  map[string]*catalogue.Entry // nil for names it does not know
	contexts map[[2]string]target.Context
}

func newLexicon() *lexicon {
	return &lexicon{map[string]*catalogue.Entry{}, map[[2]string]target.Context{}}
}

// lookup resolves a printed name.
func (l *lexicon) lookup(name string) (catalogue.Entry, bool) {
	e, seen := l.entries[name]
	if !seen {
		if found, ok := catalogue.Lookup(name); ok {
			e = &found
		}
		l.entries[name] = e
	}
	if e == nil {
		return catalogue.Entry{}, false
	}
	return *e, true
}

// knows reports a name of the catalogue.
func (l *lexicon) knows(name string) bool {
	_, ok := l.lookup(name)
	return ok
}

// context is what a name and a unit say of numbers.
func (l *lexicon) context(name, unit string) target.Context {
	key := [2]string{name, unit}
	c, seen := l.contexts[key]
	if !seen {
		c = plan.ContextFor(name, unit)
		l.contexts[key] = c
	}
	return c
}
