package catalogue

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// automaton finds many patterns in one pass over a text (Aho-Corasick). It
// works on code points: a node has few children, the root is a table.
type automaton struct {
	nodes []node
	root  []int32 // first code point below 65536 -> node, 0 for none
}

// node is a prefix of some pattern. Children hang in a list.
type node struct {
	r           rune
	child, next int32 // first child, next sibling; 0 for none
	fail        int32 // the longest proper suffix that is a prefix of a pattern
	shorter     int32 // the next node on the chain of fails that ends a pattern
	pattern     int32 // the pattern that ends here, -1 for none
	size        int32 // bytes
}

type match struct {
	start, end int
	pattern    int32
}

const tableSize = 1 << 16

// newAutomaton builds the automaton. Patterns must begin with a code point of
// the basic plane; of equal patterns the first counts.
func newAutomaton(patterns []string) *automaton {
	a := &automaton{nodes: make([]node, 1, 4*len(patterns)+1), root: make([]int32, tableSize)}
	a.nodes[0].pattern = -1
	for i, p := range patterns {
		a.add(p, int32(i))
	}
	a.link()
	return a
}

func (a *automaton) add(pattern string, id int32) {
	at := int32(0)
	for i, r := range pattern {
		to := a.step(at, r)
		if to == 0 {
			to = int32(len(a.nodes))
			n := node{r: r, next: a.nodes[at].child, pattern: -1}
			if at == 0 {
				n.next = 0
				a.root[r] = to
			} else {
				a.nodes[at].child = to
			}
			n.size = int32(i + utf8.RuneLen(r))
			a.nodes = append(a.nodes, n)
		}
		at = to
	}
	if at != 0 && a.nodes[at].pattern < 0 {
		a.nodes[at].pattern = id
	}
}

// step is the child of a node under r, 0 for none.
func (a *automaton) step(at int32, r rune) int32 {
	if at == 0 {
		if r < tableSize {
			return a.root[r]
		}
		return 0
	}
	c := a.nodes[at].child
	for c != 0 && a.nodes[c].r != r {
		c = a.nodes[c].next
	}
	return c
}

// link sets the fails breadth first.
func (a *automaton) link() {
	queue := make([]int32, 0, len(a.nodes))
	for _, c := range a.root {
		if c != 0 {
			queue = append(queue, c)
		}
	}
	for i := 0; i < len(queue); i++ {
		at := queue[i]
		for c := a.nodes[at].child; c != 0; c = a.nodes[c].next {
			f := a.next(a.nodes[at].fail, a.nodes[c].r)
			a.nodes[c].fail = f
			a.nodes[c].shorter = f
			if a.nodes[f].pattern < 0 {
				a.nodes[c].shorter = a.nodes[f].shorter
			}
			queue = append(queue, c)
		}
	}
}

// next is the state after r: the longest suffix read that is still a prefix.
func (a *automaton) next(at int32, r rune) int32 {
	for {
		if to := a.step(at, r); to != 0 || at == 0 {
			return to
		}
		at = a.nodes[at].fail
	}
}

// find gives the matches, leftmost and then longest, without overlap.
func (a *automaton) find(text string) []match {
	var all []match
	at := int32(0)
	for i, r := range text {
		at = a.next(at, r)
		for n := at; n != 0; n = a.nodes[n].shorter {
			if p := a.nodes[n].pattern; p >= 0 {
				end := i + utf8.RuneLen(r)
				all = append(all, match{end - int(a.nodes[n].size), end, p})
			}
		}
	}
	slices.SortFunc(all, func(x, y match) int {
		return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(y.end, x.end))
	})
	kept := all[:0]
	last := 0
	for _, m := range all {
		if m.start >= last {
			kept = append(kept, m)
			last = m.end
		}
	}
	return kept
}
