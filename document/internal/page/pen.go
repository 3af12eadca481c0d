package page

import "math"

// Matrix moves points: (x, y) to (A·x + C·y + E, B·x + D·y + F).
type Matrix struct{ A, B, C, D, E, F float64 }

// Identity leaves points where they are.
var Identity = Matrix{A: 1, D: 1}

// Apply moves a point.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m.A*x + m.C*y + m.E, m.B*x + m.D*y + m.F
}

// Then is m and after it n.
func (m Matrix) Then(n Matrix) Matrix {
	e, f := n.Apply(m.E, m.F)
	return Matrix{
		m.A*n.A + m.B*n.C, m.A*n.B + m.B*n.D,
		m.C*n.A + m.D*n.C, m.C*n.B + m.D*n.D,
		e, f,
	}
}

// Box is what the rectangle becomes; of one that is turned aside, the box
// around it.
func (m Matrix) Box(b Box) Box {
	x0, y0 := m.Apply(b.X0, b.Y0)
	x1, y1 := m.Apply(b.X1, b.Y1)
	x2, y2 := m.Apply(b.X0, b.Y1)
	x3, y3 := m.Apply(b.X1, b.Y0)
	return Between(x0, y0, x1, y1).around(Between(x2, y2, x3, y3))
}

// Scale is how much larger writing becomes.
func (m Matrix) Scale() float64 { return math.Hypot(m.C, m.D) }

// Pen draws a path on a page and leaves the lines that may part cells: a thin
// area is one whether it is drawn or filled, any other has edges only where it
// is drawn.
type Pen struct {
	Page   *Page
	Matrix Matrix
	Stroke bool

	lines          []Box // since the last move
	curved         bool
	x, y           float64
	startX, startY float64
}

// Move goes to a point without drawing.
func (p *Pen) Move(x, y float64) {
	p.Lift()
	p.x, p.y = p.Matrix.Apply(x, y)
	p.startX, p.startY = p.x, p.y
}

// Line draws to a point.
func (p *Pen) Line(x, y float64) {
	x, y = p.Matrix.Apply(x, y)
	p.lines = append(p.lines, Between(p.x, p.y, x, y))
	p.x, p.y = x, y
}

// Curve draws to a point, not straight.
func (p *Pen) Curve(x, y float64) {
	p.x, p.y = p.Matrix.Apply(x, y)
	p.curved = true
}

// Close draws to where the path began.
func (p *Pen) Close() {
	p.lines = append(p.lines, Between(p.x, p.y, p.startX, p.startY))
	p.x, p.y = p.startX, p.startY
}

// Lift ends what has been drawn since the last move.
func (p *Pen) Lift() {
	if len(p.lines) > 0 {
		whole := p.lines[0]
		for _, l := range p.lines {
			whole = whole.around(l)
		}
		switch {
		case !p.curved && (whole.width() <= thin || whole.height() <= thin):
			p.Page.Rules = append(p.Page.Rules, whole)
		case p.Stroke:
			p.Page.Rules = append(p.Page.Rules, p.lines...)
		}
	}
	p.lines, p.curved = p.lines[:0], false
}
