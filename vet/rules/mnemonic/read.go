package mnemonic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/tally"
)

// explained are what stands between a quoted digit and its list.
var explained = []string{"，即", "，指", "，是指", "即", "是指", "指的是", "指", "代表", "表示", "是", "为", "：", "分别是", "分别指"}

// digits are “6”即甲、乙、丙、丁、戊、己.
func digits(s string, sentence prose.Range) []tally.Count {
	var out []tally.Count
	for _, q := range prose.Quoted(s, sentence) {
		n := 0
		for _, r := range q.Of(s) {
			if r < '0' || r > '9' || n > 9 {
				n = 0
				break
			}
			n = n*10 + int(r-'0')
		}
		if n < 2 {
			continue
		}
		rest := s[q.End+len("”") : sentence.End]
		for _, lead := range explained {
			if list, ok := strings.CutPrefix(rest, lead); ok {
				start := sentence.End - len(list)
				if c, ok := tally.Listed(s, n, q, prose.Range{Start: start, End: sentence.End}, false); ok {
					out = append(out, c)
				}
				break
			}
		}
	}
	return out
}

// names are 九治：治水、治气 …, the head of an entry, and “两不愁”即不愁吃、不愁穿 inside it.
// A name with several numbers stands for all of them: 三品一标.
func names(s string, sentence prose.Range, head bool) []tally.Count {
	var out []tally.Count
	var at []prose.Range
	if colon := strings.Index(sentence.Of(s), "："); head && colon > 0 {
		at = append(at, prose.Range{Start: sentence.Start, End: sentence.Start + colon})
	}
	for _, name := range append(at, prose.Quoted(s, sentence)...) {
		n := standsFor(name.Of(s))
		if n < 3 {
			continue
		}
		rest := name.End
		if strings.HasPrefix(s[rest:], "”") {
			rest += len("”")
		}
		for _, lead := range []string{"：", "，即", "即", "，是指", "是指", "指"} {
			if strings.HasPrefix(s[rest:sentence.End], lead) {
				list := prose.Range{Start: rest + len(lead), End: sentence.End}
				// Clauses that hold lists themselves: 政策下基层，调查下基层，信访下基层.
				clauses := len(prose.Split(s, list, "，"))
				if c, ok := tally.Listed(s, n, name, list, true); ok && clauses != n {
					out = append(out, c)
				}
				break
			}
		}
	}
	return out
}

// longestName is more than such a slogan has in characters.
const longestName = 10

// standsFor is the sum of the Chinese numerals of a slogan, each with something
// that it counts; 0 where it is no slogan, as 十四五 or 三大工程, whose measure
// word says what is counted.
func standsFor(name string) int {
	name = strings.TrimLeft(name, "0123456789.．、[]() \u3000*")
	name = strings.Trim(name, "“”*")
	for _, whole := range []string{"一体", "合一"} { // 三位一体
		name, _, _ = strings.Cut(name, whole)
	}
	sum, numbers := 0, 0
	counted, measured := true, false
	if utf8.RuneCountInString(name) > longestName {
		return 0
	}
	for i := 0; i < len(name); {
		if n, size := prose.Ordinal(name[i:]); size > 0 {
			if n == 1 && (strings.HasSuffix(name[:i], "个") || strings.HasPrefix(name[i+size:], "体") || strings.HasSuffix(name[:i], "合")) {
				i += size // 五个一, 三位一体, 三证合一
				counted = true
				continue
			}
			if !counted || n > 20 {
				return 0
			}
			sum, numbers, counted = sum+n, numbers+1, false
			i += size
			continue
		}
		r, w := utf8.DecodeRuneInString(name[i:])
		if numbers == 0 || !unicode.Is(unicode.Han, r) && r != '”' || strings.ContainsRune("百千万亿两第", r) {
			if r == '两' && counted {
				sum, numbers, counted = sum+2, numbers+1, false
				i += w
				continue
			}
			return 0
		}
		measured = measured || !counted && strings.ContainsRune("大个项条类种方家座件处所张道支批级届次期年月日带", r)
		counted = true
		i += w
	}
	if !counted || measured && numbers == 1 {
		return 0
	}
	return sum
}
