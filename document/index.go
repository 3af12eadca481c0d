package document

import (
	"strings"
	"unicode/utf8"

	"gangmu/span"
)

// Index finds the characters that stand on a span, which knows only lines and
// columns.
type Index struct {
	byLine  map[int][]*Passage
	heading string // the last one seen, while the index is made
	boxed   bool   // it is the title of a box, and what is in there belongs to it
}

// Passage is a paragraph with what says where it stands.
type Passage struct {
	Text
	Heading string // over it: of its section, or the title of its table or box
	Row     []Cell // of the table that it stands in, and
	Cell    int    // the index of its cell there
}

// Stretch is S[Start:End] of a passage.
type Stretch struct {
	*Passage
	Start, End int
}

// String is the words of the stretch.
func (s Stretch) String() string { return s.S[s.Start:s.End] }

// NewIndex indexes all paragraphs of d, those in cells, boxes and notes as well.
func NewIndex(d *Document) *Index {
	x := &Index{byLine: map[int][]*Passage{}}
	x.blocks(d.Blocks, Passage{})
	for _, n := range d.Notes {
		x.add(Passage{Text: n.Text})
	}
	return x
}

// blocks indexes blocks that stand where around says.
func (x *Index) blocks(blocks []Block, around Passage) {
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case TableBlock:
			heading := x.heading
			if i > 0 && caption(&blocks[i-1]) {
				x.heading = blocks[i-1].Text.S
			}
			for _, r := range b.Table.Rows {
				for c := range r.Cells {
					x.blocks(r.Cells[c].Blocks, Passage{Row: r.Cells, Cell: c})
				}
			}
			x.heading = heading
		case Box:
			heading, boxed := x.heading, x.boxed
			if title := b.Title(); title != "" {
				x.heading, x.boxed = title, true
			}
			x.blocks(b.Blocks, around)
			x.heading, x.boxed = heading, boxed
		default:
			if b.Kind == Heading && !x.boxed {
				x.heading = b.Text.S
			}
			around.Text = b.Text
			x.add(around)
		}
	}
}

// Title is the title of a box: what it begins with, if that is no sentence.
func (b *Block) Title() string {
	if b.Kind != Box || len(b.Blocks) == 0 || !caption(&b.Blocks[0]) {
		return ""
	}
	return b.Blocks[0].Text.S
}

// caption reports whether b, before a table or in front of a box, is its title.
func caption(b *Block) bool {
	const longest = 60
	return (b.Kind == Paragraph || b.Kind == Heading) && utf8.RuneCountInString(b.Text.S) <= longest && !strings.ContainsAny(b.Text.S, "。；")
}

func (x *Index) add(p Passage) {
	p.Heading = x.heading
	s := p.Whole()
	for line := s.Line; line <= s.EndLine && line > 0; line++ {
		x.byLine[line] = append(x.byLine[line], &p)
	}
}

// On lists the passages on a line.
func (x *Index) On(line int) []*Passage { return x.byLine[line] }

// mostStretches bounds what a span that covers a whole document gives.
const mostStretches = 1000

// Find lists the stretches on which s stands, one for each passage that it
// touches, in order. It is empty if no character stands there.
func (x *Index) Find(s span.Span) []Stretch {
	first, ok := x.begin(s)
	if !ok {
		return nil
	}
	if end := first.Offset(s.EndLine, s.EndColumn); end >= first.Start {
		first.End = end
		return []Stretch{first}
	}
	out := []Stretch{first}
	for line := first.Whole().EndLine + 1; line <= s.EndLine && len(out) < mostStretches; line++ {
		for _, p := range x.byLine[line] {
			if p.Whole().Line != line {
				continue // seen on an earlier line
			}
			end := len(p.S)
			if at := p.Offset(s.EndLine, s.EndColumn); at >= 0 {
				end = at
			}
			out = append(out, Stretch{p, 0, end})
		}
	}
	return out
}

// begin is the passage that s begins in, from there on.
func (x *Index) begin(s span.Span) (Stretch, bool) {
	for _, p := range x.byLine[s.Line] {
		if start := p.Offset(s.Line, s.Column); start >= 0 && start < len(p.S) {
			return Stretch{p, start, len(p.S)}, true
		}
	}
	return Stretch{}, false
}
