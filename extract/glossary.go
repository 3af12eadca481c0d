package extract

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gangmu/plan"
)

// maxTerm is the longest head of a glossary entry, in characters.
const maxTerm = 40

// readGlossary reads 名词解释: one entry a paragraph, the term before the colon.
// A paragraph without a term goes on with the entry above it.
func readGlossary(r *Result, o *outline) {
	number := 0 // of the last entry that has one
	for i := range o.lines {
		l := &o.lines[i]
		if l.part != glossary {
			continue
		}
		s := l.text.S
		p := whole(s).trim(s, "")
		if rest, ok := strings.CutPrefix(p.of(s), strconv.Itoa(number+1)+"."); ok && (number > 0 || !startsWithDigit(rest)) {
			p = piece{p.end - len(rest), p.end}.trim(s, "") // 27.9条快速路 behind 26.: no decimal
			number++
		} else {
			p = skipNumbering(s, p)
		}
		colon := strings.IndexAny(p.of(s), "：:")
		if i := strings.Index(p.of(s), " 指"); i > 0 && (colon < 0 || i < colon) {
			colon = i // 六稳 指稳就业、…
		}
		terms := r.Plan.Glossary
		switch {
		case isGlossaryHead(squeeze(s)) || p.start == p.end || strings.HasPrefix(s, "附录"):
		case colon > 0 && runeLen(p.of(s)[:colon]) <= maxTerm:
			head := piece{p.start, p.start + colon}.trim(s, "")
			_, size := utf8.DecodeRuneInString(s[p.start+colon:])
			body := piece{p.start + colon + size, p.end}.trim(s, "")
			r.Plan.Glossary = append(terms, plan.Term{
				Term: head.of(s), Text: body.of(s), Span: l.text.Span(head.start, head.end),
			})
		case len(terms) > 0:
			terms[len(terms)-1].Text += "\n" + p.of(s)
		}
	}
}

// skipNumbering moves past 1. 12、 （3） 一、 ① at the start of a line.
func skipNumbering(s string, p piece) piece {
	t := p.of(s)
	in, bracket := cutAny(t, "（", "(", "[", "［")
	rest := strings.TrimLeft(in, "0123456789０１２３４５６７８９"+chineseDigits)
	if rest == in {
		if r, size := utf8.DecodeRuneInString(t); r >= '①' && r <= '⒛' {
			p.start += size
			return p.trim(s, "")
		}
		return p
	}
	var ok bool
	if bracket {
		rest, ok = cutAny(rest, "）", ")", "]", "］")
	} else {
		rest, ok = cutAny(rest, "、", "．", ".")
		if ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			return p // 3.5 is a number
		}
	}
	if ok {
		p.start = p.end - len(rest)
		return p.trim(s, "")
	}
	return p
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
