package odt

import (
	"strconv"
	"strings"

	"gangmu/document"
)

// aside runs read with a builder of its own, in the midst of a paragraph.
func (r *reader) aside(read func() error) error {
	build := r.build
	r.build = &document.Builder{Budget: r.budget}
	err := read()
	r.build = build
	return err
}

// anchored reads a drawing; its boxes follow the paragraph.
func (p *paragraph) anchored(e element) error {
	p.begin()
	return p.aside(func() error {
		boxes, err := p.shape(e, p.cell)
		p.after = append(p.after, boxes...)
		return err
	})
}

// shape reads what a drawing holds: texts as boxes, pictures and objects as a
// number.
func (r *reader) shape(e element, cell string) ([]document.Block, error) {
	switch e.Local {
	case "image":
		r.pictures++
		return nil, nil
	case "object", "object-ole", "plugin", "applet", "floating-frame":
		r.foreign++
		return nil, nil
	case "frame", "g", "a":
		return r.shapes(e, cell)
	}
	blocks, err := r.container(cell)
	if err != nil || len(blocks) == 0 {
		return nil, err
	}
	for i := range blocks {
		blocks[i].GuessHeading()
	}
	r.boxes++
	return []document.Block{{Kind: document.Box, ID: "b" + strconv.Itoa(r.boxes), Blocks: blocks}}, nil
}

// shapes reads a group or frame. A frame gives one content in several forms, of
// which the first counts.
func (r *reader) shapes(e element, cell string) (all []document.Block, err error) {
	frame, found := e.Local == "frame", false
	err = r.x.Children(func(e element) error {
		if e.Space != drawing || frame && found {
			return nil
		}
		found = true
		boxes, err := r.shape(e, cell)
		all = append(all, boxes...)
		return err
	})
	return all, err
}

// note reads a footnote or endnote; its mark is not part of the text.
func (p *paragraph) note(e element) error {
	p.begin()
	id := e.Attr("id")
	return p.x.Children(func(e element) error {
		switch e.Local {
		case "note-citation":
			return p.x.Mixed(func(element) error { return nil }, func() error {
				if s := strings.TrimSpace(string(p.x.Raw())); s != "" {
					id = s
				}
				return nil
			})
		case "note-body":
			return p.aside(func() error {
				blocks, err := p.container.reader.container("")
				if text := document.Join(blocks); text.S != "" {
					p.doc.Notes = append(p.doc.Notes, document.Note{ID: id, Text: text})
				}
				return err
			})
		}
		return nil
	})
}
