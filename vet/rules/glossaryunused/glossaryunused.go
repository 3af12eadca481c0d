// Package glossaryunused finds terms that the glossary explains and the report
// never uses.
package glossaryunused

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/plan"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Rule looks for every head of the glossary in the rest of the report.
var Rule = &vet.Rule{
	ID: "glossary-unused", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "名词解释里的词正文没有用到", En: "A term that is explained and never used"},
		What: vet.Words{
			Zh: "名词解释的每个词条在报告正文、专栏、附件或表格中出现过。",
			En: "Every head of the glossary stands somewhere in the text, the boxes, the annexes or the tables.",
		},
		Why: vet.Words{
			Zh: "多半是正文删了这句话，或者换了提法而词条没有跟着改。",
			En: "The sentence was dropped, or the term was reworded in the text and not here.",
		},
		Silent: vet.Words{
			Zh: "引号、括号不同的写法，引号后面换了名词的写法（“2+4”产业集群与“2+4”现代产业集群）；正文只写了词条的一部分、或者中间夹了别的字的，只作提示。",
			En: "Other quotation marks and brackets; another noun behind them; a hint only where the report uses a part of the term or puts words between.",
		},
		Wrong: frame("推行一窗综办，优化服务。"),
		Right: frame("推行一窗综办，建设“铜心”小院落。"),
	},
	Run: run,
}

func frame(sentence string) string {
	return "2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n二、2031年主要任务\n" + sentence +
		"\n名词解释\n一窗综办：前台综合受理、后台分类审批的服务方式。\n铜心小院：以院落为单元的治理方式。\n"
}

func run(p *vet.Pass) error {
	if len(p.Plan.Glossary) == 0 {
		return nil
	}
	var text []string
	for _, l := range p.Lines {
		if l.Part != extract.Glossary {
			text = append(text, prose.Letters(l.Text.S))
		}
	}
	for _, it := range p.Plan.Indicators {
		text = append(text, prose.Letters(it.Name))
	}
	var unused []plan.Term
	for _, g := range p.Plan.Glossary {
		if utf8.RuneCountInString(g.Term) <= longest && !heading(g.Term) && !anyUsed(g.Term, text) && !quoted(g.Term, p.Lines) {
			unused = append(unused, g)
		}
	}
	if len(unused)*3 > len(p.Plan.Glossary) && len(unused) > 2 {
		return nil // not the glossary of this text, or only a part of the text
	}
	for _, g := range unused {
		f := vet.Finding{Marks: []vet.Mark{{Span: g.Span, Text: g.Term, Role: vet.Subject}}}
		f.Message, f.Severity = judge(g, text, p.Lines)
		p.Report(f)
	}
	return nil
}

// judge says how the report words an unused term, if it does.
func judge(g plan.Term, text []string, lines []extract.Line) (vet.Words, vet.Severity) {
	term := prose.Letters(g.Term)
	if words := slip(term, text); words != "" && !strings.Contains(g.Term, "、") {
		return vet.Words{
			Zh: fmt.Sprintf("名词解释的“%s”，正文中写作“%s”，差一个字。", g.Term, words),
			En: fmt.Sprintf("the glossary explains %s, the report says %s, one character off.", g.Term, words),
		}, ""
	}
	if words := reworded(term, text); words != "" {
		return vet.Words{
			Zh: fmt.Sprintf("名词解释的“%s”，正文中写作“%s”。", g.Term, words),
			En: fmt.Sprintf("the glossary explains %s, the report says %s.", g.Term, words),
		}, vet.Info
	}
	severity := vet.Severity("")
	if anchored(lines, g) {
		severity = vet.Info // the mark says where it belongs
	}
	return vet.Words{
		Zh: fmt.Sprintf("名词解释了“%s”，正文中没有出现。", g.Term),
		En: fmt.Sprintf("the glossary explains %s, which the report never uses.", g.Term),
	}, severity
}

// anchored reports a note whose mark stands in the text: [17].
func anchored(lines []extract.Line, g plan.Term) bool {
	i := slices.IndexFunc(lines, func(l extract.Line) bool {
		return l.Part == extract.Glossary && strings.HasPrefix(l.Text.S, "[") && l.Text.Span(0, 0).Line == g.Span.Line
	})
	if i < 0 {
		return false
	}
	mark, _, ok := strings.Cut(lines[i].Text.S, "]")
	return ok && slices.ContainsFunc(lines, func(l extract.Line) bool {
		return l.Part != extract.Glossary && strings.Contains(l.Text.S, mark+"]")
	})
}

// longest is more than a term has in characters; what is longer is a sentence
// with a note.
const longest = 16

// heading reports what stands in front of a colon in a glossary and is no term.
func heading(term string) bool {
	for _, h := range []string{"资料来源", "附录", "附件", "附表", "注", "说明"} {
		if strings.HasPrefix(term, h) {
			return true
		}
	}
	return false
}

// quoted looks for what a term puts in quotation marks, with these marks: “四零”承诺.
func quoted(term string, lines []extract.Line) bool {
	_, rest, ok := strings.Cut(term, "“")
	name, _, closed := strings.Cut(rest, "”")
	if !ok || !closed {
		return false
	}
	return slices.ContainsFunc(lines, func(l extract.Line) bool {
		return l.Part != extract.Glossary && strings.Contains(l.Text.S, "“"+name+"”")
	})
}

// anyUsed looks for a term, without its number, or for what its quotation marks
// single out: “加工增值”政策.
func anyUsed(term string, text []string) bool {
	bare := strings.TrimLeft(term, "0123456789")
	if rest := strings.TrimLeft(bare, ".．、 "); len(rest) < len(bare) && len(bare) < len(term) {
		bare = rest // 11.41条 as well, whose number was taken for a decimal
	} else {
		bare = term // digits of its own: 1+N
	}
	names := []string{prose.Letters(bare), prose.Letters(prose.WithoutBrackets(bare))}
	if _, rest, ok := strings.Cut(term, "."); ok { // 11.41条措施: the number is 11
		names = append(names, prose.Letters(rest))
	}
	if head, _, ok := strings.Cut(strings.TrimSpace(bare), " "); ok && utf8.RuneCountInString(head) > 2 {
		names = append(names, prose.Letters(head))
	}
	if _, rest, ok := strings.Cut(bare, "“"); ok {
		if quoted, _, ok := strings.Cut(rest, "”"); ok && utf8.RuneCountInString(quoted) > 2 {
			names = append(names, prose.Letters(quoted))
		}
	}
	for _, n := range names {
		if n == "" || used(n, text) {
			return true
		}
	}
	return false
}

func used(term string, text []string) bool {
	return slices.ContainsFunc(text, func(s string) bool { return strings.Contains(s, term) })
}
