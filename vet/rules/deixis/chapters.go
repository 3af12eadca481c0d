package deixis

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/vet"
)

// chapters holds the years of the chapters' titles against each other and against
// the sentence right below, in a report that has neither a date nor enough titles
// to ask: the plan is for the year behind the one reviewed.
func chapters(p *vet.Pass) {
	var review, planned []titled
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Level != 1 || utf8.RuneCountInString(l.Text.S) > longestTitle {
			continue
		}
		ys := yearsIn(l.Text.S)
		if len(ys) != 1 || ys[0].ranged || strings.HasPrefix(l.Text.S[ys[0].end:], "和") {
			continue
		}
		y := ys[0]
		t := titled{y.year, vet.At(l.Text, y.start, y.end, vet.Subject)}
		switch about(l.Text.S[y.end:]) {
		case reviewed:
			review = append(review, t)
		case plans:
			planned = append(planned, t)
		default:
			continue
		}
		if i+1 < len(p.Lines) && opens(p, t, &p.Lines[i+1]) {
			return
		}
	}
	switch {
	case len(planned) == 2 && planned[0].year != planned[1].year:
		apart(p, planned[1], planned[0], "两章讲的是同一年的安排", "both chapters are about one year's plan")
	case len(review) == 1 && len(planned) > 0 && planned[0].year != review[0].year+1:
		apart(p, planned[0], review[0], "安排的应是回顾之年的下一年", "the plan is for the year behind the one reviewed")
	}
}

// opens holds a title against the sentence below it, where that says which year
// it is: 2031年是规划的开局之年.
func opens(p *vet.Pass, t titled, below *extract.Line) bool {
	ys := yearsIn(below.Text.S)
	if below.Level > 0 || len(ys) == 0 || ys[0].start > 0 || ys[0].year == t.year {
		return false
	}
	if rest := strings.TrimPrefix(below.Text.S[ys[0].end:], "，"); !strings.HasPrefix(rest, "是") {
		return false
	}
	apart(p, t, titled{ys[0].year, vet.At(below.Text, ys[0].start, ys[0].end, vet.Subject)}, "下面第一句讲的是另一年", "the sentence below speaks of another year")
	return true
}

func apart(p *vet.Pass, t, other titled, zh, en string) {
	other.mark.Role = vet.Evidence
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("这个标题写%d年，另一处是%d年：%s。", t.year, other.year, zh),
			En: fmt.Sprintf("This title says %d, elsewhere it is %d: %s.", t.year, other.year, en),
		},
		Marks: []vet.Mark{t.mark, other.mark},
	})
}
