// Package listform finds faults in the form of the lists of projects: 等项目 in the
// middle, a project listed twice, two in one entry, a stray slash, a project
// under another heading than its kind.
package listform

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
	"gangmu/vet/rules/internal/prose"
)

// Rule reads the stage lists of the boxes.
var Rule = &vet.Rule{
	ID: "list-form", Since: "0.3", Requires: vet.Projects,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "项目清单的写法", En: "The form of lists of projects"},
		What: vet.Words{
			Zh: "“等项目”只在一列的末尾；一类之下一个阶段只写一行；一个项目只列一次；一个条目只写一个项目；项目放在所属的类别下；没有多余的斜杠。",
			En: "等项目 stands at the end of a list only; a stage has one line in its category; a project is listed once; an entry holds one project and stands in its category; no stray slashes.",
		},
		Why: vet.Words{
			Zh: "清单要逐条分解到责任单位，写法不一就数不清有几个项目。",
			En: "The lists are assigned entry by entry; otherwise nobody can count them.",
		},
		Silent: vet.Words{
			Zh: "名称里本来就有的“和”“等”“/”（电力/通信、吨/年、C22-1/02地块）；综合性的类别。",
			En: "和, 等 and / that belong to a name; general categories.",
		},
		Wrong: frame("恒岳减速器产业园等项目、拓川风电齿轮箱基地等项目。"),
		Right: frame("恒岳减速器产业园、拓川风电齿轮箱基地等项目。"),
	},
	Run: run,
}

func frame(list string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"二、2031年主要任务\n（一）产业\n扩大投资。\n\n\t专栏1：2031年产业重点项目\n\n\t开工：青塑全降解地膜、立衡齿轮扩能等项目。\n" +
		"续建：" + list + "\n投产：金枢谐波减速器、禾岭轴承套圈热处理等项目。\n\n\n（二）开放\n扩大开放。\n"
}

func run(p *vet.Pass) error {
	heads := map[string]vet.Mark{} // of the stages in the present category
	section := ""
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Part != extract.InBox {
			continue
		}
		stage, list, ok := stageLine(l.Text.S)
		if !ok || l.Section != section {
			clear(heads)
			section = l.Section
		}
		if !ok {
			continue
		}
		head := vet.At(l.Text, 0, len(stage), vet.Subject)
		if first, again := heads[stage]; again {
			first.Role = vet.Evidence
			report(p, vet.Words{
				Zh: fmt.Sprintf("同一类下有两行“%s”。", stage),
				En: fmt.Sprintf("two lines of %s in one category.", stage),
			}, head, first)
		}
		heads[stage] = head
		entries(p, l.Text, list)
	}
	g := projects.Of(p.Reading).Year(p.Plan.PlannedYear)
	repeated(p, g)
	categories(p, g)
	return nil
}

// stageLine splits 开工：甲、乙等项目。
func stageLine(s string) (stage string, list prose.Range, ok bool) {
	i := strings.Index(s, "：")
	if i < 0 || utf8.RuneCountInString(s[:i]) > 12 || projects.HeadStage(s[:i]) == projects.None {
		return "", list, false
	}
	return s[:i], prose.Range{Start: i + len("："), End: len(strings.TrimRight(s, "。； 　"))}, true
}

// entries looks at each entry of a list.
func entries(p *vet.Pass, t document.Text, list prose.Range) {
	all := prose.Entries(t.S, list)
	for i, e := range all {
		name := e.Of(t.S)
		if tail := closing(name); tail != "" && i < len(all)-1 {
			report(p, vet.Words{
				Zh: fmt.Sprintf("“%s”写在一列的中间，应只在末尾。", tail),
				En: fmt.Sprintf("%s in the middle of a list.", tail),
			}, vet.At(t, e.End-len(tail), e.End, vet.Subject))
		}
		if at := straySlash(name); at >= 0 {
			report(p, vet.Words{
				Zh: fmt.Sprintf("“%s”里有多余的斜杠。", prose.Short(name, 30)),
				En: "a stray slash.",
			}, vet.At(t, e.Start, e.End, vet.Subject))
		}
		if a, b, two := pair(name); two {
			report(p, vet.Words{
				Zh: fmt.Sprintf("一个条目写了两个项目：%s、%s。", a, b),
				En: fmt.Sprintf("two projects in one entry: %s and %s.", a, b),
			}, vet.At(t, e.Start, e.End, vet.Subject))
		}
	}
}

// closing is what closes an open list at the end of name.
func closing(name string) string {
	for _, tail := range []string{"等重点项目", "等重大项目", "等一批项目", "等项目", "等工程", "等"} {
		if strings.HasSuffix(name, tail) {
			return tail
		}
	}
	return ""
}

// straySlash is the place of a slash at the edge of a name or right behind the
// name of a company; -1 where there is none.
func straySlash(name string) int {
	for _, s := range []string{"公司/", "公司／", "厂/", "//"} {
		if i := strings.Index(name, s); i >= 0 {
			return i
		}
	}
	if strings.HasPrefix(name, "/") || strings.HasSuffix(name, "/") {
		return 0
	}
	return -1
}

// pair cuts 金水一支路和金水九支路: two names that begin and end alike.
func pair(name string) (a, b string, ok bool) {
	a, b, ok = strings.Cut(prose.WithoutBrackets(name), "和")
	if t := closing(b); t != "" {
		b = strings.TrimSuffix(b, t)
	}
	x, y := []rune(a), []rune(b)
	if !ok || len(x) < 4 || len(y) < 4 || len(x) > 30 || len(y) > len(x) || strings.Contains(b, "和") {
		return "", "", false
	}
	same := string(x[len(x)-2:]) == string(y[len(y)-2:]) && string(x[len(x)-len(y):len(x)-len(y)+2]) == string(y[:2])
	return a, b, same && a != b
}

func report(p *vet.Pass, message vet.Words, marks ...vet.Mark) {
	p.Report(vet.Finding{Message: message, Marks: marks})
}
