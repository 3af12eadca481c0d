package countlist

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
	"gangmu/vet/rules/internal/tally"
)

// A table of at least so many rows is the report's whole set of indicators, and
// a stated number so near to it means it.
const (
	fewestRows = 10
	nearRows   = 3
)

// totals holds 共设置指标36项 against the rows of the tables. A number that fits
// the table of either year is right.
func totals(p *vet.Pass) {
	sizes := map[int]int{} // rows by year
	for _, year := range []int{p.Plan.ExecutedYear, p.Plan.PlannedYear} {
		if n := len(rows.All(p.Reading, year).Tops()); n >= fewestRows {
			sizes[year] = n
		}
	}
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Glossary || len(sizes) == 0 || !strings.Contains(l.Text.S, "指标") {
			continue
		}
		for _, c := range prose.Split(l.Text.S, prose.Whole(l.Text.S), "，。；（）") {
			n, at, ok := total(c.Of(l.Text.S))
			if !ok || fits(n, sizes) {
				continue
			}
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("文中说指标共%d项，指标表有%s。", n, sizesZh(p, sizes)),
					En: fmt.Sprintf("%d indicators are announced, but the tables hold %s.", n, sizesEn(p, sizes)),
				},
				Marks: []vet.Mark{vet.At(l.Text, c.Start+at.Start, c.Start+at.End, vet.Subject)},
			})
		}
	}
}

// total reads 共设置指标36项 or 共有主要指标36项.
func total(clause string) (n int, at prose.Range, ok bool) {
	i := strings.Index(clause, "指标")
	if i < 0 || !strings.Contains(clause, "共") || strings.Contains(clause, "约束性") || strings.Contains(clause, "其中") {
		return 0, at, false
	}
	n, at, ok = tally.Number(clause, prose.Range{Start: strings.Index(clause, "共"), End: len(clause)})
	return n, at, ok && strings.HasSuffix(at.Of(clause), "项")
}

// fits reports a number that a table bears out, or that is too far from all of
// them to mean one.
func fits(n int, sizes map[int]int) bool {
	far := true
	for _, size := range sizes {
		if n == size {
			return true
		}
		far = far && max(n-size, size-n) > nearRows
	}
	return far
}

func sizesZh(p *vet.Pass, sizes map[int]int) string {
	return joinSizes(p, sizes, "%d年%d项", "、")
}

func sizesEn(p *vet.Pass, sizes map[int]int) string {
	return joinSizes(p, sizes, "%[2]d for %[1]d", ", ")
}

func joinSizes(p *vet.Pass, sizes map[int]int, format, sep string) string {
	var out []string
	for _, year := range []int{p.Plan.ExecutedYear, p.Plan.PlannedYear} {
		if n, ok := sizes[year]; ok {
			out = append(out, fmt.Sprintf(format, year, n))
		}
	}
	return strings.Join(out, sep)
}

// chapters holds 抓好以下八个方面工作： against the headings （一） … that follow it in
// its chapter.
func chapters(p *vet.Pass) {
	for i, l := range p.Lines {
		if l.Box != "" || l.Level > 0 || l.Part != extract.Tasks && l.Part != extract.Execution && l.Part != extract.Aims {
			continue
		}
		clauses := prose.Split(l.Text.S, prose.Whole(l.Text.S), "，。；：:")
		if len(clauses) == 0 {
			continue
		}
		last := clauses[len(clauses)-1]
		n, at, ok := aspects(last.Of(l.Text.S))
		if !ok {
			continue
		}
		headings := headingsAfter(p.Lines[i+1:])
		if headings < 2 {
			continue
		}
		mark := vet.At(l.Text, last.Start+at.Start, last.Start+at.End, vet.Subject)
		if headings == n {
			p.Agree(mark)
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("写的是%d个方面，下面有%d个小标题。", n, headings),
				En: fmt.Sprintf("%d points are announced, %d headings follow.", n, headings),
			},
			Marks:  []vet.Mark{mark},
			Values: []vet.Value{{Text: fmt.Sprint(n)}, {Text: fmt.Sprint(headings)}},
		})
	}
}

// headingsAfter counts （一） （二） … up to the next chapter, annex or box.
func headingsAfter(lines []extract.Line) int {
	n := 0
	for _, l := range lines {
		s := strings.TrimLeft(l.Text.S, " \u3000*#")
		_, size := prose.Ordinal(s)
		if size > 0 && strings.HasPrefix(s[size:], "、") || l.Box != "" || l.Part == extract.Annex || l.Part == extract.Glossary {
			break
		}
		if strings.HasPrefix(s, "（"+prose.Chinese(n+1)+"）") {
			n++
		}
	}
	return n
}

// aspects reads 八个方面工作, 八个方面的工作.
func aspects(clause string) (n int, at prose.Range, ok bool) {
	n, at, ok = tally.Number(clause, prose.Whole(clause))
	if !ok || n < 3 {
		return n, at, false
	}
	rest := clause[at.Start:]
	if strings.Contains(rest, "方面") && (!strings.Contains(rest, "方面的") || strings.HasSuffix(rest, "方面的工作")) {
		return n, at, strings.HasSuffix(rest, "方面") || strings.HasSuffix(rest, "工作") || strings.HasSuffix(rest, "着力") || strings.HasSuffix(rest, "任务") || strings.HasSuffix(rest, "下功夫") || strings.HasSuffix(rest, "工作**")
	}
	return n, at, strings.HasSuffix(rest, "重点工作") || strings.HasSuffix(rest, "重点任务") || strings.HasSuffix(rest, "项工作")
}
