// Package nearname finds names of projects that differ from a name in the boxes
// by one character: one of the two is misspelt, or they are two projects and the
// box lacks one.
package nearname

import (
	"fmt"

	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
)

// Rule looks at names in the text that mean no entry, and at entries of two lists.
var Rule = &vet.Rule{
	ID: "near-name", Since: "0.3", Requires: vet.Projects,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "项目名称只差一个字", En: "Project names one character apart"},
		What: vet.Words{
			Zh: "文字里的项目名称与专栏、项目表里的只差一个字，或者同一阶段的同名项目分期不同，是笔误还是两个项目？",
			En: "A project in the text is spelt as one in the boxes but for one character, or has another phase in the same stage: a slip, or two projects?",
		},
		Why: vet.Words{
			Zh: "名称差一个字，任务分解和以后的调度就对不上项目。",
			En: "With another name nobody finds the project again.",
		},
		Silent: vet.Words{
			Zh: "方位、编号、分期不同而阶段也不同的；短于五个字的；专栏里另有逐字相同的项目的。",
			En: "Another direction, number or phase in another stage; names under five characters; names that the box has to the letter.",
		},
		Wrong: frame("开工建设恒岳减速机产业园。"),
		Right: frame("开工建设恒岳减速器产业园。"),
	},
	Run: run,
}

func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"二、2031年主要任务\n（一）产业\n" + sentence + "\n\n\t专栏1：2031年产业重点项目\n\n\t开工：恒岳减速器产业园建设、青塑全降解地膜等项目。\n" +
		"投产：金枢谐波减速器、禾岭轴承套圈热处理。\n\n\n（二）开放\n扩大开放。\n"
}

func run(p *vet.Pass) error {
	g := projects.Of(p.Reading).Year(p.Plan.PlannedYear)
	said := map[string]bool{}
	for _, m := range projects.In(p.Reading) {
		name := m.Core()
		if e, _ := g.Find(m.String()); e != nil || said[name] {
			continue
		}
		e, numbered := g.Near(m.String())
		if e == nil || numbered && !(m.Year == e.Year && m.Verb.Stage != projects.Moving && m.Verb.Fits(e.Stage)) {
			continue
		}
		said[name] = true
		report(p, m.Mark(vet.Subject), e)
	}
	lists(p, g)
	passages(p, projects.In(p.Reading))
	return nil
}

func report(p *vet.Pass, subject vet.Mark, e *projects.Entry) {
	where := e.Where()
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("“%s”与%s的“%s”只差一个字，是笔误还是两个项目？", subject.Text, where.Zh, e.Name),
			En: fmt.Sprintf("%s is one character from %s in %s: a slip, or two projects?", subject.Text, e.Name, where.En),
		},
		Marks: []vet.Mark{subject, e.Mark(vet.Evidence)},
	})
}

// lists compares the boxes with a table of the same projects: names that only
// one of the two has, one character apart.
func lists(p *vet.Pass, all *projects.Register) {
	boxed, tabled := all.Split(func(e *projects.Entry) bool { return e.Box != "" })
	for _, e := range tabled.Entries {
		if same, _ := boxed.Find(e.Name); same != nil {
			continue
		}
		near, numbered := boxed.Near(e.Name)
		if near == nil || numbered {
			continue
		}
		if back, exact := tabled.Find(near.Name); back == nil || !exact {
			report(p, e.Mark(vet.Subject), near)
		}
	}
}
