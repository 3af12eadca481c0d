package page

import (
	"strconv"
	"strings"

	"gangmu/document"
)

// node is a block as the templates print it.
type node struct {
	Kind   string // title, heading, paragraph, box, table, note
	Level  int    // of a heading: 2..6 of the page
	Pieces []piece
	Nodes  []node
	Rows   []row
}

type row struct {
	ID     string // see Anchor; only where the page has one document
	Header bool
	Cells  []cell
}

type cell struct {
	ColSpan, RowSpan int
	Number           bool // nothing but a number: set to the right
	Nodes            []node
}

// tree makes nodes of blocks. The first paragraph that says title is the title.
type tree struct {
	marks   marks
	title   string
	anchors bool
}

// Anchor is where the page of one document has the table row in which a place
// stands: block and line as span.Span has them.
func Anchor(block string, line int) string {
	if i := strings.LastIndex(block, ".c"); i >= 0 {
		return block[:i]
	}
	return "l" + strconv.Itoa(line)
}

func (t *tree) nodes(blocks []document.Block) []node {
	out := make([]node, 0, len(blocks))
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case document.TableBlock:
			out = append(out, node{Kind: "table", Rows: t.rows(b.Table)})
		case document.Box:
			out = append(out, node{Kind: "box", Nodes: t.nodes(b.Blocks)})
		default:
			out = append(out, t.text(b))
		}
	}
	return out
}

func (t *tree) text(b *document.Block) node {
	n := node{Kind: "paragraph", Pieces: t.marks.pieces(b.Text)}
	switch {
	case t.title != "" && squeeze(b.Text.S) == t.title:
		n.Kind, t.title = "title", ""
	case b.Kind == document.Heading && b.Level > 0:
		n.Kind, n.Level = "heading", min(b.Level+2, 6)
	case b.Kind == document.Heading:
		n.Kind, n.Level = "heading", 6
	}
	return n
}

func (t *tree) rows(table *document.Table) []row {
	out := make([]row, len(table.Rows))
	for i, r := range table.Rows {
		out[i] = row{Header: r.Header || i == 0 && len(table.Rows) > 1}
		if t.anchors && len(r.Cells) > 0 && len(r.Cells[0].Text.Lines) > 0 {
			at := r.Cells[0].Text.Lines[0]
			out[i].ID = Anchor(at.Block, at.Line)
		}
		for _, c := range r.Cells {
			out[i].Cells = append(out[i].Cells, cell{
				ColSpan: c.ColSpan, RowSpan: c.RowSpan, Number: number(c.Text.S), Nodes: t.nodes(c.Blocks),
			})
		}
	}
	return out
}

func (t *tree) notes(notes []document.Note) []node {
	var out []node
	for _, n := range notes {
		out = append(out, node{Kind: "note", Pieces: t.marks.pieces(n.Text)})
	}
	return out
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// number reports a cell such as 6.5 or -3.2%.
func number(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.-+%≥≤＜＞<> ") == ""
}
