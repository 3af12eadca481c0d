// Package items marks livelihood items at their promise.
package items

import (
	"unicode/utf8"

	"gangmu/plan"
	"gangmu/span"
	"gangmu/vet"
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
