package text

import (
	"strings"
	"unicode/utf8"
)

// marks are the characters that may begin a mark.
const marks = "*[<!\\"

// pen writes pieces of one line and knows its column.
type pen struct {
	*reader
	line   line
	at     int // the next byte of the source
	column int
}

// write adds s[from:end] of line l to the builder, without marks.
func (r *reader) write(l line, from, end int) {
	p := pen{r, l, l.begin, 1}
	p.skip(from)
	if !strings.ContainsAny(r.s[from:end], marks) {
		p.keep(end)
		return
	}
	p.marked(end)
}

// skip moves on to offset without writing.
func (p *pen) skip(to int) {
	p.column += utf8.RuneCountInString(p.s[p.at:to])
	p.at = to
}

// keep writes all up to offset.
func (p *pen) keep(to int) {
	if to > p.at {
		p.build.Place(p.line.no, p.column, "")
		p.Verbatim(&p.build, p.at, to)
		p.skip(to)
	}
}

// as writes s for all up to offset.
func (p *pen) as(s string, to int) {
	p.build.Place(p.line.no, p.column, "")
	p.Written(&p.build, s, p.at, to)
	p.skip(to)
}

// marked writes up to end what remains when the marks are taken away.
func (p *pen) marked(end int) {
	bold := strings.Count(p.s[p.at:end], "**") &^ 1 // a last single one is no mark
	for i := p.at; i < end && p.budget.Place(0) == nil; {
		n := strings.IndexAny(p.s[i:end], marks)
		if n < 0 {
			break
		}
		i += n
		rest := p.s[i:min(end, i+longestComment)]
		switch {
		case bold > 0 && strings.HasPrefix(rest, "**"):
			p.keep(i)
			p.skip(i + 2)
			bold--
		case escaped(rest):
			p.keep(i)
			p.skip(i + 1)
			i += 2
			continue
		case p.comments && strings.HasPrefix(rest, commentStart) && strings.Contains(rest, commentEnd):
			p.keep(i)
			p.skip(i + strings.Index(rest, commentEnd) + len(commentEnd))
		case lineBreak(rest) > 0:
			p.keep(i)
			p.as("\n", i+lineBreak(rest))
		default:
			p.link(i, rest)
		}
		i = max(i+1, p.at)
	}
	p.keep(end)
}

// link drops ![…](…) and keeps only the words of […](…).
func (p *pen) link(at int, rest string) {
	picture := strings.HasPrefix(rest, "![")
	if !picture && rest[0] != '[' {
		return
	}
	words, target, found := strings.Cut(rest, "](")
	address, _, closed := strings.Cut(target, ")")
	if !found || !closed || strings.ContainsAny(words[1:], "[]") && !picture || strings.ContainsAny(address, "（《，。") {
		return
	}
	end := at + len(words) + len("](") + len(address) + len(")")
	p.keep(at)
	if picture {
		p.pictures++
	} else {
		p.skip(at + 1)
		p.keep(at + len(words))
	}
	p.skip(end)
}

func escaped(s string) bool {
	return len(s) > 1 && s[0] == '\\' && strings.IndexByte(`*_#|[]\<>`, s[1]) >= 0
}

func lineBreak(s string) int {
	for _, tag := range []string{"<br>", "<br/>", "<br />"} {
		if strings.HasPrefix(s, tag) {
			return len(tag)
		}
	}
	return 0
}
