package verdicts

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// Sentences are the statements about a single result in the text: 实际使用外资
// 980万美元，超额完成年度目标任务.
func Sentences(p *vet.Pass) []Said {
	table := rows.All(p.Reading, p.Plan.ExecutedYear)
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
	var under section
	for _, l := range p.Lines {
		if l.Box != "" || under.enter(l) {
			continue
		}
		if under.missed {
			out = append(out, tails(l.Text, table)...)
		}
		cs := claims[l.Text.Span(0, 0).Line]
		if l.Part == extract.Annex || l.Part == extract.Execution {
			out = append(out, named(l.Text, table)...)
		}
		if len(cs) == 0 {
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

// named are the clauses that give no number, only a name and its verdict:
// 空气质量优良天数未能实现计划目标.
func named(t document.Text, table rows.Table) []Said {
	var out []Said
	for _, c := range prose.Clauses(t.S, prose.Whole(t.S)) {
		clause := c.Of(t.S)
		class, at, ok := ClassOf(clause)
		if !ok || strings.ContainsAny(clause, prose.Digits+"、") || strings.Contains(clause, "指标") {
			continue
		}
		name := clause[:at]
		for _, tail := range []string{"指标", "全年", "预计", "均", "已", "圆满", "顺利", "全面", "如期", "较好"} {
			name = strings.TrimSuffix(name, tail)
		}
		if r, link := table.Resolve(name); link >= rows.Same && (floor(r) || strings.Contains(clause, "完成")) {
			out = append(out, Said{Row: r, Class: class, Mark: vet.At(t, c.Start+at, c.End, vet.Subject)})
		}
	}
	return out
}
