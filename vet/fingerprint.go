package vet

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/span"
)

// fingerprints names each finding so that the same contradiction has the same
// name in the next draft: by its rule, what it is about and the numbers that do
// not fit, not by lines or by the words around them. Of several that are alike
// the second and later ones carry their number: 3f2a9c0d1e4b5a67-2.
func fingerprints(r *Reading, all []Finding) {
	claims := make(map[span.Span]extract.Claim, len(r.Claims))
	for _, c := range r.Claims {
		if _, known := claims[c.Span]; !known {
			claims[c.Span] = c
		}
	}
	seen := map[string]int{}
	for i := range all {
		f := &all[i]
		parts := append([]string{f.Rule}, about(f, claims)...)
		sum := sha256.Sum256([]byte(strings.Join(append(parts, numbers(f)...), "\x00")))
		f.Fingerprint = hex.EncodeToString(sum[:8])
		if seen[f.Fingerprint]++; seen[f.Fingerprint] > 1 {
			f.Fingerprint += fmt.Sprintf("-%d", seen[f.Fingerprint])
		}
	}
}

// about is the subject: its words without white space, the indicator, if they
// state one, and the words of the other subjects.
func about(f *Finding, claims map[span.Span]extract.Claim) []string {
	if len(f.Marks) == 0 {
		return []string{f.Message.Zh}
	}
	m := f.Marks[0]
	words := []string{letters(m.Text)}
	if c, ok := claims[m.Span]; ok && m.File == "" {
		words = append(words, c.Key, fmt.Sprint(c.Measure), c.Period)
	}
	// A summary is about all that it lists: one more is not accepted with the rest.
	var more []string
	for _, m := range f.Marks[1:] {
		if m.Role == Subject {
			more = append(more, letters(m.Text))
		}
	}
	slices.Sort(more)
	return append(words, more...)
}

func letters(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), "") }

// numbers are the finding's values, or else the numbers of its other side. How
// often and in which words that side repeats them does not matter.
func numbers(f *Finding) []string {
	var out []string
	for _, v := range f.Values {
		out = append(out, v.Text)
	}
	if len(out) > 0 {
		return out
	}
	for _, m := range f.Marks {
		if m.Role == Subject {
			continue
		}
		for n := range quantity.Scan(m.Text) {
			if n.Kind == quantity.Amount {
				out = append(out, m.Text[n.NumStart:n.NumEnd])
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
