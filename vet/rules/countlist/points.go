package countlist

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/tally"
)

// above holds 甲、乙、丙，以上3项 against what its sentence lists before it.
func above(p *vet.Pass, t document.Text, sentence prose.Range) {
	s := t.S
	for _, word := range []string{"以上", "上述"} {
		i := strings.Index(sentence.Of(s), "，"+word)
		if i < 0 {
			continue
		}
		list := prose.Range{Start: sentence.Start, End: sentence.Start + i}
		n, at, ok := tally.Number(s, prose.Range{Start: list.End + len("，") + len(word), End: sentence.End})
		if !ok {
			continue
		}
		if clauses := prose.Split(s, list, "，"); len(clauses) > 0 {
			list = clauses[len(clauses)-1]
		}
		if c := tally.Of(s, n, at, list); c.Low >= 3 {
			tally.Check(p, t, c)
		}
	}
}

// points holds 四个坚持：一是 … 四是 and 指标4项。第一，… 第四， against the last of these
// points, which may stand in the paragraphs behind the ith line.
func points(p *vet.Pass, i int) {
	t := p.Lines[i].Text
	for _, kind := range kinds {
		start := strings.Index(t.S, kind.of(1))
		if start <= 0 {
			continue
		}
		n, at, ok := announced(t.S[:start])
		if !ok {
			continue
		}
		last := kind.follow(p, i, start)
		if last.n < 2 || last.n == n || last.covers {
			continue
		}
		if d := n - last.n; d > max(1, n/3) || -d > max(1, n/3) {
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("写的是“%s”，下面列到“%s”，共%d点。", at.Of(t.S), last.mark.Text, last.n),
				En: fmt.Sprintf("%s is announced, %d points follow.", at.Of(t.S), last.n),
			},
			Marks: []vet.Mark{vet.At(t, at.Start, at.End, vet.Subject), last.mark},
		})
	}
}

// pointKind is a way of numbering points in running text.
type pointKind struct{ before, behind string }

var kinds = []pointKind{{"", "是"}, {"第", "，"}, {"第", "："}}

func (k pointKind) of(n int) string { return k.before + prose.Chinese(n) + k.behind }

// announced is the number of things that the clause in front of the first point
// ends with: 做到四个坚持：, 指标4项。.
func announced(s string) (n int, at prose.Range, ok bool) {
	s = strings.TrimRight(s, "：。，；: ")
	clauses := prose.Split(s, prose.Whole(s), "，。；：")
	if len(clauses) == 0 {
		return 0, at, false
	}
	last := clauses[len(clauses)-1]
	n, at, ok = tally.Number(s, last)
	return n, at, ok && last.End == len(s) && utf8.RuneCountInString(s[at.End:]) <= 8
}

// point is the last point of a run.
type point struct {
	n      int
	mark   vet.Mark
	covers bool // a point counts several things itself: 进出口总值、实际使用外资两项
}

// follow goes from the first point, at start of the ith line, to the last. A run
// that goes on with another kind of numbers goes on all the same.
func (k pointKind) follow(p *vet.Pass, i, start int) point {
	var last point
	end := 0
	for j := i; j < len(p.Lines); j++ {
		t := p.Lines[j].Text
		from := 0
		if j == i {
			from = start
		} else if !k.opens(t.S, last.n+1) {
			break
		}
		for {
			at, size := k.next(t.S, from, last.n+1)
			if at < 0 {
				break
			}
			last.covers = last.covers || last.n > 0 && several(t.S[end:at])
			last.n++
			last.mark = vet.At(t, at, at+size, vet.Evidence)
			from, end = at+size, at+size
		}
		last.covers = last.covers || several(t.S[end:])
		end = 0
	}
	return last
}

func (k pointKind) opens(s string, n int) bool {
	return strings.HasPrefix(strings.TrimLeft(s, " \u3000"), k.of(n))
}

// next finds the nth point from from on, first of this kind and then of others.
func (k pointKind) next(s string, from, n int) (at, size int) {
	for _, kind := range append([]pointKind{k}, kinds...) {
		word := kind.of(n)
		for i := from; ; {
			j := strings.Index(s[i:], word)
			if j < 0 {
				break
			}
			i += j
			if r, _ := utf8.DecodeLastRuneInString(s[:i]); i == 0 || strings.ContainsRune("。；：，！“ \u3000", r) {
				return i, len(word)
			}
			i += len(word)
		}
	}
	return -1, 0
}

// several reports a point whose first sentence counts things: 两项指标.
func several(s string) bool {
	head, _, _ := strings.Cut(s, "。")
	_, _, ok := tally.Number(head, prose.Whole(head))
	return ok && utf8.RuneCountInString(head) <= 40
}
