package numbering

import (
	"fmt"
	"strings"

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
		inOrder(p, all)
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

// inOrder reports the numbers that differ from their places, in a list in which
// nearly all are in place.
func inOrder(p *vet.Pass, all []number) {
	if len(all) < 3 || all[0].n != 1 {
		return
	}
	var wrong []int
	for i, n := range all {
		if n.n != i+1 {
			wrong = append(wrong, i)
		}
	}
	if len(wrong) != 1 {
		return
	}
	i := wrong[0]
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
