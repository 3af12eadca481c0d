package html

import (
	"context"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gangmu/document"
)

// node is an element or a stretch of characters. A node's children have higher numbers than the node itself.
type node struct {
	tag                 atom.Atom // 0 of characters
	traits              traits
	gone                bool // is not text, with all within
	attrs               int32
	parent, first, next int32 // 0 is the root, and as a child none
	last                int32
	from, to            int32 // of characters, in the page; of an element, its start tag
}

// attrs are the attributes that matter.
type attrs struct {
	class, id, style, href, role, kind string
	rowSpan, colSpan, start, value     string
	hidden                             bool
}

// tree is a page.
type tree struct {
	s      string
	nodes  []node
	attrs  []attrs // 0 is none
	weight []weight

	title    string // of the page
	declared string // the title that the site's own data give
}

// builder makes a tree of a page's tags. golang.org/x/net/html parses pages as
// browsers do but does not say where anything stands; of its rules these are
// the ones that matter for text.
type builder struct {
	*tree
	ctx     context.Context
	budget  *document.Budget
	open    []int32 // elements, the innermost last
	limit   int     // most open elements; deeper ones are left out, their content not
	names   map[string]string
	endless map[atom.Atom]bool // elements that no end tag follows
	begun   bool               // there is a body
}

// parse makes a tree of s.
func parse(ctx context.Context, s string, budget *document.Budget) (*tree, error) {
	t := &tree{s: s, nodes: make([]node, 1, 64+len(s)/64), attrs: make([]attrs, 1)}
	t.nodes[0].traits = block | wrapper | boundary
	b := &builder{
		tree: t, ctx: ctx, budget: budget, open: []int32{0}, limit: budget.Limits().Depth,
		names: map[string]string{}, endless: map[atom.Atom]bool{},
	}
	return t, b.run()
}

func (b *builder) run() error {
	z := html.NewTokenizer(strings.NewReader(b.s))
	for at, n := 0, 0; ; n++ {
		if n%4096 == 0 && b.ctx.Err() != nil {
			return b.ctx.Err()
		}
		kind := z.Next()
		from := at
		at += len(z.Raw())
		var err error
		switch kind {
		case html.ErrorToken:
			return nil
		case html.TextToken:
			err = b.characters(from, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			err = b.startTag(z, from, at)
		case html.EndTagToken:
			name, _ := z.TagName()
			err = b.end(atom.Lookup(name), from, at)
		}
		if err != nil {
			return err
		}
	}
}

func (b *builder) top() int32 { return b.open[len(b.open)-1] }

// add adds a node to the innermost element.
func (b *builder) add(n node) (int32, error) {
	if len(b.nodes)%1024 == 0 {
		if err := b.budget.Place(1024); err != nil {
			return 0, err
		}
	}
	at := int32(len(b.nodes))
	n.parent = b.top()
	b.nodes = append(b.nodes, n)
	p := &b.nodes[n.parent]
	if p.first == 0 {
		p.first = at
	} else {
		b.nodes[p.last].next = at
	}
	p.last = at
	return at, nil
}

func (b *builder) characters(from, to int) error {
	top := &b.nodes[b.top()]
	if raw(top.tag) {
		if top.tag == atom.Title && b.title == "" {
			b.title = strings.TrimSpace(html.UnescapeString(b.s[from:to]))
		}
		if top.tag != atom.Xmp {
			return nil
		}
	}
	if strings.TrimLeft(b.s[from:min(to, from+256)], " \t\r\n\f") == "" && to-from <= 256 {
		if top.traits&(wrapper|block) == wrapper|block && top.first == 0 || inTable(top.tag) {
			return nil // between tags
		}
	} else if top.tag == atom.Head {
		b.pop(len(b.open) - 1)
	}
	_, err := b.add(node{from: int32(from), to: int32(to)})
	return err
}

func inTable(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr:
		return true
	}
	return false
}

func (b *builder) startTag(z *html.Tokenizer, from, to int) error {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	if raw(tag) && tag != atom.Script && tag != atom.Style && !b.ends(tag, to) {
		z.NextIsNotRawText() // never ended: what follows is no part of it
		return nil
	}
	switch {
	case tag == 0, tag == atom.Html, tag == atom.Head && len(b.open) > 1:
		return nil // elements of other vocabularies are of no consequence
	case tag == atom.Meta:
		b.meta(z, more)
		return nil
	case tag == atom.Body && b.begun:
		return nil
	case tag == atom.Form && inTable(b.nodes[b.top()].tag):
		return nil // stands between rows and closes elsewhere
	}
	b.begun = b.begun || tag == atom.Body
	b.imply(tag)
	t := tags[tag]
	n := node{tag: tag, traits: t, gone: t&dropped != 0, from: int32(from), to: int32(to)}
	if more {
		n.attrs = b.readAttrs(z)
	}
	at, err := b.add(n)
	if err == nil && t&void == 0 && len(b.open) < b.limit {
		b.open = append(b.open, at)
	}
	return err
}

// ends reports whether an end tag of the element follows.
func (b *builder) ends(tag atom.Atom, at int) bool {
	if b.endless[tag] {
		return false
	}
	name := tag.String()
	for rest := b.s[at:]; ; {
		n := strings.Index(rest, "</")
		if n < 0 {
			b.endless[tag] = true
			return false
		}
		if rest = rest[n+2:]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			return true
		}
	}
}

// readAttrs reads the attributes that matter and is their number, 0 if there
// are none.
func (b *builder) readAttrs(z *html.Tokenizer) int32 {
	var a attrs
	for more, found := true, false; ; {
		var key, value []byte
		key, value, more = z.TagAttr()
		if to := a.field(string(key)); to != nil {
			*to = b.intern(value)
			found = true
		} else if string(key) == "hidden" {
			a.hidden, found = true, true
		}
		if !more && !found {
			return 0
		}
		if !more {
			b.attrs = append(b.attrs, a)
			return int32(len(b.attrs) - 1)
		}
	}
}

func (a *attrs) field(key string) *string {
	switch key {
	case "class":
		return &a.class
	case "id":
		return &a.id
	case "style":
		return &a.style
	case "href":
		return &a.href
	case "role":
		return &a.role
	case "type":
		return &a.kind
	case "rowspan":
		return &a.rowSpan
	case "colspan":
		return &a.colSpan
	case "start":
		return &a.start
	case "value":
		return &a.value
	}
	return nil
}

// intern is v as a string, the same one each time.
func (b *builder) intern(v []byte) string {
	const most, longest = 4096, 256
	if s, known := b.names[string(v)]; known {
		return s
	}
	s := string(v)
	if len(b.names) < most && len(s) <= longest {
		b.names[s] = s
	}
	return s
}

// meta reads the title that sites give beside the one of the page.
func (b *builder) meta(z *html.Tokenizer, more bool) {
	var name, content string
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "name":
			name = string(value)
		case "content":
			content = string(value)
		}
	}
	if strings.EqualFold(name, "ArticleTitle") && b.declared == "" {
		b.declared = strings.TrimSpace(content)
	}
}

func (t *tree) attr(n *node) *attrs { return &t.attrs[n.attrs] }

// count is an attribute as a number from 1 to most.
func count(s string, most int) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}
