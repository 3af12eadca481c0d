// Package verdicts reads what a report itself says about its indicators: which
// were exceeded, reached or missed, one by one or as a list with a number.
//
// It reads and resolves names to rows of the table; whether the report is right
// is for the rules to say.
package verdicts

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// Class is what is said of a result.
type Class string

const (
	Exceeded Class = "exceeded" // 超额完成
	Met      Class = "met"      // 实现年度目标
	Missed   Class = "missed"   // 未达预期
)

// Said is one statement about one row.
type Said struct {
	Row    rows.Row
	Class  Class
	Listed bool // in a list of several indicators, not in a sentence of its own
	Mark   vet.Mark
}

// missedWords come first: 完成年度目标任务较为困难 holds 完成 too.
var classWords = []struct {
	class Class
	words []string
}{
	{Missed, []string{
		"未完成", "未达", "未实现", "未能实现", "未能完成", "未能达", "没有完成", "没有达", "低于预期", "低于年度", "低于全年", "低于目标", "低于计划",
		"不及预期", "不及目标", "难以完成", "难以实现", "较为困难", "有困难", "有差距", "有较大差距", "有一定差距",
	}},
	{Exceeded, []string{"超额完成", "超额实现", "超过年度", "超过预期", "超过目标", "好于预期", "优于预期", "好于年度", "超年度目标", "超预期目标"}},
	{Met, []string{"完成", "实现", "达到", "达成"}},
}

var aims = []string{"目标", "任务", "计划", "预期"}

// ClassOf is what a clause says of a result; ok is false when it speaks of no
// target, of the future or under a condition.
func ClassOf(clause string) (c Class, at int, ok bool) {
	if containsAny(clause, "确保", "力争", "争取", "有望", "为了", "不能", "如果", "保障", "序时") || !containsAny(clause, aims...) {
		return "", 0, false
	}
	if strings.Contains(clause, "完成或超额") || strings.Contains(clause, "达到或超过") || strings.Contains(clause, "完成或好于") {
		return Met, strings.Index(clause, "或"), true
	}
	for _, w := range classWords {
		for _, s := range w.words {
			if i := strings.Index(clause, s); i >= 0 {
				return w.class, i, true
			}
		}
	}
	return "", 0, false
}

// Lists are the statements of lists: 甲、乙、丙以上3项指标均超额完成年度目标任务.
func Lists(p *vet.Pass) []Said {
	table := rows.Of(p.Plan, p.Plan.ExecutedYear)
	if len(table) == 0 {
		return nil
	}
	var out []Said
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Glossary || l.Part == extract.Tasks || !strings.Contains(l.Text.S, "指标") {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			out = append(out, list(l.Text, s, table)...)
		}
	}
	return out
}

// list reads a sentence whose names stand before their number and verdict.
func list(t document.Text, s prose.Range, table rows.Table) []Said {
	text := s.Of(t.S)
	i := strings.Index(text, "项指标")
	if i < 0 {
		i = strings.Index(text, "个指标")
	}
	if i < 0 {
		return nil
	}
	class, _, ok := ClassOf(text[i:])
	if !ok {
		return nil
	}
	names := strings.TrimRight(text[:i], "0123456789一二三四五六七八九十两多余")
	names = strings.TrimRight(names, "，、 ")
	for _, tail := range []string{"以上", "上述", "等", "，", "这"} {
		names = strings.TrimSuffix(names, tail)
	}
	var out []Said
	for _, e := range prose.Entries(t.S, prose.Range{Start: s.Start, End: s.Start + len(names)}) {
		out = append(out, entry(t, e, class, table)...)
	}
	return out
}

// entry is a name, what leads up to it cut off, with the parts in its bracket:
// 固定资产投资增速（含制造业投资增速）.
func entry(t document.Text, e prose.Range, class Class, table rows.Table) []Said {
	if parts := prose.Split(t.S, e, "，：。"); len(parts) > 0 {
		e = parts[len(parts)-1]
	}
	var out []Said
	if r, ok := table.Find(e.Of(t.S)); ok {
		out = append(out, Said{Row: r, Class: class, Listed: true, Mark: vet.At(t, e.Start, e.End, vet.Subject)})
	}
	if in, ok := prose.Bracket(t.S, e); ok && strings.HasPrefix(in.Of(t.S), "含") {
		in.Start += len("含")
		if r, ok := table.Find(in.Of(t.S)); ok {
			out = append(out, Said{Row: r, Class: class, Listed: true, Mark: vet.At(t, in.Start, in.End, vet.Subject)})
		}
	}
	return out
}

// Sentences are the statements about a single result in the text: 实际使用外资
// 980万美元，超额完成年度目标任务.
func Sentences(p *vet.Pass) []Said {
	table := rows.Of(p.Plan, p.Plan.ExecutedYear)
	if len(table) == 0 {
		return nil
	}
	byKey := rowsByKey(p, table)
	claims := map[int][]extract.Claim{} // by line
	for _, c := range p.Claims {
		if !c.Table && c.Sure && c.Kind == extract.ActualClaim && c.Year == p.Plan.ExecutedYear {
			claims[c.Span.Line] = append(claims[c.Span.Line], c)
		}
	}
	var out []Said
	for _, l := range p.Lines {
		cs := claims[l.Text.Whole().Line]
		if len(cs) == 0 || l.Box != "" {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			out = append(out, sentence(l.Text, s, cs, byKey)...)
		}
	}
	return out
}

type key struct {
	key     string
	measure extract.ClaimMeasure
}

// rowsByKey are the rows by what they measure; where two measure the same,
// neither.
func rowsByKey(p *vet.Pass, table rows.Table) map[key]rows.Row {
	out := map[key]rows.Row{}
	twice := map[key]bool{}
	for _, c := range p.Claims {
		k := key{c.Key, c.Measure}
		if !c.Table || c.Kind != extract.TargetClaim || c.Year != p.Plan.ExecutedYear || twice[k] {
			continue
		}
		if _, ok := out[k]; ok {
			delete(out, k)
			twice[k] = true
			continue
		}
		if r, ok := table.At(c.Span); ok {
			out[k] = r
		}
	}
	return out
}

// sentence pairs a clause that states a verdict with the result before it, in
// the same clause or the one in front.
func sentence(t document.Text, s prose.Range, claims []extract.Claim, byKey map[key]rows.Row) []Said {
	var out []Said
	var before *extract.Claim
	for _, c := range prose.Split(t.S, s, "，；") {
		clause := c.Of(t.S)
		inside := lastIn(t, c, claims)
		class, at, ok := ClassOf(clause)
		said := inside
		if said == nil && !strings.Contains(clause, "均") && !strings.Contains(clause, "指标") {
			said = before
		}
		before = inside
		if !ok {
			class, at, ok = against(clause)
		}
		if !ok || said == nil || strings.Contains(clause, "其中") {
			continue
		}
		r, found := byKey[key{said.Key, said.Measure}]
		if found && onlyOne(t, c, claims) && (floor(r) || strings.Contains(clause, "完成")) {
			out = append(out, Said{Row: r, Class: class, Mark: vet.At(t, c.Start+at, c.End, vet.Subject)})
		}
	}
	return out
}

// against reads 低于6%的年度目标: on which side of its target a result is.
func against(clause string) (c Class, at int, ok bool) {
	if !strings.Contains(clause, "年度目标") && !strings.Contains(clause, "预期目标") || containsAny(clause, "不低于", "不高于", "力争", "确保") {
		return "", 0, false
	}
	for _, w := range []struct {
		word  string
		class Class
	}{{"低于", Missed}, {"高于", Exceeded}, {"超过", Exceeded}} {
		i := strings.Index(clause, w.word)
		if i < 0 {
			continue
		}
		for m := range quantity.Scan(clause[i+len(w.word):]) {
			return w.class, i, m.NumStart == 0 && m.Kind == quantity.Amount && strings.HasPrefix(clause[i+len(w.word)+m.End:], "的")
		}
	}
	return "", 0, false
}

// floor reports a row that is better above its target; below one is not missed
// where less is better.
func floor(r rows.Row) bool { return r.Item.Measure().Target.Sense != target.Max }

// lastIn is the last claim whose words stand in r.
func lastIn(t document.Text, r prose.Range, claims []extract.Claim) *extract.Claim {
	at := t.Span(r.Start, r.End)
	var last *extract.Claim
	for i, c := range claims {
		if c.Span.Line == at.Line && at.Column <= c.Span.Column && c.Span.EndColumn <= at.EndColumn {
			last = &claims[i]
		}
	}
	return last
}

// onlyOne reports a clause that holds at most one result.
func onlyOne(t document.Text, r prose.Range, claims []extract.Claim) bool {
	at := t.Span(r.Start, r.End)
	n := 0
	for _, c := range claims {
		if c.Span.Line == at.Line && at.Column <= c.Span.Column && c.Span.EndColumn <= at.EndColumn {
			n++
		}
	}
	return n <= 1
}

// Count is a number of indicators with a verdict: 未达预期9项.
type Count struct {
	Class Class
	N     int
	Mark  vet.Mark
}

// Counts are the numbers that the report gives for its whole table.
func Counts(p *vet.Pass) []Count {
	var out []Count
	for _, l := range p.Lines {
		if l.Box != "" || l.Part != extract.Annex && l.Part != extract.Execution || !strings.Contains(l.Text.S, "指标") {
			continue
		}
		for _, c := range prose.Split(l.Text.S, prose.Whole(l.Text.S), "，。；、") {
			if count, ok := countOf(l.Text, c); ok {
				out = append(out, count)
			}
		}
	}
	return out
}

func countOf(t document.Text, c prose.Range) (Count, bool) {
	clause := c.Of(t.S)
	class, _, ok := ClassOf(clause)
	if !ok || strings.Contains(clause, "以上") || strings.Contains(clause, "等") {
		return Count{}, false
	}
	var n *quantity.Mention
	for m := range quantity.Scan(clause) {
		if m.Kind == quantity.Amount && m.Quantity.Unit.Text == "项" {
			if n != nil {
				return Count{}, false
			}
			n = &m
		}
	}
	if n == nil || n.Quantity.Value.Places() > 0 {
		return Count{}, false
	}
	v, ok := Int(n.Quantity.Value)
	return Count{class, v, vet.At(t, c.Start+n.Start, c.Start+n.End, vet.Subject)}, ok
}

// Int is a number as a small whole one.
func Int(n quantity.Number) (int, bool) {
	for i := range 1000 {
		if n.Equal(quantity.Int(int64(i))) {
			return i, true
		}
	}
	return 0, false
}

// Assessed is the computed verdict of every row of the executed year, by place.
func Assessed(p *plan.Plan) map[string]plan.Assessed {
	out := map[string]plan.Assessed{}
	for _, a := range p.Assess().Rows {
		out[Place(a.Item)] = a
	}
	return out
}

// Place tells the rows of a table apart.
func Place(it plan.Item) string { return it.No + "/" + it.Of + "/" + it.Name }

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
