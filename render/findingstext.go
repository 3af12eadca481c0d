package render

import (
	"fmt"
	"io"
	"strings"

	"gangmu/internal/layout"
	"gangmu/vet"
)

var severityWords = map[vet.Severity]vet.Words{
	vet.Error:   {Zh: "必须改", En: "error"},
	vet.Warning: {Zh: "请核实", En: "warning"},
	vet.Info:    {Zh: "提示", En: "info"},
}

// SeverityWord names a severity.
func SeverityWord(s vet.Severity, l Lang) string { return l.Of(severityWords[s]) }

// FindingsText prints findings for people: each with its rule, the sentence
// that says what is wrong, and the places with the characters underlined. Those
// that somebody accepted follow in a line each, known ones are only counted.
func FindingsText(w io.Writer, v Vetted, l Lang) error {
	t := &text{lang: l}
	source := newExcerpts(v.Document)
	for _, f := range v.Result.Findings {
		if f.Open() {
			t.finding(f, source)
		}
	}
	for _, f := range v.Result.Findings {
		if f.Accepted != nil && !f.Known {
			t.accepted(f)
		}
	}
	for _, f := range v.Result.Failed {
		t.wrapped("", fmt.Sprintf(l.pick("检查没有做完：%s（%v）", "check not finished: %s (%v)"), f.Rule, f.Err))
	}
	t.summary(v.Result)
	_, err := io.WriteString(w, t.b.String())
	return err
}

// summary counts the findings and says how much of the report was checked.
func (t *text) summary(r *vet.Result) {
	count := map[vet.Severity]int{}
	open, accepted, known := 0, 0, 0
	for _, f := range r.Findings {
		switch {
		case f.Known:
			known++
		case f.Accepted != nil:
			accepted++
		default:
			open++
			count[f.Severity]++
		}
	}
	t.line(t.lang.pick("共 %d 处：必须改 %d，请核实 %d，提示 %d", "%d findings: %d errors, %d warnings, %d infos"),
		open, count[vet.Error], count[vet.Warning], count[vet.Info])
	if accepted > 0 {
		t.line(t.lang.pick("另有已接受的 %d 处", "%d more are accepted"), accepted)
	}
	if known+r.Gone > 0 {
		t.line(t.lang.pick("与基线相比：已知 %d 处，已消除 %d 处", "against the baseline: %d known, %d gone"), known, r.Gone)
	}
	t.wrapped("", CoverageSentence(r.Coverage, t.lang))
}

// accepted prints why a finding may stand.
func (t *text) accepted(f vet.Finding) {
	reason := f.Accepted.Reason
	if by := strings.TrimSpace(f.Accepted.On + " " + f.Accepted.By); by != "" {
		reason = by + t.lang.pick("：", ": ") + reason
	}
	t.wrapped(fmt.Sprintf("%s [%s] ", t.lang.pick("已接受", "accepted"), f.Rule), t.lang.pick(f.Message.Zh, f.Message.En))
	t.wrapped(t.lang.pick("    理由：", "    reason: "), reason)
	t.b.WriteByte('\n')
}

func (t *text) finding(f vet.Finding, source excerpts) {
	t.wrapped(fmt.Sprintf("%s [%s] ", SeverityWord(f.Severity, t.lang), f.Rule), t.lang.pick(f.Message.Zh, f.Message.En))
	for _, m := range f.Marks {
		t.mark(m, source)
	}
	if s := Intervals(f.Values, t.lang); s != "" {
		t.wrapped(t.lang.pick("    数值：", "    values: "), s)
	}
	if s := t.lang.pick(f.Basis.Zh, f.Basis.En); s != "" {
		t.wrapped(t.lang.pick("    依据：", "    basis: "), s)
	}
	if f.Fix != "" {
		t.wrapped(t.lang.pick("    建议改为：", "    suggested: "), f.Fix)
	}
	if f.Fingerprint != "" {
		t.line("%s%s", t.lang.pick("    指纹：", "    fingerprint: "), f.Fingerprint)
	}
	t.b.WriteByte('\n')
}

// Intervals says what printed numbers admit; nothing when all of them are exact.
func Intervals(values []vet.Value, l Lang) string {
	var parts []string
	rounded := false
	for _, v := range values {
		s := v.Text
		if v.Interval != "" {
			s += " ∈ " + v.Interval
			rounded = true
		}
		parts = append(parts, s)
	}
	if !rounded {
		return ""
	}
	return strings.Join(parts, l.pick("；", "; "))
}

// mark prints a place: where it is, the source line, the marks under it.
func (t *text) mark(m vet.Mark, source excerpts) {
	if m.File != "" {
		t.line("%s│ %s", strings.Repeat(" ", placeWidth+1), layout.Clean(m.File))
	}
	where := fmt.Sprintf("%d:%d", m.Span.Line, m.Span.Column)
	if m.Span.Block != "" {
		where = fmt.Sprintf("%s:%d", m.Span.Block, m.Span.Column)
	}
	sign := "^"
	if m.Role != vet.Subject {
		sign = "~"
	}
	before, marked, after := source.around(m)
	t.line("%s │ %s%s%s", layout.Pad(where, placeWidth, true), before, marked, after)
	t.line("%s │ %s%s", strings.Repeat(" ", placeWidth), strings.Repeat(" ", layout.Width(before)), strings.Repeat(sign, max(layout.Width(marked), 1)))
}

// placeWidth is the room for a place before the source line.
const placeWidth = 12
