package office

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Limits of texts that people give, in characters.
const (
	maxName   = 60
	maxTitle  = 200
	maxReason = 1000
)

// tidy is a text without white space at its ends and without control characters.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.TrimSpace(s)
}

// named checks a text that must not be empty.
func named(field, s string, most int) (string, error) {
	s = tidy(s)
	switch {
	case s == "":
		return "", invalid("empty-field", "请填写"+field+"。", field+" is missing.")
	case utf8.RuneCountInString(s) > most:
		return "", tooLong(field, most)
	}
	return s, nil
}

// reasoned checks the reason of a change.
func reasoned(s string) (string, error) {
	s = tidy(s)
	switch {
	case s == "":
		return "", ErrReason
	case utf8.RuneCountInString(s) > maxReason:
		return "", tooLong("理由", maxReason)
	}
	return s, nil
}

// day checks a date as 2026-01-16.
func day(field, s string) (string, error) {
	s = tidy(s)
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", invalid("bad-date", field+"要写成 2026-01-16 的样子。", field+" must be a date like 2026-01-16.")
	}
	return s, nil
}
