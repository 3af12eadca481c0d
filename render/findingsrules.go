package render

import (
	"io"
	"strings"

	"gangmu/internal/layout"
	"gangmu/vet"
)

// RuleList prints the rules, one a line.
func RuleList(w io.Writer, all []*vet.Rule, l Lang) error {
	t := &text{lang: l}
	for _, r := range all {
		t.line("%s  %s  %s", layout.Pad(r.ID, 20, false), layout.Pad(SeverityWord(r.Severity, l), 7, false), l.pick(r.Doc.Title.Zh, r.Doc.Title.En))
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

// RulePage prints what a rule checks, why, what it leaves alone, and an example
// put right.
func RulePage(w io.Writer, r *vet.Rule, l Lang) error {
	t := &text{lang: l}
	t.line("%s  %s", r.ID, l.pick(r.Doc.Title.Zh, r.Doc.Title.En))
	t.line(l.pick("等级：%s　　自版本 %s 起", "severity: %s, since version %s"), SeverityWord(r.Severity, l), r.Since)
	t.words(l.pick("检查什么", "What"), r.Doc.What)
	t.words(l.pick("为什么", "Why"), r.Doc.Why)
	if r.Doc.Authority != "" {
		t.words(l.pick("依据", "Authority"), vet.Words{Zh: r.Doc.Authority, En: r.Doc.Authority})
	}
	t.words(l.pick("什么不算", "Not found"), r.Doc.Silent)
	wrong, right := Examples(r.Doc)
	t.example(l.pick("错", "Wrong"), wrong)
	t.example(l.pick("对", "Right"), right)
	_, err := io.WriteString(w, t.b.String())
	return err
}

func (t *text) words(title string, w vet.Words) {
	t.line("\n%s", title)
	t.wrapped("  ", t.lang.pick(w.Zh, w.En))
}

func (t *text) example(title string, lines []string) {
	t.line("\n%s", title)
	for _, s := range lines {
		t.wrapped("  ", s)
	}
}

// Examples are the lines in which a page's two examples differ: what they share
// is only the frame of a report. A line is shown as well when it alone is missing.
func Examples(d vet.Doc) (wrong, right []string) {
	a, b := nonBlank(d.Wrong), nonBlank(d.Right)
	for len(a) > 1 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

func nonBlank(s string) []string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
