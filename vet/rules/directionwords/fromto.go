package directionwords

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/pairs"
)

// Words between two numbers that say where the second lies; each is followed by
// 到, 至 or 为.
var (
	up   = []string{"增加", "增长", "提高", "提升", "上升", "扩大", "上调", "跃升", "增", "升"}
	down = []string{"减少", "下降", "降低", "压减", "缩短", "缩小", "压缩", "缩减", "回落", "下调", "收窄", "降", "减"}
)

// fromTo checks 由152家增加到176家 in a paragraph.
func fromTo(p *vet.Pass, t document.Text, ms []quantity.Mention) {
	if !strings.Contains(t.S, "由") && !strings.Contains(t.S, "从") {
		return
	}
	var last *quantity.Mention
	for _, m := range ms {
		if m.Kind != quantity.Amount {
			continue
		}
		if last != nil {
			pair(p, t, *last, m)
		}
		last = &m
	}
}

func pair(p *vet.Pass, t document.Text, a, b quantity.Mention) {
	if !begins(t.S[:a.Start]) || !exact(a.Quantity) || !exact(b.Quantity) {
		return
	}
	word, rises, ok := toward(t.S[a.End:b.Start])
	x, y := a.Quantity, b.Quantity
	if x.Unit.IsZero() {
		x.Unit = y.Unit
	}
	if !ok {
		return
	}
	c, ok := pairs.Compare(x, y)
	if !ok || x.Unit.Text == "位" || x.Unit.Text == "名" { // of ranks, a higher one is the smaller number
		return
	}
	marks := []vet.Mark{vet.At(t, b.Start, b.End, vet.Subject), vet.At(t, a.Start, a.End, vet.Evidence)}
	switch {
	case c < 0 && !rises || c > 0 && rises:
		p.Report(vet.Finding{
			Severity: vet.Error,
			Message: vet.Words{
				Zh: fmt.Sprintf("写的是由%s“%s”%s，数值却是%s。", x, word, y, map[bool]string{true: "减小", false: "增大"}[rises]),
				En: fmt.Sprintf("%s is said to move from %s to %s (%s), which is the other direction.", t.S[a.Start:b.End], x, y, word),
			},
			Marks:  marks,
			Values: []vet.Value{{Text: x.String()}, {Text: y.String()}},
		})
	case c != 0:
		p.Agree(marks...)
	}
}

// begins reports words that end in 由 or 从, perhaps with a time behind it:
// 由年初的, 从2020年的.
func begins(before string) bool {
	const near = 8 * len("字")
	if len(before) > near {
		before = strings.ToValidUTF8(before[len(before)-near:], "")
	}
	i := max(strings.LastIndex(before, "由"), strings.LastIndex(before, "从"))
	if i < 0 {
		return false
	}
	between := before[i+len("由"):]
	return between == "" || !strings.ContainsAny(between, "，。；、第") && strings.HasSuffix(between, "的") || strings.HasSuffix(between, "年") || strings.HasSuffix(between, "年底") || strings.HasSuffix(between, "约")
}

func exact(q quantity.Quantity) bool {
	return (q.Form == quantity.Single || q.Form == quantity.Ratio) && q.Op == quantity.Equal
}

// toward reads the words between two numbers: 增加到, 下降至, perhaps with a time
// behind them (到2021年的).
func toward(s string) (word string, rises, ok bool) {
	for _, w := range up {
		if rest, found := strings.CutPrefix(s, w); found && arrives(rest) {
			return w, true, true
		}
	}
	for _, w := range down {
		if rest, found := strings.CutPrefix(s, w); found && arrives(rest) {
			return w, false, true
		}
	}
	return "", false, false
}

func arrives(s string) bool {
	for _, w := range []string{"到", "至", "为"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest == "" || strings.HasSuffix(rest, "年的") || strings.HasSuffix(rest, "年") || rest == "了" || rest == "目前的" || rest == "现在的"
		}
	}
	return false
}

// comparedYear finds 较2019年同比: 同比 is against the year before.
func comparedYear(p *vet.Pass, t document.Text) {
	for from := 0; ; {
		i := strings.Index(t.S[from:], "年同比")
		if i < 0 {
			return
		}
		i += from
		from = i + len("年同比")
		if i < len("较2019") {
			continue
		}
		year, start := 0, i-len("2019")
		if _, err := fmt.Sscanf(t.S[start:i], "%4d", &year); err != nil || year < 1949 {
			continue
		}
		base := strings.HasSuffix(t.S[:start], "较") || strings.HasSuffix(t.S[:start], "比") || strings.HasSuffix(t.S[:start], "与")
		if !base || year == p.Plan.ExecutedYear-1 || year == p.Plan.ExecutedYear || p.Plan.ExecutedYear == 0 {
			continue
		}
		p.Report(vet.Finding{
			Severity: vet.Info,
			Message: vet.Words{
				Zh: fmt.Sprintf("“同比”是与上年同期相比，这里的基期是%d年，应写作“较%d年”，不用“同比”。", year, year),
				En: fmt.Sprintf("同比 compares with the year before; against %d the word does not serve.", year),
			},
			Marks: []vet.Mark{vet.At(t, start, from, vet.Subject)},
		})
	}
}
