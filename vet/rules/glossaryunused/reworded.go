package glossaryunused

import (
	"strings"
	"unicode/utf8"
)

const (
	between = 6 // so many characters may stand inside a term
	part    = 4 // and so many of a term are enough to mean it
)

// reworded is what the report says for a term that it does not use as such: the
// term with a few characters inside, or its greater part.
func reworded(term string, text []string) string {
	r := []rune(term)
	for _, s := range text {
		for i := 2; i <= len(r)-2; i++ {
			if words := around(s, string(r[:i]), string(r[i:])); words != "" {
				return words
			}
		}
	}
	for n := len(r) - 1; n >= max(part, (len(r)+1)/2); n-- {
		for _, words := range []string{string(r[len(r)-n:]), string(r[:n])} {
			if used(words, text) {
				return words
			}
		}
	}
	return ""
}

// around is head … tail in s with at most between characters inside.
func around(s, head, tail string) string {
	for i := 0; ; {
		j := strings.Index(s[i:], head)
		if j < 0 {
			return ""
		}
		i += j
		rest := s[i+len(head):]
		if k := strings.Index(rest, tail); k >= 0 && utf8.RuneCountInString(rest[:k]) <= between {
			return s[i : i+len(head)+k+len(tail)]
		}
		i += len(head)
	}
}
