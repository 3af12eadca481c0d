package glossaryunused

import (
	"slices"
	"unicode"
)

// telling is how many characters a term must have for one that is off to be a slip.
const telling = 5

// slip is what the report says for a term that it does not use as such, when one
// character inside is lost or two have changed places: a mistyped term, no other
// wording. A lost sign (互联网+) is another way to write it.
func slip(term string, text []string) string {
	r := []rune(term)
	for i := 1; i < len(r); i++ {
		turned := slices.Clone(r)
		turned[i-1], turned[i] = r[i], r[i-1]
		if r[i-1] != r[i] && used(string(turned), text) {
			return string(turned)
		}
		if i+1 == len(r) || len(r) < telling || !unicode.Is(unicode.Han, r[i]) {
			continue
		}
		if lost := string(slices.Delete(slices.Clone(r), i, i+1)); used(lost, text) {
			return lost
		}
	}
	return ""
}
