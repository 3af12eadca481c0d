package document

import (
	"strings"
	"unicode/utf8"
)

// PageNumber reports whether s, a paragraph of its own, is nothing but the
// number of a page: — 3 —, - 12 - or 第 3 页.
func PageNumber(s string) bool {
	if len(s) > 32 {
		return false
	}
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		number, more, found := strings.Cut(rest, "页")
		more = strings.Trim(more, " 　，,/共页0123456789")
		return found && digits(strings.TrimSpace(number)) && more == ""
	}
	const dashes = "—-－–─―"
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if !strings.ContainsRune(dashes, first) || !strings.ContainsRune(dashes, last) {
		return false
	}
	return digits(strings.TrimSpace(strings.Trim(s, dashes)))
}

func digits(s string) bool {
	return s != "" && strings.TrimFunc(s, digit) == ""
}
