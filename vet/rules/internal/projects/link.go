package projects

import (
	"strings"
	"unicode/utf8"
)

// Find is the one entry that a name in a text means, and whether the name is the
// entry's own.
func (g *Register) Find(name string) (e *Entry, exact bool) {
	if len(g.Entries) == 0 {
		return nil, false
	}
	k := key(name)
	if runes(k) < shortest {
		return nil, false
	}
	c, p := core(k), phase(k)
	var same, inside, scattered []*Entry
	for _, e := range g.beginning(k) {
		switch {
		case e.key == k || e.core == c:
			same = append(same, e)
		case !samePhase(p, e.phase):
		case strings.Contains(e.key, k):
			inside = append(inside, e)
		case runes(k) > shortest && spread(k, e.key):
			scattered = append(scattered, e)
		}
	}
	switch {
	case len(same) > 0:
		return one(same), true
	case len(inside) > 0:
		return one(inside), false
	}
	return one(scattered), false
}

// beginning are the entries that hold the first two characters of k together.
func (g *Register) beginning(k string) []*Entry {
	for gram := range grams(k) {
		return g.grams[gram]
	}
	return nil
}

// one is the only entry; several of one name in one stage are one.
func one(es []*Entry) *Entry {
	if len(es) == 0 {
		return nil
	}
	for _, e := range es[1:] {
		if e.core != es[0].core || e.Stage != es[0].Stage {
			return nil
		}
	}
	return es[0]
}

// samePhase reports phases that are one; a name may leave the phase out.
func samePhase(text, entry string) bool { return text == entry || text == "" }

// spread reports whether the characters of short stand in order in long, on
// average at least three in two pieces.
func spread(short, long string) bool {
	pieces, adjacent := 0, false
	for _, c := range short {
		i := strings.IndexRune(long, c)
		if i < 0 {
			return false
		}
		if i > 0 || !adjacent {
			pieces++
		}
		adjacent = true
		long = long[i+utf8.RuneLen(c):]
	}
	return pieces*3 <= runes(short)*2
}

// Known reports a name that some entry at least hints at: it shares its first
// two characters with one, or four in a row.
func (g *Register) Known(name string) bool {
	k := key(name)
	if len(g.beginning(k)) > 0 {
		return true
	}
	rs := []rune(k)
	for i := 0; i+4 <= len(rs); i++ {
		for _, e := range g.grams[string(rs[i:i+2])] {
			if strings.Contains(e.key, string(rs[i:i+4])) {
				return true
			}
		}
	}
	return false
}
