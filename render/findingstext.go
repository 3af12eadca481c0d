package render

import (
	"fmt"
	"io"
	"strings"

	"gangmu/internal/layout"
	"gangmu/vet"
)

var severityWords = map[vet.Severity]struct{ zh, en string }{
	vet.Error:   {"必须改", "error"},
	vet.Warning: {"请核实", "warning"},
	vet.Info:    {"提示", "info"},
}

// FindingsText prints findings for people: each with its rule, the sentence
// that says what is wrong, and the places with the characters underlined.
func FindingsText(w io.Writer, v Vetted, l Lang) error {
	t := &text{lang: l}
	source := newExcerpts(v.Document)
	count := map[vet.Severity]int{}
	for _, f := range v.Result.Findings {
		count[f.Severity]++
		t.finding(f, source)
	}
	for _, f := range v.Result.Failed {
		t.line(l.pick("检查没有做完：%s（%v）", "check not finished: %s (%v)"), f.Rule, f.Err)
	}
	t.line(l.pick("共 %d 处：必须改 %d，请核实 %d，提示 %d", "%d findings: %d errors, %d warnings, %d infos"),
		len(v.Result.Findings), count[vet.Error], count[vet.Warning], count[vet.Info])
	_, err := io.WriteString(w, t.b.String())
	return err
}

func (t *text) finding(f vet.Finding, source excerpts) {
	word := severityWords[f.Severity]
	t.wrapped(fmt.Sprintf("%s [%s] ", t.lang.pick(word.zh, word.en), f.Rule), t.lang.pick(f.Message.Zh, f.Message.En))
	for _, m := range f.Marks {
		t.mark(m, source)
	}
	if f.Fix != "" {
		t.line(t.lang.pick("    建议改为：%s", "    suggested: %s"), layout.Clean(f.Fix))
	}
	t.b.WriteByte('\n')
}

// mark prints a place: where it is, the source line, the marks under it.
func (t *text) mark(m vet.Mark, source excerpts) {
	place := fmt.Sprintf("%d:%d", m.Span.Line, m.Span.Column)
	if m.Span.Block != "" {
		place = m.Span.Block + ":" + fmt.Sprint(m.Span.Column)
	}
	sign := "^"
	if m.Role != vet.Subject {
		sign = "~"
	}
	margin := layout.Pad(place, 10, true) + " │ "
	before, marked, after := source.around(m)
	t.line("%s%s%s%s", margin, before, marked, after)
	t.line("%s │ %s%s", strings.Repeat(" ", 10), strings.Repeat(" ", layout.Width(before)), strings.Repeat(sign, max(layout.Width(marked), 1)))
}
