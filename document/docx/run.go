package docx

import (
	"strconv"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/document/internal/msword"
)

// run reads a run: characters of one formatting.
func (p *paragraph) run() error {
	hidden := p.style.hidden
	return p.x.Children(func(e element) error {
		if e.Space == word && e.Local == "rPr" {
			return p.hidden(&hidden)
		}
		return p.piece(e, hidden)
	})
}

// hidden reads whether the run is hidden.
func (p *paragraph) hidden(hidden *bool) error {
	own := false
	return p.x.Children(func(e element) error {
		switch e.Local {
		case "vanish":
			own = true
			*hidden = on(e)
		case "rStyle":
			if s := p.styles.resolve(e.Attr("val")); !own && s.hiddenSet {
				*hidden = s.hidden
			}
		}
		return nil
	})
}

// piece reads one child of a run.
func (p *paragraph) piece(e element, hidden bool) error {
	if e.Space == compat && e.Local == "AlternateContent" {
		return p.alternate(func(e element) error { return p.piece(e, hidden) })
	}
	if e.Space != word {
		return nil
	}
	switch e.Local {
	case "fldChar":
		p.field(e.Attr("fldCharType"))
		return nil
	case "drawing", "pict", "object":
		return p.shape(e)
	case "ruby":
		return p.x.Children(func(e element) error {
			if e.Local != "rubyBase" {
				return nil
			}
			return p.x.Children(p.child)
		})
	}
	if hidden || p.inCode() {
		return nil
	}
	switch e.Local {
	case "t":
		return p.characters()
	case "tab", "ptab":
		return p.written(e, "\t")
	case "br":
		if kind := e.Attr("type"); (kind == "page" || kind == "column") && p.build.Len() == p.before {
			return nil
		}
		return p.written(e, "\n")
	case "cr":
		return p.written(e, "\n")
	case "noBreakHyphen":
		return p.written(e, "-")
	case "sym":
		return p.written(e, symbol(e))
	}
	return nil
}

// characters adds the text within the open element.
func (p *paragraph) characters() error {
	before := p.build.Len()
	if err := p.x.Text(p.build, p.part); err != nil {
		return err
	}
	p.seen += p.build.Len() - before
	return p.budget.Place(0)
}

// written adds what the element e stands for.
func (p *paragraph) written(e element, s string) error {
	if err := p.x.Leave(p.x.Depth - 1); err != nil {
		return err
	}
	p.seen += len(s)
	p.build.Written(s, p.part, e.Start, p.x.To-int(e.Start))
	return p.budget.Place(0)
}

// symbol is a character that is named by its hexadecimal code in a font.
func symbol(e element) string {
	n, err := strconv.ParseUint(e.Attr("char"), 16, 32)
	if err != nil || n == 0 || n > utf8.MaxRune {
		return "\uFFFD"
	}
	return msword.Symbol(e.Attr("font"), rune(n))
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
	case e.Space == compat && e.Local == "AlternateContent":
		return p.alternate(p.shape)
	case e.Space == word && e.Local == "txbxContent":
		return p.box()
	case e.Local == "blip" || e.Local == "imagedata":
		p.pictures++
		p.seen++
		return nil
	}
	return p.x.Children(p.shape)
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
		blocks[i].GuessHeading()
	}
	r.boxes++
	id := "b" + strconv.Itoa(r.boxes)
	p.boxes = append(p.boxes, document.Block{Kind: document.Box, ID: id, Blocks: blocks})
	return nil
}
