package html

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// pop closes the open elements from number n on; the root stays.
func (b *builder) pop(n int) { b.open = b.open[:max(n, 1)] }

// find is the place among the open elements of the innermost one that matches,
// 0 if there is none before one that stops.
func (b *builder) find(match, stop func(*node) bool) int {
	for i := len(b.open) - 1; i > 0; i-- {
		n := &b.nodes[b.open[i]]
		if match(n) {
			return i
		}
		if stop(n) {
			return 0
		}
	}
	return 0
}

// close closes the innermost element with one of the tags, but none beyond one
// that stops.
func (b *builder) close(stop func(*node) bool, tags ...atom.Atom) {
	for {
		i := b.find(func(n *node) bool { return slices.Contains(tags, n.tag) }, stop)
		if i == 0 {
			return
		}
		b.pop(i)
	}
}

func bounds(n *node) bool { return n.traits&boundary != 0 }

func isTable(n *node) bool { return n.tag == atom.Table }

func isList(n *node) bool {
	return n.traits&boundary != 0 || n.tag == atom.Ul || n.tag == atom.Ol || n.tag == atom.Menu || n.tag == atom.Dir || n.tag == atom.Dl
}

// imply closes the elements that the beginning of tag ends.
func (b *builder) imply(tag atom.Atom) {
	if top := &b.nodes[b.top()]; top.tag == atom.Head && !inHead(tag) {
		b.pop(len(b.open) - 1)
	}
	switch tag {
	case atom.Li:
		b.close(isList, atom.Li)
	case atom.Dt, atom.Dd:
		b.close(isList, atom.Dt, atom.Dd)
	case atom.Td, atom.Th:
		b.close(isTable, atom.Td, atom.Th, atom.Caption)
	case atom.Tr:
		b.close(isTable, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Colgroup)
	case atom.Thead, atom.Tbody, atom.Tfoot, atom.Colgroup, atom.Caption:
		b.close(isTable, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Colgroup)
	case atom.A:
		b.close(isBlock, atom.A)
	}
	t := tags[tag]
	if t&closesP != 0 {
		b.close(bounds, atom.P)
	}
	if top := &b.nodes[b.top()]; t&heading != 0 && top.traits&heading != 0 {
		b.pop(len(b.open) - 1)
	}
}

func isBlock(n *node) bool { return n.traits&block != 0 }

// end closes the element with this tag, if one is open. An element within a
// line reaches no further than the line, and a block no further than its cell.
func (b *builder) end(tag atom.Atom, from, to int) error {
	stop := isBlock
	switch {
	case tag == 0 || tag == atom.Html || tag == atom.Body:
		return nil
	case inTable(tag) || tag == atom.Td || tag == atom.Th || tag == atom.Caption:
		stop = isTable
	case tags[tag]&block != 0 || raw(tag):
		stop = bounds
	}
	level := tags[tag] & heading // any heading ends any other
	i := b.find(func(n *node) bool { return n.tag == tag || n.traits&level != 0 }, stop)
	switch {
	case i > 0:
		b.pop(i)
	case tag == atom.P || tag == atom.Br: // without a beginning they break the line
		_, err := b.add(node{tag: tag, traits: tags[tag], from: int32(from), to: int32(to)})
		return err
	}
	return nil
}
