package docx

import (
	"strings"

	"gangmu/document/internal/numeral"
	"gangmu/document/internal/xmlwalk"
)

const (
	levels       = 9    // of a list
	longestLabel = 1024 // bytes of a number's layout; Word allows 255 characters
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

// level is how one level of a list is numbered.
type level struct {
	start   int
	format  string
	text    string // %1 stands for the number of level 1
	legal   bool   // all numbers in it are decimal
	suffix  string // tab, space or nothing
	restart int    // 0 never, n after level n, -1 after any higher one
	style   string // of the paragraphs on it
}

// abstract is a list's layout, which several lists may share.
type abstract struct {
	levels [levels]level
	named  string // the numbering style that it defines
	like   string // the numbering style whose layout it takes
}

// concrete is a list.
type concrete struct {
	abstract string
	changed  map[int]level // levels that it lays out differently
	starts   map[int]int   // levels that it begins anew, and with what
}

// lists is all numbering of a document and the state of its counters.
type lists struct {
	abstracts map[string]*abstract
	lists     map[string]*concrete
	counters  map[*abstract]*counter
	begun     map[*concrete]*[levels]bool // levels on which the new start is used up
}

// readNumbering reads the lists. Word opens documents without them.
func (r *reader) readNumbering(name string) error {
	l := &lists{
		abstracts: map[string]*abstract{}, lists: map[string]*concrete{},
		counters: map[*abstract]*counter{}, begun: map[*concrete]*[levels]bool{},
	}
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
				for i := range a.levels {
					a.levels[i] = level{restart: -1}
				}
				l.abstracts[e.Attr("abstractNumId")] = a
				return x.Children(func(e element) error { return a.read(x, e) })
			case "num":
				c := &concrete{changed: map[int]level{}, starts: map[int]int{}}
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
			return x.Children(a.levels[i].reader(x))
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
				c.starts[i] = number(e, 1)
			case "lvl":
				changed := level{restart: -1}
				err := x.Children(changed.reader(x))
				c.changed[i] = changed
				return err
			}
			return nil
		})
	}
	return nil
}

func levelIndex(e element) int {
	i := e.Attr("ilvl")
	if len(i) == 1 && i[0] >= '0' && i[0] < '0'+levels {
		return int(i[0] - '0')
	}
	return -1
}

func (l *level) reader(x *xmlwalk.Reader) func(element) error {
	return func(e element) error {
		switch e.Local {
		case "start":
			l.start = number(e, 0)
		case "numFmt":
			l.format = e.Attr("val")
		case "AlternateContent": // newer formats, with the nearest old one
			return x.Children(func(e element) error { return x.Children(l.reader(x)) })
		case "lvlText":
			if l.text = e.Attr("val"); len(l.text) > longestLabel {
				l.text = ""
			}
		case "isLgl":
			l.legal = on(e)
		case "suff":
			l.suffix = e.Attr("val")
		case "lvlRestart":
			l.restart = number(e, -1)
		case "pStyle":
			l.style = e.Attr("val")
		}
		return nil
	}
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

// label is the printed number, with the space that keeps it apart from a text
// that begins with a number itself.
func (l level) label(number func(level int) string) string {
	var b strings.Builder
	for s := l.text; s != ""; {
		before, after, found := strings.Cut(s, "%")
		b.WriteString(before)
		if !found {
			break
		}
		if after != "" && after[0] >= '1' && after[0] <= '9' {
			b.WriteString(number(int(after[0] - '1')))
			after = after[1:]
		} else {
			b.WriteByte('%')
		}
		s = after
	}
	s := b.String()
	if s == "" || l.suffix == "nothing" || numeral.EndsInMark(s) {
		return s
	}
	return s + " "
}
