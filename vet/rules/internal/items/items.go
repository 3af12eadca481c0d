// Package items marks livelihood items at their promise.
package items

import (
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/span"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Mark is the promise of an item, without the outcome that its place takes in.
func Mark(it plan.Item, role vet.Role) vet.Mark {
	s := it.Span
	if end := s.Column + utf8.RuneCountInString(it.Text); s.EndLine > s.Line || end < s.EndColumn {
		s.EndLine, s.EndColumn = s.Line, end
	}
	return vet.Mark{Span: s, Text: it.Text, Role: role}
}

// Holds reports whether s stands on the lines of an item.
func Holds(it plan.Item, s span.Span) bool {
	return s.Block == it.Span.Block && s.Line >= it.Span.Line && s.Line <= it.Span.EndLine
}

// Unfinished reports a status that says an item is not done.
func Unfinished(status string) bool {
	for _, w := range []string{"未", "正在", "部分", "推进", "基本", "进行", "实施中"} {
		if strings.Contains(status, w) {
			return true
		}
	}
	return false
}

// Result is what a list says of an item behind its promise.
type Result struct {
	Text  document.Text
	Range prose.Range
}

// ResultIndex finds the results of items.
type ResultIndex map[span.Span]document.Text

// Results are those that stand on the line of their promise, read once.
func Results(r *vet.Reading) ResultIndex {
	return vet.Shared(r, func(r *vet.Reading) ResultIndex {
		out := ResultIndex{}
		for i := range r.Lines {
			t := r.Lines[i].Text
			out[lineOf(t.Whole())] = t
		}
		return out
	})
}

func lineOf(s span.Span) span.Span { return span.Span{Block: s.Block, Line: s.Line} }

// Of is the result of an item; empty where the list gives it elsewhere or not.
func (x ResultIndex) Of(it plan.Item) Result {
	t, ok := x[lineOf(it.Span)]
	i := strings.Index(t.S, it.Text)
	if !ok || i < 0 || it.Text == "" {
		return Result{}
	}
	return Result{t, prose.Range{Start: i + len(it.Text), End: len(t.S)}}
}

// Mark is the place of an outcome's number; the item's where it has none.
func (x ResultIndex) Mark(it plan.Item, f plan.Fact, role vet.Role) vet.Mark {
	if f.Span.IsZero() {
		return Mark(it, role)
	}
	text := f.Text
	if t, ok := x[lineOf(f.Span)]; ok && f.Span.EndLine == f.Span.Line {
		line, from := []rune(t.S), t.Whole().Column
		if a, b := f.Span.Column-from, f.Span.EndColumn-from; a >= 0 && a < b && b <= len(line) {
			text = string(line[a:b])
		}
	}
	return vet.Mark{Span: f.Span, Text: text, Role: role}
}
