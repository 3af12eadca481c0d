// Package stageprogress finds projects that this year's plan puts in a stage
// which, by the review of last year, they have passed: 建成 there, 开工 here.
package stageprogress

import (
	"fmt"

	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
)

// Rule sets what the review says of a project against the plan for it.
var Rule = &vet.Rule{
	ID: "stage-progress", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "项目的计划阶段落后于上年已到的阶段", En: "A project planned for a stage that it has passed"},
		What: vet.Words{
			Zh: "上年已经开工、建成、投产的项目，今年不再列为前期、开工（建成的也不再列为续建、完工）；上年写“加快推进”的，今年列为开工的，要说明。",
			En: "A project that was started, built or in use last year is not planned to be prepared or started this year; one that 加快推进 last year and starts this year needs a word.",
		},
		Why: vet.Words{
			Zh: "两处只有一处是真的：要么上年没有到那一步，要么今年的安排写错了。",
			En: "Only one of the two is true.",
		},
		Silent: vet.Words{
			Zh: "名称不是逐字相同的；不同的分期；上年建成、今年投产；主体完工、前期工作。",
			En: "Names that are not the same to the letter; other phases; built last year and in use this year; the shell finished, preparations.",
		},
		Wrong: frame("恒岳减速器产业园建成投产。"),
		Right: frame("恒岳减速器产业园前期工作有序开展。"),
	},
	Run: run,
}

func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）产业\n" + sentence + "\n" +
		"二、2031年主要任务\n（一）产业\n扩大投资。\n\n\t专栏1：2031年产业重点项目\n\n\t开工：恒岳减速器产业园建设、青塑全降解地膜等项目。\n" +
		"投产：金枢谐波减速器、禾岭轴承套圈热处理。\n\n\n（二）开放\n扩大开放。\n"
}

// fewest is the least number of characters of a name that two passages of text
// share by more than chance.
const fewest = 5

func run(p *vet.Pass) error {
	planned := projects.Of(p.Reading).Year(p.Plan.PlannedYear)
	livelihood(p, planned)
	tasks := map[string]projects.Mention{}
	all := projects.In(p.Reading)
	for _, m := range all {
		if m.Year == p.Plan.PlannedYear && !m.Some {
			tasks[m.Core()] = m
		}
	}
	for _, m := range all {
		if m.Year != p.Plan.ExecutedYear || p.Plan.ExecutedYear == p.Plan.PlannedYear {
			continue
		}
		if e, exact := planned.Find(m.String()); e != nil {
			if exact && passed(m.Verb, e.Stage) {
				report(p, m, e.Item.Stage, e.Mark(vet.Evidence), e.Where())
			}
			continue
		}
		if t, ok := tasks[m.Core()]; ok && certain(m, t) && passed(m.Verb, t.Verb.Stage) {
			report(p, m, t.Verb.Word, t.Mark(vet.Evidence), vet.Words{Zh: "今年的任务", En: "this year's tasks"})
		}
	}
	return nil
}

// certain reports that two passages of text speak of one project and that the
// later one has it begin or go on.
func certain(last, next projects.Mention) bool {
	return last.Runes() >= fewest && last.Verb.Stage != projects.Moving &&
		(next.Verb.Stage == projects.Started || next.Verb.Stage == projects.Continued)
}

// passed reports that what v says of last year cannot be followed by a year in
// stage next.
func passed(v projects.Verb, next projects.Stage) bool {
	switch v.Stage {
	case projects.InUse:
		return next != projects.None
	case projects.Built:
		return next != projects.None && next != projects.InUse
	case projects.Started, projects.Continued:
		return next == projects.Prepared || next == projects.Started
	case projects.Moving:
		return next == projects.Started && v.UnderWay()
	}
	return false
}

func report(p *vet.Pass, m projects.Mention, stage string, at vet.Mark, where vet.Words) {
	p.Report(finding(m.String(), m.Verb.Word, stage, where, m.Mark(vet.Subject), m.VerbMark(vet.Evidence), at))
}

func finding(name, last, next string, where vet.Words, marks ...vet.Mark) vet.Finding {
	return vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：上年写“%s”，%s却是“%s”。", name, last, where.Zh, next),
			En: fmt.Sprintf("%s: last year %s, but %s in %s.", name, last, next, where.En),
		},
		Marks: marks,
	}
}
