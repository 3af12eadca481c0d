package docx

import (
	"strconv"

	"gangmu/document"
)

// run reads a run: characters of one formatting.
func (p *paragraph) run() error {
	hidden := p.style.hidden
	return p.x.children(func(e element) error {
		if e.space == word && e.local == "rPr" {
			return p.hidden(&hidden)
		}
		return p.piece(e, hidden)
	})
}

// hidden reads whether the run is hidden.
func (p *paragraph) hidden(hidden *bool) error {
	own := false
	return p.x.children(func(e element) error {
		switch e.local {
		case "vanish":
			own = true
			*hidden = e.on()
		case "rStyle":
			if s := p.styles.resolve(e.attr("val")); !own && s.hiddenSet {
				*hidden = s.hidden
			}
		}
		return nil
	})
}

// piece reads one child of a run.
func (p *paragraph) piece(e element, hidden bool) error {
	if e.space == compat && e.local == "AlternateContent" {
		return p.alternate(func(e element) error { return p.piece(e, hidden) })
	}
	if e.space != word {
		return nil
	}
	switch e.local {
	case "fldChar":
		p.field(e.attr("fldCharType"))
		return nil
	case "drawing", "pict", "object":
		return p.shape(e)
	case "ruby":
		return p.x.children(func(e element) error {
			if e.local != "rubyBase" {
				return nil
			}
			return p.x.children(p.child)
		})
	}
	if hidden || p.inCode() {
		return nil
	}
	switch e.local {
	case "t":
		return p.characters()
	case "tab", "ptab":
		return p.written(e, "\t")
	case "br":
		if kind := e.attr("type"); (kind == "page" || kind == "column") && p.build.Len() == p.before {
			return nil
		}
		return p.written(e, "\n")
	case "cr":
		return p.written(e, "\n")
	case "noBreakHyphen":
		return p.written(e, "-")
	case "sym":
		return p.written(e, symbol(e.attr("font"), e.attr("char")))
	}
	return nil
}

// characters adds the text within the open element.
func (p *paragraph) characters() error {
	before := p.build.Len()
	if err := p.x.text(p.build, p.part); err != nil {
		return err
	}
	p.seen += p.build.Len() - before
	return p.budget.Place(0)
}

// written adds what the element e stands for.
func (p *paragraph) written(e element, s string) error {
	if err := p.x.leave(p.x.Depth - 1); err != nil {
		return err
	}
	p.seen += len(s)
	p.build.Written(s, p.part, e.start, p.x.To-int(e.start))
	return p.budget.Place(0)
}

// mostFields is how many fields may be open inside each other.
const mostFields = 64

// field follows the beginning, middle and end of a field.
func (p *paragraph) field(kind string) {
	n := len(p.fields)
	switch {
	case kind == "begin":
		p.fields = append(p.fields[max(0, n-mostFields):], true) // forgets the oldest
	case kind == "separate" && n > 0:
		p.fields[n-1] = false
	case kind == "end" && n > 0:
		p.fields = p.fields[:n-1]
	}
}

// inCode reports whether the place is in the code of a field, or in the result
// of one that only serves another's code.
func (r *reader) inCode() bool {
	for _, code := range r.fields {
		if code {
			return true
		}
	}
	return false
}

// closeCodes ends fields whose code does not end in its paragraph: rather some
// code in the text than a report lost behind a field that was never ended.
func (r *reader) closeCodes() {
	for i := range r.fields {
		r.fields[i] = false
	}
}

// shape looks for text boxes and pictures in a drawing.
func (p *paragraph) shape(e element) error {
	switch {
	case e.space == compat && e.local == "AlternateContent":
		return p.alternate(p.shape)
	case e.space == word && e.local == "txbxContent":
		return p.box()
	case e.local == "blip" || e.local == "imagedata":
		p.pictures++
		p.seen++
		return nil
	}
	return p.x.children(p.shape)
}

// box reads a text box. Its paragraphs count after the one it is anchored in.
func (p *paragraph) box() error {
	r := p.reader
	build, fields := r.build, r.fields
	r.build, r.fields = &document.Builder{Budget: r.budget}, nil
	blocks, err := r.container(p.cell, 0)
	r.build, r.fields = build, fields
	if err != nil || len(blocks) == 0 {
		return err
	}
	for i := range blocks {
		guessHeading(&blocks[i])
	}
	r.boxes++
	id := "b" + strconv.Itoa(r.boxes)
	p.boxes = append(p.boxes, document.Block{Kind: document.Box, ID: id, Blocks: blocks})
	return nil
}
