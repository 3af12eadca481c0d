package typeset

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/page"
)

// Measures of a page, in points.
const (
	left, right = 80.0, 520.0
	top, bottom = 90.0, 770.0
	size        = 14.0
	small       = 10.5 // in tables
	pitch       = 1.8  // of lines, in sizes
	padding     = 5.0  // of cells
)

// Document draws doc on as many pages as it takes, with page numbers. Rows that
// are marked as head are drawn again where their table goes on.
func Document(doc *document.Document) []page.Page {
	p := &press{}
	p.turn()
	for _, b := range doc.Blocks {
		p.block(b)
	}
	var out []page.Page
	for i, s := range p.sheets {
		s.Centre(left, right, 800, small, fmt.Sprintf("— %d —", i+1))
		out = append(out, s.Page)
	}
	return out
}

// press draws pages one after another.
type press struct {
	sheets []*Sheet
	*Sheet
	y float64 // down to where the page is drawn
}

func (p *press) turn() {
	p.Sheet = A4()
	p.sheets = append(p.sheets, p.Sheet)
	p.y = top
}

// room turns the page if less than h is left.
func (p *press) room(h float64) {
	if p.y+h > bottom {
		p.turn()
	}
}

func (p *press) block(b document.Block) {
	switch b.Kind {
	case document.TableBlock:
		p.table(b.Table)
	case document.Box:
		p.box(b)
	default:
		p.paragraph(b.Text.S)
	}
}

// paragraph draws running text: an indent of two characters. Before a line
// break it is a title.
func (p *press) paragraph(text string) {
	if strings.Contains(text, "\n") {
		for line := range strings.SplitSeq(text, "\n") {
			p.room(2 * size * pitch)
			p.y += 1.5 * size * pitch
			p.Centre(left, right, p.y, 1.5*size, line)
		}
		return
	}
	for i, line := range Break(text, (right-left)/size, 2) {
		p.room(size * pitch)
		p.y += size * pitch
		p.Write(left+indent(i), p.y, size, line)
	}
}

func indent(line int) float64 {
	if line == 0 {
		return 2 * size
	}
	return 0
}

// box draws paragraphs in a frame, which is closed at the end of a page and
// opened again on the next.
func (p *press) box(b document.Block) {
	p.room(2 * size * pitch)
	start := p.y + 8
	p.y = start
	inner := (right-left)/size - 2
	for _, c := range b.Blocks {
		for i, line := range Break(c.Text.S, inner, 2) {
			if p.y+1.6*size*pitch > bottom {
				p.Frame(left, start, right, p.y+10)
				p.turn()
				start = p.y
			}
			p.y += size * pitch
			p.Write(left+size+indent(i), p.y, size, line)
		}
	}
	p.Frame(left, start, right, p.y+10)
	p.y += 10
}

// table draws a ruled table, its columns of one width but for a narrow first
// one. Rows and merged cells are not broken over pages.
func (p *press) table(t *document.Table) {
	xs := columns(t.Columns)
	heights := p.heights(t, xs)
	p.room(heights[0] + 30)
	p.y += 10
	var head []int
	tied := 0 // up to this row the page cannot be turned
	for i, row := range t.Rows {
		h, end := together(t, heights, i)
		if i >= tied && p.y+h+10 > bottom {
			p.turn()
			for _, k := range head {
				p.row(t, k, xs, heights)
			}
		}
		tied = max(tied, end)
		if row.Header {
			head = append(head, i)
		}
		p.row(t, i, xs, heights)
	}
	p.y += 6
}

// heights are those of the rows; a merged cell that needs more makes its last
// row higher.
func (p *press) heights(t *document.Table, xs []float64) []float64 {
	out := make([]float64, len(t.Rows))
	for i := range out {
		out[i] = small * pitch
	}
	for _, merged := range []bool{false, true} {
		for i, row := range t.Rows {
			for _, c := range row.Cells {
				if merged != (c.RowSpan > 1) {
					continue
				}
				need := float64(len(p.lines(c, xs))) * small * pitch
				last := min(i+max(1, c.RowSpan), len(out)) - 1
				for k := i; k < last; k++ {
					need -= out[k]
				}
				out[last] = max(out[last], need)
			}
		}
	}
	return out
}

// together is the height of row i and those that cells are merged into from it,
// up to the row end.
func together(t *document.Table, heights []float64, i int) (h float64, end int) {
	end = i + 1
	for k := i; k < end; k++ {
		h += heights[k]
		for _, c := range t.Rows[k].Cells {
			end = min(max(end, k+c.RowSpan), len(heights))
		}
	}
	return h, end
}

func columns(n int) []float64 {
	xs := []float64{left}
	if n > 2 {
		xs = append(xs, left+40)
	}
	first, parts := xs[len(xs)-1], n-len(xs)+1
	for i := 1; i <= parts; i++ {
		xs = append(xs, first+(right-first)*float64(i)/float64(parts))
	}
	return xs
}

// lines are those that the paragraphs of a cell take.
func (p *press) lines(c document.Cell, xs []float64) (out []string) {
	width := (xs[c.Col+c.ColSpan] - xs[c.Col] - 2*padding) / small
	for _, b := range c.Blocks {
		out = append(out, Break(b.Text.S, width, 0)...)
	}
	return out
}

// row draws the cells that begin in row i.
func (p *press) row(t *document.Table, i int, xs, heights []float64) {
	for _, c := range t.Rows[i].Cells {
		h := 0.0
		for k := i; k < min(i+max(1, c.RowSpan), len(heights)); k++ {
			h += heights[k]
		}
		x0, x1 := xs[c.Col], xs[c.Col+c.ColSpan]
		p.Frame(x0, p.y, x1, p.y+h)
		lines := p.lines(c, xs)
		y := p.y + (h-float64(len(lines))*small*pitch)/2 - 0.45*small
		for _, line := range lines {
			y += small * pitch
			p.Write(x0+padding, y, small, line)
		}
	}
	p.y += heights[i]
}
