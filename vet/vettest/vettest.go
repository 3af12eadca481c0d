// Package vettest tests rules against sample files that carry the expected
// findings as marks.
//
// In a sample file ⟦rule-id⟧ stands right behind the words that a finding has as
// its subject; the marks are taken out before the report is read. A file
// without marks expects silence. Where a line ===== parts two reports, the first
// is last year's; marks stand in the second.
package vettest

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/vet"
)

// Run checks that rule finds in the file just what its marks say.
func Run(t *testing.T, rule *vet.Rule, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, want := unmark(string(data))
	var got []string
	for _, f := range Findings(t, text, rule) {
		s := f.Marks[0].Span
		got = append(got, fmt.Sprintf("%d:%d %s", s.EndLine, s.EndColumn, f.Rule))
		t.Logf("%d:%d %s %q: %s", s.Line, s.Column, f.Severity, f.Marks[0].Text, f.Message.Zh)
	}
	want = slices.DeleteFunc(want, func(w string) bool { return !strings.HasSuffix(w, " "+rule.ID) })
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: findings end at\n%s\nwant\n%s", file, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// parting stands between last year's report and this one.
const parting = "\n=====\n"

// Findings applies rules to a report given as text.
func Findings(t testing.TB, text string, rules ...*vet.Rule) []vet.Finding {
	t.Helper()
	var earlier *vet.Reading
	if last, this, ok := strings.Cut(text, parting); ok {
		earlier, text = read(t, "last.txt", last), this
	}
	out, err := vet.Run(context.Background(), read(t, "report.txt", text), earlier, rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range out.Failed {
		t.Errorf("rule %s failed: %v", f.Rule, f.Err)
	}
	return out.Findings
}

func read(t testing.TB, name, text string) *vet.Reading {
	t.Helper()
	doc, err := open.Read(context.Background(), name, []byte(text), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return vet.NewReading(name, doc, r)
}

// Examples checks that a rule's wrong example is found and its right one is not.
func Examples(t *testing.T, rule *vet.Rule) {
	t.Helper()
	if len(Findings(t, rule.Doc.Wrong, rule)) == 0 {
		t.Errorf("%s: nothing found in the wrong example", rule.ID)
	}
	for _, f := range Findings(t, rule.Doc.Right, rule) {
		t.Errorf("%s: found in the right example: %s", rule.ID, f.Message.Zh)
	}
}

// unmark takes the marks out and lists them as "line:column rule", the place
// right behind the marked words.
func unmark(s string) (text string, marks []string) {
	var b strings.Builder
	line, column := 1, 1
	if last, this, ok := strings.Cut(s, parting); ok {
		b.WriteString(last + parting)
		s = this
	}
	for s != "" {
		if rest, ok := strings.CutPrefix(s, "⟦"); ok {
			id, after, ok := strings.Cut(rest, "⟧")
			if ok {
				marks = append(marks, fmt.Sprintf("%d:%d %s", line, column, id))
				s = after
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s)
		b.WriteString(s[:size])
		s = s[size:]
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	return b.String(), marks
}
