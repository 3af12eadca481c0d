// Package stagemismatch finds projects that the text and the box of the same
// year put in different stages: 建成投产 here, 续建 there.
package stagemismatch

import (
	"fmt"

	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
)

// Rule compares the verb before or behind a project's name with the stage of its
// entry.
var Rule = &vet.Rule{
	ID: "stage-mismatch", Since: "0.3", Requires: vet.Projects,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "项目的阶段在文字和专栏中不一致", En: "A project in another stage than in its box"},
		What: vet.Words{
			Zh: "文字说某项目某年做前期、开工、续建、建成或投产，与同一年专栏、项目表中的阶段一致；一个项目只列在一个阶段。“力争”“加快”之后的建成、投产也是当年的阶段。",
			En: "The text prepares, starts, continues or finishes a project as the box or table of the same year does, and no project is listed under two stages; 力争 or 加快 before 建成 does name this year's stage.",
		},
		Why: vet.Words{
			Zh: "按哪个阶段考核，责任单位无所适从。",
			En: "Nobody can tell which stage the owner answers for.",
		},
		Silent: vet.Words{
			Zh: "一期、二期等不同的分期；加快推进、加快建设一类不说结果的话；简称不能唯一对应到一个项目的；文字只说建成、竣工而专栏列为投产的。",
			En: "Different phases; words such as 加快推进 that name no end state; short names that fit several projects; finished in the text and in production in the box.",
		},
		Wrong: frame("建成投产恒岳减速器产业园。"),
		Right: frame("续建恒岳减速器产业园。"),
	},
	Run: run,
}

func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"二、2031年主要任务\n（一）产业\n" + sentence + "\n\n\t专栏1：2031年产业重点项目\n\n\t开工：立衡行星齿轮扩能、青塑全降解地膜等项目。\n" +
		"续建：恒岳精密减速器产业园、拓川风电齿轮箱基地。\n完工：金枢谐波减速器、禾岭轴承套圈热处理。\n\n\n（二）开放\n扩大开放。\n"
}

func run(p *vet.Pass) error {
	registers := projects.Of(p.Reading)
	twice(p, registers.Year(p.Plan.PlannedYear))
	var list []said // the linked names of one verb
	flush := func() {
		judge(p, list)
		list = nil
	}
	for _, m := range projects.In(p.Reading) {
		e, _ := registers.Year(m.Year).Find(m.String())
		if e == nil || e.Stage == projects.None {
			continue
		}
		if m.Verb.Stage == projects.Moving {
			if e.Stage == projects.Prepared && m.Verb.Builds() {
				p.Report(said{m, e}.finding(vet.Warning))
			}
			continue
		}
		if len(list) > 0 && list[0].List != m.List {
			flush()
		}
		list = append(list, said{m, e})
	}
	flush()
	return nil
}

// said is a project of the text with its entry.
type said struct {
	projects.Mention
	entry *projects.Entry
}

func (s said) fits() bool { return s.Verb.Fits(s.entry.Stage) }

// judge reports each project that does not fit its verb; where several and no
// other one fit it, the verb is what is wrong, and said once.
func judge(p *vet.Pass, list []said) {
	var odd []said
	for _, s := range list {
		switch {
		case !s.fits():
			odd = append(odd, s)
		case s.notYetInUse(p):
			p.Report(s.finding(vet.Warning))
		}
	}
	if len(odd) > 1 && len(odd) == len(list) && sameStage(odd) {
		f := odd[0].finding(odd[0].severity())
		for _, s := range odd[1:] {
			f.Marks = append(f.Marks, s.Mark(vet.Evidence), s.entry.Mark(vet.Evidence))
		}
		f.Message = vet.Words{
			Zh: fmt.Sprintf("文中说“%s”的%d个项目，%s都列在“%s”。", odd[0].Verb.Word, len(odd), odd[0].entry.Where().Zh, odd[0].entry.Item.Stage),
			En: fmt.Sprintf("%d projects are %s in the text, all under %s in %s.", len(odd), odd[0].Verb.Word, odd[0].entry.Item.Stage, odd[0].entry.Where().En),
		}
		p.Report(f)
		return
	}
	for _, s := range odd {
		p.Report(s.finding(s.severity()))
	}
}

func sameStage(list []said) bool {
	for _, s := range list {
		if s.entry.Stage != list[0].entry.Stage {
			return false
		}
	}
	return true
}

// severity is lower for 等续建项目, which may only say that they were begun before.
func (s said) severity() vet.Severity {
	if s.Soft {
		return vet.Warning
	}
	return ""
}

// notYetInUse reports a project that the text puts in production and a box under
// 竣工 beside a list of what goes into production.
func (s said) notYetInUse(p *vet.Pass) bool {
	if s.Verb.Stage != projects.InUse || s.Verb.Either || s.entry.Stage != projects.Built {
		return false
	}
	for _, e := range projects.Of(p.Reading).Year(s.Year).Entries {
		if e.Stage == projects.InUse && e.Box == s.entry.Box && e.Section == s.entry.Section {
			return true
		}
	}
	return false
}

func (s said) finding(severity vet.Severity) vet.Finding {
	where := s.entry.Where()
	return vet.Finding{
		Severity: severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：文中说“%s”，%s列在“%s”（%s）。", s, s.Verb.Word, where.Zh, s.entry.Item.Stage, s.entry.Name),
			En: fmt.Sprintf("%s: %s in the text, but under %s in %s (%s).", s, s.Verb.Word, s.entry.Item.Stage, where.En, s.entry.Name),
		},
		Marks: []vet.Mark{s.Mark(vet.Subject), s.VerbMark(vet.Evidence), s.entry.Mark(vet.Evidence)},
	}
}

// twice reports a project that the lists of one year name under two stages.
func twice(p *vet.Pass, g *projects.Register) {
	for _, pair := range g.Twins() {
		a, b := pair[0], pair[1]
		if a.Stage == b.Stage || a.Stage == projects.None || b.Stage == projects.None {
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("%s既列在“%s”，又列在“%s”。", b.Name, a.Item.Stage, b.Item.Stage),
				En: fmt.Sprintf("%s is listed under %s and under %s.", b.Name, a.Item.Stage, b.Item.Stage),
			},
			Marks: []vet.Mark{b.Mark(vet.Subject), a.Mark(vet.Evidence)},
		})
	}
}
