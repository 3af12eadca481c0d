package ofd

import (
	"gangmu/document"
	"gangmu/document/internal/page"
	"gangmu/document/internal/xmlwalk"
)

// root is what Document.xml says.
type root struct {
	*reader
	dir       string
	area      page.Box // of pages that do not say their own, in mm
	templates map[string]string
	resources []string
	pages     []string

	units map[string]page.Page // drawings that pages use, in mm
}

// millimetre is the unit of the format, in points.
const millimetre = 72 / 25.4

// document draws the pages of one document.
func (r *reader) document(path string) error {
	x, dir, err := r.open("", path)
	if err != nil {
		return err
	}
	d := &root{reader: r, dir: dir, area: page.Box{X1: 210, Y1: 297}, templates: map[string]string{}, units: map[string]page.Page{}}
	err = x.Document(func(element) error {
		return x.Children(func(e element) error {
			switch e.Local {
			case "CommonData":
				return x.Children(func(e element) error { return d.common(x, e) })
			case "Pages":
				return x.Children(func(e element) error {
					if e.Local == "Page" {
						d.pages = append(d.pages, e.Attr("BaseLoc"))
					}
					return nil
				})
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	if len(d.pages)+len(r.pages) > mostPages {
		return document.TooManyPages(mostPages)
	}
	for _, path := range d.resources {
		if err := d.resource(path); err != nil {
			return err
		}
	}
	for _, path := range d.pages {
		if err := d.page(path); err != nil {
			return err
		}
	}
	return nil
}

func (d *root) common(x *xmlwalk.Reader, e element) error {
	switch e.Local {
	case "PageArea":
		return d.readArea(x, &d.area)
	case "TemplatePage":
		d.templates[e.Attr("ID")] = e.Attr("BaseLoc")
	case "PublicRes", "DocumentRes":
		path, err := text(x)
		d.resources = append(d.resources, path)
		return err
	}
	return nil
}

// readArea reads the size of pages out of the open element.
func (d *root) readArea(x *xmlwalk.Reader, area *page.Box) error {
	return x.Children(func(e element) error {
		if e.Local != "PhysicalBox" {
			return nil
		}
		s, err := text(x)
		if v := numbers(s, 4); len(v) == 4 && v[2] > 0 && v[3] > 0 {
			*area = page.Box{X0: v[0], Y0: v[1], X1: v[0] + v[2], Y1: v[1] + v[3]}
		}
		return err
	})
}

// page draws a page with its templates.
func (d *root) page(path string) error {
	area := d.area
	c := &canvas{root: d, onto: &page.Page{}}
	if err := d.draw(c, d.dir, path, &area); err != nil {
		return err
	}
	toPoints := page.Matrix{A: millimetre, D: millimetre, E: -area.X0 * millimetre, F: -area.Y0 * millimetre}
	done := page.Page{Width: (area.X1 - area.X0) * millimetre, Height: (area.Y1 - area.Y0) * millimetre}
	if err := d.place(&done, *c.onto, toPoints); err != nil {
		return err
	}
	for i := range done.Glyphs {
		done.Glyphs[i].Source = int64(i)
	}
	d.reader.pages = append(d.reader.pages, done)
	return nil
}

// draw draws the part at path, in mm.
func (d *root) draw(c *canvas, dir, path string, area *page.Box) error {
	x, own, err := d.open(dir, path)
	if err != nil {
		return err
	}
	c.Reader = x
	return x.Document(func(element) error {
		return x.Children(func(e element) error {
			switch e.Local {
			case "Area":
				return d.readArea(x, area)
			case "Template":
				return d.template(c, e.Attr("TemplateID"))
			case "PageRes":
				path, err := text(x)
				if err != nil {
					return err
				}
				return d.resourceOf(own, path)
			case "Content":
				return c.objects()
			}
			return nil
		})
	})
}

// template draws a template onto a page; one of a template is not drawn.
func (d *root) template(c *canvas, id string) error {
	path, known := d.templates[id]
	if !known || c.template {
		return nil
	}
	inner := &canvas{root: d, onto: c.onto, template: true}
	var area page.Box
	return d.draw(inner, d.dir, path, &area)
}

// place adds what is drawn to a page, moved by m.
func (d *root) place(onto *page.Page, drawn page.Page, m page.Matrix) error {
	const cost = 96 // bytes for a glyph, less for a line
	if err := d.budget.Expand(int64(len(drawn.Glyphs)+len(drawn.Rules)+len(drawn.Pictures)) * cost); err != nil {
		return err
	}
	for _, g := range drawn.Glyphs {
		g.Box = m.Box(g.Box)
		g.Size *= m.Scale()
		onto.Glyphs = append(onto.Glyphs, g)
	}
	for _, r := range drawn.Rules {
		onto.Rules = append(onto.Rules, m.Box(r))
	}
	for _, b := range drawn.Pictures {
		onto.Pictures = append(onto.Pictures, m.Box(b))
	}
	return nil
}
