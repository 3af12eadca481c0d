// Package deliverablemissing finds projects that the text promises and no box
// lists, and numbers of projects that the lists do not hold.
package deliverablemissing

import (
	"fmt"
	"strings"

	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
)

// Rule looks at the projects that the tasks start, build or put into use.
var Rule = &vet.Rule{
	ID: "deliverable-missing", Since: "0.3", Requires: vet.Projects,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "文字里的项目不在专栏中，或者项目总数不符", En: "A project that no box lists, or another number of them"},
		What: vet.Words{
			Zh: "任务部分写明开工、建成、投产的项目，在当年的专栏、项目表里能找到；写明的项目总数与列出的个数对得上。",
			En: "A project that the tasks start, build or put into use stands in a box or table of the year; the stated number of projects fits the lists.",
		},
		Why: vet.Words{
			Zh: "专栏是分解任务的依据，漏列的项目没有人负责。",
			En: "Tasks are assigned from the boxes: a project that is not listed has no owner.",
		},
		Silent: vet.Words{
			Zh: "专栏里有相近名称的；写明个数的（3所幼儿园）；平台、体系、机制一类；以“等”结尾的列表少于总数。",
			En: "Names that a box hints at; numbers of things; platforms, systems and mechanisms; open lists that hold fewer than the total.",
		},
		Wrong: frame("建成投产恒岳减速器、金枢谐波减速器、溪谷饮料加工等项目。"),
		Right: frame("建成投产恒岳减速器、金枢谐波减速器等项目。"),
	},
	Run: run,
}

func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"二、2031年主要任务\n（一）产业\n" + sentence + "\n\n\t专栏1：2031年产业重点项目\n\n\t开工：青塑全降解地膜、立衡齿轮扩能等项目。\n" +
		"投产：金枢谐波减速器、禾岭轴承套圈热处理、恒岳精密减速器产业园等项目。\n\n\n（二）开放\n扩大开放。\n"
}

func run(p *vet.Pass) error {
	g := projects.Of(p.Reading).Year(p.Plan.PlannedYear)
	var missing []projects.Mention
	listed := map[int]int{} // by list, how many of its names an entry answers
	named, found := 0, 0
	for _, m := range projects.In(p.Reading) {
		if m.Year != p.Plan.PlannedYear || !promised(m) {
			continue
		}
		named++
		if e, _ := g.Find(m.String()); e != nil {
			found++
			listed[m.List]++
			continue
		}
		if near, _ := g.Near(m.String()); near == nil && !g.Known(m.String()) {
			missing = append(missing, m)
		}
	}
	bySeverity := map[vet.Severity][]projects.Mention{}
	for _, m := range missing {
		severity := vet.Info
		if listed[m.List] > 0 || found*habit >= named*(habit-1) {
			severity = vet.Warning
		}
		bySeverity[severity] = append(bySeverity[severity], m)
	}
	report(p, bySeverity[vet.Warning], vet.Warning)
	report(p, bySeverity[vet.Info], vet.Info)
	totals(p, g)
	return nil
}

// habit: where all but one of so many named projects are listed, it is the
// report's habit to list them.
const habit = 3

// promised reports a single work that is started, built or put into use.
func promised(m projects.Mention) bool {
	switch {
	case m.Some || m.Runes() < 4 || m.Verb.Word == "完成":
		return false
	case m.Verb.Stage != projects.Started && m.Verb.Stage != projects.Built && m.Verb.Stage != projects.InUse:
		return false
	}
	name := m.String()
	for _, w := range []string{"平台", "系统", "体系", "机制", "数字", "网络", "应用", "格局", "高地", "城市", "农田", "公路", "小区", "网点", "各", "批", "类", "等", "全市", "全区", "全县"} {
		if strings.Contains(name, w) {
			return false
		}
	}
	for q := range quantity.Scan(name) {
		if q.Kind == quantity.Amount {
			return false
		}
	}
	return m.Open || isWork(m)
}

// isWork reports a name that ends in a work, or is called a project.
func isWork(m projects.Mention) bool {
	after := m.Text.S[m.Name.End:]
	if strings.HasPrefix(after, "项目") || strings.HasPrefix(after, "工程") || strings.HasPrefix(after, "建设项目") {
		return true
	}
	name := m.String()
	for _, w := range []string{
		"园", "厂", "基地", "中心", "站", "大桥", "大道", "高速", "铁路", "隧道", "水库", "医院", "学校", "小学", "中学", "幼儿园", "校区", "院区",
		"馆", "港", "码头", "机场", "枢纽", "线", "公寓", "广场", "酒店", "乐园", "仓库", "养老院", "一期", "二期", "三期",
	} {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}

// report names all the projects at once: the boxes leave them out together.
func report(p *vet.Pass, missing []projects.Mention, severity vet.Severity) {
	if len(missing) == 0 {
		return
	}
	var zh, en []string
	f := vet.Finding{Severity: severity}
	for _, m := range missing {
		zh = append(zh, fmt.Sprintf("%s（%s）", m, m.Verb.Word))
		en = append(en, fmt.Sprintf("%s (%s)", m, m.Verb.Word))
		f.Marks = append(f.Marks, m.Mark(vet.Subject), m.VerbMark(vet.Evidence))
	}
	f.Message = vet.Words{
		Zh: fmt.Sprintf("文中写明的%d个项目，当年的专栏和项目表里没有找到：%s。", len(zh), strings.Join(zh, "、")),
		En: fmt.Sprintf("%d projects of the text stand in no box or table of the year: %s.", len(en), strings.Join(en, ", ")),
	}
	p.Report(f)
}
