package deixis

import (
	"strings"
	"unicode/utf8"

	"gangmu/vet"
)

// most is how many tables must have one year for another to be a slip.
const most = 5

// captions finds the one table with another year where all others have the same.
func captions(p *vet.Pass) {
	var all []titled
	for b := range p.Document.Paragraphs() {
		s := strings.TrimLeft(b.Text.S, " \t　")
		if !strings.HasPrefix(s, "表") || utf8.RuneCountInString(s) > longestTitle || strings.ContainsAny(s, "。；") {
			continue
		}
		ys := yearsIn(b.Text.S)
		if len(ys) != 1 || ys[0].ranged || strings.Trim(b.Text.S[:ys[0].start], "0123456789表：: \t　.") != "" {
			continue
		}
		all = append(all, titled{ys[0].year, vet.At(b.Text, ys[0].start, ys[0].end, vet.Subject)})
	}
	votes := map[int]int{}
	for _, t := range all {
		votes[t.year]++
	}
	if len(votes) != 2 || len(all) <= most {
		return
	}
	for i, t := range all {
		if votes[t.year] == 1 {
			apart(p, t, all[(i+1)%len(all)], "其余各表都是同一年", "all other tables have one year")
		}
	}
}
