package html

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// weight is what a part of the page holds, in bytes.
type weight struct {
	text  int // characters but not white space
	link  int // of them, within links to other pages
	prose int // running text in full, the rest at a quarter
	links int // how many links
	solid int // how many paragraphs that can only be text
	heads int // how many main headings
}

func (w *weight) add(v weight) {
	w.text += v.text
	w.link += v.link
	w.prose += v.prose
	w.links += v.links
	w.solid += v.solid
	w.heads += v.heads
}

// plainText is the text outside of links.
func (w weight) plainText() int { return w.text - w.link }

const (
	// A paragraph of twenty characters that has a full stop is running text, and
	// one of forty can only be text.
	leastProse = 60
	leastSolid = 120
	// A link longer than this is an unclosed one.
	longestLink = 150
)

// weigh finds out what every part of the page holds, and drops what is hidden,
// navigation or a list of links.
func (t *tree) weigh() {
	own := make([]weight, len(t.nodes))
	lines := make([]line, len(t.nodes))
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		lines[i] = lines[n.parent]
		n.gone = n.gone || t.nodes[n.parent].gone || n.attrs > 0 && hidden(t.attr(n))
		if n.traits&block != 0 {
			lines[i].block = int32(i)
		}
		switch {
		case n.tag == atom.A:
			lines[i].link = leads(t.attr(n).href)
			if lines[i].link {
				own[lines[i].block].links++
			}
		case n.tag == atom.H1:
			own[i].heads++
		case n.tag == 0 && !n.gone:
			l := lines[i]
			w := &own[l.block]
			size, stops := t.measure(n)
			w.text += size
			if l.link && size <= longestLink && stops == 0 {
				w.link += size
			}
			w.solid += stops // for now
		}
	}
	for i := range own {
		own[i].settle()
	}
	t.sum(own)
	t.dropNoise()
	t.sum(own)
}

// line is where characters stand.
type line struct {
	block int32
	link  bool
}

// settle turns the number of full stops into what they tell.
func (w *weight) settle() {
	stops := w.solid
	w.prose, w.solid = w.plainText()/4, 0
	if stops > 0 && w.link*3 < w.text {
		if w.text >= leastProse {
			w.prose = w.plainText()
		}
		if w.text >= leastSolid {
			w.solid = 1
		}
	}
}

// sum adds the weight of all parts to what they stand in.
func (t *tree) sum(own []weight) {
	if t.weight == nil {
		t.weight = make([]weight, len(own))
	}
	clear(t.weight)
	for i := len(own) - 1; i >= 0; i-- {
		if n := &t.nodes[i]; !n.gone {
			t.weight[i].add(own[i])
			if i > 0 {
				t.weight[n.parent].add(t.weight[i])
			}
		}
	}
}

// measure is how many bytes of characters n holds and how many full stops.
func (t *tree) measure(n *node) (size, stops int) {
	s := t.s[n.from:n.to]
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '&':
			if end := strings.IndexByte(s[i:min(len(s), i+8)], ';'); end > 0 {
				i += end
			}
		case c > ' ':
			size++
		}
	}
	return size, strings.Count(s, "。")
}

// leads reports whether a link leads to another page, rather than to a place
// on this one or to a file that belongs to it.
func leads(href string) bool {
	if href == "" || href[0] == '#' {
		return false
	}
	end := strings.ToLower(href[max(0, len(href)-5):])
	for _, suffix := range []string{".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip", ".rar"} {
		if strings.HasSuffix(end, suffix) {
			return false
		}
	}
	return true
}

// hidden reports whether an element is not shown.
func hidden(a *attrs) bool {
	if a.hidden {
		return true
	}
	if len(a.style) < len("display:none") {
		return false
	}
	style := strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, a.style))
	return strings.Contains(style, "display:none") || strings.Contains(style, "mso-hide:all")
}

// dropNoise drops the parts that the site puts around its texts.
func (t *tree) dropNoise() {
	known := map[string]sign{}
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		n.gone = n.gone || t.nodes[n.parent].gone
		if n.gone || n.tag == 0 || n.traits&block == 0 && n.attrs == 0 || t.weight[i].text == 0 {
			continue
		}
		n.gone = t.noise(n, t.weight[i], t.sign(n, known))
	}
}

// noise reports whether a part is to be dropped: by its name, unless it holds
// a good share of the page's text, or as a list of links.
func (t *tree) noise(n *node, w weight, s sign) bool {
	const mostPlain = 600 // bytes that a part of no certain name may lose
	share := func(part int) bool {
		all := t.weight[0]
		return w.prose*part < all.prose && (w.plainText() == 0 || w.plainText()*part < all.plainText())
	}
	holder := n.traits&(wrapper|noisy) != 0 && n.traits&block != 0 // rather than a line of its own
	switch {
	case s&surelyNoise != 0 && s&surelyText == 0 && share(2) && (holder || w.links > 0 && w.solid == 0):
		return true
	case w.solid > 0 || !share(4):
		return false
	case inTable(n.tag) && n.tag != atom.Table || n.tag == atom.Th:
		return false // a table goes as a whole or by its cells
	case s&maybeNoise != 0 && s&(surelyText|maybeText|titled) == 0 && holder && n.tag != atom.Td &&
		w.links > 0 && w.heads == 0 && w.plainText() < mostPlain:
		return true
	}
	return n.traits&block != 0 && w.links >= 3 && w.link*10 >= w.text*6
}

// sign is what the tag, the names and the role of an element say.
func (t *tree) sign(n *node, known map[string]sign) (s sign) {
	if n.traits&noisy != 0 {
		s = surelyNoise
		if n.tag == atom.Header {
			s = maybeNoise
		}
	}
	if n.attrs == 0 {
		return s
	}
	a := t.attr(n)
	for _, names := range []string{a.class, a.id} {
		if names == "" {
			continue
		}
		found, seen := known[names]
		if !seen {
			found = signOf(names)
			known[names] = found
		}
		s |= found
	}
	switch strings.ToLower(a.role) {
	case "navigation", "banner", "contentinfo", "search", "complementary":
		s |= surelyNoise
	}
	return s
}

// end is the number behind the last node within a node.
func (t *tree) end(at int32) int32 {
	for t.nodes[at].last != 0 {
		at = t.nodes[at].last
	}
	return at + 1
}
