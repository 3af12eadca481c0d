package directionwords

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/pairs"
)

// raised holds 提升至2.45%, said of the planned year, against last year's result of
// the same indicator, which must be lower; the reverse for 降至.
func raised(p *vet.Pass) {
	for _, pair := range pairs.Of(p) {
		rises, ok := moves(pair.Next.Text)
		if ok && !pair.Next.Table && pair.Next.Measure != extract.Growth && pair.Next.Value.Op != quantity.About {
			against(p, pair, rises)
		}
	}
}

// moves reads a verb that says from where a value comes: 提升至2.45%.
func moves(text string) (rises, ok bool) {
	for i, words := range [][]string{up, down} {
		for _, w := range words {
			if strings.HasPrefix(text, w+"到") || strings.HasPrefix(text, w+"至") {
				return i == 0, true
			}
		}
	}
	return false, false
}

func against(p *vet.Pass, pair pairs.Pair, rises bool) {
	c, last := pair.Next, pair.Last
	marks := []vet.Mark{{Span: c.Span, Text: c.Text, Role: vet.Subject}, {Span: last.Span, Text: last.Text, Role: vet.Evidence}}
	if pair.Order > 0 && rises || pair.Order < 0 && !rises {
		p.Agree(marks...)
		return
	}
	how, howEn := "已经是这个数", "is that already"
	if pair.Order != 0 {
		how, howEn = map[bool]string{true: "已经高于这个数", false: "已经低于这个数"}[rises], "is past that already"
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：%d年要“%s”，而%d年实绩为%s，%s。", c.Indicator, c.Year, c.Text, last.Year, last.Value, how),
			En: fmt.Sprintf("%s: %s in %d, but the result of %d, %s, %s.", c.Indicator, c.Text, c.Year, last.Year, last.Value, howEn),
		},
		Marks:  marks,
		Values: []vet.Value{{Text: c.Value.String()}, {Text: last.Value.String()}},
	})
}
