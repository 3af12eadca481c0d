package doc

import "gangmu/document"

// node is a paragraph or a table.
type node struct {
	paragraph
	table *table
}

// nest puts the paragraphs of tables into their tables.
func (r *reader) nest(all []paragraph) ([]node, error) {
	n := nester{open: []*level{{}}}
	for _, p := range all {
		depth := p.props.level()
		if limit := r.budget.Limits().Depth; depth < 0 || depth > limit {
			return nil, document.TooDeep(limit)
		}
		n.to(depth)
		n.add(p, depth)
	}
	n.to(0)
	return n.open[0].nodes, nil
}

// nester holds the tables that are open around a place.
type nester struct{ open []*level }

// level is an open table, except for the lowest, which is the text itself.
type level struct {
	table *table
	cells [][]node // finished ones of the open row
	nodes []node   // of the open cell
}

// to opens and closes tables until there are depth of them.
func (n *nester) to(depth int) {
	for len(n.open) <= depth {
		n.open = append(n.open, &level{table: &table{}})
	}
	for last := len(n.open) - 1; last > depth; last-- {
		top := n.open[last]
		n.open = n.open[:last]
		top.endCell()
		top.endRow(rowProps{}, false) // only of a table that breaks off
		below := n.open[last-1]
		below.nodes = append(below.nodes, node{table: top.table})
	}
}

// add adds a paragraph to the table that it stands in.
func (n *nester) add(p paragraph, depth int) {
	top := n.open[depth]
	switch {
	case depth > 0 && p.props.rowEnd:
		top.endCell()
		top.endRow(p.props.row, p.joined)
	case depth == 1 && p.mark == cellEnd, depth > 1 && p.props.cellEnd:
		top.nodes = append(top.nodes, node{paragraph: p})
		top.cells = append(top.cells, top.nodes)
		top.nodes = nil
	default:
		top.nodes = append(top.nodes, node{paragraph: p})
	}
}

// endCell ends a cell whose mark is missing.
func (l *level) endCell() {
	if len(l.nodes) > 0 {
		l.cells = append(l.cells, l.nodes)
		l.nodes = nil
	}
}

func (l *level) endRow(props rowProps, deleted bool) {
	if len(l.cells) > 0 {
		l.table.rows = append(l.table.rows, row{l.cells, props, deleted})
		l.cells = nil
	}
}
