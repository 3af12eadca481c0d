package countlist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/quantity"
	"gangmu/vet/rules/internal/prose"
)

// lists are the numbers of a sentence that stand beside a list of names.
func lists(s string, sentence prose.Range) []counted {
	if text := sentence.Of(s); !strings.Contains(text, "、") && !strings.Contains(text, "：一是") {
		return nil
	}
	var out []counted
	for m := range quantity.Scan(sentence.Of(s)) {
		n, ok := whole(m, sentence.Of(s))
		if !ok {
			continue
		}
		number := prose.Range{Start: sentence.Start + m.Start, End: sentence.Start + m.End}
		if c, ok := bracketed(s, sentence, number); ok {
			c.n = n
			out = append(out, c)
		} else if c, ok := after(s, sentence, number); ok {
			c.n = n
			out = append(out, c)
		} else if c, ok := before(s, sentence, number); ok {
			c.n = n
			out = append(out, c)
		}
	}
	return out
}

// most things that a sentence lists one by one.
const most = 60

// whole is the number of a plain count of things in s: 5条, 9项.
func whole(m quantity.Mention, s string) (int, bool) {
	if n, size := prose.Ordinal(s[m.Start:m.End]); n > 1 && s[m.Start+size:m.End] == "大" {
		return n, true // 三大产业集群
	}
	q := m.Quantity
	if m.Kind != quantity.Amount || q.Form != quantity.Single || q.Op != quantity.Equal || q.Near || q.Value.Places() > 0 || !countable[q.Unit.Text] {
		return 0, false
	}
	for i := 2; i <= most; i++ {
		if q.Value.Equal(quantity.Int(int64(i))) {
			return i, true
		}
	}
	return 0, false
}

// countable are the measure words of things that have names.
var countable = map[string]bool{
	"项": true, "个": true, "条": true, "家": true, "座": true, "处": true, "所": true, "类": true, "种": true, "件": true,
	"镇": true, "村": true, "大": true, "支": true, "方面": true, "个方面": true, "个镇": true, "个村": true, "对": true, "只": true,
}

// bracketed is 5项（甲、乙、丙、丁、戊）.
func bracketed(s string, sentence, number prose.Range) (counted, bool) {
	rest := s[number.End:sentence.End]
	i := strings.IndexAny(rest, "（(")
	if i < 0 || i > 12*len("一") || strings.ContainsAny(rest[:i], "，、：0123456789") {
		return counted{}, false
	}
	in, ok := prose.Bracket(s, prose.Range{Start: number.End, End: sentence.End})
	if !ok || strings.ContainsAny(in.Of(s), "0123456789：；。") || strings.HasPrefix(in.Of(s), "其中") || strings.HasPrefix(in.Of(s), "含") {
		return counted{}, false
	}
	c := entriesOf(s, in)
	c.number, c.sure = number, true
	return c, c.high >= 2 && named(s, in)
}

// points is 四个坚持：一是 … 四是, as far as the paragraph goes.
func points(s string, number prose.Range, start int) (counted, bool) {
	c := counted{number: number, list: prose.Range{Start: start, End: start}, points: true}
	for {
		next := prose.Chinese(c.low+1) + "是"
		i := strings.Index(s[c.list.End:], next)
		if i < 0 {
			break
		}
		c.low++
		c.list.End += i + len(next)
	}
	c.high = c.low
	return c, c.low >= 2
}

// longestName is more than a name in a list has in characters.
const longestName = 24

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

// after is 三大集群：甲、乙、丙。
func after(s string, sentence, number prose.Range) (counted, bool) {
	rest := s[number.End:sentence.End]
	for _, lead := range []string{"：", "，即", "，包括", "，分别是"} {
		i := strings.Index(rest, lead)
		if i < 0 || i > 10*len("一") || strings.ContainsAny(rest[:i], "，、0123456789") {
			continue
		}
		list := prose.Range{Start: number.End + i + len(lead), End: sentence.End}
		if strings.HasPrefix(list.Of(s), "一是") && !strings.HasSuffix(rest[:i], "中") {
			return points(s, number, list.Start)
		}
		if strings.ContainsAny(names(list.Of(s)), "，：0123456789") || !strings.Contains(list.Of(s), "、") {
			return counted{}, false
		}
		c := entriesOf(s, list)
		c.number = number
		return c, c.high >= 2 && named(s, list)
	}
	return counted{}, false
}

// before is 甲、乙、丙3条断头路: the list ends at its number, and what they all are
// follows.
func before(s string, sentence, number prose.Range) (counted, bool) {
	head, _ := utf8.DecodeRuneInString(s[number.End:sentence.End])
	if !unicode.Is(unicode.Han, head) || strings.ContainsRune("以的和及与、，均都共并分", head) {
		return counted{}, false
	}
	tail := s[number.End:sentence.End]
	if i := strings.IndexAny(tail, "，、；。：0123456789"); i >= 0 && strings.HasPrefix(tail[i:], "、") {
		return counted{}, false // the list goes on: the number is only its last entry's
	}
	clauses := prose.Split(s, prose.Range{Start: sentence.Start, End: number.Start}, "，：")
	if len(clauses) == 0 {
		return counted{}, false
	}
	list := clauses[len(clauses)-1]
	if list.End != number.Start {
		return counted{}, false
	}
	c := entriesOf(s, list)
	c.number = number
	return c, c.high >= 3 && named(s, list) && !counts(names(list.Of(s)))
}

// counts reports a text that counts something: the list holds groups of its own.
func counts(s string) bool {
	for m := range quantity.Scan(s) {
		if m.Kind == quantity.Amount && !m.Quantity.Unit.IsZero() {
			return true
		}
	}
	return strings.ContainsAny(s, "0123456789")
}

// names is s without what stands in brackets and quotation marks, where digits
// belong to names.
func names(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '（', '“', '(':
			depth++
		case '）', '”', ')':
			depth--
		default:
			if depth <= 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// entriesOf counts the entries of a list. A word for and may part two entries or
// stand inside a name.
func entriesOf(s string, list prose.Range) counted {
	c := counted{list: list}
	text := list.Of(s)
	for _, etc := range []string{"等", "等等"} {
		if t, ok := strings.CutSuffix(text, etc); ok {
			text, c.open = t, true
		}
	}
	list.End = list.Start + len(text)
	entries := prose.Split(s, list, "、，")
	c.low, c.high = len(entries), len(entries)
	for _, e := range entries {
		for _, and := range []string{"和", "及", "与", "以及", "并", "”“", "》《"} {
			c.high += strings.Count(e.Of(s), and)
		}
	}
	return c
}
