package ofd

import (
	"gangmu/document/internal/page"
	"gangmu/document/internal/xmlwalk"
)

// canvas is what objects are drawn onto.
type canvas struct {
	*root
	*xmlwalk.Reader
	onto     *page.Page
	template bool
}

// objects draws the objects within the open element.
func (c *canvas) objects() error { return c.Children(c.object) }

func (c *canvas) object(e element) error {
	if e.Attr("Visible") == "false" {
		return nil
	}
	switch e.Local {
	case "Layer", "PageBlock":
		return c.objects()
	case "TextObject":
		return c.text(e)
	case "PathObject":
		return c.path(e)
	case "ImageObject":
		m, own := moved(e)
		if e.Has("CTM") { // the picture fills a square of one, moved
			c.onto.Pictures = append(c.onto.Pictures, m.Box(page.Box{X1: 1, Y1: 1}))
		} else {
			c.onto.Pictures = append(c.onto.Pictures, own)
		}
	case "CompositeObject":
		m, _ := moved(e)
		return c.place(c.onto, c.units[e.Attr("ResourceID")], m)
	}
	return nil
}

// moved is how an object is moved onto the page, and what it takes of the page:
// its own coordinates begin at its boundary.
func moved(e element) (m page.Matrix, boundary page.Box) {
	m = page.Identity
	if v := numbers(e.Attr("CTM"), 6); len(v) == 6 {
		m = page.Matrix{A: v[0], B: v[1], C: v[2], D: v[3], E: v[4], F: v[5]}
	}
	if v := numbers(e.Attr("Boundary"), 4); len(v) == 4 {
		m.E, m.F = m.E+v[0], m.F+v[1]
		boundary = page.Between(v[0], v[1], v[0]+v[2], v[1]+v[3])
	}
	return m, boundary
}
