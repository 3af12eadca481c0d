package directionwords

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

// sign is a phrase that tells the sign of a growth without its number.
type sign struct {
	words  []string
	fits   func(sign int) bool
	zh, en string
}

var phrases = []sign{
	{[]string{"降幅收窄", "降幅逐步收窄", "降幅持续收窄", "降幅进一步收窄", "降幅不断收窄", "降幅扩大", "降幅有所收窄"}, func(s int) bool { return s < 0 }, "说的是降幅", "a fall is spoken of"},
	{[]string{"增速放缓", "增速趋缓", "增速回落", "增幅回落", "增幅收窄", "增速有所放缓", "增速有所回落"}, func(s int) bool { return s >= 0 }, "说的是增速放缓", "slower growth is spoken of"},
	{[]string{"正增长", "由负转正", "增速转正", "降转增", "负转正"}, func(s int) bool { return s > 0 }, "说的是正增长", "positive growth is spoken of"},
	{[]string{"负增长", "由正转负"}, func(s int) bool { return s < 0 }, "说的是负增长", "negative growth is spoken of"},
}

// future words make a phrase a hope, not a result.
var future = []string{"力争", "确保", "实现由", "将", "有望", "推动", "努力", "争取", "若", "如", "防止", "避免", "目标", "更", "季度", "月", "半年", "期间", "连续", "除", "首次"}

// signs holds phrases about the growth of the executed year against its number.
func signs(p *vet.Pass) {
	growths := map[string]extract.Claim{} // by key; one that says no single sign is left out
	mixed := map[string]bool{}
	for _, c := range p.Claims {
		if !c.Sure || c.Kind != extract.ActualClaim || c.Measure != extract.Growth || c.Year != p.Plan.ExecutedYear || len(c.Period) != len("2030") || c.Value.Form != quantity.Single {
			continue
		}
		before, ok := growths[c.Key]
		if ok && before.Value.Value.Sign() != c.Value.Value.Sign() {
			mixed[c.Key] = true
		}
		if !ok || c.Table {
			growths[c.Key] = c
		}
	}
	for k := range mixed {
		delete(growths, k)
	}
	if len(growths) == 0 {
		return
	}
	for _, l := range p.Lines {
		if l.Box != "" || l.Part != extract.Execution && l.Part != extract.Annex {
			continue
		}
		explained := verdicts.Explained(l.Text)
		for _, c := range prose.Clauses(l.Text.S, prose.Whole(l.Text.S)) {
			phrase(p, l.Text, c, growths, explained)
		}
	}
}

// phrase reads one clause: its indicators stand before the phrase, or it is one
// that its paragraph explains.
func phrase(p *vet.Pass, t document.Text, c prose.Range, growths map[string]extract.Claim, explained []verdicts.Name) {
	clause := c.Of(t.S)
	for _, ph := range phrases {
		at, word := -1, ""
		for _, w := range ph.words {
			if i := strings.Index(clause, w); i >= 0 {
				at, word = i, w
				break
			}
		}
		if at < 0 {
			continue
		}
		for _, w := range future {
			if strings.Contains(strings.Replace(clause, word, "", 1), w) {
				return
			}
		}
		keys := subjects(clause[:at+len(firstRunes(word, 2))])
		if len(keys) == 0 && strings.HasPrefix(word, "降幅") {
			keys = explainedBefore(explained, c.Start)
		}
		for _, k := range keys {
			g, ok := growths[k]
			if !ok || ph.fits(g.Value.Value.Sign()) {
				continue
			}
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("%s：这里%s（“%s”），而%d年增速为%s。", g.Indicator, ph.zh, word, g.Year, g.Value),
					En: fmt.Sprintf("%s: %s (%s), but its growth in %d is %s.", g.Indicator, ph.en, word, g.Year, g.Value),
				},
				Marks: []vet.Mark{
					vet.At(t, c.Start+at, c.Start+at+len(word), vet.Subject),
					{Span: g.Span, Text: g.Text, Role: vet.Evidence},
				},
			})
		}
		return
	}
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// subjects are the keys of the indicators that a clause names last, one or a
// list of them. With a place of its own, or with numbers, it speaks of others.
func subjects(clause string) []string {
	if strings.ContainsAny(clause, prose.Digits) {
		return nil
	}
	for _, place := range []string{"全国", "全省", "全市", "全球", "我国", "区域"} {
		if strings.Contains(clause, place) {
			return nil
		}
	}
	var keys []string
	for _, h := range catalogue.Find(clause) {
		keys = append(keys, h.Entry.ID)
	}
	return keys
}

// explainedBefore is the indicator that a paragraph explains at a place.
func explainedBefore(names []verdicts.Name, at int) []string {
	key := ""
	for _, n := range names {
		if n.At.End > at || n.Part {
			continue
		}
		if e, ok := catalogue.Lookup(n.Printed()); ok {
			key = e.ID
		}
	}
	if key == "" {
		return nil
	}
	return []string{key}
}
