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

// Named checks a text that must not be empty.
func Named(field, s string, most int) (string, error) {
	s = Tidy(s)
	switch {
	case s == "":
		return "", Invalid("empty-field", "请填写"+field+"。", field+" is missing.")
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
		return "", Invalid("bad-date", field+"要写成 2026-01-16 的样子。", field+" must be a date like 2026-01-16.")
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
var ErrReason = Invalid("reason-missing", "请写明理由：改动和理由一并留存。", "Give a reason: it is kept with the change.")

// TooLong answers a text with too many characters.
func TooLong(field string, most int) *fault.Error {
	return Invalid("too-long", fmt.Sprintf("%s太长，最多%d个字。", field, most), fmt.Sprintf("%s is too long: at most %d characters.", field, most))
}
