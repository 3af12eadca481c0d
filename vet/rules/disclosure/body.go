package disclosure

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// ownedUp are the rows that a paragraph names, each with a number and a word of
// shortfall in the same sentence.
func ownedUp(s string, table rows.Table) []string {
	var out []string
	for _, r := range prose.Sentences(s, prose.Whole(s)) {
		sentence := r.Of(s)
		if !containsAny(sentence, shortfall) || !strings.ContainsAny(sentence, prose.Digits) {
			continue
		}
		for _, h := range catalogue.Find(sentence) {
			if row, ok := table.Find(sentence[h.Start:h.End]); ok {
				out = append(out, row.Item.Name)
			}
		}
		for _, row := range table { // names that the catalogue does not know
			if strings.Contains(sentence, row.Item.Name) {
				out = append(out, row.Item.Name)
			}
		}
	}
	return out
}

// praising words stand in the short sentence that begins a paragraph.
var praising = []string{"稳步增长", "稳中向好", "稳中有进", "快速增长", "较快增长", "持续增长", "稳定增长", "平稳增长", "大幅增长", "形势良好", "成效显著", "企稳回升", "稳步提升", "持续向好"}

// topic is how many characters of a row's name a heading must hold to speak of it.
const topic = 2

// praise finds headings and first sentences that praise what the paragraph's own
// missed indicator does not bear out.
func praise(p *vet.Pass, missed []plan.Item) {
	for _, l := range p.Lines {
		if l.Box != "" || l.Part != extract.Execution || l.Level > 0 {
			continue
		}
		said := map[string]bool{} // once in a paragraph
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			first := prose.Clauses(l.Text.S, s)
			if len(first) == 0 || !containsAny(first[0].Of(l.Text.S), praising) || strings.ContainsAny(first[0].Of(l.Text.S), prose.Digits) {
				continue
			}
			for _, it := range missed {
				if !said[it.Name] && speaksOf(first[0].Of(l.Text.S), it.Name) {
					said[it.Name] = true
					praised(p, vet.At(l.Text, first[0].Start, first[0].End, vet.Subject), it)
				}
			}
		}
	}
}

// speaksOf reports a heading with the subject of a row: 农业 of 农业增加值增速, 居民…收入
// of 全体居民人均可支配收入增速.
func speaksOf(heading, name string) bool {
	if strings.Contains(name, "居民") && strings.Contains(name, "收入") {
		return strings.Contains(heading, "居民") && strings.Contains(heading, "收入")
	}
	for _, lead := range []string{"全体", "规上", "规模以上", "实际"} {
		name = strings.TrimPrefix(name, lead)
	}
	runes := []rune(name)
	return len(runes) > topic && strings.HasPrefix(heading, string(runes[:topic])) && !strings.HasPrefix(heading, "地区")
}

func praised(p *vet.Pass, heading vet.Mark, it plan.Item) {
	m := it.Measure()
	p.Report(vet.Finding{
		Severity: vet.Info,
		Message: vet.Words{
			Zh: fmt.Sprintf("“%s”：而%s没有完成（目标%s，实绩%s），措辞请斟酌。", heading.Text, it.Name, m.Target.Text, m.Facts[0].Text),
			En: fmt.Sprintf("%s: but %s was missed (target %s, result %s).", heading.Text, it.Name, m.Target.Text, m.Facts[0].Text),
		},
		Marks: []vet.Mark{heading, {Span: it.Span, Text: it.Name, Role: vet.Evidence}},
	})
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
