package sumparts

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/internal/words"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

var industries = words.New("产业结构", "产业比", "三次产业")

// structure adds the shares of the three industries: 6.4:47.0:46.6.
func structure(p *vet.Pass, t document.Text, s prose.Range) {
	text := s.Of(t.S)
	if !industries.In(text) {
		return
	}
	for m := range quantity.Scan(text) {
		if m.Quantity.Form != quantity.Ratio || len(m.Quantity.Parts) != 3 {
			continue
		}
		added, result := quantity.Interval{}, quantity.Int(0)
		var shown []string
		for _, part := range m.Quantity.Parts {
			added = added.Add(quantity.Quantity{Value: part}.Interval())
			result = result.Add(part)
			shown = append(shown, part.String())
		}
		whole := quantity.Int(100)
		if added.Contains(whole) || result.Cmp(quantity.Int(50)) < 0 || result.Cmp(quantity.Int(150)) > 0 {
			continue // a ratio of something else: 1:2:7
		}
		sum := strings.Join(shown, "+") + "=" + result.String()
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("三次产业结构%s，应为100。", sum),
				En: fmt.Sprintf("the shares of the three industries make %s, not 100.", sum),
			},
			Marks:  []vet.Mark{vet.At(t, s.Start+m.Start, s.Start+m.End, vet.Subject)},
			Values: []vet.Value{{Text: "100"}, {Text: sum, Interval: added.String()}},
		})
	}
}

// count is a whole number of indicators: 26项.
type count struct {
	n int
	prose.Range
}

// counts are the numbers of 项 of a range.
func counts(s string, r prose.Range) []count {
	var out []count
	for m := range quantity.Scan(r.Of(s)) {
		if m.Kind != quantity.Amount || m.Quantity.Unit.Text != "项" || m.Quantity.Op != quantity.Equal {
			continue
		}
		if n, ok := verdicts.Int(m.Quantity.Value); ok {
			out = append(out, count{n, prose.Range{Start: r.Start + m.Start, End: r.Start + m.End}})
		}
	}
	return out
}

// verdictCounts adds 完成26项，未达预期9项，特殊指标3项 and holds the sum against the
// whole set stated before in the same paragraph: 指标38项.
func verdictCounts(p *vet.Pass, l extract.Line) {
	s := l.Text.S
	if !strings.Contains(s, "指标") {
		return
	}
	var total *count
	for _, sentence := range prose.Split(s, prose.Whole(s), "。；") {
		parts, verdict := verdictParts(s, sentence)
		if total != nil && verdict && len(parts) > 1 {
			report(p, l.Text, *total, parts, l.Text)
			return
		}
		for _, c := range prose.Clauses(s, sentence) {
			ns := counts(s, c)
			if total == nil && len(ns) == 1 && strings.Contains(c.Of(s), "指标") && strings.Contains(c.Of(s), "共") && !strings.Contains(c.Of(s), "其中") {
				total = &ns[0]
			}
		}
	}
}

// verdictParts are the counts of a sentence all of whose clauses end in one.
func verdictParts(s string, sentence prose.Range) (parts []count, verdict bool) {
	for _, c := range prose.Split(s, sentence, "，") {
		ns := counts(s, c)
		if len(ns) != 1 || ns[0].End != c.End {
			return nil, false
		}
		if _, _, ok := verdicts.ClassOf(c.Of(s)); ok || strings.Contains(c.Of(s), "完成") || strings.Contains(c.Of(s), "预期") {
			verdict = true
		}
		parts = append(parts, ns[0])
	}
	return parts, verdict
}

// longestTitle is a title's length in characters.
const longestTitle = 40

// pointCounts adds the numbers of 一是…4项。 二是…3项。 under a title that gives the
// whole: 9项指标完成较为困难.
func pointCounts(p *vet.Pass, lines []extract.Line) {
	title := lines[0].Text
	if lines[0].Box != "" || utf8.RuneCountInString(title.S) > longestTitle || !strings.Contains(title.S, "指标") {
		return
	}
	total := counts(title.S, prose.Whole(title.S))
	if len(total) != 1 {
		return
	}
	var parts []count
	var texts []document.Text
	for i, l := range lines[1:] {
		if !strings.HasPrefix(l.Text.S, prose.Chinese(i+1)+"是") {
			break
		}
		sentences := prose.Split(l.Text.S, prose.Whole(l.Text.S), "。：；")
		ns := counts(l.Text.S, sentences[0])
		if len(ns) != 1 || ns[0].End != sentences[0].End {
			return
		}
		parts, texts = append(parts, ns[0]), append(texts, l.Text)
	}
	if len(parts) > 1 {
		report(p, title, total[0], parts, texts...)
	}
}

// report files a sum of counts that differs from its total. Each part stands in
// the text of its place, or all in the only one.
func report(p *vet.Pass, t document.Text, total count, parts []count, texts ...document.Text) {
	added := 0
	var shown []string
	marks := []vet.Mark{vet.At(t, total.Start, total.End, vet.Subject)}
	for i, part := range parts {
		added += part.n
		shown = append(shown, fmt.Sprint(part.n))
		marks = append(marks, vet.At(texts[min(i, len(texts)-1)], part.Start, part.End, vet.Evidence))
	}
	if added == total.n {
		p.Agree(marks...)
		return
	}
	sum := fmt.Sprintf("%s=%d", strings.Join(shown, "+"), added)
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("各部分%s项，不等于%d项。", sum, total.n),
			En: fmt.Sprintf("the parts make %s, not %d.", sum, total.n),
		},
		Marks:  marks,
		Values: []vet.Value{{Text: fmt.Sprint(total.n)}, {Text: sum}},
	})
}
