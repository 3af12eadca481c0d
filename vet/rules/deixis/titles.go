package deixis

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gangmu/vet"
)

// titled is a year that a title gives to the review or to the plan.
type titled struct {
	year int
	mark vet.Mark
}

// Words behind the year of a title: the last one tells what the title is about.
var (
	reviewWords = []string{"执行情况", "完成情况", "实施情况", "工作回顾", "工作总结"}
	planWords   = []string{"计划草案", "计划（草案）", "总体考虑", "主要任务", "重点工作", "工作安排", "工作重点", "重点任务", "工作任务", "重点项目", "目标任务", "计划安排", "总体要求", "主要目标", "预期目标", "工作总体"}
)

// longestTitle is how many characters a title may have.
const longestTitle = 60

// titles holds the years of all titles against each other: most decide.
func titles(p *vet.Pass) {
	var review, planned []titled
	for b := range p.Document.Paragraphs() {
		if utf8.RuneCountInString(b.Text.S) > longestTitle || strings.ContainsAny(b.Text.S, "。；") {
			continue
		}
		for _, y := range yearsIn(b.Text.S) {
			if y.ranged {
				continue
			}
			t := titled{y.year, vet.At(b.Text, y.start, y.end, vet.Subject)}
			switch about(b.Text.S[y.end:y.next]) {
			case reviewed:
				review = append(review, t)
			case plans:
				planned = append(planned, t)
			}
		}
	}
	given := dated(p)
	reviewed, plans := odd(p, review, given, given.year-1), odd(p, planned, given, given.year)
	if !reviewed && !plans {
		chapters(p)
	}
}

const (
	neither = iota
	reviewed
	plans
)

// about tells the subject of a title by the last of its words.
func about(s string) int {
	kind, last := neither, -1
	for _, w := range reviewWords {
		if i := strings.LastIndex(s, w); i > last {
			kind, last = reviewed, i
		}
	}
	for _, w := range planWords {
		if i := strings.LastIndex(s, w); i > last {
			kind, last = plans, i
		}
	}
	return kind
}

// odd reports the years that differ from what at least three in four titles say.
// Where titles are few, the date on the cover says what their year is. It reports
// whether either could be told.
func odd(p *vet.Pass, all []titled, given date, expected int) bool {
	if len(all) < 3 && given.year != 0 && given.month <= early {
		for _, t := range all {
			if t.year != expected {
				against(p, t, given, expected)
			}
		}
		return len(all) > 0
	}
	votes := map[int]int{}
	best := 0
	for _, t := range all {
		if votes[t.year]++; votes[t.year] > votes[best] {
			best = t.year
		}
	}
	if votes[best] < 3 || 4*votes[best] < 3*len(all) {
		return false
	}
	var others vet.Mark
	for _, t := range all {
		if t.year == best {
			others = t.mark
			break
		}
	}
	others.Role = vet.Evidence
	for _, t := range all {
		if t.year == best {
			p.Agree(t.mark)
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("这个标题写%d年，同类的另外%d个标题写%d年。", t.year, votes[best], best),
				En: fmt.Sprintf("This title says %d, %d others of its kind %d.", t.year, votes[best], best),
			},
			Marks: []vet.Mark{t.mark, others},
			Fix:   fmt.Sprintf("%d年", best),
		})
	}
	return true
}

func against(p *vet.Pass, t titled, given date, expected int) {
	cover := given.mark
	cover.Role = vet.Evidence
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("这个标题写%d年；报告的日期是%d年%d月，应为%d年。", t.year, given.year, given.month, expected),
			En: fmt.Sprintf("This title says %d; the report is of %d-%02d, so it would be %d.", t.year, given.year, given.month, expected),
		},
		Marks: []vet.Mark{t.mark, cover},
		Fix:   fmt.Sprintf("%d年", expected),
	})
}

// yearAt is a year of a text; its words end where the next year begins.
type yearAt struct {
	year, start, end, next int
	ranged                 bool // one end of 2018—2022年
}

func yearsIn(s string) []yearAt {
	var out []yearAt
	for i := 0; i < len(s); {
		j := strings.Index(s[i:], "年")
		if j < 0 {
			break
		}
		j += i
		i = j + len("年")
		y, ok := yearBefore(s, j)
		if !ok {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].next = j - 4
		}
		before, _ := utf8.DecodeLastRuneInString(s[:j-4])
		after, _ := utf8.DecodeRuneInString(s[i:])
		ranged := strings.ContainsRune("—-－–~至到", before) || strings.ContainsRune("—-－–~至度", after) && after != '度'
		out = append(out, yearAt{y, j - 4, i, len(s), ranged})
	}
	return out
}

// yearBefore is the year whose four digits end at a place.
func yearBefore(s string, end int) (int, bool) {
	if end < 4 || end > 4 && s[end-5] >= '0' && s[end-5] <= '9' {
		return 0, false
	}
	y, err := strconv.Atoi(s[end-4 : end])
	return y, err == nil && y >= 1900 && y < 2100
}
