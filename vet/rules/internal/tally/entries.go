package tally

import (
	"strings"
	"unicode/utf8"

	"gangmu/vet/rules/internal/prose"
)

// entriesOf counts the entries of a list. A word for and before the last entry
// parts it from the one before, or stands inside its name: both are counted
// unless the halves are built like the other entries.
func entriesOf(s string, list prose.Range, stops ...string) Count {
	c := Count{List: list}
	text := list.Of(s)
	for _, etc := range []string{"等", "等等", "等共"} {
		if t, ok := strings.CutSuffix(text, etc); ok {
			text, c.Open = t, true
			break
		}
	}
	list.End = list.Start + len(text)
	var entries []string
	for _, e := range prose.Split(s, list, "、"+strings.Join(stops, "")) {
		if n := len(entries); n > 0 && oneOffice(entries[n-1], e.Of(s)) {
			entries[n-1] = e.Of(s)
			continue
		}
		entries = append(entries, adjoining(e.Of(s))...)
	}
	c.Low, c.High = len(entries), len(entries)
	for i, e := range entries {
		parts := prose.Conjoined(e)
		if i == len(entries)-1 && len(parts) == 2 && c.High == c.Low && (alike(entries[:i], parts[0], parts[1]) || asLong(entries[:i], parts[0])) {
			c.Low++
		}
		c.High += len(parts) - 1 + strings.Count(e, "”“")
	}
	return c
}

// oneOffice reports 省委、省政府, who act as one.
func oneOffice(a, b string) bool {
	for _, pair := range [][2]string{{"委", "政府"}, {"党中央", "国务院"}} {
		if i := strings.Index(b, pair[1]); strings.HasSuffix(a, pair[0]) && 0 <= i && i <= len("自治区") {
			return true
		}
	}
	return false
}

// adjoining parts titles that follow each other without a stop: 《甲》《乙》.
func adjoining(s string) []string {
	var out []string
	for {
		i := strings.Index(s, "》《")
		if i < 0 {
			return append(out, s)
		}
		out = append(out, s[:i+len("》")])
		s = s[i+len("》"):]
	}
}

// alike reports that both halves end, or begin, as another entry of their list
// does: 甲路、乙路和丙路.
func alike(others []string, a, b string) bool {
	for _, o := range others {
		if last(o) == last(a) && last(a) == last(b) || first(o) == first(a) && first(a) == first(b) {
			return true
		}
	}
	return false
}

// asLong reports that the first half is about as long as the other entries of a
// list of many: 甲甲、乙乙、丙丙、丁丁和戊戊.
func asLong(others []string, half string) bool {
	if len(others) < 3 {
		return false
	}
	sum := 0
	for _, o := range others[1:] { // the first has a verb in front
		sum += utf8.RuneCountInString(o)
	}
	mean, n := sum/(len(others)-1), utf8.RuneCountInString(half)
	return mean-2 <= n && n <= mean+2
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// longestName is more than a name in a list has in characters.
const longestName = 30

// named reports a list whose entries are names: neither single characters of a
// class, 20个市（州、盟）, nor whole clauses.
func named(s string, list prose.Range) bool {
	for _, e := range prose.Entries(s, list) {
		if n := utf8.RuneCountInString(e.Of(s)); n < 2 || n > longestName {
			return false
		}
	}
	return true
}

// plain is s without what stands in brackets and quotation marks, where digits
// and stops belong to names.
func plain(s string) string {
	if !strings.ContainsAny(s, "（(“《[") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '（', '“', '(', '《', '[':
			depth++
		case '）', '”', ')', '》', ']':
			depth--
		default:
			if depth <= 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
