// Package termdrift finds slogans that a report writes in two ways: “六大系统” and
// “六大应用系统”, “一镇一景”提升行动 and “一镇一景提升”行动.
package termdrift

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// Rule compares what stands in quotation marks.
var Rule = &vet.Rule{
	ID: "term-drift", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "同一提法前后写法不一", En: "One term in two wordings"},
		What: vet.Words{
			Zh: "加引号的提法全文一种写法：“六大系统”与“六大应用系统”，引号括到哪里也应一致。",
			En: "A quoted term is worded and quoted in one way.",
		},
		Why: vet.Words{
			Zh: "提法不一会让人以为是两件事。",
			En: "Two wordings read like two things.",
		},
		Silent: vet.Words{
			Zh: "数字或中心词不同的提法；引号里不足三个字的词。",
			En: "Terms with other numbers or nouns; words of one or two characters.",
		},
		Wrong: "一、2030年计划执行情况\n推进“六大系统”建设。\n二、2031年主要任务\n整合“六大应用系统”。\n",
		Right: "一、2030年计划执行情况\n推进“六大系统”建设。\n二、2031年主要任务\n整合“六大系统”，抓好“六大行动”。\n",
	},
	Run: run,
}

// term is a quoted text, with what follows it.
type term struct {
	name       string
	text       document.Text
	start, end int
}

func run(p *vet.Pass) error {
	var terms []term
	seen := map[string]bool{}
	for _, l := range p.Lines {
		for _, t := range quotedIn(l.Text) {
			if key := t.name + "\x00" + t.follows(); !seen[key] {
				seen[key] = true
				terms = append(terms, t)
			}
		}
	}
	formulas(p)
	said := map[string]bool{}
	alike := map[string][]term{} // by their first character, which all forms of a term share
	for _, a := range terms {
		_, size := utf8.DecodeRuneInString(a.name)
		first := a.name[:size]
		for _, b := range alike[first] {
			if key := min(a.name, b.name) + "\x00" + max(a.name, b.name); drifted(a, b) && !said[key] {
				said[key] = true
				report(p, a, b)
			}
		}
		alike[first] = append(alike[first], a)
	}
	return nil
}

// longest is more than a slogan has in characters.
const longest = 16

func quotedIn(t document.Text) []term {
	var out []term
	for i := 0; ; {
		a := strings.Index(t.S[i:], "“")
		if a < 0 {
			return out
		}
		a += i + len("“")
		b := strings.IndexAny(t.S[a:], "”“")
		if b < 0 {
			return out
		}
		name := t.S[a : a+b]
		if n := utf8.RuneCountInString(name); n >= 3 && n <= longest && strings.HasPrefix(t.S[a+b:], "”") && !strings.ContainsAny(name, "，。；、：") {
			out = append(out, term{name, t, a, a + b})
		}
		i = a + b
	}
}

// follows are the four characters behind the closing mark.
func (t term) follows() string {
	rest := t.text.S[t.end+len("”"):]
	n := 0
	for i, r := range rest {
		if n == 4 || !unicode.Is(unicode.Han, r) {
			return rest[:i]
		}
		n++
	}
	return rest
}

// drifted reports two forms of one term.
func drifted(a, b term) bool {
	if len(a.name) > len(b.name) {
		a, b = b, a
	}
	if a.name == b.name {
		return false
	}
	if tail, ok := strings.CutPrefix(b.name, a.name); ok { // “甲”提升 and “甲提升”
		return utf8.RuneCountInString(tail) >= 2 && strings.HasPrefix(a.follows(), tail)
	}
	n, m := counted(a.name), counted(b.name)
	return n != "" && n == m && tailOf(a.name) == tailOf(b.name) && len(b.name)-len(a.name) <= 2*len("应") && rows.InOrder(a.name, b.name)
}

// counted is the number that a slogan begins with: 六大.
func counted(s string) string {
	if n, size := prose.Ordinal(s); n > 1 {
		for _, m := range []string{"大", "个", "项"} {
			if strings.HasPrefix(s[size:], m) {
				return s[:size+len(m)]
			}
		}
	}
	return ""
}

// tailOf are the last two characters.
func tailOf(s string) string { return s[max(0, len(s)-2*len("系")):] }

func report(p *vet.Pass, a, b term) {
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("此处是“%s”，另一处是“%s”，是否同一提法？", a.name, b.name),
			En: fmt.Sprintf("%s here and %s elsewhere: is it one term?", a.name, b.name),
		},
		Marks: []vet.Mark{vet.At(a.text, a.start, a.end, vet.Subject), vet.At(b.text, b.start, b.end, vet.Evidence)},
	})
}
