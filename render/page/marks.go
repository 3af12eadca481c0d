package page

import (
	"fmt"
	"slices"
	"strings"

	"gangmu/document"
	"gangmu/vet"
)

// marks are the places of findings by the text that they stand in, which is
// known by where it begins.
type marks map[document.LineMark][]stretch

// stretch is one place of a finding in a text.
type stretch struct {
	start, end int
	finding    int // its number on the page
	place      int // of the finding, 1-based; 0 for what goes on from the text before
	severity   vet.Severity
	subject    bool
	accepted   bool
}

// piece is a run of text that has the same findings throughout.
type piece struct {
	Text     string
	Findings string // their numbers; empty for plain text
	Class    string
	Starts   []start
}

// start is where a place of a finding begins.
type start struct {
	ID string // f3.1
	No int
}

// placeID names a place of a finding within the page.
func placeID(finding, place int) string { return fmt.Sprintf("f%d.%d", finding, place) }

// add enters a place; false if no text stands there.
func (m marks) add(x *document.Index, at vet.Mark, s stretch) bool {
	found := x.Find(at.Span)
	for i, f := range found {
		s.start, s.end = f.Start, f.End
		if i > 0 {
			s.place = 0
		}
		key := f.Text.Lines[0]
		m[key] = append(m[key], s)
	}
	return len(found) > 0
}

// pieces cuts a text where places begin and end.
func (m marks) pieces(t document.Text) []piece {
	var here []stretch
	if len(t.Lines) > 0 {
		here = m[t.Lines[0]]
	}
	if len(here) == 0 {
		return []piece{{Text: t.S}}
	}
	cuts := []int{0, len(t.S)}
	for _, s := range here {
		cuts = append(cuts, s.start, s.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	byStart := slices.Clone(here)
	slices.SortStableFunc(byStart, func(a, b stretch) int { return a.start - b.start })
	var out []piece
	var active []stretch
	for i := 0; i+1 < len(cuts); i++ {
		from := cuts[i]
		active = slices.DeleteFunc(active, func(s stretch) bool { return s.end <= from })
		fresh := len(active)
		for len(byStart) > 0 && byStart[0].start <= from {
			active, byStart = append(active, byStart[0]), byStart[1:]
		}
		out = append(out, newPiece(t.S[from:cuts[i+1]], active, active[fresh:]))
	}
	return out
}

func newPiece(s string, active, fresh []stretch) piece {
	p := piece{Text: s}
	if len(active) == 0 {
		return p
	}
	var numbers []string
	best := active[0]
	for _, a := range active {
		numbers = append(numbers, fmt.Sprint(a.finding))
		if weight(a) < weight(best) {
			best = a
		}
	}
	p.Findings = strings.Join(slices.Compact(numbers), " ")
	p.Class = class(best.severity, best.accepted)
	if !best.subject {
		p.Class += " other"
	}
	for _, f := range fresh {
		if f.place > 0 {
			p.Starts = append(p.Starts, start{placeID(f.finding, f.place), f.finding})
		}
	}
	return p
}

// weight orders what a piece of text looks like: open before accepted, the
// subject before the other side, the graver first.
func weight(s stretch) int {
	w := 2 * s.severity.Rank()
	if !s.subject {
		w++
	}
	if s.accepted {
		w += 10
	}
	return w
}

func class(s vet.Severity, accepted bool) string {
	if accepted {
		return "accepted"
	}
	return string(s)
}
