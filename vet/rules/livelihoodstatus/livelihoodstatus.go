// Package livelihoodstatus finds livelihood items without a status, and lists of
// another length than their title says.
package livelihoodstatus

import (
	"fmt"

	"gangmu/plan"
	"gangmu/vet"
	"gangmu/vet/rules/internal/items"
)

// Rule looks at lists in which most items have a status.
var Rule = &vet.Rule{
	ID: "livelihood-status", Since: "0.3", Requires: vet.Livelihood,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "民生实事缺完成状态或件数不符", En: "Livelihood items without a status, or another number of them"},
		What: vet.Words{
			Zh: "民生实事逐件写明完成状态，状态与结果的数量、与正文“N件民生实事全面完成”相符；列出的件数与标题、正文写的件数相同；承诺了数量的最好写明结果的数量。",
			En: "Every item has a status that fits its outcome and what the text says of all; there are as many items as title and text say; promised amounts have a measured outcome.",
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
	unfit(p, list, announced(p, list))
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
