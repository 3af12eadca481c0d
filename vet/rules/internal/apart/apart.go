// Package apart reads the statements that give several things a value each:
// 甲、乙、丙分别增长1%、2%、3%.
package apart

import (
	"strings"

	"gangmu/internal/words"
	"gangmu/quantity"
	"gangmu/vet/rules/internal/prose"
)

// Statement is one 分别 with what stands before and behind it.
type Statement struct {
	Word     prose.Range // 分别
	Subjects prose.Range // 甲、乙、丙
	Low      int         // the least number of subjects, with 和 inside a name
	High     int         // the most
	Plural   bool        // a single subject that stands for several: 城乡居民
	Values   []Value
	List     prose.Range // of the values
}

// Value is one of the values.
type Value struct {
	prose.Range
	Quantity quantity.Quantity
}

const word = "分别"

// In are the statements of a sentence that give nothing but plain amounts, two
// or more.
func In(s string, sentence prose.Range) []Statement {
	var out []Statement
	for _, st := range Any(s, sentence) {
		if len(st.Values) > 1 {
			out = append(out, st)
		}
	}
	return out
}

var apart = words.New(word)

// Any are the statements of a sentence that give nothing but plain amounts.
func Any(s string, sentence prose.Range) []Statement {
	if !apart.In(sentence.Of(s)) {
		return nil
	}
	var out []Statement
	clauses := prose.Split(s, sentence, "，：")
	for i, c := range clauses {
		at := strings.Index(c.Of(s), word)
		if at < 0 || strings.Count(c.Of(s), word) > 1 {
			continue
		}
		st := Statement{Word: prose.Range{Start: c.Start + at, End: c.Start + at + len(word)}}
		st.Subjects = prose.Range{Start: c.Start, End: st.Word.Start}
		if at == 0 && i > 0 {
			st.Subjects = subjectsOf(s, clauses[i-1])
		}
		st.List = prose.Range{Start: st.Word.End, End: c.End}
		if st.read(s) {
			out = append(out, st)
		}
	}
	return out
}

// subjectsOf is the list in a clause before one that begins with 分别. Where it
// gives several values by itself, its subjects are not told apart from these.
func subjectsOf(s string, clause prose.Range) prose.Range {
	text := clause.Of(s)
	if i := strings.Index(text, word); i >= 0 {
		clause.End = clause.Start + i
		return clause
	}
	values := 0
	for m := range quantity.Scan(text) {
		if m.Kind == quantity.Amount && !m.Quantity.Unit.IsZero() {
			values++
		}
	}
	if values > 2 || values > 1 && !strings.Contains(text, "共") {
		clause.End = clause.Start
	}
	return clause
}

// read counts the subjects and takes the values; false when they are no plain
// lists.
func (st *Statement) read(s string) bool {
	list := st.List.Of(s)
	if strings.ContainsAny(list, "由从至—（") || strings.Contains(list, "其中") || strings.Contains(list, "等") {
		return false
	}
	for m := range quantity.Scan(list) {
		if m.Kind != quantity.Amount || m.Quantity.Form != quantity.Single {
			return false
		}
		st.Values = append(st.Values, Value{prose.Range{Start: st.List.Start + m.NumStart, End: st.List.Start + m.NumEnd}, m.Quantity})
	}
	if len(st.Values) == 0 || parts(s, st.List) != len(st.Values) {
		return false
	}
	st.count(s)
	return true
}

// count counts the subjects: a conjunction before the last of them parts two,
// one inside another may stand in a name.
func (st *Statement) count(s string) {
	entries := prose.Entries(s, st.Subjects)
	st.Low, st.High = len(entries), len(entries)
	for i, e := range entries {
		more := len(prose.Conjoined(e.Of(s))) - 1
		st.High += more
		if i == len(entries)-1 && more == 1 && st.High == st.Low+1 {
			st.Low++
		}
	}
	for _, p := range plurals {
		st.Plural = st.Plural || strings.Contains(st.Subjects.Of(s), p)
	}
}

// plurals are words for several things in a name.
var plurals = []string{"城乡", "存贷", "进出", "三次", "两项", "两个", "各", "双", "收支", "水陆", "公铁", "客货", "企事业", "中小", "三", "五", "两", "上下", "内外", "城镇农村"}

// parts is the number of entries of a list of values: they are parted by 、 和 or
// both.
func parts(s string, list prose.Range) int {
	n := 0
	for _, e := range prose.Entries(s, list) {
		n += 1 + strings.Count(e.Of(s), "和") + strings.Count(e.Of(s), "及")
	}
	return n
}
