package livelihoodstatus

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/items"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

// announcement is 25件区级重点民生实事 with what is said of them.
type announcement struct {
	text  document.Text
	n     int
	at    prose.Range
	kind  string // 区级重点
	done  bool   // 全面完成
	title bool   // of the list itself
}

// announced holds what title and text say of all items against the list; told says that the unfinished items were reported.
func announced(p *vet.Pass, list []plan.Item) (told bool) {
	var all []announcement
	kind := ""
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Part != extract.Execution && l.Part != extract.InBox || !strings.Contains(l.Text.S, "实事") {
			continue
		}
		a, ok := announcementIn(l.Text)
		if !ok || onItem(list, l.Text) {
			continue
		}
		if a.title = l.Part == extract.InBox; a.title {
			kind = a.kind
		}
		all = append(all, a)
	}
	numbered := numbered(list)
	for _, a := range all {
		if !a.title && a.kind != kind && max(a.n-len(list), len(list)-a.n) > nearBy {
			continue // items of another level: 主题教育10件民生事项
		}
		if numbered {
			number(p, list, a)
		}
		if a.done && !told {
			unfinished(p, list, a)
			told = true
		}
	}
	return told
}

// nearBy is how far a number may be from the list and still mean it, where it
// calls the items otherwise than the title.
const nearBy = 3

func onItem(list []plan.Item, t document.Text) bool {
	for _, it := range list {
		if items.Holds(it, t.Whole()) {
			return true
		}
	}
	return false
}

// numbered reports a list whose items all have a number of their own.
func numbered(list []plan.Item) bool {
	seen := map[string]bool{}
	for _, it := range list {
		if it.No == "" || seen[it.No] {
			return false
		}
		seen[it.No] = true
	}
	return true
}

func number(p *vet.Pass, list []plan.Item, a announcement) {
	at := vet.At(a.text, a.at.Start, a.at.End, vet.Subject)
	last := items.Mark(list[len(list)-1], vet.Evidence)
	if a.n == len(list) {
		p.Agree(at)
		return
	}
	p.Report(vet.Finding{
		Severity: vet.Error,
		Message: vet.Words{
			Zh: fmt.Sprintf("写的是%d件，列出的有%d件。", a.n, len(list)),
			En: fmt.Sprintf("%d items are announced, %d are listed.", a.n, len(list)),
		},
		Marks:  []vet.Mark{at, last},
		Values: []vet.Value{{Text: at.Text}},
	})
}

// unfinished reports the items that a list calls unfinished and the text done.
func unfinished(p *vet.Pass, list []plan.Item, a announcement) {
	for _, it := range list {
		if !items.Unfinished(it.Status) {
			continue
		}
		p.Report(vet.Finding{
			Severity: vet.Error,
			Message: vet.Words{
				Zh: fmt.Sprintf("第%s件写“%s”，正文却说%d件民生实事全面完成。", it.No, it.Status, a.n),
				En: fmt.Sprintf("item %s is %s, yet the text calls all %d items done.", it.No, it.Status, a.n),
			},
			Marks: []vet.Mark{items.Mark(it, vet.Subject), vet.At(a.text, a.at.Start, a.at.End, vet.Evidence)},
		})
	}
}

// announcementIn is 25件 in 25件区级重点民生实事.
func announcementIn(t document.Text) (announcement, bool) {
	for m := range quantity.Scan(t.S) {
		tail := t.S[m.End:]
		kind, after, ok := strings.Cut(tail, "民生实事")
		if m.Kind != quantity.Amount || !countsItems(m.Quantity.Unit.Text) || !ok || len(kind) > 8*len("区") || strings.ContainsAny(kind, "，。、和") {
			continue
		}
		v, whole := verdicts.Int(m.Quantity.Value)
		if !whole {
			continue
		}
		for _, w := range []string{"项目", "均", "已", "全部", "任务"} {
			after = strings.TrimPrefix(after, w)
		}
		done := strings.HasPrefix(after, "全面完成") || strings.HasPrefix(after, "完成") && !strings.HasPrefix(after, "完成情况") || strings.HasPrefix(after, "如期完成")
		return announcement{text: t, n: v, at: prose.Range{Start: m.Start, End: m.End}, kind: kind, done: done}, true
	}
	return announcement{}, false
}

func countsItems(unit string) bool { return unit == "件" || unit == "项" || unit == "个" }
