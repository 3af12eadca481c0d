package sumparts

import (
	"slices"
	"strings"

	"gangmu/internal/words"
	"gangmu/quantity"
	"gangmu/vet/rules/internal/prose"
)

const ofWhich = "其中"

// under are the numbers with their parts behind 其中 or in a bracket: 创新平台7个，
// 其中技术中心4个、设计中心1个; 重点项目122个（产业项目73个、基础设施项目49个）.
func under(s string, sentence prose.Range) []sum {
	var out []sum
	for at := sentence.Start; ; {
		i := strings.Index(s[at:sentence.End], ofWhich)
		if i < 0 {
			break
		}
		at += i
		list := prose.Range{Start: at + len(ofWhich), End: listEnd(s, at, sentence)}
		before := terms(s, prose.Range{Start: sentence.Start, End: at})
		if found, ok := divided(s, before, at, list); ok {
			found.atMost = !completeList(found.parts)
			found.unsure = found.atMost && strings.Contains(s[found.parts[0].End:found.parts[1].Start], "，")
			out = append(out, found)
		}
		at += len(ofWhich)
	}
	return append(out, bracketed(s, sentence)...)
}

// listEnd is where a list of parts ends at the latest: with its bracket or its
// sentence.
func listEnd(s string, at int, sentence prose.Range) int {
	open := strings.LastIndexAny(s[sentence.Start:at], "（(")
	if open < 0 || strings.ContainsAny(s[sentence.Start+open:at], "）)") {
		return sentence.End
	}
	if n := strings.IndexAny(s[at:sentence.End], "）)"); n >= 0 {
		return at + n
	}
	return sentence.End
}

// divided reads the parts of a list and the number that they divide.
func divided(s string, before []term, at int, list prose.Range) (sum, bool) {
	var parts []term
	list.Start += len(s[list.Start:list.End]) - len(strings.TrimLeft(s[list.Start:list.End], "：:，、 "))
	var open *prose.Range // 香港、澳门和台湾同胞: a name that goes on behind 、
	for i, e := range prose.Split(s, list, "、，") {
		ts := terms(s, e)
		if len(ts) == 0 && strings.HasPrefix(s[e.End:list.End], "、") {
			if open == nil {
				open = &e
			}
			continue
		}
		if len(ts) != 1 || ts[0].End != e.End || strings.ContainsAny(e.Of(s), "比增降") || strings.Count(e.Of(s), "（") != strings.Count(e.Of(s), "）") || i > 0 && beginsAnew(s, e) {
			break
		}
		if open != nil {
			e.Start, open = open.Start, nil
		}
		if len(parts) > 0 && !ts[0].Unit.Same(parts[0].Unit) {
			break
		}
		ts[0].name = s[e.Start:ts[0].Start]
		parts = append(parts, ts[0])
	}
	if len(parts) < 2 {
		return sum{}, false
	}
	total, ok := wholeOf(s, before, at, parts)
	return sum{total: total, parts: parts}, ok
}

// beginsAnew reports an entry behind a comma that states something new.
func beginsAnew(s string, e prose.Range) bool {
	if !strings.HasSuffix(s[:e.Start], "，") {
		return false
	}
	if strings.ContainsAny(e.Of(s), "达破超") {
		return true // 其中A股公司7家，上市公司达106家
	}
	for _, w := range []string{"新增", "完成", "实现", "培育", "引进", "建成", "发放", "争取", "获", "打造", "实施", "全", "累计", "共", "总", "新认定", "带动", "销售", "投"} {
		if strings.HasPrefix(e.Of(s), w) {
			return true
		}
	}
	return false
}

// kinds are classes that leave no rest.
var kinds = [][][]string{
	{{"预期性"}, {"约束性"}},
	{{"开工"}, {"续建"}, {"完工", "投产", "竣工", "建成"}},
	{{"城镇", "城市"}, {"农村", "乡村"}},
	{{"进口"}, {"出口"}},
	{{"公办"}, {"民办"}},
	{{"新建"}, {"改扩建", "改建", "扩建"}},
	{{"税收"}, {"非税"}},
}

// completeList reports parts that leave no rest: they name one (其他), or they are
// all classes of a kind.
func completeList(parts []term) bool {
	if last := parts[len(parts)-1].name; strings.HasPrefix(last, "其他") || strings.HasPrefix(last, "其它") || strings.HasPrefix(last, "其余") {
		return true
	}
	return slices.ContainsFunc(kinds, func(kind [][]string) bool {
		if len(kind) != len(parts) {
			return false
		}
		for i, names := range kind {
			if !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(parts[i].name, n) }) {
				return false
			}
		}
		return true
	})
}

// longestNoun is how many bytes may stand between a number and its bracket: 127个省市
// 重点项目（….
const longestNoun = 8 * len("字")

// bracketed are numbers whose parts stand in a bracket right behind them, which
// lists all of them.
func bracketed(s string, sentence prose.Range) []sum {
	if !strings.Contains(sentence.Of(s), "（") {
		return nil
	}
	var out []sum
	for _, total := range terms(s, sentence) {
		rest := s[total.End:sentence.End]
		open := strings.Index(rest, "（")
		if open < 0 || open > longestNoun || strings.ContainsAny(rest[:open], "，、：；") || total.Op != quantity.Equal {
			continue
		}
		rest = rest[open:]
		end := strings.Index(rest, "）")
		if end < 0 || strings.Contains(rest[:end], ofWhich) || strings.HasPrefix(rest, "（含") || strings.HasPrefix(rest, "（包括") || strings.Contains(rest[:end], "等") {
			continue
		}
		list := prose.Range{Start: total.End + open + len("（"), End: total.End + open + end}
		entries := prose.Split(s, list, "、，")
		found, ok := divided(s, []term{total}, total.End+open, list)
		if ok && len(found.parts) == len(entries) && (open == 0 || total.Value.Places() == 0) {
			found.unsure = !completeList(found.parts)
			out = append(out, found)
		}
	}
	return out
}

var plus = words.New("加上")

// added is 收入2255.6亿元，加上补助收入11.4亿元、上年结转18.9亿元，收入总计2285.9亿元.
func added(s string, sentence prose.Range) (sum, bool) {
	i := plus.Index(sentence.Of(s))
	if i < 0 {
		return sum{}, false
	}
	at := sentence.Start + i
	all := terms(s, sentence)
	end := slices.IndexFunc(all, func(t term) bool {
		return t.Start > at && endsWith(s[sentence.Start:t.Start], "总计", "合计", "总量", "共计")
	})
	if end < 0 {
		return sum{}, false
	}
	found := sum{total: all[end]}
	var base *term
	for k, t := range all[:end] {
		switch {
		case t.Op != quantity.Equal:
			return sum{}, false
		case !t.Unit.Same(found.total.Unit):
		case t.Start < at:
			base = &all[k]
		default:
			found.parts = append(found.parts, t)
		}
	}
	text := s[at:found.total.Start]
	if base == nil || len(found.parts) == 0 || strings.Contains(text, "减去") || strings.Contains(text, "扣除") || strings.Contains(text, ofWhich) || strings.Contains(text, "增") {
		return sum{}, false
	}
	found.parts = append([]term{*base}, found.parts...)
	return found, true
}
