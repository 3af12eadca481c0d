package doc

import (
	"fmt"

	"gangmu/document"
)

// Types of records of drawings ([MS-ODRAW] 2.2) and a kind of shape.
const (
	recordGroup   = 0xF003 // a group of shapes; the outermost is all of a drawing
	recordShape   = 0xF004
	recordShapeID = 0xF00A

	pictureFrame = 75
)

// Sizes of the data of anchors (Spa) and of text boxes (FTXBXS).
const (
	anchorSize = 26
	boxSize    = 22
)

// drawings says which texts and pictures stand in the drawings of the body.
// Shapes are numbers.
type drawings struct {
	anchors  map[int]int   // shape by position
	members  map[int][]int // shapes of a group, by its first, which is the group
	pictures map[int]bool
	texts    map[int]stretch
}

// readDrawings reads where drawings stand and what text they hold. The story of
// the text boxes has a length and begins at base.
func readDrawings(f *file, base, length int) *drawings {
	d := &drawings{map[int]int{}, map[int][]int{}, map[int]bool{}, map[int]stretch{}}
	anchors := newPLC(f.part(anchorsPart), anchorSize)
	for i := range anchors.n {
		d.anchors[anchors.position(i)] = anchors.data(i).u32(0)
	}
	boxes := newPLC(f.part(boxesPart), boxSize)
	for i, s := range stretches(boxes, base, length) {
		if b := boxes.data(i); b.u16(8) == 0 { // in use
			d.texts[b.u32(14)] = stretch{s.from, max(s.from, s.to-1)} // a mark closes each
		}
	}
	b := f.part(drawingsPart)
	b = b.from(8 + b.u32(4)) // what all drawings share
	for len(b) > 0 {         // a byte and a drawing each
		size := b.u32(5)
		d.read(b.part(9, size), 0, 0)
		b = b.from(9 + size)
	}
	return d
}

// mostNested is how deep groups may stand inside each other.
const mostNested = 64

// read goes through records that stand within depth groups, the outermost but
// one of which is the given one.
func (d *drawings) read(b raw, depth, group int) {
	for len(b) >= 8 {
		kind, body := b.u16(2), b.part(8, b.u32(4))
		b = b.from(8 + b.u32(4))
		switch {
		case kind == recordGroup && depth < mostNested:
			d.read(body, depth+1, group)
		case kind == recordShape:
			id := d.shape(body)
			if depth > 1 && group == 0 {
				group = id
			}
			if group != 0 {
				d.members[group] = append(d.members[group], id)
			}
		}
	}
}

// shape reads the number of a shape.
func (d *drawings) shape(b raw) (id int) {
	for len(b) >= 8 {
		if b.u16(2) == recordShapeID {
			id = b.u32(8)
			d.pictures[id] = b.u16(0)>>4 == pictureFrame
		}
		b = b.from(8 + b.u32(4))
	}
	return id
}

// boxes reads the texts of the drawings that are anchored in a paragraph. Their
// paragraphs count after it.
func (c *container) boxes() error {
	anchors := c.anchors
	c.anchors = nil
	for _, cp := range anchors {
		shape := c.drawings.anchors[cp]
		members := c.drawings.members[shape]
		delete(c.drawings.members, shape) // another anchor of it finds nothing
		if members == nil {
			members = []int{shape}
		}
		for _, id := range members {
			if err := c.box(id); err != nil {
				return err
			}
		}
	}
	return nil
}

// box reads the text of a shape, once.
func (c *container) box(shape int) error {
	if c.drawings.pictures[shape] {
		c.pictures++
	}
	text, ok := c.drawings.texts[shape]
	if !ok {
		return nil
	}
	delete(c.drawings.texts, shape)
	blocks, err := c.story(c.cell, text)
	if err != nil || len(blocks) == 0 {
		return err
	}
	for i := range blocks {
		blocks[i].GuessHeading()
	}
	c.boxed++
	c.blocks = append(c.blocks, document.Block{Kind: document.Box, ID: fmt.Sprint("b", c.boxed), Blocks: blocks})
	return nil
}
