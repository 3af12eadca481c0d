// Package page puts a document together from what is drawn on pages: characters
// with their boxes, ruling lines and pictures.
//
// It decides what is a line, a paragraph, a table, a framed box, a column of
// the page; which text goes on over a page; and what belongs to the page and
// not to the text: headers, footers, page numbers, characters drawn twice to
// look bold. It knows nothing of the formats that draw the pages.
//
// It leaves out writing that is not level (watermarks), and text in pictures,
// and says so.
package page

import "math"

// Page is what is drawn on one page. Coordinates are points, x to the right and
// y downwards from the upper left corner.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph // in the order they are drawn
	Rules         []Box   // lines and edges, level or upright; thin boxes count as lines
	Pictures      []Box
}

// Box is a rectangle with X0 <= X1 and Y0 <= Y1.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Glyph is a drawn character.
type Glyph struct {
	Box           // of its em: from its beginning to where the next one begins
	Text   string // one character, or the few that a ligature stands for
	Size   float64
	Turn   Turn
	Source int64 // its number among the characters of the page
}

// Turn is the direction of writing, in quarters of a circle counter-clockwise.
type Turn int8

// Slanted is any direction that is no quarter.
const Slanted Turn = -1

// TurnOf rounds an angle in radians, counter-clockwise, to a quarter.
func TurnOf(angle float64) Turn {
	const tolerance = 0.06
	quarters := angle / (math.Pi / 2)
	near := math.Round(quarters)
	if math.IsNaN(near) || math.Abs(quarters-near) > tolerance {
		return Slanted
	}
	return Turn(int(math.Mod(near, 4)+4) % 4)
}

// Between is the box between two corners.
func Between(x0, y0, x1, y1 float64) Box {
	return Box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

func (b Box) width() float64  { return b.X1 - b.X0 }
func (b Box) height() float64 { return b.Y1 - b.Y0 }
func (b Box) midX() float64   { return (b.X0 + b.X1) / 2 }
func (b Box) midY() float64   { return (b.Y0 + b.Y1) / 2 }

// around is the box around both.
func (b Box) around(o Box) Box {
	return Box{min(b.X0, o.X0), min(b.Y0, o.Y0), max(b.X1, o.X1), max(b.Y1, o.Y1)}
}

// holds reports whether the middle of o lies within b.
func (b Box) holds(o Box) bool {
	x, y := o.midX(), o.midY()
	return x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1
}

// finite reports whether all numbers are usable: a hostile file can draw
// anywhere.
func (b Box) finite() bool {
	const far = 1e6
	for _, v := range [...]float64{b.X0, b.Y0, b.X1, b.Y1} {
		if math.IsNaN(v) || math.Abs(v) > far {
			return false
		}
	}
	return true
}
