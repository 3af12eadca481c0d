package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"gangmu/internal/layout"
	"gangmu/plan"
	"gangmu/span"
)

// textWidth is the number of columns that text is set in.
const textWidth = 100

// PlanText prints p for people.
func PlanText(w io.Writer, p *plan.Plan, l Lang) error {
	t := &text{lang: l}
	t.head(p)
	t.indicators(p)
	t.projects(p.Projects)
	t.livelihood(p.Livelihood)
	t.commitments(p.Commitments)
	t.glossary(p.Glossary)
	_, err := io.WriteString(w, t.b.String())
	return err
}

// text collects the text of one plan.
type text struct {
	b    strings.Builder
	lang Lang
}

func (t *text) line(format string, args ...any) {
	s := strings.TrimRight(fmt.Sprintf(format, args...), " ")
	t.b.WriteString(s + "\n")
}

// wrapped prints text after head, going on under its beginning.
func (t *text) wrapped(head, text string) {
	indent := layout.Width(head)
	for i, line := range layout.Wrap(layout.Clean(text), textWidth-indent) {
		if i > 0 {
			head = strings.Repeat(" ", indent)
		}
		t.line("%s%s", head, line)
	}
}

// title begins a part of the output.
func (t *text) title(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	t.line("")
	t.line("%s", s)
	t.line("%s", strings.Repeat("=", min(layout.Width(s), textWidth)))
}

func (t *text) table(table *layout.Table) { _, _ = table.WriteTo(&t.b) }

func (t *text) head(p *plan.Plan) {
	title := p.Title
	if title == "" {
		title = t.lang.pick("（没有找到标题）", "(no title found)")
	}
	t.wrapped("", title)
	t.line("")
	if p.Region != "" {
		t.line("%s  %s", t.lang.pick("地区", "Region "), layout.Clean(p.Region))
	}
	if y := years(p, t.lang); y != "" {
		t.line("%s  %s", t.lang.pick("年度", "Years  "), y)
	}
	t.wrapped(t.lang.pick("内容  ", "Content  "), counts(p, t.lang))
}

func years(p *plan.Plan, l Lang) string {
	var parts []string
	if p.ExecutedYear != 0 {
		parts = append(parts, fmt.Sprintf(l.pick("执行 %d", "executed %d"), p.ExecutedYear))
	}
	if p.PlannedYear != 0 {
		parts = append(parts, fmt.Sprintf(l.pick("计划 %d", "planned %d"), p.PlannedYear))
	}
	return strings.Join(parts, l.pick("，", ", "))
}

// counts is one line with the size of everything that there is.
func counts(p *plan.Plan, l Lang) string {
	var parts []string
	add := func(n int, zh, en string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(l.pick(zh, en), n))
		}
	}
	add(len(p.Indicators), "指标 %d 行", "indicator rows %d")
	add(bindingCount(p), "约束性指标 %d 项", "binding indicators %d")
	add(len(p.Projects), "重点项目 %d 个", "key projects %d")
	add(len(p.Livelihood), "民生实事 %d 件", "livelihood items %d")
	add(len(p.Commitments), "承诺 %d 条", "commitments %d")
	add(len(p.Glossary), "名词 %d 个", "terms %d")
	if len(parts) == 0 {
		return l.pick("没有找到计划内容", "no plan was found")
	}
	return strings.Join(parts, l.pick("，", ", "))
}

// bindingCount is how many numbered indicators of the first year are binding.
func bindingCount(p *plan.Plan) int {
	n := 0
	for _, it := range p.Indicators {
		if it.Binding && it.Top() && it.Year == p.Indicators[0].Year {
			n++
		}
	}
	return n
}

// groups calls fn for each run of items with the same key.
func groups(items []plan.Item, key func(plan.Item) string, fn func(key string, items []plan.Item)) {
	for len(items) > 0 {
		k, n := key(items[0]), 1
		for n < len(items) && key(items[n]) == k {
			n++
		}
		fn(k, items[:n])
		items = items[n:]
	}
}

// place says where something stands: a line in text, a block elsewhere.
func place(s span.Span, l Lang) string {
	switch {
	case s.IsZero():
		return ""
	case s.Block != "":
		return s.Block
	}
	return fmt.Sprintf(l.pick("%d行", "line %d"), s.Line)
}

func yearWord(year int, l Lang) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year) + l.pick("年", "")
}
