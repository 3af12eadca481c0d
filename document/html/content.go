package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// How the text of a page is found:
//
//  1. What is hidden, named as navigation, sharing, footer and the like, or a
//     list of links is dropped, unless it holds a good share of the page's text
//     (weigh.go).
//  2. The main part is the element that is named as the text (<article>, zoom,
//     TRS_Editor, … and after them content, article, view, …), if it holds half
//     of the running text that is left.
//  3. Otherwise, or within a part of an uncertain name, it is the innermost
//     element that holds nearly all of the running text and has links beside
//     it. A page without links is text as a whole.
//  4. Paragraphs that can only be text and tables of data outside of the main
//     part are text as well, with what surrounds them up to the next links, so
//     that annexes in parts of their own are not lost.
//  5. The title stands above the text if the text does not begin with it.

// content lists the roots of the parts that are text, in order.
func (t *tree) content() []int32 {
	main := t.main()
	roots := []int32{main}
	if main == 0 {
		return roots
	}
	end := t.end(main)
	for i := int32(1); i < int32(len(t.nodes)); i++ {
		switch {
		case t.nodes[i].gone:
			i = t.end(i) - 1
		case i == main:
			i = end - 1
		case t.onlyText(i):
			root := t.surrounding(i, main)
			roots = append(roots, root)
			i = t.end(root) - 1
		}
	}
	slices.Sort(roots)
	return roots
}

// main is the element that holds the text.
func (t *tree) main() int32 {
	if best := t.named(surelyText); best > 0 {
		return best
	}
	start := max(t.named(maybeText), 0)
	found := start
	for at := start; at >= 0; {
		at = t.heavyChild(at, t.weight[start].prose)
		if at > 0 && t.weight[t.nodes[at].parent].links > t.weight[at].links {
			found = at
		}
	}
	return found
}

// named is the innermost of the elements with this sign that hold most of the
// running text, -1 if there is none with half of the page's.
func (t *tree) named(s sign) int32 {
	var found []int32
	most, known := 0, map[string]sign{}
	for i := int32(1); i < int32(len(t.nodes)); i++ {
		n, prose := &t.nodes[i], t.weight[i].prose
		if n.gone || n.traits&wrapper == 0 || prose*2 < t.weight[0].prose || prose == 0 {
			continue
		}
		if t.sign(n, known)&s != 0 || s == surelyText && n.tag == atom.Article || s == maybeText && n.tag == atom.Main {
			found = append(found, i)
			most = max(most, prose)
		}
	}
	best := int32(-1)
	for _, i := range found {
		if t.weight[i].prose*20 >= most*19 && (best < 0 || t.holds(best, i)) {
			best = i
		}
	}
	return best
}

// heavyChild is the child that may hold the whole text and holds nearly all of
// it, -1 if there is none.
func (t *tree) heavyChild(at int32, all int) int32 {
	for c := t.nodes[at].first; c != 0; c = t.nodes[c].next {
		n := &t.nodes[c]
		if n.gone || n.traits&wrapper == 0 || t.weight[c].prose*20 < all*17 || all == 0 {
			continue
		}
		if n.tag == atom.Table && t.isData(c) {
			return -1
		}
		return c
	}
	return -1
}

// onlyText reports whether a paragraph or table outside of the main part can
// only be a part of the text.
func (t *tree) onlyText(at int32) bool {
	n, w := &t.nodes[at], t.weight[at]
	switch {
	case n.tag == atom.Table:
		return w.link*4 < w.text && t.figures(at) && !archival(t.excerpt(at, 2000))
	case n.traits&block == 0 || w.solid == 0:
		return false
	}
	for c := n.first; c != 0; c = t.nodes[c].next {
		if t.weight[c].solid > 0 {
			return false // one of its children is
		}
	}
	return !chrome(t.excerpt(at, 400))
}

// surrounding is the largest part around at that has hardly any links and does
// not hold the main part.
func (t *tree) surrounding(at, main int32) int32 {
	for {
		parent := t.nodes[at].parent
		w := t.weight[parent]
		if parent == 0 || w.link*5 > w.text || parent < main && main < t.end(parent) {
			return at
		}
		at = parent
	}
}

// mostLooked is how many nodes an excerpt is gathered from.
const mostLooked = 2000

// excerpt is the beginning of the text of a part, without white space.
func (t *tree) excerpt(at int32, most int) string {
	return t.gather(at, most, func(n *node) bool { return !n.gone })
}

// gather is the beginning of those characters in a part that pass.
func (t *tree) gather(at int32, most int, pass func(*node) bool) string {
	var b strings.Builder
	for i, end := at, min(t.end(at), at+mostLooked); i < end && b.Len() < most; i++ {
		if n := &t.nodes[i]; n.tag == 0 && pass(n) {
			b.WriteString(squeeze(t.s[n.from:min(int(n.to), int(n.from)+4*most)]))
		}
	}
	return b.String()
}
