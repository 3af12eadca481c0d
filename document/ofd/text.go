package ofd

import (
	"math"
	"strconv"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/page"
)

// writer draws the characters of a text object.
type writer struct {
	*canvas
	matrix  page.Matrix
	turn    page.Turn
	size    float64 // of the font, in the object's coordinates
	stretch float64
	x, y    float64 // of the next character
}

func (c *canvas) text(e element) error {
	m, _ := moved(e)
	w := &writer{
		canvas: c, matrix: m,
		turn:    page.TurnOf(math.Atan2(-m.B, m.A)),
		size:    number(e, "Size", 0),
		stretch: number(e, "HScale", 1),
	}
	return c.Children(func(e element) error {
		if e.Local != "TextCode" {
			return nil
		}
		return w.code(e)
	})
}

// code draws the characters of a TextCode. The first stands at X and Y, where
// they are given; each delta is how far the next one stands from it.
func (w *writer) code(e element) error {
	w.x, w.y = number(e, "X", w.x), number(e, "Y", w.y)
	deltaX, deltaY := e.Attr("DeltaX"), e.Attr("DeltaY")
	var b document.Builder
	if err := w.Text(&b, 0); err != nil {
		return err
	}
	s := b.Text().S
	n := len(s)
	dx, dy := deltas(deltaX, n), deltas(deltaY, n)
	if err := w.budget.Expand(int64(n) * 32); err != nil {
		return err
	}
	i := 0
	for _, r := range s {
		wide := w.size * w.stretch * natural(r)
		step := wide
		switch {
		case len(dx) > 0:
			step = dx[min(i, len(dx)-1)]
		case len(dy) > 0:
			step = 0
		}
		w.draw(r, wide, step)
		w.x += step
		if len(dy) > 0 {
			w.y += dy[min(i, len(dy)-1)]
		}
		i++
	}
	return nil
}

// draw draws a character whose next one stands step further.
func (w *writer) draw(r rune, wide, step float64) {
	const above, below = 0.88, 0.12 // of the size, around the line that characters stand on
	if step > 0 && step < 1.2*wide {
		wide = step
	}
	box := page.Box{X0: w.x, Y0: w.y - above*w.size, X1: w.x + wide, Y1: w.y + below*w.size}
	w.onto.Glyphs = append(w.onto.Glyphs, page.Glyph{
		Box:  w.matrix.Box(box),
		Text: string(r),
		Size: w.size * w.matrix.Scale(),
		Turn: w.turn,
	})
}

// natural is the width of a character whose font is not looked at, in sizes.
func natural(r rune) float64 {
	if r < 0x80 {
		return 0.5
	}
	return 1
}

// deltas reads distances; "g 3 5" stands for three times 5. More than most are
// of no use.
func deltas(s string, most int) []float64 {
	var out []float64
	fields := strings.FieldsFunc(s, apart)
	for i := 0; i < len(fields) && len(out) < most; i++ {
		if fields[i] != "g" || i+2 >= len(fields) {
			if v, err := strconv.ParseFloat(fields[i], 64); err == nil {
				out = append(out, v)
			}
			continue
		}
		n, err1 := strconv.Atoi(fields[i+1])
		v, err2 := strconv.ParseFloat(fields[i+2], 64)
		if err1 == nil && err2 == nil {
			for range min(n, most-len(out)) {
				out = append(out, v)
			}
		}
		i += 2
	}
	return out
}
