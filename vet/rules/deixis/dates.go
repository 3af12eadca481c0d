package deixis

import (
	"fmt"
	"strconv"
	"strings"

	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// date is when the report was given, as its cover says: ——2031年1月16日在…会议上.
type date struct {
	year, month int
	mark        vet.Mark
}

// coverLines is how far down the date may stand.
const coverLines = 12

func dated(p *vet.Pass) date {
	n := 0
	for b := range p.Document.Paragraphs() {
		if n++; n > coverLines {
			break
		}
		s := b.Text.S
		if !strings.Contains(s, "会议") {
			continue
		}
		for _, y := range yearsIn(s) {
			month, rest, ok := strings.Cut(s[y.end:], "月")
			m, err := strconv.Atoi(strings.TrimSpace(month))
			if ok && err == nil && m >= 1 && m <= 12 && strings.Contains(rest, "日") {
				return date{y.year, m, vet.At(b.Text, y.start, y.end, vet.Subject)}
			}
		}
	}
	return date{}
}

// early is the last month in which reports on the whole year before are given.
const early = 5

// check holds the date against the years that the title names.
func (d date) check(p *vet.Pass) {
	planned, executed := p.Plan.PlannedYear, p.Plan.ExecutedYear
	if d.year == 0 || planned == 0 || executed != planned-1 || strings.Contains(p.Plan.Title, "上半年") {
		return
	}
	if d.year == planned || d.year == executed && d.month > early {
		return
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("报告日期是%d年%d月，而报告讲的是%d年的执行情况和%d年的计划。", d.year, d.month, executed, planned),
			En: fmt.Sprintf("The report is dated %d-%02d, but speaks of how %d went and of the plan for %d.", d.year, d.month, executed, planned),
		},
		Marks: []vet.Mark{d.mark},
	})
}

// thisYear are the places where a text about the year that is over calls it 今年.
func thisYear(t text) []vet.Mark {
	var out []vet.Mark
	for _, c := range prose.Clauses(t.S, prose.Whole(t.S)) {
		clause := c.Of(t.S)
		i := strings.Index(clause, "今年")
		if i < 0 || strings.ContainsAny(clause, "“”") {
			continue
		}
		for _, w := range []string{"今年以来", "受今年", "今年预计完成", "今年预计达", "今年已", "今年累计", "今年共"} {
			if strings.Contains(clause, w) {
				out = append(out, vet.At(t, c.Start+i, c.Start+i+len("今年"), vet.Evidence))
				break
			}
		}
	}
	return out
}

// thisYear reports them once, where the report is dated in the next year.
func (d date) thisYear(p *vet.Pass, said []vet.Mark) {
	if d.year == 0 || d.year != p.Plan.PlannedYear || d.month > early || len(said) == 0 || p.Plan.ExecutedYear != d.year-1 {
		return
	}
	said[0].Role = vet.Subject
	p.Report(vet.Finding{
		Severity: vet.Warning,
		Message: vet.Words{
			Zh: fmt.Sprintf("报告日期是%d年%d月，讲%d年的情况时还写“今年”（%d处），应写“%d年”。", d.year, d.month, d.year-1, len(said), d.year-1),
			En: fmt.Sprintf("The report is of %d-%02d, but calls %d 今年 (this year) in %d place(s).", d.year, d.month, d.year-1, len(said)),
		},
		Marks: said,
		Fix:   fmt.Sprintf("%d年", d.year-1),
	})
}

// of is the year that a clause speaks of: one it names, or 今年, 去年, 明年.
func (d date) of(clause string) (int, bool) {
	if ys := yearsIn(clause); len(ys) > 0 {
		return ys[0].year, len(ys) == 1 && !ys[0].ranged
	}
	if d.year == 0 {
		return 0, false
	}
	for i, w := range []string{"去年", "今年", "明年"} {
		if strings.Contains(clause, w+"是") || strings.Contains(clause, w+"，是") {
			return d.year + i - 1, true
		}
	}
	return 0, false
}
