package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/vet"
)

// Whatever places a text has, its pieces are the text, each with just the
// findings that stand on it, and each place begins once.
func TestPiecesAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := document.Text{S: "各分项之和不等于合计。", Lines: []document.LineMark{{Line: 7, Column: 1}}}
		runes := []rune(text.S)
		at := func(n int) int { return len(string(runes[:n])) }
		m := marks{}
		var all []stretch
		for i := range rapid.IntRange(0, 6).Draw(t, "places") {
			start := rapid.IntRange(0, len(runes)-1).Draw(t, "start")
			end := rapid.IntRange(start+1, len(runes)).Draw(t, "end")
			all = append(all, stretch{start: at(start), end: at(end), finding: i + 1, place: 1, severity: vet.Error, subject: i%2 == 0})
		}
		m[text.Lines[0]] = all
		joined, offset, begun := "", 0, 0
		for _, p := range m.pieces(text) {
			var want []string
			for _, s := range all {
				if s.start <= offset && offset < s.end {
					want = append(want, fmt.Sprint(s.finding))
				}
			}
			got := strings.Fields(p.Findings)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("at %d: findings %q, want %q", offset, got, want)
			}
			for _, s := range p.Starts {
				if begun++; all[s.No-1].start != offset {
					t.Fatalf("finding %d begins at %d", s.No, offset)
				}
			}
			joined += p.Text
			offset += len(p.Text)
		}
		if joined != text.S || begun != len(all) {
			t.Fatalf("%q, %d places of %d", joined, begun, len(all))
		}
	})
}
