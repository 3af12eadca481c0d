// Package form checks what people give: texts, days, reasons.
package form

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gangmu/fault"
)

// Limits of texts that people give, in characters.
const (
	MaxName   = 60
	MaxTitle  = 200
	MaxReason = 1000
)

// Tidy is a text without white space at its ends and without control characters.
func Tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.TrimSpace(s)
}

// fields are what people give, by their Chinese labels: the English one, and the
// name of the field in forms.
var fields = map[string]struct{ en, name string }{
	"会次": {"The session", "session"}, "批准日期": {"The day of approval", "date"},
	"姓名": {"The name", "name"}, "单位名称": {"The unit's name", "name"}, "启用日期": {"The first day", "from"}, "停用日期": {"The last day", "to"},
	"目标": {"The target", "target"}, "文号": {"The document", "document"}, "日期": {"The date", "date"},
	"数值": {"The value", "value"}, "来源": {"The source", "source"}, "用途": {"The use", "name"}, "理由": {"The reason", "reason"},
}

// about is an error about a field.
func about(label, code, zh, en string) *fault.Error {
	f, known := fields[label]
	if !known {
		f.en = label
	}
	e := Invalid(code, label+zh, f.en+en)
	e.Field = f.name
	return e
}

// Named checks a text that must not be empty.
func Named(field, s string, most int) (string, error) {
	s = Tidy(s)
	switch {
	case s == "":
		e := about(field, "empty-field", "", " is missing.")
		e.Zh = "请填写" + field + "。"
		return "", e
	case utf8.RuneCountInString(s) > most:
		return "", TooLong(field, most)
	}
	return s, nil
}

// Reasoned checks the reason of a change.
func Reasoned(s string) (string, error) {
	s = Tidy(s)
	switch {
	case s == "":
		return "", ErrReason
	case utf8.RuneCountInString(s) > MaxReason:
		return "", TooLong("理由", MaxReason)
	}
	return s, nil
}

// Day checks a date as 2026-01-16.
func Day(field, s string) (string, error) {
	s = Tidy(s)
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", about(field, "bad-date", "要写成 2026-01-16 的样子。", " must be a date like 2026-01-16.")
	}
	return s, nil
}

// Invalid is the error of something that cannot be taken as it was given.
func Invalid(code, zh, en string) *fault.Error {
	return &fault.Error{Kind: fault.Invalid, Code: code, Zh: zh, En: en}
}

// Conflict is the error of what cannot be done as things stand.
func Conflict(code, zh, en string) *fault.Error {
	return &fault.Error{Kind: fault.Conflict, Code: code, Zh: zh, En: en}
}

// ErrReason answers a change that needs a reason and has none.
var ErrReason = &fault.Error{
	Kind: fault.Invalid, Code: "reason-missing", Field: "reason",
	Zh: "请写明理由：改动和理由一并留存。", En: "Give a reason: it is kept with the change.",
}

// TooLong answers a text with too many characters.
func TooLong(field string, most int) *fault.Error {
	return about(field, "too-long", fmt.Sprintf("太长，最多%d个字。", most), fmt.Sprintf(" is too long: at most %d characters.", most))
}
