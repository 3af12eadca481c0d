package numbering

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gangmu/extract"
	"gangmu/vet"
)

// captioned are what a report numbers from the first to the last: boxes, tables
// and annexes.
var captioned = []string{"专栏", "表", "附表", "附件", "图"}

// captions follows the numbers of captions. Where one differs from its place,
// those behind it are right if they go on from their own places.
func captions(p *vet.Pass) {
	for _, word := range captioned {
		var all []number
		for _, l := range p.Lines {
			s := strings.TrimLeft(l.Text.S, " \t\u3000*")
			start := len(l.Text.S) - len(s)
			rest, ok := strings.CutPrefix(s, word)
			if !ok {
				continue
			}
			n, size := 0, 0
			for size < len(rest) && size < 3 && '0' <= rest[size] && rest[size] <= '9' {
				n = n*10 + int(rest[size]-'0')
				size++
			}
			if n > 0 && caption(rest[size:]) {
				all = append(all, number{n: n, text: l.Text, start: start, end: start + len(word) + size})
			}
		}
		slices.SortStableFunc(all, func(a, b number) int { return cmp.Compare(a.line(), b.line()) }) // boxes come after the text
		if i := misplaced(all); i > 0 && !begins(p, fmt.Sprint(word, i+1)) {
			report(p, all, i)
		}
	}
}

// caption reports what follows the number of a caption: its title or nothing.
func caption(rest string) bool {
	rest = strings.TrimRight(rest, " *\u3000")
	if rest == "" {
		return true
	}
	for _, sep := range []string{"：", ":", " ", "\u3000", ".", "．"} {
		if strings.HasPrefix(rest, sep) {
			return !strings.ContainsAny(rest, "，。；")
		}
	}
	return false
}

func (n number) line() int { return n.text.Span(n.start, n.end).Line }

// begins reports a line that begins with a caption's number in another form.
func begins(p *vet.Pass, caption string) bool {
	return slices.ContainsFunc(p.Lines, func(l extract.Line) bool {
		return strings.HasPrefix(strings.TrimLeft(l.Text.S, " \t\u3000*"), caption)
	})
}

// misplaced is the index of the only number that differs from its place; 0 where
// there is none, or more than one.
func misplaced(all []number) int {
	wrong := 0
	for i, n := range all {
		if n.n != i+1 {
			if i == 0 || wrong > 0 {
				return 0
			}
			wrong = i
		}
	}
	if len(all) < 3 {
		return 0
	}
	return wrong
}

func report(p *vet.Pass, all []number, i int) {
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("编号不连续：“%s”排在第%d个。", all[i].printed(), i+1),
			En: fmt.Sprintf("%s stands in place %d.", all[i].printed(), i+1),
		},
		Marks: []vet.Mark{
			vet.At(all[i].text, all[i].start, all[i].end, vet.Subject),
			vet.At(all[i-1].text, all[i-1].start, all[i-1].end, vet.Evidence),
		},
	})
}
