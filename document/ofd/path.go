package ofd

import (
	"strconv"
	"strings"

	"gangmu/document/internal/page"
)

// path draws the path of a path object. It is drawn unless that is said not to
// be so, and filled only where that is said.
func (c *canvas) path(e element) error {
	m, _ := moved(e)
	stroke, fill := e.Attr("Stroke") != "false", e.Attr("Fill") == "true"
	if !stroke && !fill {
		return nil
	}
	return c.Children(func(e element) error {
		if e.Local != "AbbreviatedData" {
			return nil
		}
		data, err := text(c.Reader)
		if err != nil {
			return err
		}
		if err := c.budget.Expand(int64(len(data)) * 8); err != nil {
			return err
		}
		// What is thin is told in points.
		m := m.Then(page.Matrix{A: millimetre, D: millimetre})
		drawn := page.Page{}
		follow(data, &page.Pen{Page: &drawn, Matrix: m, Stroke: stroke})
		return c.place(c.onto, drawn, page.Matrix{A: 1 / millimetre, D: 1 / millimetre})
	})
}

// operands is how many numbers follow each operator of a path; the last two are
// the point that it leads to.
var operands = map[string]int{"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}

// follow draws the operators of AbbreviatedData up to the first that is wrong.
func follow(data string, pen *page.Pen) {
	defer pen.Lift()
	fields := strings.FieldsFunc(data, apart)
	for i := 0; i < len(fields); {
		op := fields[i]
		n, known := operands[op]
		if !known || i+n >= len(fields) {
			return
		}
		var v [7]float64
		for k := range n {
			var err error
			if v[k], err = strconv.ParseFloat(fields[i+1+k], 64); err != nil {
				return
			}
		}
		i += 1 + n
		switch op {
		case "S", "M":
			pen.Move(v[0], v[1])
		case "L":
			pen.Line(v[0], v[1])
		case "C":
			pen.Close()
		default:
			pen.Curve(v[n-2], v[n-1])
		}
	}
}
