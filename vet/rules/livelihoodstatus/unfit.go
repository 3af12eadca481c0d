package livelihoodstatus

import (
	"fmt"
	"strings"

	"gangmu/plan"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/items"
)

// unfit reports statuses that the item's own outcome speaks against: 正在推进
// although all is delivered, 超额完成 although no more than promised. Items that are told already are left out.
func unfit(p *vet.Pass, list []plan.Item, told bool) {
	for _, it := range list {
		reached, exceeded := delivered(p.Plan, it)
		switch {
		case told && items.Unfinished(it.Status):
		case reached && items.Unfinished(it.Status) && !strings.Contains(it.Status, "基本"):
			report(p, it, vet.Words{
				Zh: fmt.Sprintf("第%s件：结果的数量已达到承诺，却写“%s”。", it.No, it.Status),
				En: fmt.Sprintf("item %s: all that was promised is delivered, yet it is called unfinished (%s).", it.No, it.Status),
			})
		case reached && !exceeded && strings.Contains(it.Status, "超额"):
			report(p, it, vet.Words{
				Zh: fmt.Sprintf("第%s件：结果与承诺的数量相同，却写“%s”。", it.No, it.Status),
				En: fmt.Sprintf("item %s: as much as promised is delivered, yet it is called exceeded (%s).", it.No, it.Status),
			})
		}
	}
}

// delivered reports an item all of whose promised amounts are reached, and
// whether one of them is exceeded.
func delivered(pl *plan.Plan, it plan.Item) (reached, exceeded bool) {
	for i, r := range pl.AssessItem(it) {
		if !it.Measures[i].HasPromise {
			continue
		}
		if len(it.Measures[i].Facts) == 0 || r.Verdict != target.Met && r.Verdict != target.Exceeded {
			return false, false
		}
		reached, exceeded = true, exceeded || r.Verdict == target.Exceeded
	}
	return reached, exceeded
}

func report(p *vet.Pass, it plan.Item, message vet.Words) {
	p.Report(vet.Finding{Message: message, Marks: []vet.Mark{items.Mark(it, vet.Subject)}})
}
