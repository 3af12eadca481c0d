// Package style finds a report that writes one thing in two ways: full-width and
// half-width signs, Ⅲ and III, kV and KV, blanks inside a sentence.
//
// It takes no side between two accepted forms. What a report mostly does is its
// style, what it does otherwise is listed, one finding a kind.
package style

import (
	"fmt"
	"regexp"

	"gangmu/document"
	"gangmu/vet"
)

// Rule counts the forms and points to the rarer one.
var Rule = &vet.Rule{
	ID: "style", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "写法不统一", En: "One thing written in two ways"},
		What: vet.Words{
			Zh: "全角和半角的百分号、数字、括号，罗马数字Ⅲ与III，千伏的kV与KV，句中多余的空格，上亿的金额仍写作“万元”，一个数两个界限词（约5%左右、不少于3家以上）：每一类只提示一次。",
			En: "Full-width and half-width signs, Ⅲ and III, kV and KV, stray blanks, amounts above a hundred million given in 万元, two words for one bound: one hint a kind.",
		},
		Why: vet.Words{
			Zh: "写法不一多半是多个部门的稿子拼成的，通稿时应统一。",
			En: "They come from the drafts of several offices and should be made one.",
		},
		Authority: "GB/T 15835—2011，GB 3100—1993",
		Silent: vet.Words{
			Zh: "通篇一致的写法；数字前后都空格的稿子；英文词之间的空格。",
			En: "A form used throughout; texts that set blanks around all numbers; blanks between Latin words.",
		},
		Wrong: "一、2030年计划执行情况\n增长5.1%，下降2.3%，占40.2%，完成率66.02％。\n",
		Right: "一、2030年计划执行情况\n增长5.1%，下降2.3%，占40.2%，完成率66.02%。\n",
	},
	Run: run,
}

// place is where something is written.
type place struct {
	text       document.Text
	start, end int
}

func run(p *vet.Pass) error {
	signs := make([]sign, len(p.Lines))
	for i, l := range p.Lines {
		signs[i] = signsOf(l.Text.S)
	}
	for _, k := range kinds {
		rare := places(p, k.rare, -1, func(i int) bool { return signs[i]&k.signs != 0 })
		if len(rare) == 0 {
			continue
		}
		var usual []place
		if k.usual != nil {
			usual = places(p, k.usual, len(rare)*k.times, func(int) bool { return true })
		}
		if k.either && len(rare) > len(usual) {
			rare, usual = usual, rare
		}
		if len(rare) > 0 && (k.usual == nil || len(usual) >= len(rare)*k.times) {
			report(p, k, rare, usual)
		}
	}
	return nil
}

// places are where form stands in the lines that may hold it.
func places(p *vet.Pass, form *regexp.Regexp, enough int, may func(line int) bool) []place {
	var out []place
	for i, l := range p.Lines {
		if enough >= 0 && len(out) >= enough {
			break
		}
		if may(i) {
			for _, m := range form.FindAllStringIndex(l.Text.S, -1) {
				out = append(out, place{l.Text, m[0], m[1]})
			}
		}
	}
	return out
}

func report(p *vet.Pass, k kind, rare, usual []place) {
	f := vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：“%s”等%d处，请统一。", k.zh, rare[0].text.S[rare[0].start:rare[0].end], len(rare)),
			En: fmt.Sprintf("%s: %q, in %d places.", k.en, rare[0].text.S[rare[0].start:rare[0].end], len(rare)),
		},
		Marks: []vet.Mark{vet.At(rare[0].text, rare[0].start, rare[0].end, vet.Subject)},
	}
	if len(usual) > 0 {
		f.Marks = append(f.Marks, vet.At(usual[0].text, usual[0].start, usual[0].end, vet.Evidence))
	}
	p.Report(f)
}
