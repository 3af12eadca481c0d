package docx

import "strings"

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
	switch e.local {
	case "numId":
		l.list = e.attr("val")
	case "ilvl":
		l.level, l.levelIsGiven = e.number(0), true
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
	return x.document(func(element) error {
		return x.children(func(e element) error {
			if err := r.define(); err != nil {
				return err
			}
			switch e.local {
			case "abstractNum":
				a := &abstract{}
				for i := range a.levels {
					a.levels[i] = level{restart: -1}
				}
				l.abstracts[e.attr("abstractNumId")] = a
				return x.children(func(e element) error { return a.read(x, e) })
			case "num":
				c := &concrete{changed: map[int]level{}, starts: map[int]int{}}
				l.lists[e.attr("numId")] = c
				return x.children(func(e element) error { return c.read(x, e) })
			}
			return nil
		})
	})
}

func (a *abstract) read(x *xmlReader, e element) error {
	switch e.local {
	case "styleLink":
		a.named = e.attr("val")
	case "numStyleLink":
		a.like = e.attr("val")
	case "lvl":
		if i := levelIndex(e); i >= 0 {
			return x.children(a.levels[i].reader(x))
		}
	}
	return nil
}

func (c *concrete) read(x *xmlReader, e element) error {
	switch e.local {
	case "abstractNumId":
		c.abstract = e.attr("val")
	case "lvlOverride":
		i := levelIndex(e)
		if i < 0 {
			return nil
		}
		return x.children(func(e element) error {
			switch e.local {
			case "startOverride":
				c.starts[i] = e.number(1)
			case "lvl":
				changed := level{restart: -1}
				err := x.children(changed.reader(x))
				c.changed[i] = changed
				return err
			}
			return nil
		})
	}
	return nil
}

func levelIndex(e element) int {
	i := element{attrs: e.attrs}.attr("ilvl")
	if len(i) == 1 && i[0] >= '0' && i[0] < '0'+levels {
		return int(i[0] - '0')
	}
	return -1
}

func (l *level) reader(x *xmlReader) func(element) error {
	return func(e element) error {
		switch e.local {
		case "start":
			l.start = e.number(0)
		case "numFmt":
			l.format = e.attr("val")
		case "AlternateContent": // newer formats, with the nearest old one
			return x.children(func(e element) error { return x.children(l.reader(x)) })
		case "lvlText":
			if l.text = e.attr("val"); len(l.text) > longestLabel {
				l.text = ""
			}
		case "isLgl":
			l.legal = e.on()
		case "suff":
			l.suffix = e.attr("val")
		case "lvlRestart":
			l.restart = e.number(-1)
		case "pStyle":
			l.style = e.attr("val")
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
	if s == "" || l.suffix == "nothing" || endsInMark(s) {
		return s
	}
	return s + " "
}

// endsInMark reports whether s ends in a full-width mark or bracket, after
// which a Chinese document leaves no space.
func endsInMark(s string) bool {
	for _, mark := range []string{"、", "）", "．", "：", "】", "章", "节", "条"} {
		if strings.HasSuffix(s, mark) {
			return true
		}
	}
	return false
}
