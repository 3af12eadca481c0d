package html

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// squeeze is s with its entities decoded and without white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, html.UnescapeString(s))
}

// leastTitle is the shortest title, in characters: shorter ones are the names
// of sites and columns.
const leastTitle = 6

// cleanTitle is the title that the page gives itself, without the name of the
// site behind or before it.
func (t *tree) cleanTitle(roots []int32) string {
	if utf8.RuneCountInString(t.declared) >= leastTitle {
		return oneLine(t.declared)
	}
	title := oneLine(t.title)
	parts := splitTitle(title)
	if len(parts) < 2 {
		return title
	}
	said := ""
	for _, root := range roots[:min(len(roots), 1)] {
		said = t.excerpt(root, 1200)
	}
	for i := range t.nodes {
		if t.nodes[i].traits&heading != 0 && len(said) < 1<<14 {
			said += t.whole(int32(i), 400)
		}
	}
	best, most := "", -1
	for _, p := range parts {
		n := utf8.RuneCountInString(p)
		if strings.Contains(said, squeeze(p)) && n >= leastTitle {
			n += 1000
		}
		if namesSite(p) {
			n -= 500
		}
		if n > most {
			best, most = p, n
		}
	}
	if best == "" {
		return parts[0]
	}
	return best
}

// namesSite reports whether a part of a title is the name of a site or of who
// runs it.
func namesSite(s string) bool {
	for _, w := range []string{"网", "网站", "政府", "门户", "平台", "委员会", "局", "委", "办公室", "首页"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// splitTitle splits 报告_某区人民政府 at the signs that sites put before their
// names; a dash between numbers is none, nor is a double one.
func splitTitle(s string) (parts []string) {
	runes := []rune(s)
	start := 0
	cut := func(end int) {
		if p := strings.TrimSpace(string(runes[start:end])); p != "" {
			parts = append(parts, p)
		}
		start = end + 1
	}
	near := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return 0
		}
		return runes[i]
	}
	for i, r := range runes {
		switch r {
		case '_', '|', '｜':
			cut(i)
		case '-', '–', '—', '－':
			before, after := near(i-1), near(i+1)
			if !unicode.IsDigit(before) && before != r && after != r && !(unicode.IsLetter(before) && before < 0x80 && unicode.IsDigit(after)) {
				cut(i)
			}
		}
	}
	cut(len(runes))
	return parts
}

// withTitle puts the element that shows the title before the roots, if it
// stands outside of them and the text does not begin with the title.
func (t *tree) withTitle(roots []int32, title string) []int32 {
	want := squeeze(title)
	if utf8.RuneCountInString(want) < leastTitle || strings.Contains(t.excerpt(roots[0], len(want)+600), want) {
		return roots
	}
	known := map[string]sign{}
	for i := int32(1); i < roots[0]; i++ {
		n := &t.nodes[i]
		if n.tag == 0 || n.traits&block == 0 || n.traits&dropped != 0 || t.holds(i, roots[0]) {
			continue
		}
		if n.traits&heading == 0 && (n.attrs == 0 || t.sign(n, known)&titled == 0) {
			continue
		}
		if t.shown(i) && t.whole(i, len(want)+64) == want {
			t.revive(i)
			return append([]int32{i}, roots...)
		}
	}
	return roots
}

func (t *tree) holds(at, other int32) bool { return at <= other && other < t.end(at) }

// shown reports whether nothing around at is hidden or never text, so that at
// has only gone with navigation.
func (t *tree) shown(at int32) bool {
	for ; at != 0; at = t.nodes[at].parent {
		n := &t.nodes[at]
		if n.traits&dropped != 0 || n.attrs > 0 && hidden(t.attr(n)) {
			return false
		}
	}
	return true
}

// whole is the beginning of the text of a part, be it dropped or not.
func (t *tree) whole(at int32, most int) string {
	return t.gather(at, most, func(*node) bool { return true })
}

// revive makes a part text that was dropped with what it stands in.
func (t *tree) revive(at int32) {
	for i, end := at, t.end(at); i < end; i++ {
		n := &t.nodes[i]
		n.gone = n.traits&dropped != 0 || i > at && t.nodes[n.parent].gone || n.attrs > 0 && hidden(t.attr(n))
	}
}
