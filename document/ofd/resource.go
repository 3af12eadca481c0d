package ofd

import (
	"errors"

	"gangmu/document/internal/archive"
	"gangmu/document/internal/page"
)

// resource reads the drawings in a part that pages use again.
func (d *root) resource(path string) error { return d.resourceOf(d.dir, path) }

// resourceOf reads one named in a part of the directory dir. Pages can be read
// without.
func (d *root) resourceOf(dir, path string) error {
	x, _, err := d.open(dir, path)
	if errors.Is(err, archive.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	return x.Document(func(element) error {
		return x.Children(func(e element) error {
			if e.Local != "CompositeGraphicUnits" {
				return nil
			}
			return x.Children(func(e element) error {
				id := e.Attr("ID")
				return x.Children(func(e element) error {
					if e.Local != "Content" {
						return nil
					}
					c := &canvas{root: d, Reader: x, onto: &page.Page{}}
					err := c.objects()
					d.units[id] = *c.onto
					return err
				})
			})
		})
	})
}
