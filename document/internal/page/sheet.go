package page

import (
	"cmp"
	"slices"
)

// sheet is a page taken apart.
type sheet struct {
	number   int // 0-based
	width    float64
	height   float64
	rows     []line // what stands outside of tables and frames, across the page
	grids    []*grid
	rules    []rule // level lines that belong to no table
	notes    []line // footnotes
	elements []element
	unread   bool // a picture and no writing
	pictures int
	slanted  int
}

// element is a line or a table in reading order.
type element struct {
	line   line
	grid   *grid
	column int // of the page: 0 the whole width, 1 left, 2 right
}

func (e element) box() Box {
	if e.grid != nil {
		return e.grid.Box
	}
	return e.line.Box
}

// takeApart finds the tables, frames and lines of a page.
func takeApart(p Page, number, cells int) *sheet {
	p, slanted := p.level()
	s := &sheet{number: number, width: p.Width, height: p.Height, slanted: slanted}
	r := rulingsOf(p.Rules)
	s.grids = r.grids(cells)
	s.rules = r.level
	rest := p.Glyphs
	for _, g := range slices.SortedFunc(slices.Values(s.grids), func(a, b *grid) int {
		return cmp.Compare(a.width()*a.height(), b.width()*b.height())
	}) {
		rest = s.fill(g, rest)
	}
	s.grids = slices.DeleteFunc(s.grids, (*grid).blank)
	s.rows = linesOf(rest, number)
	s.look(p)
	return s
}

// fill puts glyphs into a grid, unless it is the frame of the page or one
// around other tables: for readers these are not there.
func (s *sheet) fill(g *grid, glyphs []Glyph) (rest []Glyph) {
	const most = 0.86
	if len(g.rows) == 1 && len(g.xs) == 2 {
		if g.width() > most*s.width && g.height() > most*s.height {
			return glyphs
		}
		for _, o := range s.grids {
			if o != g && g.holds(o.Box) && o.width() <= g.width() && o.height() < g.height() {
				return glyphs
			}
		}
	}
	rest = g.take(glyphs)
	g.settle(s.number)
	return rest
}

// look tells pages that are a picture, and counts the pictures of others.
func (s *sheet) look(p Page) {
	const (
		large = 0.5  // of the page
		small = 0.01 // a seal, a line
		few   = 12   // characters, such as a page number
	)
	covered := 0.0
	for _, b := range p.Pictures {
		share := b.width() * b.height() / max(1, s.width*s.height)
		covered += share
		if share > small {
			s.pictures++
		}
	}
	s.unread = covered > large && len(p.Glyphs) <= few
	if s.unread {
		s.pictures = 0
	}
}
