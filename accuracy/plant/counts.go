package plant

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

const counted = `(\d+|[二三四五六七八九十])(个方面|个|项|件|条|家|座|所|大|类|处|支|名|场)`

var (
	// 打通甲路、乙路、丙路3条断头路
	listThenCountRE = regexp.MustCompile(`(?:^|[，。；：])([^，。；：、（）“”0-9]{2,16}(?:、[^，。；：、（）“”0-9]{2,16}){1,8}?)(等)?` + counted + `([\p{Han}]{2,8})`)
	// 约束性指标5项（甲、乙、丙、丁、戊）
	countThenListRE = regexp.MustCompile(counted + `[^，。；：（）0-9]{0,12}（([^，。；：（）0-9]+(?:、[^，。；：（）0-9]+)+)）`)
	spokenDigits    = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"}
)

// spoken reads a count of either script; 0 if it is none.
func spoken(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for i, d := range spokenDigits {
		if d == s {
			return i
		}
	}
	return 0
}

// spell writes n in the script of like.
func spell(n int, like string) string {
	if like[0] >= '0' && like[0] <= '9' || n >= len(spokenDigits) {
		return strconv.Itoa(n)
	}
	return spokenDigits[n]
}

// recount writes another count; one that is lower where a higher one might be
// meant to include what is not listed.
func recount(rng *rand.Rand, n int, like string, lower bool) string {
	if lower || n > 2 && rng.IntN(2) == 0 {
		return spell(n-1, like)
	}
	return spell(n+1, like)
}

// countLists counts a list beside it wrongly, or drops one of its items.
func countLists(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	add := func(l Line, list, num []int, open bool) {
		items := strings.Split(l.Text[list[0]:list[1]], "、")
		like := l.Text[num[0]:num[1]]
		if spoken(like) != len(items) || len(items) < 2 || joined(items) {
			return
		}
		why := fmt.Sprintf("%s: %d are listed", l.Text[list[0]:list[1]], len(items))
		if rng.IntN(3) == 0 && len(items) > 2 && !open {
			k := 1 + rng.IntN(len(items)-1)
			from := list[0] + len(strings.Join(items[:k], "、"))
			out = append(out, Plant{At: l.part(from, from+len("、"+items[k])), Against: []Range{l.part(num[0], num[1])}, Why: why})
			return
		}
		out = append(out, Plant{At: l.part(num[0], num[1]), With: recount(rng, len(items), like, open),
			Against: []Range{l.part(list[0], list[1])}, Why: why})
	}
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, m := range listThenCountRE.FindAllStringSubmatchIndex(l.Text, -1) {
			add(l, m[2:4], m[6:8], m[4] >= 0)
		}
		for _, m := range countThenListRE.FindAllStringSubmatchIndex(l.Text, -1) {
			add(l, m[6:8], m[2:4], false)
		}
	}
	return out
}

// joined reports items that may hold two.
func joined(items []string) bool {
	for _, s := range items {
		if strings.ContainsAny(s, "和与及或") {
			return true
		}
	}
	return false
}

var (
	announceRE = regexp.MustCompile(`(?:以下|下列|如下|抓好|做好|落实|实施)` + `([二三四五六七八九十]|十一|\d+)(个方面|项|件|个)`)
	itemNoRE   = regexp.MustCompile(`^\s*(\d+)[.．、]`)
	worksRE    = regexp.MustCompile(`(\d+)(件|项)[^，。；：]{0,10}(民生实事|实事)`)
	sectionRE  = regexp.MustCompile(`^（([一二三四五六七八九十]+)）`)
	firstRE    = regexp.MustCompile(`一是`)
)

// countItems counts numbered items wrongly: 以下八个方面 before （一） to （八）, 25件
// 民生实事 over 1. to 25., 三个方面：一是 … 三是.
func countItems(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	add := func(l Line, num []int, n int, against Range) {
		like := l.Text[num[0]:num[1]]
		if n > 2 && spoken(like) == n {
			out = append(out, Plant{At: l.part(num[0], num[1]), With: recount(rng, n, like, false), Against: []Range{against},
				Why: fmt.Sprintf("%d follow", n)})
		}
	}
	for i, l := range r.Lines {
		if l.Part == Glossary || l.Cell {
			continue
		}
		if m := announceRE.FindStringSubmatchIndex(l.Text); m != nil && !l.Box {
			if n, first := sectionsBehind(r.Lines[i+1:]); n > 0 && l.Text[m[1]:] != "" && utf8.RuneCountInString(l.Text[m[1]:]) < 12 {
				add(l, m[2:4], n, first)
			}
			if n := chain(l.Text[m[1]:]); n > 0 {
				add(l, m[2:4], n, l.part(m[1], len(l.Text)))
			}
		}
		if m := worksRE.FindStringSubmatchIndex(l.Text); m != nil {
			if n, first := itemsBehind(r.Lines[i+1:]); l.Box && n > 0 {
				add(l, m[2:4], n, first)
			}
		}
	}
	return out
}

// sectionsBehind counts the headings （一）… in order up to the next chapter.
func sectionsBehind(ls []Line) (n int, first Range) {
	for i, l := range ls {
		head := plain(l.Text)
		if i > 2 && n == 0 || chapterRE.MatchString(head) {
			break
		}
		if m := sectionRE.FindStringSubmatch(head); m != nil && !l.Box {
			if spokenHigh(m[1]) != n+1 {
				return 0, first
			}
			if n++; n == 1 {
				first = l.Range
			}
		}
	}
	return n, first
}

func spokenHigh(s string) int {
	if rest, ok := strings.CutPrefix(s, "十"); ok && rest != "" {
		return 10 + spoken(rest)
	}
	return spoken(s)
}

// itemsBehind counts the items 1. 2. … of a box.
func itemsBehind(ls []Line) (n int, first Range) {
	for _, l := range ls {
		if !l.Box {
			break
		}
		if m := itemNoRE.FindStringSubmatch(l.Text); m != nil {
			if spoken(m[1]) != n+1 {
				return 0, first
			}
			if n++; n == 1 {
				first = l.Range
			}
		}
	}
	return n, first
}

// chain counts 一是 二是 三是 in a text that begins with them.
func chain(s string) int {
	if at := firstRE.FindStringIndex(s); at == nil || at[0] > 24 {
		return 0
	}
	n := 0
	for strings.Contains(s, spokenDigits[n+1]+"是") && n < 9 {
		n++
	}
	return n
}
