package odt

import (
	"fmt"

	"gangmu/document"
)

// paragraphStyle is what a style of paragraphs or characters says, with what it
// inherits.
type paragraphStyle struct {
	outline  int    // 1.., or 0 if it says nothing
	list     string // the list style
	listSet  bool   // which may be none
	hidden   bool
	shown    bool // says that text is not hidden
	base     string
	resolved bool
}

// styles are the styles by family and name.
type styles map[string]*paragraphStyle

func newStyles() styles { return styles{} }

// Families of styles, as their attribute says.
const (
	paragraphs = "paragraph"
	characters = "text"
)

// find is the style with all that it inherits.
func (s styles) find(family, name string) paragraphStyle {
	found := s[family+" "+name]
	if found == nil {
		return paragraphStyle{}
	}
	if found.resolved {
		return *found
	}
	found.resolved = true // also ends circles
	base := s.find(family, found.base)
	if found.outline == 0 {
		found.outline = base.outline
	}
	if !found.listSet {
		found.list, found.listSet = base.list, base.listSet
	}
	if !found.hidden && !found.shown {
		found.hidden, found.shown = base.hidden, base.shown
	}
	return *found
}

// mostDefinitions is how many styles and list levels a document may define.
const mostDefinitions = 200_000

// define counts a style or list level.
func (r *reader) define() error {
	if r.defined++; r.defined > mostDefinitions {
		return document.Damaged(fmt.Errorf("%d styles", r.defined))
	}
	return nil
}

// definition reads a style of any kind that matters.
func (r *reader) definition(e element) error {
	switch {
	case e.Space == style && e.Local == "style":
		return r.style(e)
	case e.Space == text && e.Local == "list-style":
		l := &listStyle{}
		r.lists.styles[e.Attr("name")] = l
		return r.x.Children(func(e element) error { return r.level(l, e) })
	case e.Space == text && e.Local == "outline-style":
		r.lists.outline.style = &listStyle{}
		return r.x.Children(func(e element) error { return r.level(r.lists.outline.style, e) })
	}
	return nil
}

func (r *reader) style(e element) error {
	family := e.Attr("family")
	if family != paragraphs && family != characters {
		return nil
	}
	if err := r.define(); err != nil {
		return err
	}
	s := &paragraphStyle{
		outline: number(e, "default-outline-level", 0),
		list:    e.Attr("list-style-name"),
		listSet: e.Has("list-style-name"),
		base:    e.Attr("parent-style-name"),
	}
	r.styles[family+" "+e.Attr("name")] = s
	return r.x.Children(func(e element) error {
		if e.Space == style && e.Local == "text-properties" {
			switch e.Attr("display") {
			case "none":
				s.hidden = true
			case "true":
				s.shown = true
			}
		}
		return nil
	})
}
