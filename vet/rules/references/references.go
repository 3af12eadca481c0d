// Package references finds references to annexes, tables, boxes and figures that
// the report does not hold.
package references

import (
	"fmt"
	"strings"

	"gangmu/vet"
)

// Rule resolves 详见附件2, 见表1, 专栏3. A kind of which the report holds none is a
// separate document's and not looked for.
var Rule = &vet.Rule{
	ID: "references", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "引用的附件、表、专栏不存在", En: "References that lead nowhere"},
		What: vet.Words{
			Zh: "文中引用的附件、附表、表、专栏、图，文内都应当有；它们的编号从1起连续、不重复；附件清单与后面的附件一致。",
			En: "Annexes, tables, boxes and figures that the text refers to exist; their numbers run from 1 without gap or double; the list of annexes is that of the annexes.",
		},
		Why: vet.Words{
			Zh: "增删附件、表格之后，引用常常忘了改。",
			En: "References are forgotten when annexes and tables come and go.",
		},
		Silent: vet.Words{
			Zh: "报告里一个也没有的那一类（附件另附）；书名号后面的附件，那是别的文件的。",
			En: "Kinds of which the report holds none, which are separate documents; annexes of other documents.",
		},
		Wrong: frame("详见附件3"),
		Right: frame("详见附件2"),
	},
	Run: run,
}

// frame is a report whose text holds a reference.
func frame(reference string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n二、2031年总体考虑\n" +
		"2031年计划指标共36项，" + reference + "。\n附件1\n2030年计划完成情况\n附件2\n2031年计划草案\n"
}

func run(p *vet.Pass) error {
	kinds := map[string]*labels{}
	for _, k := range []string{"附件", "附表", "专栏", "表", "图"} {
		kinds[k] = &labels{kind: k, titles: map[int]label{}}
	}
	for b := range p.Document.Paragraphs() {
		for _, l := range kinds {
			l.title(b.Text)
		}
	}
	for b := range p.Document.Paragraphs() {
		for _, k := range order {
			if l := kinds[k]; len(l.titles) > 0 {
				l.missing(p, b.Text)
			}
		}
	}
	for _, k := range order {
		kinds[k].gaps(p)
	}
	listed(p, kinds["附件"])
	return nil
}

// order is that in which kinds are looked for, so that 附表1 is not read as 表1.
var order = []string{"附件", "附表", "专栏", "表", "图"}

// missing reports references in a paragraph to titles that do not exist.
func (l *labels) missing(p *vet.Pass, t text) {
	for _, r := range l.references(t) {
		mark := vet.At(t, r.start, r.end, vet.Subject)
		if _, ok := l.titles[r.n]; ok {
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("引用了“%s%s”，报告中没有（有的是%s）。", l.kind, r.printed, l.names()),
				En: fmt.Sprintf("%s%s is referred to, but the report holds only %s.", l.kind, r.printed, l.names()),
			},
			Marks: []vet.Mark{mark, l.last()},
		})
	}
}

// gaps reports titles whose numbers skip one or come twice.
func (l *labels) gaps(p *vet.Pass) {
	if len(l.order) < 2 {
		return
	}
	for i, title := range l.order[1:] {
		before := l.order[i]
		switch {
		case title.n == before.n+1 || title.n == 1 || strings.Contains(title.text.S, "续"):
			continue // the next, a new count, or the same table on another page
		case title.n == before.n && title.text.S == before.text.S:
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("“%s%s”后面接着是“%s%s”，编号不连续。", l.kind, before.printed, l.kind, title.printed),
				En: fmt.Sprintf("%s%s is followed by %s%s.", l.kind, before.printed, l.kind, title.printed),
			},
			Marks: []vet.Mark{
				vet.At(title.text, title.start, title.end, vet.Subject),
				vet.At(before.text, before.start, before.end, vet.Evidence),
			},
		})
	}
}
