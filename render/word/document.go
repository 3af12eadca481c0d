package word

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/internal/layout"
)

// blocksOf are the blocks of a document with their roles.
func blocksOf(doc *document.Document) []Block {
	var out []Block
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		switch b.Kind {
		case document.TableBlock:
			out = append(out, tableOf(b.Table))
		case document.Box:
			out = append(out, boxOf(b))
		default:
			caption := i+1 < len(doc.Blocks) && doc.Blocks[i+1].Kind == document.TableBlock
			out = append(out, paragraphOf(b.Text.S, roleOf(b, out, caption)))
		}
	}
	for _, n := range doc.Notes {
		for line := range strings.SplitSeq(n.Text.S, "\n") {
			out = append(out, paragraphOf(line, TableNote))
		}
	}
	return out
}

func paragraphOf(s string, r Role) Block {
	return Block{Role: r, Lines: strings.Split(Printable(s), "\n")}
}

// Printable is s with the replacement character for each that XML cannot hold.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return ' '
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			return utf8.RuneError
		}
		return r
	}, s)
}

// roleOf is how a paragraph is set. above are the blocks before it: a report begins
// with its title in one or two paragraphs and, under it, the occasion and the author.
func roleOf(b *document.Block, above []Block, caption bool) Role {
	const longestTitle, longestMark = 80, 6
	s := b.Text.S
	length := utf8.RuneCountInString(s)
	titled := length <= longestTitle && !strings.ContainsAny(s, "。；")
	_, numbered := document.HeadingLevel(s)
	head := Title
	if len(above) > 0 {
		head = above[len(above)-1].Role
	}
	switch {
	case (head == Title || head == Subtitle) && strings.HasPrefix(s, "各位") && strings.HasSuffix(s, "："):
		return Salutation
	case caption && titled:
		return Caption
	case b.Kind == document.Heading && strings.HasPrefix(s, "附件") && length <= longestMark:
		return AnnexMark
	case titled && !numbered && (len(above) == 0 || head == Title && !named(above[len(above)-1].Lines[0]) && len(above) == 1 && named(s)):
		return Title
	case b.Kind == document.Heading && b.Level == 1:
		return Heading1
	case b.Kind == document.Heading && b.Level == 2:
		return Heading2
	case titled && (head == Title || head == Subtitle) && b.Kind == document.Paragraph:
		return Subtitle
	}
	return Body
}

// named reports whether a line ends as the names of such documents do.
func named(s string) bool {
	for _, word := range []string{"报告", "公报", "规划", "纲要", "草案", "计划", "方案", "通知", "意见"} {
		if strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}

// boxOf is a table of one column: the title, and all else under it.
func boxOf(b *document.Block) Block {
	t := &Table{Style: BoxStyle, Widths: []int{TypeArea}}
	rest := b.Blocks
	if title := b.Title(); title != "" {
		t.Rows = append(t.Rows, Row{Header: true, Whole: true, Cells: []Cell{{Blocks: []Block{paragraphOf(title, BoxTitle)}}}})
		rest = rest[1:]
	}
	if len(rest) > 0 || len(t.Rows) == 0 {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Blocks: inner(rest, BoxText, BoxHeading)}}})
	}
	return Block{Table: t}
}

// inner are blocks within a cell.
func inner(blocks []document.Block, text, heading Role) []Block {
	var out []Block
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case document.TableBlock:
			out = append(out, tableOf(b.Table))
		case document.Box:
			out = append(out, boxOf(b))
		case document.Heading:
			out = append(out, paragraphOf(b.Text.S, heading))
		default:
			out = append(out, paragraphOf(b.Text.S, text))
		}
	}
	return out
}

// tableOf is a table with its merged cells. Its first row is the head if none is
// marked as such.
func tableOf(t *document.Table) Block {
	grid := t.Grid()
	out := &Table{Style: TableStyle, Widths: widths(t)}
	marked := slices.ContainsFunc(t.Rows, func(r document.Row) bool { return r.Header })
	for r, places := range grid {
		row := Row{Header: t.Rows[r].Header || !marked && r == 0, Whole: true}
		if alone(t.Rows[r].Cells, places) {
			row.Cells = []Cell{{Span: len(places), Blocks: inner(t.Rows[r].Cells[0].Blocks, CellGroup, CellGroup)}}
			out.Rows = append(out.Rows, row)
			continue
		}
		for c := 0; c < len(places); {
			cell := places[c]
			if cell == nil {
				row.Cells = append(row.Cells, Cell{})
				c++
				continue
			}
			span := 1
			for c+span < len(places) && places[c+span] == cell {
				span++
			}
			row.Cells = append(row.Cells, cellOf(cell, span, r > 0 && grid[r-1][c] == cell, r+1 < len(grid) && grid[r+1][c] == cell, row.Header))
			c += span
		}
		out.Rows = append(out.Rows, row)
	}
	return Block{Table: out}
}

// alone reports whether a row is one cell at its beginning, with nothing beside
// and above it: a heading over all columns.
func alone(cells []document.Cell, places []*document.Cell) bool {
	if len(cells) != 1 || cells[0].Col > 0 || cells[0].RowSpan > 1 {
		return false
	}
	for _, p := range places {
		if p != nil && p != &cells[0] {
			return false
		}
	}
	return true
}

func cellOf(c *document.Cell, span int, above, below, header bool) Cell {
	switch {
	case above:
		return Cell{Span: span, Down: GoesOn}
	case below:
		return Cell{Span: span, Down: Begins, Blocks: inner(c.Blocks, cellRole(c, header), cellRole(c, header))}
	}
	return Cell{Span: span, Blocks: inner(c.Blocks, cellRole(c, header), cellRole(c, header))}
}

// cellRole sets what is longer than a number or a unit flush left.
func cellRole(c *document.Cell, header bool) Role {
	const longestValue = 12 // columns
	switch {
	case header:
		return CellHead
	case layout.Width(c.Text.S) > longestValue:
		return CellName
	}
	return CellValue
}

// widths shares the type area out by the longest text of each column, within
// bounds: a wide one wraps.
func widths(t *document.Table) []int {
	const least, most = 4, 36 // columns of half width
	columns := max(t.Columns, 1)
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			columns = max(columns, c.Col+1)
		}
	}
	want := make([]int, columns)
	total := 0
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.ColSpan <= 1 {
				want[c.Col] = max(want[c.Col], min(layout.Width(c.Text.S), most))
			}
		}
	}
	for i := range want {
		want[i] = max(want[i], least)
		total += want[i]
	}
	for i := range want {
		want[i] = max(want[i]*TypeArea/total, 1)
	}
	return want
}
