package projects

import (
	"strings"
	"unicode/utf8"
)

// shortestNear is the least number of characters of names that do not differ in
// one of them by chance: 金溪大道 and 金蒲大道 are two roads.
const shortestNear = 5

// marks are characters by which names of different things differ: 一期 and 二期,
// 东区 and 西区, A段 and B段.
const marks = "东西南北中上下左右前后内外新老旧大小高低首一二三四五六七八九十甲乙丙丁0123456789ABCDEFGHKXYZ"

// Near is the one entry whose name is another than name in one character only.
// numbered says that it is one by which different things are told apart.
func (g *Register) Near(name string) (e *Entry, numbered bool) {
	k := core(key(name))
	if runes(k) < shortestNear {
		return nil, false
	}
	var plain, marked []*Entry
	for _, e := range g.alike(k) {
		at, ok := oneOff([]rune(k), []rune(e.key))
		switch {
		case !ok:
		case strings.ContainsRune(marks, at[0]) || strings.ContainsRune(marks, at[1]):
			marked = append(marked, e)
		default:
			plain = append(plain, e)
		}
	}
	if p := phase(k); len(plain) == 0 && len(marked) == 0 && p != "" {
		marked = g.otherPhase(k, p)
	}
	if len(plain) > 0 {
		return one(plain), false
	}
	return one(marked), true
}

// alike are the entries that share the first or the last two characters of k.
func (g *Register) alike(k string) []*Entry {
	first, last := "", ""
	for gram := range grams(k) {
		if first == "" {
			first = gram
		}
		last = gram
	}
	out := g.grams[first]
	for _, e := range g.grams[last] {
		if !strings.Contains(e.key, first) {
			out = append(out[:len(out):len(out)], e)
		}
	}
	return out
}

// oneOff finds the only two characters by which short differs from some stretch
// of long of the same length, which begins or ends where long does or shares
// the first two characters.
func oneOff(short, long []rune) (at [2]rune, ok bool) {
	for from := 0; from+len(short) <= len(long); from++ {
		n := 0
		for i, c := range short {
			if d := long[from+i]; c != d {
				at = [2]rune{c, d}
				if n++; n > 1 {
					break
				}
			}
		}
		if n == 1 {
			return at, true
		}
	}
	return at, false
}

// otherPhase are the entries that k would mean if it had their phase.
func (g *Register) otherPhase(k, p string) []*Entry {
	bare := strings.Replace(k, p, "", 1)
	if utf8.RuneCountInString(bare) < shortest {
		return nil
	}
	var out []*Entry
	for _, e := range g.beginning(bare) {
		if e.phase == "" || e.phase == p || !strings.HasSuffix(e.phase, p[len(p)-3:]) {
			continue
		}
		if rest := strings.Replace(e.key, e.phase, "", 1); strings.Contains(rest, bare) || spread(bare, rest) {
			out = append(out, e)
		}
	}
	return out
}
