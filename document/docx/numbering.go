package docx

import (
	"slices"

	"gangmu/document/internal/msword"
	"gangmu/document/internal/xmlwalk"
)

// listRef says which list a paragraph belongs to, and on which level.
type listRef struct {
	list         string // numId; "" says nothing, "0" takes the paragraph out
	level        int
	levelIsGiven bool
}

func (l *listRef) read(e element) error {
	switch e.Local {
	case "numId":
		l.list = e.Attr("val")
	case "ilvl":
		l.level, l.levelIsGiven = number(e, 0), true
	}
	return nil
}

// or is l, with base for what l leaves open.
func (l listRef) or(base listRef) listRef {
	if l.list == "" {
		l.list = base.list
	}
	if !l.levelIsGiven {
		l.level, l.levelIsGiven = base.level, base.levelIsGiven
	}
	return l
}

// abstract is a list's layout, which several lists may share.
type abstract struct {
	msword.Layout
	styles [msword.Levels]string // of the paragraphs on each level
	named  string                // the numbering style that it defines
	like   string                // the numbering style whose layout it takes
}

// concrete is a list.
type concrete struct {
	msword.List
	abstract string
}

// lists is all numbering of a document.
type lists struct {
	abstracts map[string]*abstract
	lists     map[string]*concrete
	numbers   msword.Numbers
}

// readNumbering reads the lists. Word opens documents without them.
func (r *reader) readNumbering(name string) error {
	l := &lists{abstracts: map[string]*abstract{}, lists: map[string]*concrete{}}
	r.lists = l
	x, err := r.side(name)
	if x == nil {
		return err
	}
	return x.Document(func(element) error {
		return x.Children(func(e element) error {
			if err := r.define(); err != nil {
				return err
			}
			switch e.Local {
			case "abstractNum":
				a := &abstract{}
				for i := range a.Layout {
					a.Layout[i].Restart = -1
				}
				l.abstracts[e.Attr("abstractNumId")] = a
				return x.Children(func(e element) error { return a.read(x, e) })
			case "num":
				c := &concrete{List: msword.List{Changed: map[int]msword.Level{}, Starts: map[int]int{}}}
				l.lists[e.Attr("numId")] = c
				return x.Children(func(e element) error { return c.read(x, e) })
			}
			return nil
		})
	})
}

func (a *abstract) read(x *xmlwalk.Reader, e element) error {
	switch e.Local {
	case "styleLink":
		a.named = e.Attr("val")
	case "numStyleLink":
		a.like = e.Attr("val")
	case "lvl":
		if i := levelIndex(e); i >= 0 {
			return x.Children(levelReader(x, &a.Layout[i], &a.styles[i]))
		}
	}
	return nil
}

func (c *concrete) read(x *xmlwalk.Reader, e element) error {
	switch e.Local {
	case "abstractNumId":
		c.abstract = e.Attr("val")
	case "lvlOverride":
		i := levelIndex(e)
		if i < 0 {
			return nil
		}
		return x.Children(func(e element) error {
			switch e.Local {
			case "startOverride":
				c.Starts[i] = number(e, 1)
			case "lvl":
				changed, style := msword.Level{Restart: -1}, ""
				err := x.Children(levelReader(x, &changed, &style))
				c.Changed[i] = changed
				return err
			}
			return nil
		})
	}
	return nil
}

func levelIndex(e element) int {
	i := e.Attr("ilvl")
	if len(i) == 1 && i[0] >= '0' && i[0] < '0'+msword.Levels {
		return int(i[0] - '0')
	}
	return -1
}

// levelReader reads what a level says, and the style of its paragraphs.
func levelReader(x *xmlwalk.Reader, l *msword.Level, style *string) func(element) error {
	return func(e element) error {
		switch e.Local {
		case "start":
			l.Start = number(e, 0)
		case "numFmt":
			l.Format = e.Attr("val")
		case "AlternateContent": // newer formats, with the nearest old one
			return x.Children(func(e element) error { return x.Children(levelReader(x, l, style)) })
		case "lvlText":
			if l.Text = e.Attr("val"); len(l.Text) > msword.LongestLabel {
				l.Text = ""
			}
		case "isLgl":
			l.Legal = on(e)
		case "suff":
			l.Suffix = e.Attr("val")
		case "lvlRestart":
			l.Restart = number(e, -1)
		case "pStyle":
			*style = e.Attr("val")
		}
		return nil
	}
}

// next counts a paragraph and is its printed number, "" if it has none. style
// is the paragraph's, which may stand for a level.
func (l *lists) next(ref listRef, style string) string {
	c, a := l.find(ref.list)
	if a == nil {
		return ""
	}
	i := ref.level
	if !ref.levelIsGiven {
		i = a.levelOf(style)
	}
	c.Layout = &a.Layout
	return l.numbers.Next(&c.List, i)
}

// levelOf is the level that a paragraph style stands for.
func (a *abstract) levelOf(style string) int {
	if style == "" {
		return 0
	}
	return max(0, slices.Index(a.styles[:], style))
}

// find is the list with this numId and its layout, nil if there is none.
func (l *lists) find(id string) (*concrete, *abstract) {
	c := l.lists[id]
	if c == nil {
		return nil, nil
	}
	a := l.abstracts[c.abstract]
	if a != nil && a.like != "" {
		for _, other := range l.abstracts {
			if other.named == a.like {
				return c, other
			}
		}
	}
	return c, a
}
