// Package stagemismatch finds projects that the text and the box of the same
// year put in different stages: 建成投产 here, 续建 there.
package stagemismatch

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Rule compares the verb before a project's name with the stage of its entry.
var Rule = &vet.Rule{
	ID: "stage-mismatch", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "项目的阶段在文字和专栏中不一致", En: "A project in another stage than in its box"},
		What: vet.Words{
			Zh: "文字说某项目今年开工、续建、建成或投产，与同一年专栏中的阶段一致。“力争”“加快”之后的建成、投产也是今年的阶段。",
			En: "The text starts, continues or finishes a project as the box of the same year does; 力争 or 加快 before 建成 does name this year's stage.",
		},
		Why: vet.Words{
			Zh: "按哪个阶段考核，责任单位无所适从。",
			En: "Nobody can tell which stage the owner answers for.",
		},
		Silent: vet.Words{
			Zh: "一期、二期等不同的分期；加快推进、加快建设一类不说结果的话；简称不能唯一对应到一个项目的；完工与投产不作区分。",
			En: "Different phases; words such as 加快推进 that name no end state; short names that fit several projects; finished and in production count as one.",
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

// stage is the state that a project is in during a year.
type stage int

const (
	none stage = iota
	prepared
	started
	continued
	finished // 完工 and 投产: a text that says 竣工投产 means either
)

// words name stages; the longer come first. Those of none name no state.
var words = []struct {
	word  string
	stage stage
}{
	{"建成投产", finished}, {"建成投用", finished}, {"竣工投产", finished}, {"竣工投用", finished}, {"完工投用", finished}, {"建成", finished},
	{"竣工", finished}, {"完工", finished}, {"投产", finished}, {"投用", finished}, {"投运", finished},
	{"开展前期", prepared}, {"谋划", prepared}, {"新开工", started}, {"开工建设", started}, {"动工建设", started}, {"开工", started}, {"启动建设", started},
	{"续建", continued},
}

// stageOf is the stage in the head of a box's list.
func stageOf(s string) stage {
	if strings.Contains(s, "前期") {
		return prepared
	}
	for _, w := range words {
		if strings.Contains(s, w.word) {
			return w.stage
		}
	}
	return none
}

func run(p *vet.Pass) error {
	var entries []entry
	for _, it := range p.Plan.Projects {
		if s := stageOf(it.Stage); s != none && it.Year == p.Plan.PlannedYear {
			entries = append(entries, entry{it, s, squeeze(it.Name)})
		}
	}
	if len(entries) == 0 {
		return nil
	}
	for _, l := range p.Lines {
		if l.Part != extract.Tasks || l.Box != "" || l.Level > 0 {
			continue
		}
		for _, c := range prose.Clauses(l.Text.S, prose.Whole(l.Text.S)) {
			clause(p, l.Text, c, entries)
		}
	}
	return nil
}

// clause reads 建成投产甲、乙等项目 and 推动甲、乙竣工投产.
func clause(p *vet.Pass, t document.Text, c prose.Range, entries []entry) {
	text := c.Of(t.S)
	said, at, size := verb(text)
	if said == none || strings.ContainsAny(text[:at], "未不") || strings.Contains(text[at:], "率") {
		return
	}
	names := prose.Range{Start: c.Start + at + size, End: c.End}
	if rest := strings.TrimSpace(names.Of(t.S)); utf8.RuneCountInString(rest) < shortest {
		names = prose.Range{Start: c.Start, End: c.Start + at} // the verb stands behind
	}
	for _, n := range prose.Split(t.S, names, "、") {
		n = bare(t.S, n)
		e, ok := link(n.Of(t.S), entries)
		if ok && e.stage != said {
			f := finding(t, prose.Range{Start: c.Start + at, End: c.Start + at + size}, n, e)
			if said == continued && strings.HasPrefix(text[at+size:], "项目") {
				f.Severity = vet.Warning // 等续建项目 may only say that they were begun before
			}
			p.Report(f)
		}
	}
}

// verb is the only word of a stage in a clause; two different ones leave open
// which name goes with which.
func verb(text string) (said stage, at, size int) {
	for _, w := range words {
		i := strings.Index(text, w.word)
		if i < 0 {
			continue
		}
		if said != none && w.stage != said {
			return none, 0, 0
		}
		if said == none {
			said, at, size = w.stage, i, len(w.word)
		}
	}
	return said, at, size
}

func finding(t document.Text, verb, name prose.Range, e entry) vet.Finding {
	return vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：文中说“%s”，专栏%s列在“%s”（%s）。", name.Of(t.S), verb.Of(t.S), e.item.Box, e.item.Stage, e.item.Name),
			En: fmt.Sprintf("%s: %s in the text, but under %s in box %s (%s).", name.Of(t.S), verb.Of(t.S), e.item.Stage, e.item.Box, e.item.Name),
		},
		Marks: []vet.Mark{
			vet.At(t, name.Start, name.End, vet.Subject),
			{Span: e.item.Span, Text: e.item.Name, Role: vet.Evidence},
		},
	}
}

// entry is a project of a box.
type entry struct {
	item  plan.Item
	stage stage
	name  string
}
