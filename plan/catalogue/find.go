package catalogue

import (
	"strings"
	"sync"
	"unicode/utf8"

	"gangmu/internal/words"
)

// Hit is an indicator's name in a text: text[Start:End].
type Hit struct {
	Start, End int
	Entry      Entry // as the name and a noun after it (增速, 涨幅) read it
}

// Find gives the names of indicators in a text from left to right, without
// overlap, the longest first where two begin together. A name that serves only
// as a denominator or as part of an unknown longer name (占地区生产总值,
// 单位生产总值…) is left out, since it says nothing of that indicator.
func Find(text string) []Hit {
	f := finder()
	var hits []Hit
	for _, m := range f.patterns.find(text) {
		if partOfOther(text, m.start, m.end) {
			continue
		}
		e := f.entries[f.owner[m.pattern]]
		for _, w := range measures {
			if w.noun && strings.HasPrefix(text[m.end:], w.word) {
				e, m.end = e.as(w), m.end+len(w.word)
				break
			}
		}
		hits = append(hits, Hit{m.start, m.end, e})
	}
	return hits
}

type index struct {
	*data
	patterns *automaton
	owner    []int32 // pattern -> entry
}

var finder = sync.OnceValue(func() *index { return newIndex(load()) })

func newIndex(d *data) *index {
	x := &index{data: d}
	var patterns []string
	for i, e := range x.entries {
		for _, a := range append([]string{e.Zh}, e.Aliases...) {
			if name, whole := cutWhole(a); !whole {
				for _, v := range variants(name) {
					patterns = append(patterns, v)
					x.owner = append(x.owner, int32(i))
				}
			}
		}
	}
	x.patterns = newAutomaton(patterns)
	return x
}

// denominators stand before a name that another value is set against.
var denominators = words.New("占", "单位", "万元", "亿元", "人均", "相当于", "每")

func partOfOther(text string, start, end int) bool {
	before := text[:start]
	before, _ = places.CutSuffix(before)
	if denominators.Ends(before) >= 0 {
		return true
	}
	if strings.HasPrefix(text[end:], "占") {
		return true
	}
	return cutsWord(text, start) || cutsWord(text, end)
}

// cutsWord reports a place inside a Latin word or number: GDP in GDPR.
func cutsWord(text string, at int) bool {
	return at > 0 && at < len(text) && latin(text[at-1]) && latin(text[at])
}

func latin(b byte) bool {
	return b < utf8.RuneSelf && (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z')
}
