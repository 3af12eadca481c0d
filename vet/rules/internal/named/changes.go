package named

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

// ChangeKind is what a report says it did to its set of indicators.
type ChangeKind string

const (
	Added   ChangeKind = "added"   // 新增甲、乙2项指标
	Removed ChangeKind = "removed" // 删减丙1项指标
	Rebased ChangeKind = "rebased" // 将丁由总量指标调整为增速指标
)

// Change is one such statement.
type Change struct {
	Kind   ChangeKind
	Names  []Name
	N      int      // as stated; 0 where it is not
	Number vet.Mark // where N stands
}

var changeWords = []struct {
	kind  ChangeKind
	words []string
}{
	{Added, []string{"新增加", "新增了", "新增设", "新增", "新设", "增设", "增加", "新纳入"}},
	{Removed, []string{"删减", "删除", "删去", "取消", "剔除", "减少", "去掉", "不再设置", "不再纳入", "调减", "调出"}},
}

// Changes are the statements on the set of indicators, outside the review and
// the tasks, where 新增 speaks of things built.
func Changes(p *vet.Pass) []Change {
	var out []Change
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Glossary || l.Part == extract.Tasks || l.Part == extract.Execution || !strings.Contains(l.Text.S, "指标") {
			continue
		}
		for _, c := range prose.Split(l.Text.S, prose.Whole(l.Text.S), "。；，：") {
			if change, ok := changeOf(l.Text, c); ok {
				out = append(out, change)
			}
		}
	}
	return out
}

// changeOf reads a clause: its verb stands first, 项指标 last.
func changeOf(t document.Text, c prose.Range) (Change, bool) {
	clause := c.Of(t.S)
	if names, ok := rebased(clause); ok {
		return Change{Kind: Rebased, Names: namesIn(t, c.Start+names.Start, c.Start+names.End)}, true
	}
	kind, start, ok := verb(clause)
	if !ok {
		return Change{}, false
	}
	end := tail(clause, start)
	if end < 0 {
		return Change{}, false
	}
	ch := Change{Kind: kind, Names: namesIn(t, c.Start+start, c.Start+end)}
	for m := range quantity.Scan(clause[end:]) {
		if n, ok := verdicts.Int(m.Quantity.Value); ok && m.Kind == quantity.Amount && m.Quantity.Unit.Text == "项" {
			ch.N, ch.Number = n, vet.At(t, c.Start+end+m.Start, c.Start+end+m.End, vet.Subject)
		}
	}
	return ch, len(ch.Names) > 0
}

// verb is the first word of a clause that says what is done, and where it ends.
// It stands near the beginning; farther on it is a part of a name.
func verb(clause string) (kind ChangeKind, end int, ok bool) {
	first := len("一是在此基础上") + 1
	for _, w := range changeWords {
		for _, word := range w.words {
			if i := strings.Index(clause, word); i >= 0 && (i < first || i == first && i+len(word) > end) {
				kind, first, end, ok = w.kind, i, i+len(word), true
			}
		}
	}
	return kind, end, ok
}

// tail is where the number and 指标 behind the names begin; -1 without them.
func tail(clause string, start int) int {
	end := strings.LastIndex(clause, "项指标")
	if end < start {
		end = strings.LastIndex(clause, "个指标")
	}
	if end < start {
		if end = strings.LastIndex(clause, "指标"); end < start || end+len("指标") != len(clause) {
			return -1
		}
		return end
	}
	names := strings.TrimRight(clause[:end], prose.Digits+"一二三四五六七八九十两")
	for _, w := range []string{"等", "共", "共计", "这"} {
		names = strings.TrimSuffix(names, w)
	}
	return len(names)
}

// rebased is the name in 将实际使用外资由总量指标调整为增速指标.
func rebased(clause string) (prose.Range, bool) {
	start := strings.Index(clause, "将")
	to := strings.Index(clause, "调整为")
	from := strings.Index(clause, "由")
	if start < 0 || from < start || to < from {
		return prose.Range{}, false
	}
	return prose.Range{Start: start + len("将"), End: from}, true
}

// namesIn are the names between 、 and before the last, 和 or 及. A 和 inside a
// name is not told from one between two: both readings are given up then by the
// rules, which know the tables.
func namesIn(t document.Text, start, end int) []Name {
	var out []Name
	entries := prose.Entries(t.S, prose.Range{Start: start, End: end})
	for i, e := range entries {
		if i == len(entries)-1 {
			for _, and := range []string{"以及", "和", "及"} {
				if k := strings.LastIndex(e.Of(t.S), and); k > 0 {
					out = append(out, Name{t, unquoted(t.S, prose.Range{Start: e.Start, End: e.Start + k})})
					e.Start += k + len(and)
					break
				}
			}
		}
		out = append(out, Name{t, unquoted(t.S, e)})
	}
	return out
}

// unquoted takes the quotation marks off a name that stands in them.
func unquoted(s string, r prose.Range) prose.Range {
	if text := r.Of(s); strings.HasPrefix(text, "“") && strings.HasSuffix(text, "”") {
		r.Start += len("“")
		r.End -= len("”")
	}
	return r
}
