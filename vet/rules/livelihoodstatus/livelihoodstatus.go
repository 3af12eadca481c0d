// Package livelihoodstatus finds livelihood items without a status, and lists of
// another length than their title says.
package livelihoodstatus

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/items"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

// Rule looks at lists in which most items have a status.
var Rule = &vet.Rule{
	ID: "livelihood-status", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "民生实事缺完成状态或件数不符", En: "Livelihood items without a status, or another number of them"},
		What: vet.Words{
			Zh: "民生实事逐件写明完成状态；列出的件数与标题、正文写的件数相同；承诺了数量的最好写明结果的数量。",
			En: "Every item has a status; there are as many items as the title says; promised amounts have a measured outcome.",
		},
		Why: vet.Words{
			Zh: "只有结果没有结论，代表不知道这一件算不算完成。",
			En: "An outcome without a status does not say whether the item is done.",
		},
		Silent: vet.Words{
			Zh: "整个清单都不写状态的（新一年的安排）；清单没有编号的。",
			En: "Lists without any status, such as next year's; lists without numbers.",
		},
		Wrong: frame("2.开展婚前医学检查。（检查4501人）"),
		Right: frame("2.开展婚前医学检查。（全面完成，检查4501人）"),
	},
	Run: run,
}

func frame(item string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n\n" +
		"\t专栏1：2030年3件区级民生实事完成情况\n\n\t1.建设口袋公园5个。（全面完成，建成5个）\n" + item + "\n3.建设公厕5座。（全面完成，建成6座）\n\n\n二、2031年主要任务\n扩大投资。\n"
}

func run(p *vet.Pass) error {
	byYear := map[int][]plan.Item{}
	for _, it := range p.Plan.Livelihood {
		byYear[it.Year] = append(byYear[it.Year], it)
	}
	list := byYear[p.Plan.ExecutedYear]
	if len(list) == 0 {
		return nil
	}
	statuses(p, list)
	numbers(p, list)
	return nil
}

// statuses reports items without a status among others that have one, and in one
// summary the amounts without an outcome.
func statuses(p *vet.Pass, list []plan.Item) {
	with := 0
	var bare []vet.Mark
	for _, it := range list {
		if it.Status != "" {
			with++
		}
		if it.Status != "" && unmeasured(it) {
			bare = append(bare, items.Mark(it, vet.Subject))
		}
	}
	if with*2 <= len(list) {
		return
	}
	for _, it := range list {
		if it.Status == "" {
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("第%s件没有写完成状态（其余%d件写了）。", it.No, with),
					En: fmt.Sprintf("item %s has no status; %d others have one.", it.No, with),
				},
				Marks: []vet.Mark{items.Mark(it, vet.Subject)},
			})
		}
	}
	if len(bare) > 0 {
		p.Report(vet.Finding{
			Severity: vet.Info,
			Message: vet.Words{
				Zh: fmt.Sprintf("有%d件承诺了数量，只写了“完成”，没有写结果的数量。", len(bare)),
				En: fmt.Sprintf("%d items promise an amount and are called done without a measured outcome.", len(bare)),
			},
			Marks: bare,
		})
	}
}

// unmeasured reports a promised amount without any outcome.
func unmeasured(it plan.Item) bool {
	promised := false
	for _, m := range it.Measures {
		if len(m.Facts) > 0 {
			return false
		}
		promised = promised || m.HasPromise
	}
	return promised
}

// numbers holds N件…民生实事 against the list.
func numbers(p *vet.Pass, list []plan.Item) {
	seen := map[string]bool{}
	for _, it := range list {
		if it.No == "" || seen[it.No] {
			return
		}
		seen[it.No] = true
	}
	for _, l := range p.Lines {
		if l.Part != extract.Execution && l.Part != extract.InBox || !strings.Contains(l.Text.S, "实事") {
			continue
		}
		n, at, ok := declared(l.Text.S)
		if !ok || n == len(list) || max(n-len(list), len(list)-n) > nearBy {
			continue
		}
		p.Report(vet.Finding{
			Severity: vet.Error,
			Message: vet.Words{
				Zh: fmt.Sprintf("写的是%d件，列出的有%d件。", n, len(list)),
				En: fmt.Sprintf("%d items are announced, %d are listed.", n, len(list)),
			},
			Marks: []vet.Mark{
				vet.At(l.Text, at.Start, at.End, vet.Subject),
				items.Mark(list[len(list)-1], vet.Evidence),
			},
		})
	}
}

// nearBy is how far a number may be from the list and still mean it; others are
// items of another level: 主题教育10件民生事项.
const nearBy = 3

// declared is 25件 in 25件区级重点民生实事.
func declared(s string) (n int, at prose.Range, ok bool) {
	for m := range quantity.Scan(s) {
		tail := s[m.End:]
		i := strings.Index(tail, "民生实事")
		if m.Kind != quantity.Amount || m.Quantity.Unit.Text != "件" || i < 0 || i > 8*len("区") || strings.ContainsAny(tail[:i], "，。、和") {
			continue
		}
		if v, whole := verdicts.Int(m.Quantity.Value); whole {
			return v, prose.Range{Start: m.Start, End: m.End}, true
		}
	}
	return 0, at, false
}
