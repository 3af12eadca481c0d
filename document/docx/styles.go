package docx

import (
	"errors"
	"strconv"
	"strings"
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
	return x.document(func(element) error {
		return x.children(func(e element) error {
			if e.local != "style" {
				return nil
			}
			if err := r.define(); err != nil {
				return err
			}
			id := e.attr("styleId")
			s := &style{outline: -1}
			r.styles.byID[id] = s
			if e.attr("type") == "paragraph" && truth(e.attr("default")) {
				r.styles.defaultName = id
			}
			return x.children(func(e element) error { return s.read(x, e) })
		})
	})
}

// side opens a part that Word can do without; nil if it is missing.
func (r *reader) side(name string) (*xmlReader, error) {
	data, err := r.archive.read(name)
	if errors.Is(err, errMissing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return newXML(r.ctx, data, r.budget.Limits().Depth)
}

func (s *style) read(x *xmlReader, e element) error {
	switch e.local {
	case "name":
		s.named(strings.ToLower(e.attr("val")))
	case "basedOn":
		s.base = e.attr("val")
	case "pPr":
		return x.children(func(e element) error {
			switch e.local {
			case "outlineLvl":
				s.outline = e.number(-1)
			case "numPr":
				return x.children(s.list.read)
			}
			return nil
		})
	case "rPr":
		return x.children(func(e element) error {
			if e.local == "vanish" {
				s.hidden, s.hiddenSet = e.on(), true
			}
			return nil
		})
	}
	return nil
}

// named takes the level of a heading style from its name, which comes before
// its settings.
func (s *style) named(name string) {
	for _, prefix := range []string{"heading ", "标题 "} {
		if n, err := strconv.Atoi(strings.TrimPrefix(name, prefix)); err == nil && n >= 1 && n <= bodyLevel && strings.HasPrefix(name, prefix) {
			s.outline = n - 1
		}
	}
	s.contents = strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "目录 ")
}

func truth(s string) bool { return s == "1" || s == "true" || s == "on" }
