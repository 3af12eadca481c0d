package tally

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/quantity"
	"gangmu/vet/rules/internal/prose"
)

// headLength is more than stands between a number and its list: 三大 + 工程.
const headLength = 14 * len("一")

// bracketed is 5项（甲、乙、丙、丁、戊）.
func bracketed(s string, sentence prose.Range, n number) (Count, bool) {
	rest := s[n.End:sentence.End]
	i := strings.IndexAny(rest, "（(")
	if i < 0 || i > headLength || strings.ContainsAny(rest[:i], "，、："+prose.Digits) {
		return Count{}, false
	}
	in, ok := prose.Bracket(s, prose.Range{Start: n.End, End: sentence.End})
	if !ok || strings.ContainsAny(plain(in.Of(s)), prose.Digits+"：；。，") {
		return Count{}, false
	}
	for _, part := range []string{"其中", "含", "不含", "包括", "除", "如"} {
		if strings.HasPrefix(in.Of(s), part) {
			return Count{}, false
		}
	}
	c := entriesOf(s, in)
	c.form = bracket
	return c, c.High >= 2 && named(s, in)
}

const longestLead = 5 * len("一")

// leads are what stands between a number and the list that it announces, the
// longer first.
var leads = []string{
	"：即", "：指", "：是指", "：主要包括", "：包括", "：分别是", "：分别为", "：",
	"，即", "，包括", "，主要包括", "，分别是", "，分别为", "，主要是", "，是指", "，指", "包括", "是指", "分别是", "分别为", "指的是", "”即", "”指",
}

// following is 三大集群：甲、乙、丙.
func following(s string, sentence prose.Range, n number) (Count, bool) {
	rest := s[n.End:sentence.End]
	at, lead := leadIn(rest[:min(len(rest), headLength+longestLead)])
	if lead == "" || at > headLength || strings.HasSuffix(s[sentence.Start:n.Start], "”“") || strings.ContainsAny(plain(rest[:at]), "，、"+prose.Digits) ||
		strings.IndexAny(rest[:at], "一二三四五六七八九十") > 0 { // 四张清单一张网
		return Count{}, false
	}
	return listed(s, n.n, prose.Range{Start: n.End + at + len(lead), End: sentence.End})
}

// listed is the list at the beginning of list, of n things it seems.
func listed(s string, n int, list prose.Range) (Count, bool) {
	list.Start += len(list.Of(s)) - len(strings.TrimLeft(list.Of(s), "* \u3000"))
	for _, word := range []string{"主要包括", "包括", "即", "指"} {
		if strings.HasPrefix(list.Of(s), word) {
			list.Start += len(word)
			break
		}
	}
	whole := list
	list, ok := untilStop(s, list)
	if !ok || strings.HasPrefix(list.Of(s), "一是") || strings.ContainsAny(plain(list.Of(s)), "："+prose.Digits) {
		return Count{}, false
	}
	c := entriesOf(s, list)
	c.narrow(s, n)
	if !c.holds(n) && list.End < whole.End { // 甲、乙、丙，丁
		if all := entriesOf(s, prose.Range{Start: list.Start, End: whole.End}, "，"); all.holds(n) {
			c = all
		} else if len(prose.Split(s, whole, "，")) == n {
			c = Count{List: whole, Low: n, High: n}
		}
	}
	c.form = after
	return c, c.Low >= 2 && named(s, c.List)
}

// leadIn is the earliest of leads in s.
func leadIn(s string) (at int, lead string) {
	at = len(s)
	for _, l := range leads {
		if i := strings.Index(s, l); i >= 0 && (i < at || i == at && len(l) > len(lead)) {
			at, lead = i, l
		}
	}
	return at, lead
}

// untilStop is the clause that holds the list; false where several do. The list
// may stand behind its source: 指全会提出，要….
func untilStop(s string, list prose.Range) (prose.Range, bool) {
	var found prose.Range
	for i, p := range prose.Split(s, list, "，") {
		if strings.Contains(plain(p.Of(s)), "、") || strings.Contains(p.Of(s), "》《") {
			if found.End > 0 || i > 2 {
				return list, false
			}
			found = p
		}
	}
	if found.Start > list.Start {
		intro := s[list.Start:found.Start]
		size := 0
		for _, l := range []string{"主要包括", "包括", "即", "分别是", "分别为", "主要是", "一是"} {
			if strings.HasPrefix(found.Of(s), l) {
				size = len(l)
				break
			}
		}
		if found.Start += size; size == 0 && !strings.HasSuffix(intro, "提出，") && !strings.HasSuffix(intro, "明确，") {
			return list, false
		}
	}
	if i := strings.LastIndex(found.Of(s), "等"); i >= 0 { // 等八项工作
		if _, size := numeral(found.Of(s)[i+len("等"):]); size > 0 {
			found.End = found.Start + i + len("等")
		}
	}
	return found, found.Start < found.End
}

// leading is 甲、乙、丙三大工程 or 甲、乙、丙“三大工程”: the list ends at its number, and
// what they all are follows.
func leading(s string, sentence prose.Range, n number) (Count, bool) {
	next, _ := utf8.DecodeRuneInString(s[n.End:sentence.End])
	open := strings.HasSuffix(s[sentence.Start:n.Start], "等")
	if !unicode.Is(unicode.Han, next) && next != '“' && !open || strings.ContainsRune("以的和及与均都共并分", next) {
		return Count{}, false
	}
	if goesOn(s[n.End:sentence.End]) {
		return Count{}, false
	}
	end := n.Start
	for _, between := range []string{"“", "的", "这", "共计", "共", "合计"} {
		end -= len(s[sentence.Start:end]) - len(strings.TrimSuffix(s[sentence.Start:end], between))
	}
	clauses := prose.Split(s, prose.Range{Start: sentence.Start, End: end}, "，：")
	if len(clauses) == 0 {
		return Count{}, false
	}
	list := behindFigures(s, clauses[len(clauses)-1])
	if list.End != end || endsInVerb(s, list, n.chinese) || counts(s, list) || !named(s, list) || n.quoted && slogans(s, list) {
		return Count{}, false
	}
	c := entriesOf(s, list)
	c.narrow(s, n.n)
	return c, c.Low >= 2 && (n.chinese || c.High >= 3 && !kinds(s, c.List))
}

// behindFigures is a list without what its first entry says before a 的 or year:
// 总投资32.8亿元的甲、乙.
func behindFigures(s string, list prose.Range) prose.Range {
	entries := prose.Entries(s, list)
	if len(entries) == 0 {
		return list
	}
	head := entries[0].Of(s)
	for _, word := range []string{"的", "年", "]"} {
		if i := strings.LastIndex(head, word); i >= 0 && strings.ContainsAny(head[:i], prose.Digits) && i+len(word) < len(head) {
			list.Start += i + len(word)
			return list
		}
	}
	return list
}

// slogans reports a list of which the quoted number is only the last entry:
// 坚定“两个维护”、增强“四个自信”.
func slogans(s string, list prose.Range) bool {
	entries := prose.Entries(s, list)
	last := entries[len(entries)-1].Of(s)
	for _, e := range entries[:len(entries)-1] {
		if strings.HasSuffix(e.Of(s), "”") && !strings.HasSuffix(last, "”") {
			return true
		}
	}
	return utf8.RuneCountInString(last) <= 2 && len(entries) > 2 && utf8.RuneCountInString(entries[len(entries)-2].Of(s)) > 3
}

// goesOn reports that what a number counts is itself an entry of a list:
// 甲、乙两个项目、丙.
func goesOn(rest string) bool {
	i := strings.IndexAny(rest, "，、；。："+prose.Digits)
	return i >= 0 && strings.HasPrefix(rest[i:], "、")
}

// narrow lets the list begin behind a 的 or a conjunction inside one of its
// entries where it then fits: 甲、乙空间划定的丙、丁两条红线.
func (c *Count) narrow(s string, n int) {
	if c.Low <= n {
		return
	}
	list := c.List
	for i, e := range prose.Entries(s, list) {
		words := []string{"的", "及"}
		if i == 0 {
			words = []string{"的", "及", "和", "与"}
		}
		for _, word := range words {
			i := strings.Index(e.Of(s), word)
			if i < 0 || e.Start+i+len(word) >= e.End || strings.Count(list.Of(s), word) > 1 {
				continue
			}
			tail := entriesOf(s, prose.Range{Start: e.Start + i + len(word), End: c.List.End})
			if tail.holds(n) {
				*c = tail
				return
			}
		}
	}
}

// verbs that a number follows as their object: 新建3座.
var verbs = []string{
	"创建", "建成", "新建", "改建", "扩建", "新增", "完成", "实现", "培育", "引进", "打造", "获", "获得", "获评", "实施", "推进", "改造", "开展", "举办", "引育", "取得",
	"认定", "入选", "达", "有", "为", "是", "至", "到", "成立", "组建", "设立", "启动", "落实", "形成", "发布", "出台", "抓好", "加强", "建立", "投用", "评为", "召开", "命名",
	"签约", "列入", "覆盖", "涉及", "超过", "全", "其他", "其余", "其中", "另", "另外", "新", "建", "修", "聚焦", "围绕", "坚持", "突出", "做到", "争做", "用好", "和", "及", "与", "以及",
	"、", "发力", "在", "对", "把", "将", "从", "向", "给", "被", "省委", "省政府", "市委", "市政府", "区委", "区政府", "县委", "县政府", "党中央", "国务院", "按", "以", "下", "了", "过",
}

// endsInVerb reports that the number is the object of a verb, not the sum of the
// list. Chinese numerals also follow entries that end like a verb: 择优培育四项机制.
func endsInVerb(s string, list prose.Range, chinese bool) bool {
	entries := prose.Entries(s, list)
	if len(entries) == 0 {
		return false
	}
	if strings.HasSuffix(list.Of(s), "、") {
		return true
	}
	entry := entries[len(entries)-1].Of(s)
	for _, v := range verbs {
		if strings.HasSuffix(entry, v) && (!chinese || len(v) < 2*len("一") || len(entry) <= len(v)+2*len("一")) {
			return true
		}
	}
	return false
}

// counts reports a list of amounts, whose entries count groups of their own. An
// amount inside a name is none: 收入5万元以下村清零率.
func counts(s string, list prose.Range) bool {
	for _, n := range numbersOf(s, list) {
		if !n.quoted {
			return true
		}
	}
	if !strings.ContainsAny(list.Of(s), "0123456789０１２３４５６７８９") {
		return false
	}
	for _, e := range prose.Entries(s, list) {
		name := plain(e.Of(s))
		for m := range quantity.Scan(name) {
			if m.Kind == quantity.Amount && (m.End == len(name) || measures.Has(m.Quantity.Unit.Text)) {
				return true
			}
		}
	}
	return false
}

// kinds reports entries that are kinds of things, not things: 幼儿园、小学、初中9所.
// The first entry has the sentence's verb in front of it.
func kinds(s string, list prose.Range) bool {
	entries := prose.Entries(s, list)
	if len(entries) > 3 {
		return false
	}
	for _, e := range entries[1:] {
		if utf8.RuneCountInString(e.Of(s)) > 2 {
			return false
		}
	}
	return true
}
