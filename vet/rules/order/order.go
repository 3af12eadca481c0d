// Package order finds stated orders of indicators that their values do not show:
// 工业投资增速高于固定资产投资增速.
package order

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/extract"
	find "gangmu/internal/words"
	"gangmu/quantity"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// Rule holds 甲高于乙, said without a distance, against the values of both rows.
var Rule = &vet.Rule{
	ID: "order", Since: "0.3", Requires: vet.Indicators,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "说的高低与指标表不符", En: "A stated order that the table does not show"},
		What: vet.Words{
			Zh: "“工业投资增速高于固定资产投资增速”“农村居民收入增速快于全体居民”之类的说法，与两项的目标或实绩相符。",
			En: "Statements that one indicator is above or below another fit the targets or results of both.",
		},
		Why: vet.Words{
			Zh: "这类说法是目标设置的理由，数改了而理由没改，就站不住。",
			En: "Such statements are the reasons for targets; a number that moved leaves them without ground.",
		},
		Silent: vet.Words{
			Zh: "与全国、全省、全市相比的；只给上下限、不能分高低的；带差距数的（由算术规则核对）。",
			En: "Comparisons with other places; bounds that leave the order open; stated distances, which are arithmetic's.",
		},
		Wrong: frame("工业投资增速低于固定资产投资增速"),
		Right: frame("工业投资增速高于固定资产投资增速"),
	},
	Run: run,
}

// frame is a report whose second annex states an order.
func frame(statement string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"附件2\n2031年国民经济和社会发展计划草案\n设定" + statement + "，体现优化结构的要求。\n" +
		"表2：2031年国民经济和社会发展计划草案\n\t序号\n\t指标名称\n\t2031年目标\n\n" +
		"\t1\n\t固定资产投资增速（%）\n\t7.5\n\n\t\n\t其中：工业投资增速（%）\n\t13\n\n\t2\n\t粮食产量（万吨）\n\t18\n\n"
}

// words say which side the first of two names is on.
var words = []struct {
	word  string
	above bool
}{{"高于", true}, {"快于", true}, {"大于", true}, {"低于", false}, {"慢于", false}, {"小于", false}}

// comparing finds any of words.
var comparing = find.New("高于", "快于", "大于", "低于", "慢于", "小于")

func run(p *vet.Pass) error {
	executed, planned := rows.Printed(p.Reading, p.Plan.ExecutedYear), rows.Printed(p.Reading, p.Plan.PlannedYear)
	annex := executed
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Glossary || !comparing.In(l.Text.S) && l.Part != extract.Annex {
			continue
		}
		table := executed
		switch l.Part {
		case extract.Aims, extract.Tasks:
			table = planned
		case extract.Annex:
			switch {
			case utf8.RuneCountInString(l.Text.S) > 40:
			case strings.Contains(l.Text.S, "完成情况"):
				annex = executed
			case strings.Contains(l.Text.S, "草案") || strings.Contains(l.Text.S, "目标值"):
				annex = planned
			}
			table = annex
		}
		for _, c := range prose.Clauses(l.Text.S, prose.Whole(l.Text.S)) {
			for _, st := range statements(l, c, table) {
				st.check(p)
			}
		}
	}
	return nil
}

// statement is 甲高于乙 of two rows.
type statement struct {
	a, b  rows.Row
	above bool
	word  string
	mark  vet.Mark
}

func statements(l extract.Line, c prose.Range, table rows.Table) []statement {
	var out []statement
	from := c.Start
	for {
		at, word, above := next(l.Text.S, from, c.End)
		if at < 0 {
			return out
		}
		end := at + len(word)
		a, start, okA := ending(table, l.Text.S[from:at])
		b, size, okB := beginning(table, l.Text.S[end:c.End], a)
		if okA && okB && a.Item.Name != b.Item.Name {
			out = append(out, statement{a, b, above, word, vet.At(l.Text, from+start, end+size, vet.Subject)})
		}
		from = end + size
	}
}

func next(s string, from, to int) (at int, word string, above bool) {
	at = -1
	for _, w := range words {
		if i := strings.Index(s[from:to], w.word); i >= 0 && (at < 0 || from+i < at) && !strings.HasSuffix(s[:from+i], "不") {
			at, word, above = from+i, w.word, w.above
		}
	}
	return at, word, above
}

// longest is how many characters around the word a name may take.
const longest = 24

// ending is the row whose name ends a text, what leads up to it left out.
func ending(table rows.Table, s string) (r rows.Row, start int, ok bool) {
	for i := range s {
		if utf8.RuneCountInString(s[i:]) > longest {
			continue
		}
		if r, link := table.Resolve(s[i:]); link >= rows.Same {
			return r, i, true
		}
	}
	return rows.Row{}, 0, false
}

// beginning is the row whose name begins a text; words that it shares with the
// first name may be left out: 农村居民收入增速高于全体居民.
func beginning(table rows.Table, s string, a rows.Row) (r rows.Row, size int, ok bool) {
	end := len(s)
	if i := strings.IndexAny(s, "、（"); i >= 0 {
		end = i
	}
	var cuts []int
	for i := range s[:end] {
		if utf8.RuneCountInString(s[:i]) <= longest {
			cuts = append(cuts, i)
		}
	}
	cuts = append(cuts, end)
	for k := len(cuts) - 1; k > 0; k-- {
		if r, link := table.Resolve(s[:cuts[k]]); link >= rows.Same && !strings.ContainsAny(s[:cuts[k]], prose.Digits) {
			return r, cuts[k], true
		}
	}
	for k := len(cuts) - 1; k > 0; k-- {
		if strings.ContainsAny(s[:cuts[k]], prose.Digits) {
			continue
		}
		for i := range a.Item.Name {
			if r, link := table.Resolve(s[:cuts[k]] + a.Item.Name[i:]); i > 0 && link >= rows.Same && r.Item.Name != a.Item.Name {
				return r, cuts[k], true
			}
		}
	}
	return rows.Row{}, 0, false
}

func (st statement) check(p *vet.Pass) {
	a, atA, okA := value(st.a)
	b, atB, okB := value(st.b)
	if !okA || !okB || st.a.Item.Measure().Unit != st.b.Item.Measure().Unit {
		return
	}
	c := a.Cmp(b)
	if st.above && c > 0 || !st.above && c < 0 {
		p.Agree(st.mark, atA, atB)
		return
	}
	is, isEn := "等于", "equals"
	if c > 0 {
		is, isEn = "高于", "is above"
	} else if c < 0 {
		is, isEn = "低于", "is below"
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("文中说%s%s%s，指标表中%d年前者%s、后者%s，前者%s后者。", st.a.Item.Name, st.word, st.b.Item.Name, st.a.Item.Year, a, b, is),
			En: fmt.Sprintf("%s is said to be on one side of %s (%s), but in the table of %d the first, %s, %s the second, %s.", st.a.Item.Name, st.b.Item.Name, st.word, st.a.Item.Year, a, isEn, b),
		},
		Marks:  []vet.Mark{st.mark, atA, atB},
		Values: []vet.Value{{Text: a.String()}, {Text: b.String()}},
	})
}

// value is the single number of a row: its result, or else its target.
func value(r rows.Row) (quantity.Number, vet.Mark, bool) {
	m := r.Item.Measure()
	mark := vet.Mark{Span: r.Item.Span, Text: r.Item.Name, Role: vet.Evidence}
	if len(m.Facts) > 0 {
		q := m.Facts[0].Quantity
		return q.Value, vet.Mark{Span: m.Facts[0].Span, Text: m.Facts[0].Text, Role: vet.Evidence}, m.Facts[0].HasValue && q.Form == quantity.Single && q.Op == quantity.Equal
	}
	return m.Target.Value, mark, m.HasTarget && (m.Target.Kind == target.Bound || m.Target.Kind == target.About)
}
