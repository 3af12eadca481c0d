package docx

import (
	"errors"

	"gangmu/document/internal/archive"
	"gangmu/document/internal/msword"
	"gangmu/document/internal/xmlwalk"
)

// bodyLevel is the outline level of body text.
const bodyLevel = 9

// style is what a style says about its paragraphs, with what it inherits.
type style struct {
	outline   int // 0..8, bodyLevel, or -1 if it says nothing
	list      listRef
	contents  bool // of a table of contents
	hidden    bool
	hiddenSet bool

	base     string
	resolved bool
}

type styles struct {
	byID        map[string]*style
	defaultName string // of the paragraph style that applies where none is named
}

// paragraph is the style with this id, or the default one.
func (s *styles) paragraph(id string) style {
	if id == "" {
		id = s.defaultName
	}
	return s.resolve(id)
}

// resolve is the style with this id and all that it inherits.
func (s *styles) resolve(id string) style {
	found := s.byID[id]
	if found == nil {
		return style{outline: -1}
	}
	if found.resolved {
		return *found
	}
	found.resolved = true // also ends circles
	base := s.resolve(found.base)
	if found.outline < 0 {
		found.outline = base.outline
	}
	found.list = found.list.or(base.list)
	found.contents = found.contents || base.contents
	if !found.hiddenSet {
		found.hidden, found.hiddenSet = base.hidden, base.hiddenSet
	}
	return *found
}

// readStyles reads the styles. Word opens documents without them.
func (r *reader) readStyles(name string) error {
	r.styles.byID = map[string]*style{}
	x, err := r.side(name)
	if x == nil {
		return err
	}
	return x.Document(func(element) error {
		return x.Children(func(e element) error {
			if e.Local != "style" {
				return nil
			}
			if err := r.define(); err != nil {
				return err
			}
			id := e.Attr("styleId")
			s := &style{outline: -1}
			r.styles.byID[id] = s
			if e.Attr("type") == "paragraph" && truth(e.Attr("default")) {
				r.styles.defaultName = id
			}
			return x.Children(func(e element) error { return s.read(x, e) })
		})
	})
}

// side opens a part that Word can do without; nil if it is missing.
func (r *reader) side(name string) (*xmlwalk.Reader, error) {
	data, err := r.Archive.Read(name)
	if errors.Is(err, archive.ErrMissing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return r.walk(data)
}

func (s *style) read(x *xmlwalk.Reader, e element) error {
	switch e.Local {
	case "name":
		s.named(e.Attr("val"))
	case "basedOn":
		s.base = e.Attr("val")
	case "pPr":
		return x.Children(func(e element) error {
			switch e.Local {
			case "outlineLvl":
				s.outline = number(e, -1)
			case "numPr":
				return x.Children(s.list.read)
			}
			return nil
		})
	case "rPr":
		return x.Children(func(e element) error {
			if e.Local == "vanish" {
				s.hidden, s.hiddenSet = on(e), true
			}
			return nil
		})
	}
	return nil
}

// named takes the level of a heading style from its name, which comes before
// its settings.
func (s *style) named(name string) {
	if outline, ok := msword.HeadingStyle(name); ok {
		s.outline = outline
	}
	s.contents = msword.ContentsStyle(name)
}

func truth(s string) bool { return s == "1" || s == "true" || s == "on" }
