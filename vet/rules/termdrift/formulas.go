package termdrift

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// formula is a slogan of digits, “2+4”产业集群, with all its places.
type formula struct {
	name      string
	at        []term
	explained bool // in the glossary
}

// formulas finds a slogan of digits that stands once and is but for one digit
// another that stands again and again, beside the same noun.
func formulas(p *vet.Pass) {
	var all []*formula
	byName := map[string]*formula{}
	for _, l := range p.Lines {
		if !strings.Contains(l.Text.S, "”") {
			continue
		}
		for _, q := range prose.Quoted(l.Text.S, prose.Whole(l.Text.S)) {
			name := prose.Letters(q.Of(l.Text.S))
			if !ofDigits(name) {
				continue
			}
			f := byName[name]
			if f == nil {
				f = &formula{name: name}
				byName[name] = f
				all = append(all, f)
			}
			f.at = append(f.at, term{name, l.Text, q.Start, q.End})
			f.explained = f.explained || l.Part == extract.Glossary
		}
	}
	for i, odd := range all {
		for j, usual := range all {
			more := len(usual.at) > 1 || usual.explained && !odd.explained
			once := i > j && len(usual.at) == 1 && odd.at[0].noun() == usual.at[0].noun() // both stand once
			if len(odd.at) == 1 && (more || once) && digitApart(odd.name, usual.name) {
				if t, ok := usual.beside(odd.at[0]); ok {
					differ(p, odd.at[0], t)
				}
			}
		}
	}
}

// ofDigits reports 2+4, 1361 and 1+N, three characters at least.
func ofDigits(s string) bool {
	return len(s) >= 3 && len(s) <= 9 && strings.Trim(s, "0123456789+N") == "" && !strings.HasPrefix(s, "20")
}

// digitApart reports two names of one length with one digit that differs.
func digitApart(a, b string) bool {
	n := 0
	for i := 0; i < len(a) && len(a) == len(b); i++ {
		if a[i] != b[i] {
			n++
		}
	}
	return n == 1
}

// beside is a place of the formula with the noun that stands at the other one,
// in front or behind, and not in the same paragraph: there the two are told apart.
func (f *formula) beside(t term) (term, bool) {
	for _, u := range f.at {
		if u.text.S == t.text.S {
			return term{}, false
		}
	}
	for _, u := range f.at {
		if meets(t.noun(), u.noun()) || t.before() != "" && t.before() == u.before() {
			return u, true
		}
	}
	return term{}, false
}

// nounLength is how many characters of a noun are compared.
const nounLength = 4

// meets reports that the first characters of one noun stand in the other: 产业集群,
// 现代产业集群.
func meets(a, b string) bool {
	head := func(s string) string {
		r := []rune(s)
		return string(r[:min(nounLength, len(r))])
	}
	short := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return short >= nounLength && (strings.Contains(a, head(b)) || strings.Contains(b, head(a)))
}

// noun are up to six letters behind the closing mark.
func (t term) noun() string {
	rest := t.text.S[t.end+len("”"):]
	n := 0
	for i, r := range rest {
		if n == nounLength+2 || !unicode.Is(unicode.Han, r) {
			return rest[:i]
		}
		n++
	}
	return rest
}

// before are the four letters in front of the opening mark, none if there are fewer.
func (t term) before() string {
	rest := strings.TrimSuffix(t.text.S[:t.start], "“")
	start := len(rest)
	for range nounLength {
		r, size := utf8.DecodeLastRuneInString(rest[:start])
		if !unicode.Is(unicode.Han, r) {
			return ""
		}
		start -= size
	}
	return rest[start:]
}

func differ(p *vet.Pass, a, b term) {
	p.Report(vet.Finding{
		Severity: vet.Warning,
		Message: vet.Words{
			Zh: fmt.Sprintf("此处是“%s”，另一处是“%s”，相差一个数字，应为同一提法。", a.name, b.name),
			En: fmt.Sprintf("%s here and %s elsewhere: one digit apart, one term.", a.name, b.name),
		},
		Marks: []vet.Mark{vet.At(a.text, a.start, a.end, vet.Subject), vet.At(b.text, b.start, b.end, vet.Evidence)},
	})
}
