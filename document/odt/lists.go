package odt

import (
	"strconv"
	"strings"

	"gangmu/document/internal/numeral"
)

const (
	levels       = 10   // of a list
	longestLabel = 1024 // bytes of a number's layout
)

// level is how one level of a list is numbered.
type level struct {
	kind           string // number, bullet, image; "" has no label
	format         string // 1, a, A, i, I or a sample such as 一, 二, 三, ...
	prefix, suffix string
	layout         string // %1% stands for the number of level 1; says more than prefix and suffix
	display        int    // how many levels' numbers are shown
	start          int
	bullet         string
	tight          bool // nothing follows the label
}

type listStyle [levels]level

// counter counts the paragraphs of one list, or of lists that go on with it.
type counter struct {
	style   *listStyle
	value   [levels]int
	started [levels]bool
}

// lists is all numbering of a document and its state.
type lists struct {
	styles  map[string]*listStyle
	outline counter             // of headings outside of lists
	ids     map[string]*counter // by the list's xml:id
	last    map[string]*counter // by the name of the list style
}

func newLists() *lists {
	return &lists{styles: map[string]*listStyle{}, ids: map[string]*counter{}, last: map[string]*counter{}}
}

// level reads a level of a list style.
func (r *reader) level(l *listStyle, e element) error {
	i := number(e, "level", 0) - 1
	if e.Space != text || i < 0 || i >= levels {
		return nil
	}
	if err := r.define(); err != nil {
		return err
	}
	v := level{
		format: e.Attr("num-format"), prefix: e.Attr("num-prefix"), suffix: e.Attr("num-suffix"), layout: e.Attr("num-list-format"),
		display: number(e, "display-levels", 1), start: number(e, "start-value", 1), bullet: e.Attr("bullet-char"),
	}
	switch e.Local {
	case "list-level-style-number", "outline-level-style":
		v.kind = "number"
	case "list-level-style-bullet":
		v.kind = "bullet"
	case "list-level-style-image":
		v.kind, v.bullet = "bullet", "•"
	}
	if len(v.prefix)+len(v.suffix)+len(v.layout)+len(v.bullet)+len(v.format) <= longestLabel {
		l[i] = v
	}
	return r.x.Children(func(e element) error {
		if e.Local != "list-level-properties" {
			return nil
		}
		return r.x.Children(func(e element) error {
			if e.Local == "list-level-label-alignment" && e.Attr("label-followed-by") == "nothing" {
				l[i].tight = true
			}
			return nil
		})
	})
}

// next counts a paragraph on level i and is its label. start, if it is not
// negative, is the number it begins anew with.
func (c *counter) next(i, start int) string {
	if c.style == nil || i < 0 || i >= levels {
		return ""
	}
	switch {
	case start >= 0:
		c.value[i] = start
	case c.started[i]:
		c.value[i]++
	default:
		c.value[i] = c.style[i].start
	}
	c.started[i] = true
	clear(c.started[i+1:])
	return c.label(i)
}

// label is what is printed in front of a paragraph on level i.
func (c *counter) label(i int) string {
	l := c.style[i]
	var s string
	switch {
	case l.kind == "bullet":
		s = bullet(l.bullet)
	case l.kind != "number":
		return ""
	case l.layout != "":
		s = c.laidOut(l)
	case l.format == "":
		return ""
	default:
		s = l.prefix + c.numbers(i) + l.suffix
	}
	if l.tight {
		return s
	}
	return apart(s)
}

// apart is a label with the space that it needs before the text.
func apart(s string) string {
	if s == "" || numeral.EndsInMark(s) || strings.HasSuffix(s, " ") {
		return s
	}
	return s + " "
}

// laidOut fills in a layout such as %1%.%2%.
func (c *counter) laidOut(l level) string {
	var b strings.Builder
	for s := l.layout; s != ""; {
		before, after, found := strings.Cut(s, "%")
		b.WriteString(before)
		if !found {
			break
		}
		digits, rest, closed := strings.Cut(after, "%")
		i := levelOf(digits)
		if !closed || i < 0 {
			b.WriteByte('%')
			s = after
			continue
		}
		b.WriteString(c.number(i))
		s = rest
	}
	return b.String()
}

// levelOf is the level that 1, 2 … 10 stands for, -1 if s is something else.
func levelOf(s string) int {
	switch {
	case s == "10":
		return levels - 1
	case len(s) == 1 && s[0] >= '1' && s[0] <= '9':
		return int(s[0] - '1')
	}
	return -1
}

// numbers joins the numbers of the levels that are shown on level i.
func (c *counter) numbers(i int) string {
	var shown []string
	for j := max(0, i+1-max(c.style[i].display, 1)); j <= i; j++ {
		if s := c.number(j); s != "" {
			shown = append(shown, s)
		}
	}
	return strings.Join(shown, ".")
}

// number is the number of level i alone. A level that no paragraph has reached
// counts as begun.
func (c *counter) number(i int) string {
	if c.style[i].kind != "number" {
		return ""
	}
	n := c.value[i]
	if !c.started[i] {
		n = c.style[i].start
	}
	return format(c.style[i].format, n)
}

// format prints n in a format, which is named by its first number or its first
// numbers.
func format(name string, n int) string {
	first, _, _ := strings.Cut(name, ",")
	switch first {
	case "":
		return ""
	case "a":
		return numeral.Letters(n, 'a')
	case "A":
		return numeral.Letters(n, 'A')
	case "i":
		return strings.ToLower(numeral.Roman(n))
	case "I":
		return numeral.Roman(n)
	case "一":
		return numeral.Chinese(n, "〇一二三四五六七八九", "十百千")
	case "壹":
		return numeral.Chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "１":
		return numeral.Digitwise(n, "０１２３４５６７８９")
	case "①":
		return numeral.OneOf(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case "甲":
		return numeral.OneOf(n, "甲乙丙丁戊己庚辛壬癸")
	case "子":
		return numeral.OneOf(n, "子丑寅卯辰巳午未申酉戌亥")
	}
	return strconv.Itoa(n)
}

// bullet is how a bullet is shown: a sign of a symbol font as a plain one.
func bullet(s string) string {
	for _, r := range s {
		if r >= 0xE000 && r <= 0xF8FF {
			return "•"
		}
	}
	return s
}
